import type { CellValue, RawValues, RowField, RowValues } from '../../../shared/row/row.ts';
import type { RowContext } from '../../../shared/rules/context.ts';
import type { RuleId } from '../../../shared/rules/ruleIds.ts';

/** One row and what the rules say of it. The same table runs in Node, in workerd and in the browser. */
export interface RowCase {
  name: string;
  /** The rules that the case is about: found, or rightly not found. */
  about: RuleId[];
  raw: RawValues;
  context: Partial<RowContext>;
  /** Every finding, as `field rule`, in the order of the columns. */
  finds: string[];
  /** Values to be compared; the others may be anything. */
  values: Partial<RowValues>;
  readAs: string[];
  /** Warnings that the explanation covers. */
  explained: RuleId[];
  passes: boolean;
}

/** Keys of a sheet, those it knows, and the rule found in each row, or `null`. */
export interface KeyCase {
  name: string;
  keys: CellValue[];
  known: string[];
  finds: (RuleId | null)[];
}

/** 2024, a dated arrangement that counts 家, 86 of them this unit's, 100 the district's; today is 20 May. */
export const baseContext: RowContext = {
  key: '2024.1-6-3.1.i1.xuejia.2024.x',
  today: '2024-05-20',
  year: 2024,
  scheduleKind: 'once',
  opensOn: '2024-02-01',
  dueOn: '2024-06-30',
  indicator: { id: 'i1', label: '企业', unitOfMeasure: '家', mode: 'cumulative' },
  allocation: 86,
  districtTarget: 100,
  previousCount: null,
  nextCount: null,
  explained: { text: null, rules: [] },
};

export const monthly: Partial<RowContext> = {
  scheduleKind: 'monthly',
  allocation: null,
  districtTarget: 100,
};
export const perPeriod = { id: 'i1', label: '检查', unitOfMeasure: '次', mode: 'perPeriod' } as const;
export const doneOrNot: Partial<RowContext> = {
  indicator: { id: 'done', label: '完成', unitOfMeasure: '项', mode: 'perPeriod' },
  allocation: null,
  districtTarget: 1,
};
export const unallocated: Partial<RowContext> = { allocation: null };

/** A row that passes. */
export const done: RawValues = {
  status: '已完成',
  count: 86,
  completedOn: '2024-03-15',
  note: '已完成86家企业的检查',
};
export const underWay: RawValues = { status: '进行中', count: 40, note: '已检查40家' };

type Rest = Partial<Pick<RowCase, 'values' | 'readAs' | 'explained' | 'context' | 'passes'>>;

/** A part of the table, and the two ways to write a case into it. */
export function newCases() {
  const cases: RowCase[] = [];

  function rowCase(name: string, about: RuleId[], raw: RawValues, finds: string[], rest: Rest = {}): void {
    cases.push({
      name,
      about,
      raw,
      finds,
      context: rest.context ?? {},
      values: rest.values ?? {},
      readAs: rest.readAs ?? [],
      explained: rest.explained ?? [],
      passes: rest.passes ?? finds.length === 0,
    });
  }

  /** A cell of a row that otherwise passes. */
  function cellCase(
    field: RowField,
    cell: CellValue,
    about: RuleId[],
    finds: RuleId[],
    rest: Rest & { value?: CellValue } = {},
  ): void {
    const { value, ...other } = rest;
    rowCase(
      `${field} ${JSON.stringify(cell)}`,
      about,
      { ...done, [field]: cell },
      finds.map((rule) => `${field} ${rule}`),
      { ...other, values: { [field]: value === undefined ? cell : value } },
    );
  }

  return { cases, rowCase, cellCase };
}
