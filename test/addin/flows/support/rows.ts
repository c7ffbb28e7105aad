import { blankRow, type RowValues } from '../../../../shared/row/row.ts';
import { formatRowKey } from '../../../../shared/rowKey/rowKey.ts';
import { rulesVersion } from '../../../../shared/rules/ruleIds.ts';
import { notActed } from '../../../../shared/wire/parts/acted.ts';
import type { Sheet } from '../../../../shared/wire/sheet.ts';
import type { SheetColumn } from '../../../../shared/wire/parts/sheetColumn.ts';
import type { SheetRow } from '../../../../shared/wire/parts/sheetRow.ts';

export const today = '2024-07-31';

export function keyOf(number: number, unit = 'xuejia'): string {
  return formatRowKey({
    list: '2024',
    arrangement: `1-${number}-1`,
    schedule: 1,
    indicator: 'i1',
    unit,
    period: '2024',
  });
}

/** A server row that counts enterprises; `values` make it a submission of version 1. */
export function serverRow(
  number: number,
  values: Partial<RowValues> | null = null,
  part: Partial<SheetRow> = {},
): SheetRow {
  const key = keyOf(number);
  return {
    key,
    arrangement: `1-${number}-1`,
    taskName: `重点工作${number}`,
    arrangementText: `9月底前完成第${number}项企业检查10家。`,
    indicatorLabel: '企业检查',
    unitOfMeasure: '家',
    target: 10,
    period: '2024',
    due: '2024-09-30',
    lock: null,
    state: 'open',
    punctuality: null,
    ...notActed,
    version: values ? 1 : null,
    values: values ? { ...blankRow, ...values } : null,
    findings: [],
    draft: null,
    prefill: null,
    context: {
      key,
      today,
      year: 2024,
      scheduleKind: 'once',
      opensOn: '2024-01-01',
      dueOn: '2024-09-30',
      indicator: { id: 'i1', label: '企业检查', unitOfMeasure: '家', mode: 'cumulative' },
      allocation: 10,
      districtTarget: 100,
      previousCount: null,
      nextCount: null,
      explained: { text: null, rules: [] },
    },
    ...part,
  };
}

/** A row under way, as a clerk fills it in: it passes. */
export const underWay = {
  status: '进行中',
  count: 3,
  note: '已检查三家企业，其余九月完成',
} satisfies Partial<RowValues>;

export const columns: SheetColumn[] = [
  ...(['task', 'arrangement', 'indicator', 'target', 'period', 'due'] as const).map((field) => ({
    field,
    zh: field,
    en: field,
    role: 'identity' as const,
    choices: null,
  })),
  {
    field: 'status',
    zh: '状态',
    en: 'Status',
    role: 'value',
    choices: {
      dated: ['未开始', '进行中', '已完成', '本地无此类'],
      cadence: ['已开展', '未开展', '本地无此类'],
    },
  },
  ...(
    [
      ['count', '数量'],
      ['completedOn', '完成日期'],
      ['note', '工作情况'],
      ['problems', '存在问题'],
      ['explanation', '核实说明'],
    ] as const
  ).map(([field, zh]) => ({ field, zh, en: field, role: 'value' as const, choices: null })),
];

export function sheetOf(rows: SheetRow[], part: Partial<Sheet> = {}): Sheet {
  return {
    list: { year: 2024, title: '2024年危险化学品安全生产重点工作任务清单' },
    unit: { id: 'xuejia', name: '薛家镇' },
    today,
    demo: true,
    rulesVersion,
    contact: '区应急管理局 0519-85127110',
    blueDays: 7,
    whole: true,
    columns,
    rows,
    cursor: 'c1',
    ...part,
  };
}
