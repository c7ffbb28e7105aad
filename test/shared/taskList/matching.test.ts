import { describe, expect, test } from 'vitest';
import type { KnownList } from '../../../shared/taskList/knownList.ts';
import { defaultListSettings } from '../../../shared/taskList/listSettings.ts';
import { prepareList } from '../../../shared/taskList/prepareList.ts';
import { numberOf, type TaskList } from '../../../shared/taskList/taskList.ts';
import { smallList, type SmallTask } from '../../support/import/smallList.ts';

const rewards = '4月底前，督促88家企业完善内部隐患举报奖励制度';
const drills = '每季度组织危险化学品企业开展应急演练并讲评';
const loading = '每周调度危险化学品装货企业核验情况并通报';
const training = '6月底前，组织企业主要负责人参加安全培训考核';
const boilers = '9月底前，检查锅炉1台、储罐20个';

const base: SmallTask[] = [
  { name: '隐患举报', items: [rewards, drills] },
  { name: '装卸管理', items: [loading, training, boilers] },
];

/** What is known once a list is published. */
function published(tasks: SmallTask[], before: KnownList | null = null): KnownList {
  const { taskList, used } = prepareList(smallList(tasks), before);
  const codes = new Set(taskList.tasks.flatMap((task) => task.arrangements.map(({ code }) => code)));
  const gone = before?.taskList.tasks.flatMap(({ name, arrangements }) =>
    arrangements
      .filter(({ code }) => !codes.has(code))
      .map((arrangement) => ({ arrangement, taskName: name })),
  );
  return {
    taskList,
    used,
    retired: [...(before?.retired ?? []), ...(gone ?? [])].filter(
      ({ arrangement }) => !codes.has(arrangement.code),
    ),
    former: new Map(),
    settings: defaultListSettings,
  };
}

const known = published(base);
const codesOf = (list: TaskList): Record<string, string> =>
  Object.fromEntries(
    list.tasks.flatMap(({ arrangements }) => arrangements.map(({ text, code }) => [text, code])),
  );
const read = (tasks: SmallTask[], from = known, chosen?: Map<string, string | null>) =>
  prepareList(smallList(tasks), from, chosen);
const seen = (tasks: SmallTask[], from = known) =>
  read(tasks, from).matches.map(({ code, confidence }) => `${code} ${confidence}`);

describe('I11.6: by text, not by position', () => {
  test('the same list is itself, and gets the same codes', () => {
    expect(seen(base)).toEqual(['1-1-1', '1-1-2', '1-2-1', '1-2-2', '1-2-3'].map((code) => `${code} exact`));
    expect(read(base).taskList).toEqual(known.taskList);
  });

  test('one with another date is sure, says which one it is, and is new where a person says so', () => {
    const later = [base[0]!, { ...base[1]!, items: [loading, training.replace('6月', '9月'), boilers] }];
    const { matches, taskList } = read(later);
    expect(matches[3]).toMatchObject({ code: '1-2-2', confidence: 'sure' });
    expect(matches[3]?.candidates).toEqual([{ code: '1-2-2', similarity: matches[3]?.similarity }]);
    expect(taskList.tasks[1]?.arrangements[1]?.code).toBe('1-2-2');
    const refused = read(later, known, new Map([['1-2-2', null]]));
    expect(refused.taskList.tasks[1]?.arrangements[1]?.code).toBe('1-2-4');
    expect(refused.open).toEqual([]);
  });

  test('turned round, put in between, put into another task: each keeps its code', () => {
    const turned: SmallTask[] = [
      { name: '装卸管理', items: [boilers, loading, training] },
      { name: '隐患举报', items: ['每月汇总上报本辖区企业名录变化', drills, rewards] },
    ];
    expect(seen(turned)).toEqual([
      '1-2-3 exact',
      '1-2-1 exact',
      '1-2-2 exact',
      'null new',
      '1-1-2 exact',
      '1-1-1 exact',
    ]);
    const elsewhere: SmallTask[] = [
      { name: '隐患举报', items: [rewards] },
      { name: '装卸管理', items: [loading, training, boilers, drills] },
    ];
    expect(codesOf(read(elsewhere).taskList)[drills]).toBe('1-1-2');
    expect(seen(elsewhere).at(-1)).toBe('1-1-2 sure');
  });

  test('another number, date or few words is the same arrangement; punctuation and blanks are nothing', () => {
    const corrected: SmallTask[] = [
      { name: '隐患举报', items: [rewards.replace('88', '92'), drills.replace('每季度', '每半年')] },
      { name: '装卸管理', items: [loading, training.replace('6月底前，', '8 月底前'), boilers] },
    ];
    expect(seen(corrected)).toEqual(['1-1-1 sure', '1-1-2 sure', '1-2-1 exact', '1-2-2 sure', '1-2-3 exact']);
  });

  test('a sentence written anew, or as like to two, waits for a person', () => {
    const anew = base.with(0, { name: '隐患举报', items: [rewards, '每季度组织重点企业开展应急处置演练'] });
    const match = read(anew).matches[1]!;
    expect(match).toMatchObject({ confidence: 'uncertain', code: '1-1-2' });
    expect(match.candidates.map(({ code }) => code)).toEqual(['1-1-2']);
    const twins: SmallTask[] = [
      { name: '检查', items: ['一季度检查甲类仓库50家企业', '三季度检查甲类仓库50家企业'] },
    ];
    const one: SmallTask[] = [{ name: '检查', items: ['二季度检查甲类仓库50家企业'] }];
    const [torn] = read(one, published(twins)).matches;
    expect(torn).toMatchObject({ confidence: 'uncertain' });
    expect(torn!.candidates).toHaveLength(2);
    expect(read(one, published(twins)).open).toEqual(['1-1-1']);
  });

  test('of the same sentence twice, once left, nobody can tell which has gone; as often as before, it is itself', () => {
    const twice: SmallTask[] = [{ name: '检查', items: [drills, drills, rewards] }];
    expect(seen(twice, published(twice))).toEqual(['1-1-1 exact', '1-1-2 exact', '1-1-3 exact']);
    const once: SmallTask[] = [{ name: '检查', items: [drills, rewards] }];
    expect(seen(once, published(twice))).toEqual(['1-1-1 uncertain', '1-1-3 exact']);
  });

  test('what a person has decided prevails, and takes its code out of the choice', () => {
    const chosen = new Map([
      ['1-1-1', null],
      ['1-1-2', '1-1-1'],
    ]);
    const { matches, taskList } = read(base, known, chosen);
    expect(matches.slice(0, 2)).toMatchObject([
      { code: null, confidence: 'chosen' },
      { code: '1-1-1', confidence: 'chosen' },
    ]);
    expect(codesOf(taskList)).toMatchObject({ [rewards]: '1-1-3', [drills]: '1-1-1' });
  });
});

