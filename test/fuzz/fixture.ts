import type { Roster } from '../../shared/roster/roster.ts';
import { formatRowKey, obligationKey } from '../../shared/rowKey/rowKey.ts';
import type { Arrangement, TaskList } from '../../shared/taskList/taskList.ts';
import type { Plan, PlannedObligation } from './model/plan.ts';

/** The small list that the fuzz runs on: weekly and final counts, a monthly "done", a once, an undated one. */

export const year = 2024;
export const firstMorning = Date.parse('2024-04-03T09:00:00+08:00');

export const units = ['nan', 'bei'] as const;
export type Town = (typeof units)[number];
export const bureau = 'ju';

/** `leaves`: the last day on which 北镇 belongs to the towns; `null`: it stays. */
export function rosterWith(leaves: string | null): Roster {
  return {
    units: [
      { id: bureau, name: '区应急管理局', kind: 'bureau', aliases: [] },
      { id: 'nan', name: '南镇', kind: 'town', aliases: [] },
      { id: 'bei', name: '北镇', kind: 'town', aliases: [] },
    ],
    groups: [
      {
        name: '各镇',
        aliases: [],
        members: [
          { unit: 'nan', from: null, to: null },
          { unit: 'bei', from: null, to: leaves },
        ],
      },
    ],
  };
}

/** Seasons keep the year short: five weeks, three months. */
const seasons = { 春汛: [4], 春季: [3, 4, 5] };

export const settingsWith = (lockDaysAfterDue: number | null): string =>
  JSON.stringify({
    seasons,
    lockDaysAfterDue,
    contact: '区应急管理局',
    answerWithinWorkingDays: 0,
    switchedOff: [],
    schedules: [],
    unitNames: {},
  });

function arrangement(code: string, position: number, rest: Partial<Arrangement>): Arrangement {
  const text = `第 ${code} 条工作安排。`;
  return {
    code,
    position,
    printedNumber: String(position),
    text,
    textAsPrinted: text,
    schedules: [{ kind: 'undated', source: null }],
    indicators: [
      { id: 'done', label: '是否完成', unitOfMeasure: '项', target: 1, mode: 'perPeriod', source: null },
    ],
    ...rest,
  };
}

const counted = (id: string, label: string, unitOfMeasure: string, target: number) => ({
  id,
  label,
  unitOfMeasure,
  target,
  mode: 'cumulative' as const,
  source: null,
});

const task = (sequence: number, names: string[], arrangements: Arrangement[]): TaskList['tasks'][number] => ({
  code: `1-${sequence}`,
  category: 1,
  sequence,
  name: `第 ${sequence} 项重点工作`,
  goal: '',
  goalQuantities: [],
  unitsAsPrinted: names.join('，'),
  units: names,
  arrangements,
});

/** What a correction of the list may change; codes stay whatever stands where. */
export interface Correction {
  /** District target and due date of 1-2-1. */
  target: number;
  due: string;
  /** Whether 1-2-2 has been taken out. */
  without: boolean;
  /** Whether the arrangements of the first task stand the other way round. */
  turned: boolean;
}

/** The list with a correction. */
export function correctedList({ target, due, without, turned }: Correction): TaskList {
  const [first, second] = taskList.tasks as [TaskList['tasks'][number], TaskList['tasks'][number]];
  const [counting, undated] = second.arrangements as [Arrangement, Arrangement];
  const corrected: Arrangement = {
    ...counting,
    schedules: [{ kind: 'once', due, source: null }],
    indicators: [{ ...counting.indicators[0]!, target }],
  };
  const inOrder = (arrangements: Arrangement[]): Arrangement[] =>
    arrangements.map((each, index) => ({ ...each, position: index + 1 }));
  return {
    ...taskList,
    tasks: [
      { ...first, arrangements: inOrder(turned ? first.arrangements.toReversed() : first.arrangements) },
      { ...second, arrangements: inOrder(without ? [corrected] : [corrected, undated]) },
    ],
  };
}

