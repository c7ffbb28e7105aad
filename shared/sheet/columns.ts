import { cadenceStatuses, rowFields, statuses, type RowField } from '../row/row.ts';
import { fieldNames } from '../row/fieldNames.ts';
import type { SheetColumn } from '../wire/parts/sheetColumn.ts';

const identity: [field: string, zh: string, en: string][] = [
  ['task', '重点工作', 'Task'],
  ['arrangement', '工作安排', 'Arrangement'],
  ['indicator', '指标', 'Indicator'],
  ['target', '全区目标', 'District target'],
  ['share', '本单位分解', 'Unit’s share'],
  ['period', '报告期', 'Period'],
  ['due', '截止日期', 'Due'],
];

/** The ledger's columns; fields that the list has switched off are left out. */
export function sheetColumns(switchedOff: readonly RowField[]): SheetColumn[] {
  const fields = rowFields.filter((field) => !switchedOff.includes(field));
  return [
    ...identity.map(([field, zh, en]): SheetColumn => ({ field, zh, en, role: 'identity', choices: null })),
    ...fields.map((field): SheetColumn => ({
      field,
      ...fieldNames[field],
      role: 'value',
      choices: field === 'status' ? { dated: [...statuses], cadence: [...cadenceStatuses] } : null,
    })),
    { field: 'key', zh: '行标识', en: 'Row key', role: 'hidden', choices: null },
    { field: 'base', zh: '基准版本', en: 'Base version', role: 'hidden', choices: null },
  ];
}
