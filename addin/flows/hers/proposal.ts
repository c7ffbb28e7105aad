import type { LedgerSheet } from '../../../shared/ledgers/ledgerFile.ts';
import { holdsValues } from '../../../shared/ledgers/labels.ts';
import { choiceColumns } from '../../../shared/ledgers/choiceColumns.ts';
import { readPeriodWords } from '../../../shared/ledgers/periodWords.ts';
import type { RowProposal, SheetProposal } from '../../../shared/ledgers/proposal.ts';
import type { SheetRow } from '../../../shared/wire/parts/sheetRow.ts';
import { rowFields } from '../../../shared/row/row.ts';
import type { Binding } from '../../workbook/port.ts';
import { columnsOf } from './columnsOf.ts';
import { indicatorBlocks } from './indicatorBlocks.ts';
import { blocksOf, periodsAsked, withKeys, type BySeries } from './keysOf.ts';
import { seriesOf } from './knownOf.ts';
import type { BindProposal, ForUpload, ProposedColumn, ProposedRow, SaidBinding } from './proposed.ts';

/** What a sheet of the clerk's own would be as the ledger. Pure. */

const isValue = ({ id }: ProposedColumn): boolean => (rowFields as readonly (string | null)[]).includes(id);

/** The proposal for one sheet. `rows`: the unit's, as the server has them. */
export function proposeBinding(
  sheet: LedgerSheet,
  proposal: SheetProposal,
  rows: readonly SheetRow[],
  said: SaidBinding,
  on: { year: number; today: string },
): BindProposal {
  const { asTable, ...whole } = proposal;
  // What the reading of the whole file says of the sheet stands: that it is another unit's, or holds several tables.
  if (asTable === undefined || !proposal.isRead || proposal.isSeveral === true)
    return proposeRows(sheet, whole, rows, said, on, { places: null, labels: [] });
  return proposeRows(asTable.sheet, asTable.proposal, rows, said, on, asTable);
}

function proposeRows(
  sheet: LedgerSheet,
  proposal: SheetProposal,
  rows: readonly SheetRow[],
  said: SaidBinding,
  { year, today }: { year: number; today: string },
  { places, labels }: Pick<BindProposal, 'places' | 'labels'>,
): BindProposal {
  const header = proposal.headerRows.at(-1) ?? 0;
  const columns = columnsOf(sheet, proposal, header, said);
  const across = proposal.layout === 'periods-across' ? (proposal.blocks ?? []) : [];
  const blocks = blocksOf(
    across,
    columns.some((each) => each.block === 0 && isValue(each)),
    year,
  );
  const bySeries = Map.groupBy(
    rows.filter(({ state }) => state !== 'retired'),
    seriesOf,
  );
  const at = columns.find(({ id }) => id === 'period')?.at;
  const isPerPeriod = at === undefined && proposal.layout === 'rows-per-period';
  const rowsAsRead = proposal.rows
    .filter(({ is }) => is === 'arrangement')
    .map((row): ProposedRow => {
      const cell = at === undefined ? null : (sheet.rows[row.row]?.[at] ?? null);
      const periods = cell === null ? [] : (readPeriodWords(cell.text, year)?.periods ?? []);
      return matchedRow(sheet, columns, row, bySeries, periods, said, isPerPeriod);
    });
  const indicators =
    blocks.of.length > 0 ? null : indicatorBlocks(sheet, columns, rowsAsRead, bySeries, said.roles);
  // Which of its indicators a row is need not be asked where each has a column.
  const matched = rowsAsRead.map((row) =>
    row.isAskedOfIndicator && indicators?.tells(row.series!) ? { ...row, isAsked: false } : row,
  );
  const periods = periodsAsked(matched, bySeries, blocks, today, said.periods);
  const unread: BindProposal['unread'] = {};
  for (const [is, each] of Map.groupBy(proposal.rows, (row) => row.is)) {
    const left =
      is === 'arrangement'
        ? matched.filter(({ series, isLeftOut }) => series === null && !isLeftOut).length
        : each.length;
    if (left > 0) unread[is] = left;
  }
  return {
    ...{ sheet: sheet.name, header, unread, periods },
    columns: indicators?.columns ?? columns,
    blocks: [...(indicators?.of ?? blocks.of)],
    layout: proposal.layout ?? null,
    rows: withKeys(
      matched.map((row) => withWhy(row, indicators?.columns ?? columns, places)),
      ...([bySeries, periods, blocks, indicators] as const),
    ),
    ...{ places, labels, why: whyNot(proposal, columns) ?? (places && whyRepeated(columns)) },
  };
}

/** A row that has no cell for a value that the others have one for: what arrives of it could not be shown. */
function withWhy(
  row: ProposedRow,
  columns: readonly ProposedColumn[],
  places: BindProposal['places'],
): ProposedRow {
  if (places === null || row.series === null) return row;
  const isWhole = columns.every((column) => !isValue(column) || places[row.row]?.[column.at]);
  return isWhole ? row : { ...row, why: 'no-cell' };
}

function whyNot(proposal: SheetProposal, columns: readonly ProposedColumn[]): BindProposal['why'] {
  if (!proposal.isRead) return proposal.why ?? 'no-table';
  const upload = forUpload(proposal);
  if (upload !== null) return `upload-${upload}`;
  return columns.some(({ id }) => id === 'status' || id === 'count' || id === 'note')
    ? null
    : 'no-value-columns';
}