export const taskList: TaskList = {
  year,
  title: `${year} 年任务清单`,
  categories: [{ number: 1, name: '例行工作' }],
  tasks: [
    task(
      1,
      ['区应急管理局', '各镇'],
      [
        arrangement('1-1-1', 1, {
          schedules: [
            { kind: 'weekly', season: '春汛', source: null },
            { kind: 'once', due: '2024-04-26', source: null },
          ],
          indicators: [counted('i1', '企业', '家', 12), counted('i2', '装置', '套', 6)],
        }),
        arrangement('1-1-2', 2, { schedules: [{ kind: 'monthly', season: '春季', source: null }] }),
      ],
    ),
    task(
      2,
      ['各镇'],
      [
        arrangement('1-2-1', 1, {
          schedules: [{ kind: 'once', due: '2024-04-19', source: null }],
          indicators: [counted('i1', '企业', '家', 10)],
        }),
        arrangement('1-2-2', 2, {}),
      ],
    ),
  ],
};

const weeks: [string, string, string][] = [
  ['2024-W14', '2024-04-01', '2024-04-07'],
  ['2024-W15', '2024-04-08', '2024-04-14'],
  ['2024-W16', '2024-04-15', '2024-04-21'],
  ['2024-W17', '2024-04-22', '2024-04-28'],
  ['2024-W18', '2024-04-29', '2024-05-05'],
];
const months: [string, string, string][] = [
  ['2024-03', '2024-03-01', '2024-03-31'],
  ['2024-04', '2024-04-01', '2024-04-30'],
  ['2024-05', '2024-05-01', '2024-05-31'],
];

/** What falls due, written out by hand: the model computes no calendar. */
const occasions: {
  arrangement: string;
  schedule: number;
  cadence: boolean;
  indicators: { id: string; target: number | null }[];
  periods: [string, string, string | null][];
}[] = [
  {
    arrangement: '1-1-1',
    schedule: 1,
    cadence: true,
    indicators: [
      { id: 'i1', target: 12 },
      { id: 'i2', target: 6 },
    ],
    periods: weeks,
  },
  {
    arrangement: '1-1-1',
    schedule: 2,
    cadence: false,
    indicators: [
      { id: 'i1', target: 12 },
      { id: 'i2', target: 6 },
    ],
    periods: [['2024', '2024-01-01', '2024-04-26']],
  },
  {
    arrangement: '1-1-2',
    schedule: 1,
    cadence: true,
    indicators: [{ id: 'done', target: null }],
    periods: months,
  },
  {
    arrangement: '1-2-1',
    schedule: 1,
    cadence: false,
    indicators: [{ id: 'i1', target: 10 }],
    periods: [['2024', '2024-01-01', '2024-04-19']],
  },
  {
    arrangement: '1-2-2',
    schedule: 1,
    cadence: false,
    indicators: [{ id: 'done', target: null }],
    periods: [['2024', '2024-01-01', null]],
  },
];

function obligationsOf(unit: string): PlannedObligation[] {
  return occasions.flatMap(({ arrangement, schedule, cadence, indicators, periods }) =>
    periods.map(([period, opensOn, dueOn]) => {
      const identity = { list: String(year), arrangement, schedule, unit, period };
      return {
        ...identity,
        key: obligationKey(identity),
        task: arrangement.slice(0, 3),
        category: 1,
        cadence,
        opensOn,
        dueOn,
        rows: indicators.map(({ id, target }) => ({
          key: formatRowKey({ ...identity, indicator: id }),
          indicator: id,
          target,
        })),
      };
    }),
  );
}

/** All that could ever be asked for, for the model. */
export const plan: Plan = {
  year,
  bureau,
  towns: units,
  bureauToo: ['1-1-1', '1-1-2'],
  obligations: [...units, bureau].flatMap(obligationsOf),
};
