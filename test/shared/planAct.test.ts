import { describe, expect, test } from 'vitest';
import type { SingleAct } from '../../shared/acts/decide.ts';
import type { Declaration } from '../../shared/acts/declarations.ts';
import { planDeclaring, planEach, type DeclaringAct, type Named } from '../../shared/acts/planAct.ts';
import type { SeriesObligation } from '../../shared/sync/series.ts';
import { submitted, finalReport, weeksOf } from '../support/clocks/obligations.ts';

const on = {
  ...{ now: Date.parse('2024-04-10T09:00:00+08:00'), today: '2024-04-10', holder: '王五' },
  ...{ lockDaysAfterDue: 5, answerBy: '2024-04-15', paceMargin: 10 },
};
const noted = { actId: 'test-act', reason: '企业停产', document: '常新应急〔2024〕8号' };
const due = { ...finalReport(2024), dueOn: '2024-04-30', lockOn: '2024-05-05' };
const received = submitted(due, { status: '进行中' }, on);
const done = submitted(due, { status: '已完成', completedOn: '2024-04-09' }, on);

/** What an act may find, by name; each named with its key and number 7. */
const states = {
  unknown: null,
  retired: { ...done, retired: true },
  undated: finalReport(2024),
  open: due,
  overdue: { ...due, dueOn: '2024-04-09', lockOn: '2024-04-14' },
  extended: {
    ...{ ...due, dueOn: '2024-05-31', lockOn: '2024-06-05', dueOriginal: '2024-04-30' },
    ...{ extensionReason: '疫情', extensionDocument: '1号' },
  },
  unlocked: { ...due, dueOn: '2024-03-31', lockOn: '2024-04-05', unlockedUntil: '2024-04-12' },
  toAccept: received,
  done,
  accepted: { ...done, review: 'accepted' },
  returned: {
    ...{ ...received, review: 'returned', returnReason: '企业停产', returnedOn: '2024-04-08' },
    ...{ answerBy: '2024-04-11', returnedBy: '王五' },
  },
} satisfies Record<string, SeriesObligation | null>;
type State = keyof typeof states;

const namedOf = (obligation: SeriesObligation | null): Named => ({
  ...{ key: due.key, obligation, sequence: 7 },
});
const everywhere = { unknown: 'unknown', retired: 'retired' } as const;
const notReceived = Object.fromEntries(
  (['undated', 'open', 'overdue', 'extended', 'unlocked'] as const).map((name) => [name, 'not-received']),
);

describe('B4.2: what becomes of an obligation by each act, however it stands', () => {
  test.each<[act: SingleAct['act'], more: object, expected: Partial<Record<State, string>>]>([
    ['accept', {}, { ...notReceived, accepted: 'unchanged' }],
    ['return', {}, { ...notReceived, returned: 'unchanged' }],
    ['return', { reason: '另一个理由' }, notReceived],
    ['reopen', {}, { ...notReceived, toAccept: 'unchanged', done: 'unchanged' }],
    [
      'extend',
      { due: '2024-05-31' },
      { undated: 'undated', extended: 'not-later', done: 'unchanged', accepted: 'unchanged' },
    ],
    [
      'extend',
      { due: '2024-04-09' },
      {
        ...{ undated: 'undated', open: 'not-later', overdue: 'not-later', extended: 'not-later' },
        ...{ toAccept: 'not-later', returned: 'not-later', done: 'unchanged', accepted: 'unchanged' },
      },
    ],
    [
      'withdrawExtension',
      {},
      {
        ...{ undated: 'unchanged', open: 'unchanged', overdue: 'unchanged', unlocked: 'unchanged' },
        ...{ toAccept: 'unchanged', done: 'unchanged', accepted: 'unchanged', returned: 'unchanged' },
      },
    ],
    [
      'unlock',
      { until: '2024-04-12' },
      {
        ...{ undated: 'not-locked', open: 'unchanged', overdue: 'unchanged', extended: 'unchanged' },
        ...{ unlocked: 'unchanged', toAccept: 'unchanged', done: 'unchanged' },
        ...{ accepted: 'unchanged', returned: 'unchanged' },
      },
    ],
    [
      'unlock',
      { until: '2024-04-09' },
      {
        ...{ undated: 'not-locked', open: 'until-past', overdue: 'until-past', extended: 'until-past' },
        ...{ unlocked: 'until-past', toAccept: 'until-past', done: 'until-past' },
        ...{ accepted: 'until-past', returned: 'until-past' },
      },
    ],
    ['unlock', { until: '2024-06-30' }, { undated: 'not-locked' }],
    [
      'lock',
      {},
      {
        ...{ undated: 'unchanged', open: 'unchanged', overdue: 'unchanged', extended: 'unchanged' },
        ...{ toAccept: 'unchanged', done: 'unchanged', accepted: 'unchanged', returned: 'unchanged' },
      },
    ],
  ])('%s %o', (act, more, expected) => {
    const request = { ...noted, act, on: { keys: [due.key] }, ...more } as SingleAct;
    const all = Object.entries(states).map(([name, obligation]) => {
      const { outcomes, changes } = planEach(request, [namedOf(obligation)], on);
      const [{ outcome, code } = { outcome: '', code: null }] = outcomes;
      // Only what is applied changes, and it says what.
      expect(changes.length, name).toBe(Number(outcome === 'applied'));
      expect(outcomes[0]!.after !== null, name).toBe(outcome === 'applied');
      return [name, code ?? outcome];
    });
    const applied = Object.fromEntries(Object.keys(states).map((name) => [name, 'applied']));
    expect(Object.fromEntries(all)).toEqual({ ...applied, ...everywhere, ...expected });
  });

  test('what has changed since the officer saw it is refused, whatever is asked', () => {
    for (const [change, code] of [
      [6, 'changed-since'],
      [7, null],
    ] as const) {
      const request = { ...noted, act: 'accept', on: { keys: [due.key], change } } as SingleAct;
      expect(planEach(request, [namedOf(received)], on).outcomes).toMatchObject([{ code }]);
    }
  });

  test('an extension of what was done after it says itself what it has become', () => {
    const request = { ...noted, act: 'extend', on: { keys: [due.key] }, due: '2024-05-31' } as SingleAct;
    const { outcomes, changes } = planEach(request, [namedOf(states.returned)], on);
    expect(outcomes).toMatchObject([
      {
        before: { dueOn: '2024-04-30', extensionReason: null, extensionDocument: null },
        after: { dueOn: '2024-05-31', extensionReason: '企业停产', extensionDocument: noted.document },
      },
    ]);
    expect(changes).toMatchObject([{ after: { review: 'returned', lockOn: '2024-06-05', touched: true } }]);
  });
});

