import { withoutBlanks } from '../import/text/characters.ts';
import type { LedgerMemory } from './ledgerMemory.ts';
import { itemsIn } from './itemsIn.ts';
import { SheetView, type LedgerFile, type LedgerSheet } from './ledgerFile.ts';
import type { LedgerProposal, ReportProposal, SheetProposal } from './proposal.ts';
import type { SaidMatch, SaidOfLedger, SaidSheet } from './said.ts';
import { identified, type SaidReport } from './settleReports.ts';
import { ledgerRoles, type LedgerRole } from '../columns/roleNames.ts';

/** So many answers and files are kept. */
const most = { reports: 3000, files: 20 } as const;

/** Names of columns that tell equal headings apart. */
export function columnNamesOf({ columns }: SheetProposal): string[] {
  const seen = new Map<string, number>();
  return columns.map(({ heading }) => {
    const words = withoutBlanks(heading);
    const nth = (seen.get(words) ?? 0) + 1;
    seen.set(words, nth);
    return nth === 1 ? words : `${words}#${nth}`;
  });
}

/** The shape of a file: the headings of its sheets, whatever these are called. */
export const shapeOfFile = ({ sheets }: LedgerProposal): string =>
  JSON.stringify(
    [...new Set(sheets.map((sheet) => JSON.stringify(columnNamesOf(sheet))))]
      .filter((names) => names !== '[]')
      .sort(),
  );

/** Tells the words by which a row of a sheet, or an item of it, is known again; empty: none. */
export function wordsIn(
  sheet: LedgerSheet,
  { columns, rows }: SheetProposal,
): (row: number, item: number) => string {
  const view = new SheetView(sheet);
  const byRow = new Map(rows.map((each) => [each.row, each]));
  const work =
    columns.find(({ role }) => role === 'arrangements') ?? columns.find(({ role }) => role === 'name');
  return (row, item) => {
    const named = byRow.get(row)?.matches[item]?.words;
    if (named !== undefined) return named.slice(0, 300);
    const text = view.shown(row, work?.column ?? -1)?.text ?? '';
    const items = itemsIn(text);
    return withoutBlanks((items.length > 1 ? items[item] : text) ?? '').slice(0, 300);
  };
}

/** Sheets that are kept for each month or week are called alike but for their numbers. */
const plainName = (name: string): string => withoutBlanks(name).replace(/[\d一二三四五六七八九十]+/gu, '#');

const knownRoles: ReadonlySet<string> = new Set([...ledgerRoles, 'unread']);

/** A program may have had something else remembered. */
const isRole = (role: string): role is LedgerRole | 'unread' => knownRoles.has(role);

/** What a memory says of a file: of the newest first, so that it stands. Headings and words may be anything, `constructor` too. */
export function recallSheets(
  memories: readonly LedgerMemory[],
  file: LedgerFile,
  read: LedgerProposal,
): SaidOfLedger {
  return read.sheets.map((proposal, at): SaidSheet => {
    const names = columnNamesOf(proposal);
    const all = memories.flatMap(({ sheets }) => sheets);
    const isOwn = ({ columns }: { columns: Record<string, string> }): boolean =>
      names.some((name) => Object.hasOwn(columns, name));
    const called = all.find(({ name }) => plainName(name) === plainName(proposal.name));
    if (called?.isLeftOut === true) return { name: proposal.name, isLeftOut: true };
    const like = all.filter(isOwn);
    const columns = names.map((name, column) => {
      // What holds nothing now says nothing of what it holds.
      if (proposal.columns[column]!.facts.filled === 0 && name === '') return null;
      const role = like.find((each) => Object.hasOwn(each.columns, name))?.columns[name] ?? '';
      return isRole(role) ? role : null;
    });
    const wordsOf = wordsIn(file.sheets[at]!, proposal);
    const matches: SaidMatch[] = proposal.rows.flatMap(({ row, matches: found }) =>
      found.flatMap((_, item): SaidMatch[] => {
        const words = wordsOf(row, item);
        const holder = words === '' ? undefined : all.find((each) => Object.hasOwn(each.matches, words));
        return holder === undefined ? [] : [{ row, item, code: holder.matches[words]! }];
      }),
    );
    return { name: proposal.name, columns, matches };
  });
}

