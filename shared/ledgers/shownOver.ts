import type { RowField } from '../row/row.ts';
import type { LedgerCell, SheetView } from './ledgerFile.ts';
import type { Legend, Meaning } from './legend.ts';
import type { ReportProposal } from './proposal.ts';
import { readLedgerStatus, type Ask } from './values.ts';

/** What of a row is asked because of how its cells look: merged over several rows, a ditto mark, or of a colour that a legend explains. */

const shownFields = ['status', 'count', 'completedOn', 'note'] as const;
/** Values that may be shown over several rows. */
export type ShownField = (typeof shownFields)[number];

/** Which cells are shown over several rows of arrangements. */
export class OverRows {
  private readonly view: SheetView;
  private readonly telling: readonly number[];

  /** `telling`: the columns that say what a row is of: arrangements and units. */
  constructor(view: SheetView, telling: readonly number[]) {
    this.view = view;
    this.telling = telling.filter((column) => column >= 0);
  }

  fieldsAt(row: number, columns: Readonly<Record<ShownField, number>>): ReadonlySet<ShownField> {
    return new Set(
      shownFields.filter((field) => {
        if (columns[field] < 0) return false;
        if (this.view.own(row, columns[field])?.isDitto === true) return true;
        const merge = this.view.mergeAt(row, columns[field]);
        if (merge === null || merge.rows < 2) return false;
        const rows = Array.from({ length: merge.rows }, (_, at) => merge.row + at);
        return this.telling.some(
          (column) => rows.filter((each) => this.view.text(each, column) !== '').length > 1,
        );
      }),
    );
  }
}

/** Puts to her what is shown over several rows: whether it is of each of them. A number may be of all together. */
export function askShown(
  reports: readonly ReportProposal[],
  fields: ReadonlySet<ShownField>,
  isBeneath: boolean,
): ReportProposal[] {
  if (fields.size === 0) return [...reports];
  return reports.map((report) => {
    const values = { ...report.values };
    const ask: Ask[] = report.ask.filter(({ field }) => field !== 'count' || !fields.has('count'));
    for (const field of shownFields) {
      if (!fields.has(field)) continue;
      const read = values[field] ?? report.ask.find((each) => each.field === field)?.proposal ?? null;
      const proposal = field === 'count' && isBeneath ? null : read;
      delete values[field];
      if (field !== 'count' && read === null) continue;
      if (!ask.some((each) => each.field === field)) ask.push({ field, proposal, why: 'shown-over-rows' });
    }
    return { ...report, values, ask };
  });
}

/** Puts to her what a colour or a mark means by the sheet's own legend, where nothing that is written says the same. */
export function askColours(
  reports: readonly ReportProposal[],
  legend: Legend,
  status: LedgerCell | null,
  cells: readonly (LedgerCell | null)[],
): ReportProposal[] {
  const symbol = legend.ofSymbol(status);
  const colour = cells.map((cell) => legend.ofFill(cell)).find((each) => each !== null) ?? null;
  if (symbol === null && colour === null) return [...reports];
  return reports.map((report) => {
    const bySymbol = symbol === null ? report : withStatus(report, symbol);
    if (colour === null) return bySymbol;
    if (colour.is === 'not-reported') return { ...bySymbol, confidence: 'ask', why: 'told-by-colour' };
    return withStatus(bySymbol, colour);
  });
}

function withStatus(report: ReportProposal, meaning: Meaning): ReportProposal {
  if (meaning.is === 'not-reported') return { ...report, confidence: 'ask', why: 'told-by-colour' };
  const read = readLedgerStatus(meaning.cell, isCadenceOf(report));
  const said = read.is === 'nothing' ? null : read.is === 'value' ? read.value : read.proposal;
  const { status, ...values } = report.values;
  if (said === null || said === status) return report;
  const others = report.ask.filter(({ field }) => field !== 'status');
  // What is written goes before its colour, and both are seen.
  const proposal = status ?? said;
  return {
    ...report,
    values,
    ask: [...others, { field: 'status' as RowField, proposal, why: 'told-by-colour' }],
  };
}

/** A report of a cadence says 已开展 or 未开展. */
const isCadenceOf = ({ periods }: ReportProposal): boolean => periods.some((period) => period.includes('-'));