/** Headings that come again say nothing of what is whose: of which period each is, nobody can tell. */
function whyRepeated(columns: readonly ProposedColumn[]): BindProposal['why'] {
  const headings = columns
    .filter(({ heading }) => holdsValues(heading))
    .map(({ heading, block }) => `${block} ${heading}`);
  return new Set(headings).size < headings.length ? 'upload-repeated' : null;
}

/** Layouts in which no cell is one report's alone. */
function forUpload({ layout, columns, blocks = [], isSeveral }: SheetProposal): ForUpload | null {
  if (isSeveral === true) return 'several';
  if (layout === 'form') return 'form';
  if (layout === 'rows-per-enterprise') return 'enterprise';
  if (columns.length === 0) return 'turned';
  if (layout === 'rows-per-task') return 'task';
  // Several columns without a heading of their own are the days of one period.
  const isByDay = blocks.some((block) => block.columns.filter(({ role }) => role === null).length > 1);
  if (layout === 'periods-across' && isByDay) return 'days';
  const told = columns.filter(({ from }) => !from.includes('person'));
  return choiceColumns({ columns: told }).length > 0 ? 'choices' : null;
}

const candidatesOf = (matches: RowProposal['matches']): string[] => {
  const [match] = matches;
  if (!match || match.why === 'not-assigned') return [];
  return [...new Set([...(match.code === null ? [] : [match.code]), ...match.candidates])];
};

function matchedRow(
  sheet: LedgerSheet,
  columns: readonly ProposedColumn[],
  { row, matches, reports }: RowProposal,
  bySeries: BySeries,
  periods: readonly string[],
  { rows: said }: SaidBinding,
  isPerPeriod: boolean,
): ProposedRow {
  const codes = candidatesOf(matches);
  const candidates = codes.flatMap((code) => [...bySeries.keys()].filter((id) => id.startsWith(`${code}.`)));
  // Of several schedules the one that has the row's period, or of which the reading makes a report.
  const own = candidates.filter((id) => id.startsWith(`${codes[0]}.`));
  const inPeriod = own.filter((id) => bySeries.get(id)!.some(({ period }) => periods.includes(period)));
  const reported = own.filter((id) =>
    reports.some((each) => id === `${each.arrangement}.${each.schedule}.${each.indicator}`),
  );
  const meant =
    [inPeriod, own.length === 1 ? own : [], reported].find((each) => each.length === 1)?.[0] ?? null;
  const isSure = meant !== null && matches[0]?.confidence === 'certain';
  const at = columns.find(({ id }) => id === 'arrangement')?.at ?? 0;
  const isSaid = said.has(row);
  const isAsked = !isSaid && !isSure && candidates.length > 0;
  const schedules = new Set(own.map((id) => id.split('.')[1]));
  const chosen = said.get(row) ?? null;
  const [only] = periods;
  const ofSheet = reports.find(
    (each) => `${each.arrangement}.${each.schedule}.${each.indicator}` === meant && each.periods.length === 1,
  );
  return {
    ...{ row, text: sheet.rows[row]?.[at]?.text.trim() ?? '', keys: [] },
    candidates: chosen === null || candidates.includes(chosen) ? candidates : [chosen, ...candidates],
    series: isSaid ? chosen : (meant ?? own[0] ?? candidates[0] ?? null),
    isAsked,
    isAskedOfIndicator: isAsked && schedules.size === 1 && matches[0]?.confidence === 'certain',
    isLeftOut: isSaid && chosen === null,
    // Where rows are of different days or weeks, each is of its own.
    period: periods.length === 1 ? only! : isPerPeriod ? (ofSheet?.periods[0] ?? null) : null,
    told: ofSheet?.periods[0] ?? null,
    ...{ key: null, why: isBeneathMerge(sheet, columns, row) ? 'merged' : null },
  };
}

/** Whether a value of the row stands in a cell that begins in another row: nobody sees what would be written there. */
const isBeneathMerge = ({ merges }: LedgerSheet, columns: readonly ProposedColumn[], row: number): boolean =>
  columns.some(
    (column) =>
      (isValue(column) || column.role === 'count') &&
      merges.some(
        (merge) =>
          merge.row < row &&
          row < merge.row + merge.rows &&
          merge.column <= column.at &&
          column.at < merge.column + merge.columns,
      ),
  );

/** What is bound of a proposal. */
export function bindingOf(
  { sheet, header, columns, blocks, rows, periods, places, labels }: BindProposal,
  hasResult: boolean,
): Binding {
  const isOverwritten = periods.some(({ kind }) => kind !== 'once');
  return {
    ...{ sheet, header, hasResult },
    ...(places !== null && { places, labels }),
    columns: columns.flatMap((column): Binding['columns'] => {
      const { at, id, block } = column;
      // Where rows are overwritten, what she writes of the period says nothing of what the row is.
      if (id === null || (isOverwritten && id === 'period')) return [];
      return [{ at, id: block > 0 ? `${id as 'status'}@${block}` : id }];
    }),
    ...(blocks.length > 0 && { blocks }),
    rows: rows.flatMap(({ row, keys }) =>
      keys.map(({ key, block }) => ({ row, key, ...(block > 0 && { block }) })),
    ),
  };
}
