import type { LedgerKnown } from './known.ts';
import { holdsValues } from './labels.ts';
import type { LedgerCell, LedgerSheet, Merge, SheetView } from './ledgerFile.ts';
import { readPeriodWords } from './periodWords.ts';
import type { CellPlace, SheetAsTable, SheetProposal } from './proposal.ts';
import { cellNames } from './sheetContext.ts';

const searchedRows = 12;
const searchedColumns = 6;
const likely = 0.5;
const longestLabel = 5;

/** The row whose cells name arrangements, where no column does; -1: none. A table of enterprises is told before. */
export function rowOfArrangements(view: SheetView, likeness: (text: string) => number): number {
  // Short labels (工作情况) share their words with many arrangements.
  const isLike = (row: number, column: number): boolean => {
    const text = view.text(row, column);
    return text.length > longestLabel && likeness(text) >= likely;
  };
  const found = Array.from({ length: Math.min(searchedRows, view.height) }, (_, at) => at).find((row) => {
    let like = 0;
    for (let column = 1; column < Math.min(view.width, 100); column += 1) if (isLike(row, column)) like += 1;
    return like > 1;
  });
  if (found === undefined) return -1;
  // Where headings run down, what is said beneath an arrangement may be like another.
  if (isHeadedDown(view, found)) return found;
  for (let column = 0; column < Math.min(searchedColumns, view.width); column += 1) {
    let like = 0;
    for (let row = 0; row < Math.min(view.height, 200); row += 1) if (isLike(row, column)) like += 1;
    if (like > 1) return -1;
  }
  return found;
}

/** Whether rows below begin with headings of values: 完成情况, 数量. */
export function isHeadedDown(view: SheetView, from: number): boolean {
  let headings = 0;
  for (let row = from + 1; row < view.height; row += 1)
    if (holdsValues(view.texts(row)[0] ?? '')) headings += 1;
  return headings > 1;
}

/** Reads a sheet as if it were turned from a row on; `null`: that is no table either. */
export function readTurned(
  view: SheetView,
  from: number,
  known: LedgerKnown,
  read: (sheet: LedgerSheet) => SheetProposal,
): SheetProposal | null {
  const isLabel = (text: string): boolean => {
    if (text === '' || text.length > 20) return false;
    const { own, others } = cellNames(text, known);
    return own || others.length > 0 || readPeriodWords(text, known.year) !== null;
  };
  const table = turned(view, from, isLabel);
  const other = read(table.sheet);
  if (other.isRead && other.layout !== 'form') return withTable(ofTurned(other), table, other);
  return other.why === 'other-unit' || other.why === 'other-year' ? ofTurned(other) : null;
}

/** A sheet with rows and columns exchanged from a row on, and where its cells come from; the titles above stay as they are. */
function turned(
  view: SheetView,
  from: number,
  isLabel: (text: string) => boolean,
): Pick<SheetAsTable, 'sheet' | 'places'> {
  const { sheet, height, width } = view;
  // Left of what names periods or units, numbers of rows say nothing.
  const labels = Array.from(
    { length: Math.min(searchedColumns, width) },
    (_, column) => sheet.rows.slice(from + 1).filter((row) => isLabel(row[column]?.text.trim() ?? '')).length,
  );
  const most = Math.max(0, ...labels);
  const left = most > 1 ? labels.indexOf(most) : 0;
  const places = Array.from({ length: width - left }, (_, at) =>
    Array.from({ length: height - from }, (__, row): CellPlace => ({ row: from + row, column: left + at })),
  );
  const body = Array.from({ length: width - left }, (_, at) => at + left).map((column) =>
    Array.from(
      { length: height - from },
      (__, row): LedgerCell | null => sheet.rows[from + row]?.[column] ?? null,
    ),
  );
  // Whatever stands in the corner (月份), the first column now names arrangements.
  if (body[0] !== undefined) body[0][0] = { text: '工作安排', value: '工作安排' };
  const merges = [...sheet.merges, ...spansOf(view, from, isLabel)]
    .map((merge) =>
      merge.row < from
        ? merge
        : {
            row: merge.column - left + from,
            column: merge.row - from,
            rows: merge.columns,
            columns: merge.rows,
          },
    )
    .filter(({ row }) => row >= 0);
  const other: LedgerSheet = {
    name: sheet.name,
    rows: [...sheet.rows.slice(0, from), ...body],
    merges,
    hiddenRows: (sheet.hiddenColumns ?? []).map((column) => column - left + from),
    hiddenColumns: (sheet.hiddenRows ?? []).flatMap((row) => (row < from ? [] : [row - from])),
  };
  return { sheet: other, places: [...Array.from({ length: from }, () => []), ...places] };
}

/** A period that stands once is of all the headings beside it, merged or not: 3月, and 完成情况, 工作情况 to the right. */
function spansOf(view: SheetView, from: number, isLabel: (text: string) => boolean): Merge[] {
  const spans: Merge[] = [];
  for (let column = 0; column < Math.min(searchedColumns, view.width); column += 1)
    for (let row = from + 1; row < view.height; row += 1) {
      if (!isLabel(view.text(row, column)) || view.mergeAt(row, column) !== null) continue;
      let rows = 1;
      while (
        row + rows < view.height &&
        view.text(row + rows, column) === '' &&
        holdsValues(view.text(row + rows, column + 1))
      )
        rows += 1;
      if (rows > 1) spans.push({ row, column, rows, columns: 1 });
    }
  return spans;
}

/** What was read of a sheet that was turned: its rows are columns, so that its reports stand for the sheet. */
export const ofTurned = ({ rows, gathered, ...proposal }: SheetProposal): SheetProposal => ({
  ...proposal,
  ...{ titleRows: [], headerRows: [], columns: [], rows: [] },
  gathered: [...rows.flatMap(({ reports }) => reports), ...gathered],
});

/** What was read of a sheet that was turned, with the table that it is then. Its headings are of all rows. */
function withTable(
  whole: SheetProposal,
  table: Pick<SheetAsTable, 'sheet' | 'places'>,
  proposal: SheetProposal,
): SheetProposal {
  const { headerRows, columns } = proposal;
  // Headings that begin again to the right may stand in another order there.
  const areAgain = table.sheet.rows
    .slice((headerRows.at(-1) ?? 0) + 1)
    .some((row) => row.filter((cell) => cell !== null && holdsValues(cell.text)).length > 1);
  if (areAgain) return whole;
  const labels = columns.map((_, at) => headerRows.flatMap((row) => table.places[row]?.[at] ?? []));
  return { ...whole, asTable: { ...table, proposal, labels: table.places.map(() => labels) } };
}
