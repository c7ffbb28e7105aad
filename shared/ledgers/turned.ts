import type { LedgerCell, LedgerSheet, SheetView } from './ledgerFile.ts';
import type { SheetProposal } from './proposal.ts';

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
  for (let column = 0; column < Math.min(searchedColumns, view.width); column += 1) {
    let found = 0;
    for (let row = 0; row < Math.min(view.height, 200); row += 1) if (isLike(row, column)) found += 1;
    if (found > 1) return -1;
  }
  for (let row = 0; row < Math.min(searchedRows, view.height); row += 1) {
    let found = 0;
    for (let column = 1; column < Math.min(view.width, 100); column += 1) if (isLike(row, column)) found += 1;
    if (found > 1) return row;
  }
  return -1;
}

/** A sheet with rows and columns exchanged from a row on; the titles above stay as they are. */
export function turned(
  { sheet, height, width }: SheetView,
  from: number,
  isLabel: (text: string) => boolean = () => false,
): LedgerSheet {
  // Left of what names periods or units, numbers of rows say nothing.
  const labels = Array.from(
    { length: Math.min(searchedColumns, width) },
    (_, column) => sheet.rows.slice(from + 1).filter((row) => isLabel(row[column]?.text.trim() ?? '')).length,
  );
  const most = Math.max(0, ...labels);
  const left = most > 1 ? labels.indexOf(most) : 0;
  const body = Array.from({ length: width - left }, (_, at) => at + left).map((column) =>
    Array.from(
      { length: height - from },
      (__, row): LedgerCell | null => sheet.rows[from + row]?.[column] ?? null,
    ),
  );
  // Whatever stands in the corner (月份), the first column now names arrangements.
  if (body[0] !== undefined) body[0][0] = { text: '工作安排', value: '工作安排' };
  const merges = sheet.merges
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
  return {
    name: sheet.name,
    rows: [...sheet.rows.slice(0, from), ...body],
    merges,
    hiddenRows: (sheet.hiddenColumns ?? []).map((column) => column - left + from),
    hiddenColumns: (sheet.hiddenRows ?? []).flatMap((row) => (row < from ? [] : [row - from])),
  };
}

/** What was read of a sheet that was turned: its rows are columns, so that its reports stand for the sheet. */
export const ofTurned = ({ rows, gathered, ...proposal }: SheetProposal): SheetProposal => ({
  ...proposal,
  ...{ titleRows: [], headerRows: [], columns: [], rows: [] },
  gathered: [...rows.flatMap(({ reports }) => reports), ...gathered],
});
