import { periodWords } from '../../shared/calendar/periodWords.ts';
import { byField } from '../../shared/row/columns.ts';
import type { CellValue } from '../../shared/row/row.ts';
import { rowFields } from '../../shared/row/row.ts';
import { fieldNames } from '../../shared/row/fieldNames.ts';
import { counts, isCadence } from '../../shared/rules/context.ts';
import type { SheetColumn } from '../../shared/wire/parts/sheetColumn.ts';
import type { SheetRow } from '../../shared/wire/parts/sheetRow.ts';
import {
  identityColumns,
  type ColumnId,
  type IdentityColumn,
  type LedgerColumn,
  type LedgerRow,
} from '../workbook/port.ts';
import { fieldsOf, shown } from './ledger.ts';

const ownHeaders = {
  result: '校验结果',
  task: '重点工作',
  arrangement: '工作安排',
  indicator: '指标',
  target: '全区目标',
  share: '本单位分解',
  period: '报告期',
  due: '截止日期',
  base: '基准',
} as const;

/** Fields are called as the sentences of the findings call them. */
const headers = {
  ...ownHeaders,
  ...Object.fromEntries(Object.entries(fieldNames).map(([field, { zh }]) => [field, zh])),
} as Record<ColumnId, string>;

/** In pixels; all to be filled in, up to the note, is in view beside the pane at 1,366 pixels (L4). */
const widths: Record<ColumnId, number> = {
  result: 80,
  task: 160,
  arrangement: 152,
  indicator: 66,
  target: 40,
  share: 48,
  period: 92,
  due: 78,
  ...byField(({ width }) => width),
  key: 80,
  base: 50,
};

/** The ledger's columns: the result first, so that it is in view; then what the row is, what is filled in, and the hidden state. */
export function columnsOf(columns: SheetColumn[]): LedgerColumn[] {
  const fields = fieldsOf(columns);
  const named = new Map(columns.map((column) => [column.field, column.zh]));
  const column = (id: ColumnId, role: LedgerColumn['role']): LedgerColumn => ({
    id,
    header: named.get(id) ?? headers[id],
    width: widths[id],
    role,
  });
  return [
    column('result', 'status'),
    ...identityColumns.filter((id) => id !== 'task').map((id) => column(id, 'identity')),
    ...rowFields.filter((field) => fields.includes(field)).map((field) => column(field, 'value')),
    column('task', 'identity'),
    column('key', 'hidden'),
    column('base', 'hidden'),
  ];
}

/** What the column of a field is called in this list's ledger. */
export function headerOf(id: ColumnId, columns: SheetColumn[]): string {
  return columns.find((column) => column.field === id)?.zh ?? headers[id];
}

/** What the identity cells of a row say; a scan restores them from here. */
export function identityOf(row: SheetRow): Record<IdentityColumn, CellValue> {
  return {
    task: row.taskName,
    arrangement: `${row.arrangement} ${row.arrangementText}`,
    indicator: counts(row.context) ? `${row.indicatorLabel}（${row.unitOfMeasure}）` : row.indicatorLabel,
    target: row.context.districtTarget,
    share: row.context.allocation,
    period: periodWords(row.period),
    due: row.due,
  };
}

/** A row as it is laid out: identity, the values shown, the hidden state. */
export function ledgerRow(row: SheetRow, columns: SheetColumn[]): LedgerRow {
  const { base, values } = shown(row);
  const cells: LedgerRow['cells'] = { ...identityOf(row), result: null, key: row.key, base };
  for (const field of fieldsOf(columns)) cells[field] = values[field];
  const choices = columns.find((column) => column.field === 'status')?.choices;
  return { cells, statusChoices: (isCadence(row.context) ? choices?.cadence : choices?.dated) ?? [] };
}

const epoch = Date.UTC(1899, 11, 30);

/** Whether an identity cell still says `expected`, also where Excel has turned text into a number or a date serial. */
export function saysSame(expected: CellValue, cell: CellValue | undefined): boolean {
  if (cell === undefined) return true;
  if (expected === null || expected === '') return cell === null || cell === '';
  if (typeof cell === 'number' && typeof expected === 'string') {
    const date = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(expected);
    if (date)
      return Math.floor(cell) === (Date.UTC(+date[1]!, +date[2]! - 1, +(date[3] ?? 1)) - epoch) / 86_400_000;
  }
  return String(cell).trim() === String(expected).trim();
}
