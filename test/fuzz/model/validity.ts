import { blank, fields, type Cell, type Field, type Values } from './plan.ts';

/**
 * The model's own small notion of what a row says: every value that the fuzz ever types is listed here, with
 * what it reads as; `unreadable` stays as typed. Nothing is parsed.
 */
export const unreadable = Symbol('unreadable');
type Reading = Cell | typeof unreadable;

const same = (...words: string[]): [Cell, Reading][] => words.map((word) => [word, word]);
const not = (...words: string[]): [Cell, Reading][] => words.map((word) => [word, unreadable]);

const dated = new Map<Cell, Reading>([
  ...same('未开始', '进行中', '已完成', '本地无此类'),
  ['完成', '已完成'],
  ...not('已开展', '未开展', '差不多'),
]);
const cadenced = new Map<Cell, Reading>([
  ...same('已开展', '未开展', '本地无此类'),
  ['完成', '已开展'],
  ...not('未开始', '进行中', '已完成', '差不多'),
]);
const written = new Map<Cell, Reading>([
  ['８', 8],
  ['约5', unreadable],
  ['2024.4.9', '2024-04-09'],
  [45391, '2024-04-09'],
  ['四月底', unreadable],
]);

/** What may be typed, by field. The first half of each list is sound, taken by itself. */
export const typed: Partial<Record<Field, Cell[]>> = {
  status: ['进行中', '已完成', '已开展', '未开展', '未开始', '本地无此类', '完成', '差不多', null],
  count: [0, 2, 3, 5, 8, '８', 10, 12, 13, '约5', null],
  completedOn: ['2024-04-02', '2024-04-05', '2024.4.9', 45391, '2024-04-22', '2024-05-02', '四月底', null],
  note: ['已逐家检查，问题正在整改', '第二轮检查安排在下旬', '三家停产，其余照常检查', '无', null],
  problems: ['两家企业未整改', '设备待修', null],
  explanation: ['台账合并后重新统计，较上期减少', '两家企业注销，另有新增', '核实无误', null],
};

export function readCell(field: Field, cell: Cell, cadence: boolean): Reading {
  if (cell === null) return null;
  if (field === 'status') return (cadence ? cadenced : dated).get(cell) ?? null;
  if (field === 'count' || field === 'completedOn') return written.has(cell) ? written.get(cell)! : cell;
  return cell;
}

/** What the rules look at beside the row. */
export interface Surroundings {
  today: string;
  cadence: boolean;
  opensOn: string;
  counting: boolean;
  allocation: number | null;
  target: number | null;
  previous: number | null;
  next: number | null;
  /** The explanation that stands, and the warnings that it was written for. */
  explained: { text: Cell; warnings: string[] };
}

export interface Verdict {
  values: Values;
  covered: string[];
  passes: boolean;
}

/** Whether a row passes, in the domain of `typed` only. */
export function judge(raw: Values, on: Surroundings): Verdict {
  const values = { ...blank };
  const said = {} as Record<Field, Cell>;
  let errors = 0;
  for (const field of fields) {
    const reading = readCell(field, raw[field], on.cadence);
    if (reading === unreadable) {
      errors += 1;
      values[field] = raw[field];
      said[field] = null;
    } else {
      values[field] = reading;
      said[field] = reading;
    }
  }
  const { status, note, explanation } = said;
  const count = said.count as number | null;
  const day = said.completedOn as string | null;
  const finished = status === '已完成' || status === '已开展';
  const notStarted = status === '未开始' || status === '未开展';
  const warnings: string[] = [];
  const wrong = (holds: boolean): void => void (errors += Number(holds));
  const doubtful = (name: string, holds: boolean): void => void (holds && warnings.push(name));

  wrong(values.status === null);
  wrong(status === '已完成' && values.completedOn === null);
  wrong(['已完成', '进行中', '未开展'].includes(String(status)) && note === null);
  wrong(day !== null && day > on.today);
  wrong(notStarted && day !== null);
  doubtful('early', finished && day !== null && day < on.opensOn);
  doubtful('date of what is under way', status === '进行中' && day !== null);
  doubtful('note', note === '无');
  if (on.counting) {
    wrong(status === '已完成' && values.count === null);
    doubtful('none allocated', status === '本地无此类' && (on.allocation ?? 0) > 0);
    doubtful('none after some', status === '本地无此类' && (on.previous ?? 0) > 0);
  }
  if (count !== null) {
    const carried = on.cadence && on.counting ? (on.previous ?? count) : 0;
    wrong(notStarted && count > carried);
    wrong(status === '本地无此类' && count > 0);
    wrong(!on.counting && count > 1);
    if (on.counting) {
      wrong(status === '已完成' && on.allocation !== null && count < on.allocation);
      doubtful('over allocation', on.allocation !== null && count > on.allocation);
      doubtful('over target', on.allocation === null && on.target !== null && count > on.target);
      doubtful('falls', on.previous !== null && count < on.previous);
      doubtful('next falls', on.next !== null && count > on.next);
    }
  }
  const covered = coveredBy(explanation, warnings, on.explained);
  return { values, covered, passes: errors === 0 && covered.length === warnings.length };
}

/** 核实无误 says nothing; a new explanation covers all, one that stood there what it was written for. */
function coveredBy(explanation: Cell, warnings: string[], explained: Surroundings['explained']): string[] {
  if (explanation === null || explanation === '核实无误') return [];
  if (explanation !== explained.text) return warnings;
  return warnings.filter((warning) => explained.warnings.includes(warning));
}
