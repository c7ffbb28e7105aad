import type { LedgerRole } from '../../../shared/columns/roleNames.ts';
import type { LedgerSheet } from '../../../shared/ledgers/ledgerFile.ts';
import { readPeriodWords } from '../../../shared/ledgers/periodWords.ts';
import type {
  Layout,
  NotRead,
  RowKind,
  RowProposal,
  SheetProposal,
} from '../../../shared/ledgers/proposal.ts';
import type { RowField } from '../../../shared/row/row.ts';
import { isCadence } from '../../../shared/rules/context.ts';
import type { ScheduleKind } from '../../../shared/taskList/taskList.ts';
import type { SheetRow } from '../../../shared/wire/parts/sheetRow.ts';
import type { Binding, IdentityColumn } from '../../workbook/port.ts';
import { boundRoles } from './boundRoles.ts';
import { seriesOf } from './knownOf.ts';

/** What a sheet of the clerk's own would be as the ledger, and what she has said of it. Pure. */

/** What she has said; nothing where she agrees. */
export interface SaidBinding {
  sheet: string | null;
  /** Roles by column. */
  roles: ReadonlyMap<number, LedgerRole | 'unread'>;
  /** Series by row; `null`: it is not to be reported. */
  rows: ReadonlyMap<number, string | null>;
  /** The period that rows without one of their own stand for. */
  periods: Partial<Record<ScheduleKind, string>>;
  hasResult: boolean;
}

export interface ProposedColumn {
  at: number;
  heading: string;
  role: LedgerRole | 'unread';
  /** What it is in the ledger; `null`: it is not read, or only helps to match rows. */
  id: IdentityColumn | RowField | null;
  isAsked: boolean;
  filled: number;
  /** Cells with a formula: read, never written. */
  formulas: number;
}

export interface ProposedRow {
  row: number;
  text: string;
  /** The series that is proposed or chosen; `null`: none. */
  series: string | null;
  /** What it may be, the likeliest first. */
  candidates: string[];
  /** It waits for her word. */
  isAsked: boolean;
  /** She has said that it is not to be reported. */
  isLeftOut: boolean;
  /** The row's own period, where it names one. */
  period: string | null;
  key: string | null;
  /** Why it gets no key although its series is known: no such period, or another row has it. */
  why: 'no-period' | 'twice' | null;
}

export interface BindProposal {
  sheet: string;
  header: number;
  /** Why the sheet cannot be the ledger; `null`: it can. */
  why: NotRead | 'for-upload' | 'no-value-columns' | null;
  layout: Layout | null;
  columns: ProposedColumn[];
  rows: ProposedRow[];
  /** Rows that are not reported, by what they are. */
  unread: Partial<Record<RowKind, number>>;
  /** Periods that are asked, by kind of schedule: the candidates, the latest first, and the one that is taken. */
  periods: { kind: ScheduleKind; candidates: string[]; period: string }[];
}

const layouts: readonly (Layout | undefined)[] = ['rows', 'rows-per-period'];

/** The proposal for one sheet. `rows`: the unit's, as the server has them. */
export function proposeBinding(
  sheet: LedgerSheet,
  proposal: SheetProposal,
  rows: readonly SheetRow[],
  said: SaidBinding,
  { year, today }: { year: number; today: string },
): BindProposal {
  const header = proposal.headerRows.at(-1) ?? 0;
  const columns = columnsOf(sheet, proposal, header);
  const known = rows.filter(({ state }) => state !== 'retired');
  const bySeries = Map.groupBy(known, seriesOf);
  const at = columns.find(({ id }) => id === 'period')?.at;
  const readRows = proposal.rows.filter(
    ({ is, matches }) => is === 'arrangement' && candidatesOf(matches).length > 0,
  );
  const matched = readRows.map((row): ProposedRow => {
    const cell = at === undefined ? null : (sheet.rows[row.row]?.[at] ?? null);
    const periods = cell === null ? [] : (readPeriodWords(cell.text, year)?.periods ?? []);
    return matchedRow(sheet, columns, row, bySeries, periods, said);
  });
  const kinds = new Map<ScheduleKind, SheetRow[]>();
  for (const { series, period } of matched) {
    const own = series === null ? [] : (bySeries.get(series) ?? []);
    const kind = own[0]?.context.scheduleKind;
    if (kind === undefined || period !== null || !isCadence({ scheduleKind: kind })) continue;
    kinds.set(kind, [...(kinds.get(kind) ?? []), ...own]);
  }
  const periods = [...kinds].map(([kind, own]) => periodsAsked(kind, own, today, said.periods[kind]));
  const hasValues = columns.some(({ id }) => id === 'status' || id === 'count' || id === 'note');
  const counts = Map.groupBy(proposal.rows, ({ is }) => is);
  const unread: BindProposal['unread'] = {};
  for (const [is, each] of counts) {
    const left = is === 'arrangement' ? each.length - matched.length : each.length;
    if (left > 0) unread[is] = left;
  }
  const isFor = layouts.includes(proposal.layout);
  return {
    ...{ sheet: sheet.name, header, columns, unread, periods },
    layout: proposal.layout ?? null,
    rows: withKeys(matched, bySeries, periods),
    why: proposal.isRead
      ? isFor
        ? hasValues
          ? null
          : 'no-value-columns'
        : 'for-upload'
      : (proposal.why ?? 'no-table'),
  };
}

