import fc from 'fast-check';

/**
 * A small model of a list that is corrected again and again. It knows arrangements by what they are about (a subject is one
 * for ever, whatever its wording, number, date or place), and what was reported on each. It imports nothing of the product.
 */

/** Subjects in words so different that nobody takes one for another, but for the last two, which are near twins. */
const subjects = [
  '督促企业完善内部隐患举报奖励制度并公示',
  '组织危险化学品装货车辆核验抽查通报',
  '开展储罐区雷电静电防护装置检测维护',
  '指导加油站更新油气回收与视频监控设施',
  '评估园区封闭化管理与应急救援能力建设',
  '清理长期停产装置残留物料并上锁挂牌',
  '核查涉氨制冷企业快速冻结装置安全距离',
  '核查涉氨制冷企业快速冻结装置报警仪表',
];
/** Words that a reprint puts after a subject; they change no subject. */
const tails = ['', '，并将情况及时告知属地镇街和有关部门'];
/** What a subject becomes when it is split: the first half goes on being the subject, the second is another one. */
export const half = (subject: number): number => subject + subjects.length;
export const isHalf = (subject: number): boolean => subject >= subjects.length;
const deadlines = ['4月20日前', '6月底前', '每月', '每季度', '适时', '二季度', '9月底前'];
const counts = ['', '，覆盖35家', '，覆盖60家', '，覆盖60家、储罐12座', '，涉及储罐9座'];
export const names = ['制度建设', '现场检查', '园区管理'];

export interface Item {
  subject: number;
  deadline: number;
  count: number;
  task: number;
  tail?: number;
}

/** A report on a row as the workbook has it; `fresh`: it pulls first. */
export interface Report {
  do: 'report';
  unit: number;
  row: number;
  n: number;
  fresh: boolean;
  isBad: boolean;
}

export type Step =
  | { do: 'add'; subject: number; at: number; item: Omit<Item, 'subject'> }
  | { do: 'drop' | 'turn round' | 'move'; at: number; to: number }
  | { do: 'reword'; at: number; deadline: number | null; count: number | null }
  | { do: 'word anew' | 'split'; at: number }
  | { do: 'publish' | 'undo' | 'pull' }
  | Report
  | { do: 'publish and report'; report: Report }
  | { do: 'allocate'; at: number; share: number }
  | { do: 'decide'; at: number; cadence: boolean };

const nat = (max: number) => fc.nat({ max });
const item = fc.record({ deadline: nat(6), count: nat(4), task: nat(2) });
const report: fc.Arbitrary<Report> = fc.record({
  do: fc.constant('report' as const),
  unit: nat(1),
  row: nat(30),
  n: nat(40),
  fresh: fc.boolean(),
  isBad: fc.integer({ min: 0, max: 3 }).map((at) => at === 0),
});
export const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('add' as const), subject: nat(7), at: nat(9), item }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom('drop' as const, 'turn round' as const, 'move' as const),
      at: nat(9),
      to: nat(9),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('reword' as const),
      at: nat(9),
      deadline: fc.option(nat(6)),
      count: fc.option(nat(4)),
    }),
  },
  { weight: 7, arbitrary: fc.record({ do: fc.constant('publish' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('undo' as const, 'pull' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constantFrom('word anew' as const, 'split' as const), at: nat(9) }),
  },
  { weight: 9, arbitrary: report },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('publish and report' as const), report }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('allocate' as const), at: nat(9), share: nat(60) }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('decide' as const), at: nat(9), cadence: fc.boolean() }),
  },
);

const wordsOf = (subject: number): string =>
  isHalf(subject) ? `复核“回头看”${subjects[subject - subjects.length]}` : subjects[subject]!;
export const textOf = ({ subject, deadline, count, tail = 0 }: Item): string =>
  `${deadlines[deadline]}，${wordsOf(subject)}${counts[count]}${tails[tail]}`;

/** Which subject a text is about; -1 for none. */
export const subjectOf = (text: string): number => {
  const subject = subjects.findIndex((words) => text.includes(words));
  return text.includes('回头看') ? half(subject) : subject;
};
