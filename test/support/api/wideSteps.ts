import fc from 'fast-check';

/** What the bureau changes of a small list, and what clerks do meanwhile. Plain data; it imports nothing of the product. */

/** Three arrangements in words that nobody takes for one another. */
export const subjects = [
  '督促企业完善内部隐患举报奖励',
  '组织危化品装货车辆核验抽查',
  '开展储罐区雷电防护装置检测',
];
export const taskNames = ['制度建设', '现场检查'];
const deadlines = [
  '6月底前',
  '每月',
  '每季度',
  '每月、每季度',
  '5月底前、6月底前、8月底前分别报送进度',
  '适时',
  '每周；12月底前',
  '3月底前',
];
const counts = ['', '，覆盖35家', '，覆盖35家、储罐12座', '，涉及储罐12座'];

/** An arrangement as it stands in the list. */
export interface Item {
  deadline: number;
  count: number;
  task: number;
}

export const textOf = (subject: number, { deadline, count }: Item): string =>
  `${deadlines[deadline]}，${subjects[subject]}${counts[count]}`;

/** Members of the group that is responsible: units, and the day from which each is one. */
export const memberships: [unit: string, from: string | null][][] = [
  [
    ['nan', null],
    ['bei', null],
  ],
  [['nan', null]],
  [
    ['nan', null],
    ['bei', '05-01'],
  ],
  [
    ['nan', null],
    ['bei', null],
    ['bureau', null],
  ],
  [['bureau', null]],
];
/** What an undated schedule is decided to be: two of them fall due on the same day, and differ by their kind only. */
export const decisions: (object | null)[] = [
  null,
  { kind: 'once', due: '05-31' },
  { kind: 'window', start: '01-01', due: '05-31' },
  { kind: 'monthly' },
];
export const narrowed = [['nan'], ['bei'], ['nan', 'bei'], ['bureau']];
export const days = ['03-15', '05-15'];
export const units = ['nan', 'bei', 'bureau'] as const;

export type WideStep =
  | { do: 'correct'; subject: number; item: Item | null }
  | { do: 'undo' }
  | { do: 'decide'; subject: number; decision: number }
  | { do: 'lock'; days: number | null }
  | { do: 'roster'; members: number }
  | { do: 'narrow'; subject: number; from: number; units: number }
  | { do: 'allocate'; subject: number; indicator: number; unit: number; share: number | null };

export type ClerkStep =
  | {
      do: 'report';
      unit: number;
      row: number;
      as: 'under way' | 'done' | 'none' | 'bad' | 'emptied';
      n: number;
    }
  | { do: 'pull'; unit: number }
  | { do: 'wait'; days: number };

export type Step = WideStep | ClerkStep;

const nat = (max: number) => fc.nat({ max });
const item: fc.Arbitrary<Item> = fc.record({ deadline: nat(7), count: nat(3), task: nat(1) });
const just = <const T extends string>(name: T) => fc.constant(name);

export const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: just('correct'),
      subject: nat(2),
      item: fc.option(item, { freq: 6 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: just('undo') }) },
  { weight: 3, arbitrary: fc.record({ do: just('decide'), subject: nat(2), decision: nat(3) }) },
  { weight: 1, arbitrary: fc.record({ do: just('lock'), days: fc.constantFrom(null, 30) }) },
  { weight: 2, arbitrary: fc.record({ do: just('roster'), members: nat(4) }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: just('narrow'), subject: nat(2), from: nat(1), units: nat(3) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: just('allocate'),
      subject: nat(2),
      indicator: nat(1),
      unit: nat(2),
      share: fc.option(nat(40)),
    }),
  },
  {
    weight: 14,
    arbitrary: fc.record({
      do: just('report'),
      unit: fc.constantFrom(0, 0, 0, 1, 1, 2),
      row: nat(30),
      as: fc.constantFrom('under way', 'under way', 'done', 'done', 'none', 'bad', 'emptied'),
      n: nat(40),
    }),
  },
  { weight: 5, arbitrary: fc.record({ do: just('pull'), unit: nat(2) }) },
  { weight: 1, arbitrary: fc.record({ do: just('wait'), days: fc.integer({ min: 5, max: 40 }) }) },
);