/** The series that rows of a sheet were bound to, by row. */
export function recallSeries(
  memories: readonly LedgerMemory[],
  sheet: LedgerSheet,
  proposal: SheetProposal,
): Map<number, string> {
  const all = memories.flatMap(({ sheets }) => sheets.flatMap(({ series }) => (series ? [series] : [])));
  const wordsOf = wordsIn(sheet, proposal);
  return new Map(
    proposal.rows.flatMap(({ row }): [number, string][] => {
      const words = wordsOf(row, 0);
      const found = words === '' ? undefined : all.find((each) => Object.hasOwn(each, words))?.[words];
      return found === undefined ? [] : [[row, found]];
    }),
  );
}

/**
 * By which an answer to a report is known again, by id: all that it says. `open`: for reports of which something is asked only.
 * The same file sent again may leave out which periods are open by now.
 */
export function reportSigns(
  proposal: LedgerProposal,
  isSameFile: boolean,
  wanted: (report: ReportProposal, id: string) => boolean,
): Map<string, string> {
  return new Map(
    identified(proposal)
      .filter(({ id, report }) => wanted(report, id))
      .map(({ id, report }) => {
        const { arrangement, schedule, indicator, periods, why, values, ask } = report;
        const when = isSameFile ? 'same file' : periods;
        return [id, JSON.stringify([arrangement, schedule, indicator, when, why ?? '', values, ask])];
      }),
  );
}

/** Whether something of a report is asked. */
export const isAsked = ({ confidence, ask }: ReportProposal): boolean =>
  confidence === 'ask' || ask.length > 0;

/** What was said of reports that say the same again, by id; `names`: digests of their signs, by id. */
export function recallReports(
  memories: readonly LedgerMemory[],
  names: ReadonlyMap<string, string>,
): Map<string, SaidReport> {
  return new Map(
    [...names].flatMap(([id, name]): [string, SaidReport][] => {
      const holder = memories.find(({ reports }) => Object.hasOwn(reports, name));
      return holder === undefined ? [] : [[id, holder.reports[name] as SaidReport]];
    }),
  );
}

/** A file with what was said of it. */
export interface Confirmed {
  file: LedgerFile;
  proposal: LedgerProposal;
  said: SaidOfLedger;
  /** By the digests of the signs of reports. */
  reports: readonly (readonly [name: string, said: SaidReport])[];
  /** `null`: it is a sheet that is open, and no file. */
  sha256: string | null;
  /** Series that rows of hers were bound to, by sheet and row. */
  series?: readonly { sheet: string; row: number; series: string }[];
}

/** The memory with what was said of a file now. */
export function remember(
  memory: LedgerMemory,
  { file, proposal, said, reports, sha256, series = [] }: Confirmed,
): LedgerMemory {
  const sheets = new Map(memory.sheets.map((each) => [each.name, each]));
  for (const { name, isLeftOut = false, columns = [], matches = [] } of said) {
    const at = proposal.sheets.findIndex((each) => each.name === name);
    const sheet = proposal.sheets[at];
    if (sheet === undefined) continue;
    const before = sheets.get(name) ?? { name, isLeftOut, columns: {}, matches: {} };
    const names = columnNamesOf(sheet);
    const roles = columns.flatMap((role, column) =>
      role === null || role === undefined || names[column] === undefined
        ? []
        : [[names[column], role] as const],
    );
    const wordsOf = wordsIn(file.sheets[at]!, sheet);
    const rows = matches.flatMap(({ row, item, code }) => {
      const words = wordsOf(row, item);
      return words === '' ? [] : [[words, code] as const];
    });
    const bound = series.flatMap(({ sheet: of, row, series: each }) => {
      const words = of === name ? wordsOf(row, 0) : '';
      return words === '' ? [] : [[words, each] as const];
    });
    if (isLeftOut || before.isLeftOut || roles.length + rows.length > 0)
      sheets.set(name, {
        ...{ name, isLeftOut },
        columns: { ...before.columns, ...Object.fromEntries(roles) },
        matches: { ...before.matches, ...Object.fromEntries(rows) },
        ...((bound.length > 0 || before.series) && {
          series: { ...before.series, ...Object.fromEntries(bound) },
        }),
      });
  }
  const kept = new Map(Object.entries(memory.reports));
  for (const [name, answer] of reports) {
    kept.delete(name);
    kept.set(name, answer as LedgerMemory['reports'][string]);
  }
  return {
    sheets: [...sheets.values()],
    reports: Object.fromEntries([...kept].slice(-most.reports)),
    files:
      sha256 === null
        ? memory.files
        : [...memory.files.filter((each) => each !== sha256), sha256].slice(-most.files),
  };
}