function columnsOf(sheet: LedgerSheet, proposal: SheetProposal, header: number): ProposedColumn[] {
  const taken = new Set<string>();
  return proposal.columns.map(({ column, heading, role, confidence, facts }) => {
    const id = role === 'unread' ? undefined : boundRoles[role as LedgerRole];
    const isFirst = id !== undefined && !taken.has(id);
    if (isFirst) taken.add(id);
    const formulas = sheet.rows
      .slice(header + 1)
      .filter((line) => line[column]?.formula !== undefined).length;
    return {
      ...{ at: column, heading, role: role as LedgerRole | 'unread', id: isFirst ? id : null },
      ...{ isAsked: confidence === 'ask', filled: facts.filled, formulas },
    };
  });
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
  bySeries: ReadonlyMap<string, SheetRow[]>,
  periods: readonly string[],
  { rows: said }: SaidBinding,
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
  const [only] = periods;
  return {
    ...{ row, text: sheet.rows[row]?.[at]?.text.trim() ?? '', candidates },
    series: isSaid ? (said.get(row) ?? null) : (meant ?? own[0] ?? candidates[0] ?? null),
    isAsked: !isSaid && !isSure,
    isLeftOut: isSaid && said.get(row) === null,
    period: periods.length === 1 ? only! : null,
    ...{ key: null, why: null },
  };
}

function periodsAsked(
  kind: ScheduleKind,
  rows: readonly SheetRow[],
  today: string,
  said: string | undefined,
): BindProposal['periods'][number] {
  const opened = rows.filter(({ context }) => context.opensOn <= today);
  const candidates = [...new Set((opened.length > 0 ? opened : rows).map(({ period }) => period))]
    .toSorted()
    .toReversed();
  return { kind, candidates, period: said ?? candidates[0]! };
}

/** Keys of rows whose series and period are settled; a key goes to one row only. */
function withKeys(
  matched: readonly ProposedRow[],
  bySeries: ReadonlyMap<string, SheetRow[]>,
  asked: BindProposal['periods'],
): ProposedRow[] {
  const taken = new Set<string>();
  return matched.map((row) => {
    const own = row.series === null ? [] : (bySeries.get(row.series) ?? []);
    const kind = own[0]?.context.scheduleKind;
    if (kind === undefined || row.isAsked || row.isLeftOut) return row;
    const wanted = row.period ?? asked.find((each) => each.kind === kind)?.period;
    const found = isCadence({ scheduleKind: kind }) ? own.find(({ period }) => period === wanted) : own[0];
    if (!found) return { ...row, why: 'no-period' };
    if (taken.has(found.key)) return { ...row, why: 'twice' };
    taken.add(found.key);
    return { ...row, key: found.key };
  });
}

/** What is bound of a proposal. */
export function bindingOf(proposal: BindProposal, hasResult: boolean): Binding {
  const isOverwritten = proposal.periods.length > 0;
  return {
    ...{ sheet: proposal.sheet, header: proposal.header, hasResult },
    columns: proposal.columns.flatMap(({ at, id }) =>
      // Where rows are overwritten, what she writes of the period says nothing of what the row is.
      id === null || (isOverwritten && id === 'period') ? [] : [{ at, id }],
    ),
    rows: proposal.rows.flatMap(({ row, key }) => (key === null ? [] : [{ row, key }])),
  };
}
