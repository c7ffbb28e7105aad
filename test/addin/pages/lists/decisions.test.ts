import { describe, expect, it } from 'vitest';
import {
  choose,
  decisionsToPublish,
  noChoices,
  quantityName,
  readingsOf,
  scheduleName,
  settingsAfter,
} from '../../../../addin/pages/lists/model/choices.ts';
import {
  type Candidates,
  candidatesWith,
  type Decisions,
  decisionsOf,
} from '../../../../addin/pages/lists/model/decisions.ts';
import type { Diagnostic } from '../../../../shared/taskList/diagnostic.ts';
import { readinessOf } from '../../../../addin/pages/lists/model/readiness.ts';
import { parseTaskList } from '../../../../shared/import/parseTaskList.ts';
import { defaultListSettings } from '../../../../shared/taskList/listSettings.ts';
import { diffLists } from '../../../../shared/taskList/diffLists.ts';
import { nothingHangs } from '../../../../shared/taskList/knownList.ts';
import { prepareList } from '../../../../shared/taskList/prepareList.ts';
import type { TaskList } from '../../../../shared/taskList/taskList.ts';
import type { Comparison } from '../../../../shared/wire/comparison.ts';
import { smallList } from '../../../support/import/smallList.ts';

const reports = { ...nothingHangs, submissions: 3, allocations: 1 };
const stored = smallList([
  {
    name: '装卸管理',
    items: ['每周调度危险化学品装货企业核验情况并通报', '6月底前，组织企业主要负责人参加安全培训考核'],
  },
]);
const corrected = smallList([
  {
    name: '装卸管理',
    units: '薛家新镇',
    items: [
      '每周调度危险化学品装货和卸货企业核验记录并公布',
      '适时组织企业主要负责人参加安全培训',
      '旺季每月检查装货企业',
    ],
  },
]);

/** What the server answers to a comparison of `list` with what is stored. */
function compare(
  list: TaskList,
  matches: Record<string, string | null> = {},
  unknown: string[] = [],
): Comparison {
  const { taskList, used } = prepareList(stored, null);
  const known = { taskList, used, retired: [], former: new Map(), settings: defaultListSettings };
  const prepared = prepareList(list, known, new Map(Object.entries(matches)));
  return {
    taskList: prepared.taskList,
    ...{ diagnostics: [], gathered: [], names: [], head: null },
    version: 1,
    changes: JSON.stringify(taskList) !== JSON.stringify(prepared.taskList),
    diff: diffLists(taskList, prepared.taskList, new Set(), new Map([['1-1-2', reports]])),
    matches: prepared.matches.map(({ candidates, ...match }) => ({
      ...match,
      candidates: candidates.map(({ code, similarity }) => ({
        code,
        similarity,
        place: code,
        taskName: '装卸管理',
        text: code,
        hangs: nothingHangs,
      })),
    })),
    open: prepared.open,
    unknownUnits: unknown,
    openDecisions: [],
  };
}
const decide = (comparison: Comparison, choices = noChoices, candidates: Candidates = new Map()) =>
  decisionsOf(corrected, comparison, candidatesWith(candidates, comparison), defaultListSettings, choices);

