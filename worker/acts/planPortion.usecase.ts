import type { ActOn } from '../../shared/acts/decide.ts';
import { planDeclaring, planEach, withPaces, type ActPlan, type Named } from '../../shared/acts/planAct.ts';
import { addWorkingDays } from '../../shared/calendar/workingDays.ts';
import { listOfKey } from '../../shared/rowKey/rowKey.ts';
import { listSettings, type ListSettings } from '../../shared/taskList/listSettings.ts';
import type { ActRequest } from '../../shared/wire/act.ts';
import type { By } from '../identity/by.ts';
import { readDefinitions, readWritten, type StoredWrittenSeries } from '../obligations/written.repository.ts';
import type { ActState } from './actRead.repository.ts';
import type { Relied } from './actWrite.repository.ts';

/** Whether an act moves dates or waivers, and so is settled by whole series with their rows. */
export const reliesOn = ({ act }: ActRequest): Relied =>
  ['extend', 'withdrawExtension', 'declareNotApplicable', 'withdrawDeclaration'].includes(act)
    ? 'series'
    : 'obligations';

/** The series that a portion touches, with their rows; read after the numbers of their last changes were. */
async function readSeriesOf(db: D1Database, { series }: ActState): Promise<StoredWrittenSeries[]> {
  const stored: StoredWrittenSeries[] = [];
  for (const [list, ofList] of Map.groupBy(series, (each) => each.list)) {
    stored.push(...(await readWritten(db, list, ofList, await readDefinitions(db, list))));
  }
  return stored;
}

const seriesOf = (key: string): string => {
  const [list, arrangement, , unit] = key.split('.');
  return `${list} ${unit} ${arrangement}`;
};

const settingsOf = ({ settings }: ActState, key: string): ListSettings =>
  settings.get(listOfKey(key)) ?? listSettings.parse({});

const onOf = ({ access, clock }: By, state: ActState, key: string): ActOn & { now: number } => {
  const { lockDaysAfterDue, answerWithinWorkingDays } = settingsOf(state, key);
  const { now, today } = clock;
  const answerBy = addWorkingDays(today, answerWithinWorkingDays);
  return { now, today, holder: access.holder, lockDaysAfterDue, answerBy };
};

/** Plans an act on a portion of its obligations; each list has settings of its own. */
export async function planPortion(by: By, request: ActRequest, state: ActState): Promise<ActPlan> {
  const left = state.named.filter(({ key }) => !state.done.has(key));
  const plan: ActPlan = { outcomes: [], changes: [], declared: [], withdrawn: [] };
  const add = (part: Partial<ActPlan>): void => {
    plan.outcomes.push(...(part.outcomes ?? []));
    plan.changes.push(...(part.changes ?? []));
    plan.declared.push(...(part.declared ?? []));
    plan.withdrawn.push(...(part.withdrawn ?? []));
  };
  const stored = reliesOn(request) === 'series' ? await readSeriesOf(by.db, state) : [];
  const ofSeries = new Map(
    stored.flatMap((series) => {
      const [first] = series.obligations;
      return first ? [[seriesOf(first.key), series] as const] : [];
    }),
  );
  if (request.act === 'declareNotApplicable' || request.act === 'withdrawDeclaration') {
    for (const [name, named] of Map.groupBy(left, ({ key }) => seriesOf(key))) {
      const { obligations = [], declarations = [] } = ofSeries.get(name) ?? {};
      const { paceMargin } = settingsOf(state, named[0]!.key);
      const on = { today: by.clock.today, paceMargin };
      add(planDeclaring(request, named, obligations, declarations, on));
    }
    return plan;
  }
  // With their rows, where the act is settled by them.
  const whole = new Map(stored.flatMap(({ obligations }) => obligations.map((each) => [each.key, each])));
  const withRows = ({ key, obligation, sequence }: Named): Named => ({
    ...{ key, sequence },
    obligation: whole.get(key) ?? obligation,
  });
  for (const [list, named] of Map.groupBy(left, ({ key }) => listOfKey(key))) {
    const planned = planEach(request, named.map(withRows), onOf(by, state, `${list}.`));
    const series = stored.filter(({ obligations: [first] }) => first && listOfKey(first.key) === list);
    const { paceMargin } = settingsOf(state, `${list}.`);
    const moved = series.map(({ obligations }) => obligations);
    add({ ...planned, changes: withPaces(planned.changes, moved, paceMargin) });
  }
  return plan;
}

/** Portions are cut between series, so that nothing of a series waits while another part of it is written. */
export function halved(keys: readonly string[]): string[][] {
  const series = [...Map.groupBy(keys, seriesOf).values()];
  if (series.length < 2) return [[...keys]];
  const middle = Math.ceil(series.length / 2);
  return [series.slice(0, middle).flat(), series.slice(middle).flat()];
}
