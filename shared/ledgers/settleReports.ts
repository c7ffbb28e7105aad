import type { CellValue, RawValues, RowField } from '../row/row.ts';
import type { LedgerProposal, ReportProposal, SheetProposal } from './proposal.ts';
import type { AskReason } from './values.ts';

/** What a person has said of a report. */
export interface SaidReport {
  isLeftOut?: boolean | undefined;
  isConfirmed?: boolean | undefined;
  period?: string | undefined;
  /** `null`: to be left as it is; `''`: to be cleared. */
  values?: Partial<Record<RowField, CellValue | undefined>> | undefined;
}

export interface OpenQuestion {
  about: RowField | 'period' | 'report' | 'match' | 'columns' | 'twice';
  why: AskReason;
  proposal: CellValue;
}

/** A report with what was said of it; nothing of an `asked` one may be sent. */
export interface SettledReport {
  id: string;
  /** Place among the sheets. */
  sheet: number;
  /** 0-based; `null`: gathered from many rows. */
  row: number | null;
  proposal: ReportProposal;
  /** What was said, or what is proposed. */
  period: string | null;
  /** What is certain, what was said, and what is proposed where nothing was said. */
  values: RawValues;
  state: 'ready' | 'asked' | 'leftOut' | 'notOpen';
  questions: OpenQuestion[];
}

const targetOf = ({ arrangement, schedule, indicator }: ReportProposal): string =>
  `${arrangement}.${schedule}.${indicator}`;

/** Reports of a file with their ids: sheet, row, what they are for, and which of several for the same. */
export function identified(
  proposal: LedgerProposal,
): { id: string; sheet: number; row: number | null; report: ReportProposal }[] {
  return proposal.sheets.flatMap(({ rows, gathered }, sheet) => {
    const all = [
      ...rows.flatMap(({ row, reports }) => reports.map((report) => ({ row: row as number | null, report }))),
      ...gathered.map((report) => ({ row: null, report })),
    ];
    const seen = new Map<string, number>();
    return all.map(({ row, report }) => {
      const place = `${sheet}.${row ?? 'all'}.${targetOf(report)}`;
      const nth = seen.get(place) ?? 0;
      seen.set(place, nth + 1);
      return { id: `${place}.${nth}`, sheet, row, report };
    });
  });
}

/** Whether the role of a column that is read is still a question: then nothing of its sheet is certain. */
const isHeadAsked = ({ columns }: SheetProposal): boolean =>
  columns.some(({ confidence, role }) => confidence === 'ask' && role !== 'unread');

const ofMatch: readonly AskReason[] = ['match-weak', 'match-contradicted'];

function settle(
  report: ReportProposal,
  said: SaidReport,
  isAskedOfHead: boolean,
): Omit<SettledReport, 'id' | 'sheet' | 'row'> {
  const { periods, confidence, why, ask } = report;
  const values: RawValues = { ...report.values };
  const questions: OpenQuestion[] = [];
  if (isAskedOfHead) questions.push({ about: 'columns', why: 'nothing-said', proposal: null });
  const isPeriodSaid = said.period !== undefined && periods.includes(said.period);
  // Of open periods the last is the likeliest; of two that contradict each other the first.
  const likeliest = (periods.length === 2 && why === 'period-unknown' ? periods[0] : periods.at(-1)) ?? null;
  const period = isPeriodSaid ? said.period! : likeliest;
  if (periods.length > 1 && !isPeriodSaid)
    questions.push({ about: 'period', why: why ?? 'period-unknown', proposal: period });
  for (const { field, proposal, why: reason } of ask) {
    if (said.values?.[field] !== undefined) continue;
    if (proposal !== null) values[field] = proposal;
    questions.push({ about: field, why: reason, proposal });
  }
  if (confidence === 'ask' && why !== undefined) {
    if (ofMatch.includes(why)) questions.push({ about: 'match', why, proposal: report.arrangement });
    else if (periods.length < 2 && ask.length === 0 && said.isConfirmed !== true)
      questions.push({ about: 'report', why, proposal: null });
  }
  for (const [field, value] of Object.entries(said.values ?? {}) as [RowField, CellValue | undefined][]) {
    if (value === null) delete values[field];
    else if (value !== undefined) values[field] = value;
  }
  const state =
    why === 'not-open' || period === null
      ? 'notOpen'
      : said.isLeftOut === true
        ? 'leftOut'
        : questions.length > 0
          ? 'asked'
          : 'ready';
  return { proposal: report, period, values, state, questions: state === 'asked' ? questions : [] };
}

/**
 * The reports of a file with what a person has said of them, by id. What she has not answered is `asked`, with the answer that she
 * would probably give. Of two for the same report she says which one counts, unless they say the same.
 */
export function settleReports(
  proposal: LedgerProposal,
  said: ReadonlyMap<string, SaidReport>,
): SettledReport[] {
  const settled = identified(proposal).map(({ id, sheet, row, report }): SettledReport => ({
    ...{ id, sheet, row },
    ...settle(report, said.get(id) ?? {}, isHeadAsked(proposal.sheets[sheet]!)),
  }));
  const sent = settled.filter(({ state }) => state === 'ready' || state === 'asked');
  for (const same of Map.groupBy(sent, (each) => `${targetOf(each.proposal)}.${each.period}`).values()) {
    const [first, ...others] = same;
    if (first === undefined || others.length === 0) continue;
    const told = JSON.stringify(sorted(first.values));
    if (others.every(({ values }) => JSON.stringify(sorted(values)) === told)) {
      for (const other of others) other.state = 'leftOut';
      continue;
    }
    for (const each of same) {
      each.state = 'asked';
      each.questions = [...each.questions, { about: 'twice', why: 'match-twice', proposal: null }];
    }
  }
  return settled;
}

const sorted = (values: RawValues): [string, unknown][] =>
  Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1));