describe('I13.2: decisions', () => {
  const comparison = compare(corrected, {}, ['薛家新镇']);
  const open = decide(comparison);

  it('what must be decided first: names of units, and matches that are uncertain', () => {
    expect(comparison.open.length).toBeGreaterThan(0);
    expect(open.matches.map(({ place }) => place)).toEqual(comparison.open);
    expect(open.units).toEqual([{ name: '薛家新镇', tasks: ['1-1'], chosen: undefined }]);
    expect(open.required).toBe(comparison.open.length + 1);
    expect(readinessOf(comparison, open, defaultListSettings, noChoices, [])).toEqual({
      kind: 'open',
      required: open.required,
    });
  });

  it('what may stay open: months of seasons, arrangements without a deadline', () => {
    expect(open.seasons).toEqual([{ season: '旺季', places: ['1-1-3'], months: [] }]);
    expect(open.undated.map(({ place, words }) => [place, words])).toEqual([['1-1-2', ['适时']]]);
    expect(open.optional).toBe(2);
  });

  it('what is decided stays in the list and can be changed, though the server names it no more', () => {
    const [place] = comparison.open;
    const chosen = choose(choose(noChoices, 'matches', place!, '1-1-1'), 'units', '薛家新镇', {
      units: ['xuejia'],
    });
    const next = compare(corrected, chosen.matches);
    const decided = decide(next, chosen, candidatesWith(new Map(), comparison));
    expect(next.open).not.toContain(place);
    const match = decided.matches.find((one) => one.place === place);
    expect(match).toMatchObject({ chosen: '1-1-1' });
    expect(match?.candidates.length).toBeGreaterThan(0);
    expect(decided.units).toMatchObject([{ chosen: { units: ['xuejia'] } }]);
    expect(decided.required).toBe(next.open.length);
    expect(choose(chosen, 'matches', place!, undefined).matches).toEqual({});
  });

  it('a stored arrangement that one place has taken is not offered to another', () => {
    const [place] = comparison.open;
    const { matches } = decide(comparison, choose(noChoices, 'matches', place!, '1-1-1'));
    expect(matches.find((match) => match.place === place)?.taken.size).toBe(0);
    const other = decide(comparison, choose(noChoices, 'matches', '1-1-9', '1-1-1')).matches[0];
    expect(other?.taken.get('1-1-1')).toBe('1-1-9');
  });

  it('go with the publishing, by the codes that the arrangements get by it', () => {
    const decided = compare(corrected, { '1-1-2': null, '1-1-3': '1-1-2' });
    const codes = decided.taskList.tasks[0]!.arrangements.map(({ code }) => code);
    expect(codes[1]).toBe('1-1-3');
    const name = scheduleName('1-1-2', 0);
    let choices = choose(noChoices, 'schedules', name, { kind: 'once', due: '2024-06-30' });
    choices = choose(choices, 'seasons', '旺季', [8, 7]);
    choices = choose(choices, 'units', '薛家新镇', { group: '各园区（镇、街道）' });
    expect(decisionsToPublish(choices, decided.taskList)).toEqual({
      seasons: { 旺季: [7, 8] },
      schedules: [{ arrangement: '1-1-3', schedule: 1, kind: 'once', due: '2024-06-30' }],
      unitNames: { 薛家新镇: { group: '各园区（镇、街道）' } },
    });
    const after = settingsAfter(defaultListSettings, choices, decided.taskList);
    const { undated, seasons } = decisionsOf(corrected, decided, new Map(), after, noChoices);
    expect(undated).toMatchObject([{ place: '1-1-2', when: { kind: 'once', due: '2024-06-30' } }]);
    expect(seasons).toMatchObject([{ season: '旺季', months: [7, 8] }]);
    expect(settingsAfter(after, choices, decided.taskList)).toEqual(after);
  });

  it('that are taken back are open again; nothing else of the settings is reset', () => {
    const settings = {
      ...defaultListSettings,
      lockDaysAfterDue: 5,
      seasons: { 淡季: [1, 2], 旺季: [7] },
      schedules: [
        { arrangement: '1-1-2', schedule: 1, kind: 'monthly' as const },
        { arrangement: '1-1-9', schedule: 1, kind: 'weekly' as const },
      ],
    };
    let choices = choose(noChoices, 'seasons', '旺季', []);
    choices = choose(choices, 'schedules', scheduleName('1-1-2', 0), null);
    expect(settingsAfter(settings, choices, corrected)).toEqual({
      ...settings,
      seasons: { 淡季: [1, 2] },
      schedules: [{ arrangement: '1-1-9', schedule: 1, kind: 'weekly' }],
    });
    const { undated, optional } = decisionsOf(corrected, null, new Map(), settings, choices);
    expect(undated).toMatchObject([{ when: null }]);
    expect(optional).toBe(2);
    expect(settingsAfter(settings, noChoices, corrected)).toEqual(settings);
  });
});