describe('P4.4, C5: a declaration, and 本地无此类 that the bureau reports on behalf of the unit, of a past week', () => {
  const weeks = weeksOf(2024, 12, 18);
  const find = (series: readonly SeriesObligation[], week: number): SeriesObligation =>
    series.find(({ period }) => period === `2024-W${week}`)!;
  const plan = (
    act: DeclaringAct['act'],
    week: number,
    series: readonly SeriesObligation[],
    declarations: readonly Declaration[] = [],
  ) => {
    const each = find(series, week);
    const request = { ...noted, act, on: { keys: [each.key] } } as DeclaringAct;
    const named = [{ key: each.key, obligation: each, sequence: 7 }];
    const planned = planDeclaring(request, named, series, declarations, on);
    const changed = new Map(planned.changes.map(({ after }) => [after.key, after]));
    return { ...planned, now: series.map((one) => changed.get(one.key) ?? one) };
  };
  const waivedIn = (series: readonly SeriesObligation[]): number[] =>
    series.filter(({ waivedBy }) => waivedBy !== null).map(({ period }) => Number(period.slice(6)));

  test('the report of a past week is late by itself; declared, nothing is late, and earlier weeks stay', () => {
    const reported = weeks.map((each) =>
      each === find(weeks, 13) ? submitted(each, { status: '本地无此类' }, on) : each,
    );
    expect(find(reported, 13)).toMatchObject({ punctuality: 'reportedLate' });
    const declared = plan('declareNotApplicable', 13, weeks);
    expect(declared.outcomes).toMatchObject([{ outcome: 'applied', after: { declared: '企业停产' } }]);
    expect(waivedIn(declared.now)).toEqual([13, 14, 15, 16, 17, 18]);
    expect(declared.now.filter(({ punctuality }) => punctuality !== null)).toEqual([]);
    expect(find(declared.now, 12)).toEqual(find(weeks, 12));

    // Both: what was reported stays expected and late, the declaration adds nothing to that.
    const both = plan('declareNotApplicable', 13, reported);
    expect(find(both.now, 13)).toMatchObject({ punctuality: 'reportedLate', receivedRows: 1 });
    expect(both.now.filter(({ punctuality }) => punctuality !== null)).toHaveLength(1);
    expect(find(both.now, 12)).toEqual(find(weeks, 12));
  });

  test('declared twice or from a later week it is unchanged; from an earlier one it reaches further back', () => {
    const first = plan('declareNotApplicable', 15, weeks);
    expect(plan('declareNotApplicable', 16, first.now, first.declared).outcomes).toMatchObject([
      { outcome: 'unchanged' },
    ]);
    const earlier = plan('declareNotApplicable', 13, first.now, first.declared);
    expect(waivedIn(earlier.now)).toEqual([13, 14, 15, 16, 17, 18]);
    // Withdrawn of a week, whatever covers that week is; the later declaration of a later week is left.
    const all = [...first.declared, ...earlier.declared];
    expect(waivedIn(plan('withdrawDeclaration', 14, earlier.now, all).now)).toEqual([15, 16, 17, 18]);
    const none = plan('withdrawDeclaration', 16, earlier.now, all);
    expect([waivedIn(none.now), none.withdrawn.length]).toEqual([[], 2]);
    expect(plan('withdrawDeclaration', 12, earlier.now, all).outcomes).toMatchObject([
      { outcome: 'unchanged' },
    ]);
  });

  test('what is retired or unknown is refused, and declares nothing', () => {
    const gone = weeks.map((each) => ({ ...each, retired: true }));
    const refused = plan('declareNotApplicable', 13, gone);
    expect(refused).toMatchObject({ outcomes: [{ code: 'retired' }], changes: [], declared: [] });
    const request = { ...noted, act: 'declareNotApplicable', on: { keys: ['x'] } } as DeclaringAct;
    expect(planDeclaring(request, [{ ...namedOf(null), key: 'x' }], [], [], on)).toMatchObject({
      ...{ outcomes: [{ key: 'x', code: 'unknown' }], changes: [], declared: [] },
    });
  });
});