describe('I11.7: codes and numbers', () => {
  test('a new one gets a code that was never given, also where one is gone', () => {
    const without = base.with(0, { name: '隐患举报', items: [rewards] });
    const later = published(without, known);
    const withNew = base.with(0, { name: '隐患举报', items: [rewards, '每月汇总上报本辖区企业名录变化'] });
    expect(codesOf(read(withNew, later).taskList)['每月汇总上报本辖区企业名录变化']).toBe('1-1-3');
    // The same words again are the arrangement that was taken out.
    expect(seen(base, later)[1]).toBe('1-1-2 exact');
    const like = base.with(0, { name: '隐患举报', items: [rewards, `${drills}，及时总结`] });
    expect(seen(like, later)[1]).toBe('1-1-2 uncertain');
  });

  test('an indicator is known by what it counts, a schedule by its kind; a new one gets a new number', () => {
    const changed = base.with(1, {
      name: '装卸管理',
      items: [loading, training, '每月调度，10月底前，检查储罐25个、反应釜3套'],
    });
    const prepared = read(changed, known, new Map([['1-2-3', '1-2-3']]));
    const after = prepared.taskList.tasks[1]!.arrangements[2]!;
    expect(known.taskList.tasks[1]!.arrangements[2]!.indicators.map(({ id, label }) => [id, label])).toEqual([
      ['i1', '锅炉'],
      ['i2', '储罐'],
    ]);
    expect(after.indicators.map(({ id, label, target }) => [id, label, target])).toEqual([
      ['i2', '储罐', 25],
      ['i3', '反应釜', 3],
    ]);
    expect(after.schedules.map((schedule, at) => [numberOf(schedule, at), schedule.kind])).toEqual([
      [2, 'monthly'],
      [1, 'once'],
    ]);
    expect(prepared.used.get('1-2-3')).toEqual({ schedules: 2, indicators: 3 });
  });

  test('the same number of something else is another indicator; the same thing named more fully is not', () => {
    const counted = (what: string): [string, string][] => {
      const tasks = base.with(1, { name: '装卸管理', items: [loading, training, `9月底前，检查${what}`] });
      const { taskList } = read(tasks, known, new Map([['1-2-3', '1-2-3']]));
      return taskList.tasks[1]!.arrangements[2]!.indicators.map(({ id, label }) => [id, label]);
    };
    expect(counted('电梯1台、储罐20个')).toEqual([
      ['i3', '电梯'],
      ['i2', '储罐'],
    ]);
    expect(counted('在用燃气锅炉1台、储罐20个')).toEqual([
      ['i1', '在用燃气锅炉'],
      ['i2', '储罐'],
    ]);
  });

  test('what falls due in another quarter keeps the period that its key names', () => {
    const quarter: SmallTask[] = [{ name: '检查', items: ['一季度，检查甲类仓库50家企业并通报'] }];
    const moved: SmallTask[] = [{ name: '检查', items: ['二季度，检查甲类仓库50家企业并通报'] }];
    const [schedule] = read(moved, published(quarter)).taskList.tasks[0]!.arrangements[0]!.schedules;
    expect(schedule).toMatchObject({ kind: 'window', due: '2024-06-30', period: '2024-Q1' });
    expect(read(quarter, published(moved, published(quarter))).taskList).toEqual(published(quarter).taskList);
  });

  test('a task whose ninety-nine codes are given has none left', () => {
    const used = new Map(
      Array.from({ length: 99 }, (_, at) => [`1-1-${at + 1}`, { schedules: 1, indicators: 1 }] as const),
    );
    const full = { ...known, used };
    const more = base.with(0, {
      name: '隐患举报',
      items: [rewards, drills, '每月汇总上报本辖区企业名录变化'],
    });
    expect(read(more, full).exhausted).toEqual(['1-1']);
  });
});