describe('I13.2: what the document itself leaves open', () => {
  const header = ['类别', '序号', '重点工作名称', '年度目标任务', '工作安排', '责任单位', '完成时限'];
  const { taskList: read } = parseTaskList([
    ['2024年任务清单'],
    header,
    ['一、例行工作', '1', '检查', '', '1. 3月底前检查约20家企业 2. 4月底前组织培训', '', '6月底前'],
  ]);
  const decisions = (choices = noChoices) =>
    decisionsOf(read!, null, new Map(), defaultListSettings, choices);

  it('who reports on the arrangements of a task is one decision, each deadline and quantity its own', () => {
    const { assigned, deadlines, quantities, optional, required } = decisions();
    expect(assigned.map(({ places, row }) => [places, row])).toEqual([[['1-1-1', '1-1-2'], []]]);
    expect(deadlines.map(({ place }) => place)).toEqual(['1-1-1', '1-1-2']);
    expect(quantities.map(({ name }) => name)).toEqual(['1-1-1 约20家企业']);
    expect([optional, required]).toEqual([4, 0]);
  });

  it('what is chosen is decided, and goes by place; taken back it is open', () => {
    let choices = choose(noChoices, 'assigned', '1-1-1', ['薛家镇']);
    choices = choose(choices, 'assigned', '1-1-2', ['薛家镇']);
    choices = choose(choices, 'deadlines', '1-1-1', 'both');
    choices = choose(choices, 'quantities', quantityName('1-1-1', '约20家企业'), 20);
    expect(decisions(choices)).toMatchObject({
      assigned: [{ decided: ['薛家镇'] }],
      deadlines: [{ decided: 'both' }, { decided: undefined }],
      quantities: [{ target: 20 }],
      optional: 1,
    });
    expect(readingsOf(choices)).toEqual({
      units: { '1-1-1': ['薛家镇'], '1-1-2': ['薛家镇'] },
      deadlines: { '1-1-1': 'both' },
      quantities: { '1-1-1': { 约20家企业: 20 } },
    });
    expect(decisions(choose(choices, 'assigned', '1-1-2', 'open')).assigned[0]?.decided).toBeUndefined();
    expect(readingsOf(noChoices)).toEqual({});
  });

  it('a match that is sure keeps its code until a person says that it is new', () => {
    const next = smallList([
      { name: '装卸管理', items: [stored.tasks[0]!.arrangements[1]!.text.replace('6月', '9月')] },
    ]);
    const first = compare(next);
    const candidates = candidatesWith(new Map(), first);
    const of = (answer: Comparison, choices = noChoices) =>
      decisionsOf(next, answer, candidatesWith(candidates, answer), defaultListSettings, choices);
    expect(of(first).sure).toMatchObject([{ place: '1-1-1', chosen: '1-1-2' }]);
    const refused = choose(noChoices, 'matches', '1-1-1', null);
    const answer = compare(next, refused.matches);
    expect(of(answer, refused)).toMatchObject({ matches: [], sure: [{ chosen: null }], required: 0 });
    expect(answer.taskList.tasks[0]?.arrangements[0]?.code).toBe('1-1-3');
  });
});

describe('I13.3: what can be done with a reading', () => {
  const decided: Decisions = {
    ...{ matches: [], sure: [], units: [], seasons: [], undated: [] },
    ...{ assigned: [], deadlines: [], quantities: [], required: 0, optional: 0 },
  };

  it('the stored list itself changes nothing, but a decision on it does', () => {
    const same = compare(stored);
    expect(readinessOf(same, decided, defaultListSettings, noChoices, [])).toEqual({ kind: 'unchanged' });
    const summer = choose(noChoices, 'seasons', '旺季', [7, 8]);
    expect(readinessOf(same, decided, defaultListSettings, summer, [])).toMatchObject({
      kind: 'ready',
      settings: true,
    });
  });

  it('what could not be read, and tasks that name no unit, are counted before anybody publishes', () => {
    const [task, ...others] = corrected.tasks;
    const nobody = { ...corrected, tasks: [{ ...task!, units: [] }, ...others] };
    const unread: Diagnostic = {
      code: 'name-missing',
      severity: 'error',
      cell: null,
      at: null,
      text: null,
      zh: '',
      en: '',
    };
    const noted: Diagnostic = { ...unread, code: 'column-unread', severity: 'warning' };
    const readiness = readinessOf(compare(nobody), decided, defaultListSettings, noChoices, [unread, noted]);
    expect(readiness).toMatchObject({ kind: 'ready', missing: { unread: 1, withoutUnits: 1 } });
    const sound = readinessOf(compare(corrected), decided, defaultListSettings, noChoices, [noted]);
    expect(sound).toMatchObject({ kind: 'ready', missing: { unread: 0, withoutUnits: 0 } });
  });

  it('what is gone and has something hanging on it is added up', () => {
    const shorter = smallList([{ name: '装卸管理', items: ['每周调度危险化学品装货企业核验情况并通报'] }]);
    expect(readinessOf(compare(shorter), decided, defaultListSettings, noChoices, [])).toMatchObject({
      kind: 'ready',
      counts: { gone: 1, unchanged: 1 },
      losing: { arrangements: 1, submissions: 3, allocations: 1, drafts: 0 },
    });
    const other = smallList([{ name: '装卸管理', items: ['6月底前，组织企业主要负责人参加安全培训考核'] }]);
    expect(readinessOf(compare(other), decided, defaultListSettings, noChoices, [])).toMatchObject({
      counts: { gone: 1 },
      losing: { arrangements: 0 },
    });
  });
});
