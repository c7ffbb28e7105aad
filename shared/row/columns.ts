/** One column of a row. */
interface Column {
  field: string;
  /** What the column is called, in the sheet and in the sentences of the findings. */
  zh: string;
  en: string;
  /** What a cell holds once it has been read; each kind but `text` has one column, which its reader and rules are made for. */
  holds: 'status' | 'count' | 'date' | 'text';
  /** Most characters of a text. */
  longest?: number;
  /** Whether a list may switch the column off. */
  optional?: true;
  /** Holds a few words, not sentences: stands in the middle of its cell. */
  short?: true;
  /** In pixels, as the ledger is laid out. */
  width: number;
}

/**
 * The columns of a row (台账行) in their order, and the only place where a field is spelt. From here come shapes, blank
 * row, packing, sheet, statements and tables. CONTRIBUTING tells what else a new line needs.
 */
export const rowColumns = [
  { field: 'status', zh: '状态', en: 'Status', holds: 'status', width: 94, short: true },
  { field: 'count', zh: '数量', en: 'Count', holds: 'count', width: 56, short: true },
  { field: 'completedOn', zh: '完成日期', en: 'Completion date', holds: 'date', width: 80, short: true },
  { field: 'note', zh: '工作情况', en: 'Note', holds: 'text', longest: 500, width: 200 },
  {
    field: 'problems',
    zh: '存在问题',
    en: 'Problems',
    holds: 'text',
    longest: 500,
    width: 180,
    optional: true,
  },
  {
    field: 'contact',
    zh: '联系人',
    en: 'Contact',
    holds: 'text',
    longest: 200,
    width: 130,
    optional: true,
    short: true,
  },
  {
    field: 'evidence',
    zh: '佐证材料',
    en: 'Evidence',
    holds: 'text',
    longest: 500,
    width: 150,
    optional: true,
  },
  { field: 'explanation', zh: '核实说明', en: 'Explanation', holds: 'text', longest: 500, width: 200 },
] as const satisfies readonly Column[];

export type RowColumn = (typeof rowColumns)[number];
export type RowField = RowColumn['field'];

/** The fields of a row, in the order of their columns. */
export const rowFields: readonly RowField[] = rowColumns.map(({ field }) => field);

/** Something for each field, made from its column. */
export function byField<T>(make: (column: RowColumn) => T): Record<RowField, T> {
  return Object.fromEntries(rowColumns.map((column) => [column.field, make(column)])) as Record<RowField, T>;
}

const columns = byField((column): Column => column);

/** What is said of a field's column. */
export const columnOf = (field: RowField): Column => columns[field];

export const fieldsWhere = (holds: (column: Column) => boolean): readonly RowField[] =>
  rowFields.filter((field) => holds(columns[field]));

/** Columns that hold text. */
type TextColumn = Extract<RowColumn, { holds: 'text' }>;
export type TextField = TextColumn['field'];
const textColumns = rowColumns.filter((column): column is TextColumn => column.holds === 'text');
export const textFields: readonly TextField[] = textColumns.map(({ field }) => field);

/** Most characters of a cell of text. */
export const longestText = Object.fromEntries(
  textColumns.map(({ field, longest }) => [field, longest]),
) as Record<TextField, number>;

/** Fields that a list may switch off. */
type OptionalColumn = Extract<RowColumn, { optional: true }>;
export type OptionalField = OptionalColumn['field'];
export const optionalFields: readonly OptionalField[] = rowColumns
  .filter((column): column is OptionalColumn => 'optional' in column)
  .map(({ field }) => field);
