import { expect, test } from 'vitest';
import type { SingleAct } from '../../shared/acts/decide.ts';
import { datesInForce } from '../../shared/acts/extensions.ts';
import { planEach, withPaces } from '../../shared/acts/planAct.ts';
import { shanghaiDate } from '../../shared/calendar/shanghai.ts';
import { addWorkingDays } from '../../shared/calendar/workingDays.ts';
import { lightOf, lightsOn } from '../../shared/obligations/light.ts';
import { isLocked, lockAfter } from '../../shared/obligations/lock.ts';
import { movedDue } from '../../shared/obligations/movedDue.ts';
import { stateOf } from '../../shared/obligations/obligationState.ts';
import type { RawValues } from '../../shared/row/row.ts';
import { paceOf } from '../../shared/sync/pace.ts';
import { rollupDeltas } from '../../shared/sync/rollup.ts';
import type { SeriesObligation } from '../../shared/sync/series.ts';
import { defaultListSettings, type ListSettings } from '../../shared/taskList/listSettings.ts';
import {
  actCaseLists,
  requestOf,
  type ActCase,
  type ActStep,
  type Standing,
} from '../support/clocks/actCases.ts';
import { finalReport, submitted } from '../support/clocks/obligations.ts';

/** One obligation of a case, as the pure functions bring it along. */
class Followed {
  private settings: ListSettings = defaultListSettings;
  private obligation: SeriesObligation;
  /** What is expected by due date, as the roll-up adds it up. */
  private readonly buckets = new Map<string | null, number>();
  private readonly due: string;

  constructor(year: number, { due, share }: ActCase) {
    this.due = due;
    this.obligation = finalReport(year, share);
    this.count({ ...this.obligation, retired: true }, this.obligation);
  }

  set(change: Partial<ListSettings>): void {
    this.settings = { ...this.settings, ...change };
    const days = this.settings.lockDaysAfterDue;
    const { dueOn, movedFrom } = movedDue(this.due, 'once', this.settings);
    const dates = datesInForce(this.obligation, { dueOn, lockOn: lockAfter(dueOn, days) }, days);
    this.become({ ...this.obligation, ...dates, movedFrom });
  }

  take(step: ActStep): string {
    const now = Date.parse(`${step.at}+08:00`);
    const today = shanghaiDate(now);
    if (step.report) return this.report(step.report, { now, today });
    const { lockDaysAfterDue, paceMargin, answerWithinWorkingDays } = this.settings;
    const answerBy = addWorkingDays(today, answerWithinWorkingDays);
    const on = { now, today, holder: 'test', lockDaysAfterDue, answerBy };
    const request = { actId: 'test-act', ...requestOf(step, this.obligation.key) } as SingleAct;
    const named = [{ key: this.obligation.key, obligation: this.obligation, sequence: 0 }];
    const planned = planEach(request, named, on);
    const [change] = withPaces(planned.changes, [[this.obligation]], paceMargin);
    if (change) this.become(change.after);
    return planned.outcomes[0]!.code ?? planned.outcomes[0]!.outcome;
  }

  standing(at: string): Required<Standing> {
    const [each, today] = [this.obligation, at.slice(0, 10)];
    const {
      dueOn: due,
      dueOriginal,
      movedFrom,
      lockOn,
      unlockedUntil,
      punctuality,
      behindFrom,
      review,
    } = each;
    const state = stateOf(each, today);
    const light = lightOf({ state, due, review, behindFrom }, lightsOn(today, this.settings.blueDays));
    const counted = [...this.buckets].filter(([day, count]) => day !== null && day < today && count > 0);
    return {
      ...{ due, dueOriginal, movedFrom, lock: lockOn, unlockedUntil, punctuality, behindFrom, review },
      ...{ state, light, isDue: counted.length > 0 },
    };
  }

  private report(values: RawValues, on: { now: number; today: string }): string {
    if (isLocked(this.obligation, on.today)) return 'locked';
    this.become(submitted(this.obligation, values, on));
    return 'applied';
  }

  private become(after: SeriesObligation): void {
    const behindFrom = paceOf([after], this.settings.paceMargin).get(after.key) ?? null;
    this.count(this.obligation, { ...after, behindFrom });
    this.obligation = { ...after, behindFrom };
  }

  private count(before: SeriesObligation, after: SeriesObligation): void {
    for (const { dimension, dueOn, expected } of rollupDeltas([{ before, after }]))
      if (dimension === 'arrangement') this.buckets.set(dueOn, (this.buckets.get(dueOn) ?? 0) + expected);
  }
}

for (const { year, settings, cases } of actCaseLists) {
  test.each(cases)(`P4, P9, B3: an obligation of ${year} due $due, $why`, (each) => {
    const followed = new Followed(year, each);
    const left = [...settings];
    const setUpTo = (at: string): void => {
      while (left[0] && left[0].at <= at) followed.set(left.shift()!.change);
    };
    setUpTo(`${year}-01-01T23:59:59`);
    for (const step of each.steps) {
      setUpTo(step.at);
      if (step.outcome) expect(followed.take(step), step.at).toBe(step.outcome);
      expect(followed.standing(step.at), step.at).toMatchObject(step.stands ?? {});
    }
  });
}
