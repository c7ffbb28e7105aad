import { periodWords } from '../calendar/periodWords.ts';
import { dueCellWords } from '../obligations/reviewWords.ts';
import { byField } from '../row/columns.ts';
import { fieldNames } from '../row/fieldNames.ts';
import { blankRow, rowFields, type CellValue, type RowField, type RowValues } from '../row/row.ts';
import { counts, isCadence } from '../rules/context.ts';
import type { SheetColumn } from '../wire/parts/sheetColumn.ts';
import type { SheetRow } from '../wire/parts/sheetRow.ts';

/** How a ledger of ours is laid out, in any spreadsheet and in a file: columns in their order, and what a row's cells say. */

/** What the row is. */
export type IdentityId = 'task' | 'arrangement' | 'indicator' | 'target' | 'share' | 'period' | 'due';
export type LedgerColumnId = IdentityId | RowField | 'result' | 'key' | 'base';

export interface LaidOutColumn {
  id: LedgerColumnId;
  header: string;
  /** In pixels. */
  width: number;
  role: 'identity' | 'value' | 'status' | 'hidden';
}

/** Fields are called as the sentences of the findings call them. */
const headers: Record<LedgerColumnId, string> = {
  ...{ result: '校验结果', task: '重点工作', arrangement: '工作安排', indicator: '指标' },
  ...{ target: '全区目标', share: '本单位分解', period: '报告期', due: '截止日期', base: '基准' },
  ...(Object.fromEntries(Object.entries(fieldNames).map(([field, { zh }]) => [field, zh])) as Record<
    RowField | 'key',
    string
  >),
};

/** In pixels; all to be filled in, up to the note, is in view beside the pane at 1,366 pixels (L4). */
export const columnWidths: Readonly<Record<LedgerColumnId, number>> = {
  result: 76,
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

const identity: readonly IdentityId[] = ['arrangement', 'indicator', 'target', 'share', 'period', 'due'];

/** What the column of a field is called in this list's ledger. */
export const headerOf = (id: LedgerColumnId, columns: readonly SheetColumn[]): string =>
  columns.find((column) => column.field === id)?.zh ?? headers[id];

/** Fields of the rows that the sheet has columns for; others are left as they are at the base. */
export function fieldsOf(columns: readonly SheetColumn[]): RowField[] {
  const named = new Set(columns.map((column) => column.field));
  return rowFields.filter((field) => named.has(field));
}

/** The ledger's columns: the result first, so that it is in view; then what the row is, what is filled in, and the hidden state. */
export function columnsOf(columns: readonly SheetColumn[]): LaidOutColumn[] {
  const column = (id: LedgerColumnId, role: LaidOutColumn['role']): LaidOutColumn => ({
    ...{ id, header: headerOf(id, columns), width: columnWidths[id], role },
  });
  return [
    column('result', 'status'),
    ...identity.map((id) => column(id, 'identity')),
    ...fieldsOf(columns).map((field) => column(field, 'value')),
    column('task', 'identity'),
    column('key', 'hidden'),
    column('base', 'hidden'),
  ];
}

/** What the identity cells of a row say; a scan restores them from here. */
export function identityOf(row: SheetRow): Record<IdentityId, CellValue> {
  return {
    task: row.taskName,
    arrangement: `${row.arrangement} ${row.arrangementText}`,
    indicator: counts(row.context) ? `${row.indicatorLabel}（${row.unitOfMeasure}）` : row.indicatorLabel,
    target: row.context.districtTarget,
    share: row.context.allocation,
    period: periodWords(row.period),
    due: dueCellWords(row),
  };
}

/** What a row's cells show, and the version that it is of. */
export interface Shown {
  base: number | null;
  values: RowValues;
}

/** What the cells of a row show: the draft where there is one, else the submission, else what is offered (prefill). */
export function shown(row: SheetRow): Shown {
  if (row.draft) return { base: row.draft.version, values: row.draft.values };
  if (row.version !== null && row.values) return { base: row.version, values: row.values };
  return { base: null, values: row.prefill ?? blankRow };
}

/** A row as it is laid out: its cells, and the choices of its status. */
export interface LaidOutRow {
  cells: Partial<Record<LedgerColumnId, CellValue>>;
  statusChoices: string[];
}

/** A row as it is laid out: identity, the values shown, the hidden state. */
export function ledgerRow(row: SheetRow, columns: readonly SheetColumn[]): LaidOutRow {
  const { base, values } = shown(row);
  const cells: LaidOutRow['cells'] = { ...identityOf(row), result: null, key: row.key, base };
  for (const field of fieldsOf(columns)) cells[field] = values[field];
  const choices = columns.find((column) => column.field === 'status')?.choices;
  return { cells, statusChoices: (isCadence(row.context) ? choices?.cadence : choices?.dated) ?? [] };
}
