import type { KnownObligation, LedgerKnown } from '../../shared/ledgers/known.ts';
import { askEmptied, emptiedIn, type Emptied, type StoredReport } from '../../shared/ledgers/askEmptied.ts';
import type { LedgerFile } from '../../shared/ledgers/ledgerFile.ts';
import {
  isAsked,
  recallReports,
  recallSheets,
  reportSigns,
  shapeOfFile,
} from '../../shared/ledgers/memory.ts';
import type { LedgerProposal } from '../../shared/ledgers/proposal.ts';
import { withoutUntouched } from '../../shared/ledgers/overtaken.ts';
import { readAgain, readLedger } from '../../shared/ledgers/readLedger.ts';
import type { SaidOfLedger, SaidSheet } from '../../shared/ledgers/said.ts';
import { saidName } from '../../shared/ledgers/sheetContext.ts';
import { settleReports, type SaidReport, type SettledReport } from '../../shared/ledgers/settleReports.ts';
import type { SheetAnswer, WorkbookAnswers } from '../../shared/wire/workbookAnswers.ts';
import type { RowValues } from '../../shared/row/row.ts';
import { headOf } from '../../shared/sync/series.ts';
import { readLedgerFile } from '../documents/ledgerFile/readLedgerFile.ts';
import { sha256Of } from '../identity/accessKey.ts';
import { answered, type Answered, type Question } from '../ledger/asked.ts';
import { readBases } from './bases.repository.ts';
import { nameOfEmptied, recallEmptied } from './emptied.ts';
import type { StoredShape } from './ledgerShapes.repository.ts';
import { rowsByTarget } from './rowsByTarget.ts';
import { readWorkbookKnown, type WorkbookKnown } from './workbookKnown.repository.ts';

/** A file as it came. */
export interface Upload {
  bytes: Uint8Array;
  name: string;
}

/** A file, read against what is known, with what was said of it now and before. */
export interface ReadUpload {
  by: Answered;
  known: WorkbookKnown;
  file: LedgerFile;
  /** SHA-256 of its bytes. */
  sha256: string;
  shape: string;
  /** What was remembered of this very shape; `null`: nothing yet. */
  stored: StoredShape | null;
  wasSent: boolean;
  /** What was remembered of its sheets, and that with what is said now. */
  recalled: SaidOfLedger;
  said: SaidOfLedger;
  proposal: LedgerProposal;
  saidReports: ReadonlyMap<string, SaidReport>;
  reports: SettledReport[];
  /** What is blank in her file and stored, by the names by which an answer is known again. */
  emptied: (readonly [name: string, emptied: Emptied])[];
}

async function digestOf(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes as BufferSource);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** What a ledger is read against: the list, and the unit's own reports that are still asked for. */
function ledgerKnown(
  { series, units, arrangements }: WorkbookKnown,
  { clock, target }: Answered,
): LedgerKnown {
  const { unit, list } = target;
  const own = units.find(({ id }) => id === unit.id);
  const obligations = series.obligations
    .filter(({ retired }) => !retired)
    .map(({ arrangement, schedule, scheduleKind, period, key, opensOn, dueOn, rows }): KnownObligation => ({
      ...{ arrangement, schedule, scheduleKind, opensOn, dueOn },
      period: key.slice(key.lastIndexOf('.') + 1) || period,
      indicators: rows.map(({ indicator: { id, label, unitOfMeasure } }) => ({ id, label, unitOfMeasure })),
    }));
  return {
    ...{ year: list.year, today: clock.today, arrangements, obligations },
    unit: { id: unit.id, names: own?.names ?? [unit.name] },
    // A bureau is named wherever somebody has to be told; only units that report have reports of their own.
    others: units.filter(({ id, kind }) => id !== unit.id && kind !== 'bureau').flatMap(({ names }) => names),
  };
}

/** What she has said now stands before what is remembered. */
function joined(remembered: SaidOfLedger, now: readonly SheetAnswer[]): SaidOfLedger {
  const names = [...new Set([...remembered.map(({ name }) => name), ...now.map(({ sheet }) => sheet)])];
  return names.map((name): SaidSheet => {
    const before = remembered.find((each) => each.name === name);
    const given = now.find(({ sheet }) => sheet === name);
    const columns = [...(before?.columns ?? [])];
    for (const { column, role } of given?.columns ?? []) columns[column] = role;
    const own = given?.matches ?? [];
    const answeredNow = new Set(own.map(saidName));
    return {
      name,
      isLeftOut: given?.isLeftOut ?? before?.isLeftOut ?? false,
      columns: Array.from(columns, (role) => role ?? null),
      matches: [...own, ...(before?.matches ?? []).filter((match) => !answeredNow.has(saidName(match)))],
    };
  });
}

/** Names by which answers to reports are kept. */
export async function namesOfReports(
  proposal: LedgerProposal,
  isSameFile: boolean,
  ids: ReadonlySet<string> | null,
): Promise<Map<string, string>> {
  const signs = reportSigns(proposal, isSameFile, (report, id) =>
    ids === null ? isAsked(report) : ids.has(id),
  );
  const entries = [...signs].map(async ([id, sign]) => [id, (await sha256Of(sign)).slice(0, 32)] as const);
  return new Map(await Promise.all(entries));
}

type Read = Pick<ReadUpload, 'file' | 'proposal' | 'known'>;

/** What rows of a ledger of ours held when it was downloaded, where something else is stored since; by report. */
async function overtakenOf(
  db: D1Database,
  reports: readonly SettledReport[],
  { file, known }: Pick<Read, 'file' | 'known'>,
): Promise<Map<string, RowValues>> {
  const rowOf = rowsByTarget(known.series);
  const bases = file.sheets.map(({ keys = [] }) => new Map(keys.map(({ key, base }) => [key, base])));
  const stale = reports.flatMap((report) => {
    const row = rowOf(report)?.row;
    const base = row === undefined ? undefined : bases[report.sheet]?.get(row.key);
    if (row === undefined || typeof base !== 'number' || base === headOf(row)?.version) return [];
    return [{ id: report.id, key: row.key, base }];
  });
  const values = await readBases(
    db,
    stale.map(({ key, base }) => [key, base] as const),
  );
  return new Map(
    stale.flatMap(({ id, key }) => {
      const held = values.get(key);
      return held === undefined ? [] : [[id, held] as const];
    }),
  );
}

/** What is blank in her file and stored, by the names by which an answer is known again. */
async function emptiedOf(
  reports: readonly SettledReport[],
  { file, proposal, known, overtaken }: Read & { overtaken: ReadonlyMap<string, RowValues> },
): Promise<ReadUpload['emptied']> {
  const rowOf = rowsByTarget(known.series);
  const bases = file.sheets.map(({ keys = [] }) => new Map(keys.map(({ key, base }) => [key, base])));
  const keys = new Map<string, string>();
  const all = emptiedIn(file, proposal, reports, (report): StoredReport | null => {
    const row = rowOf(report)?.row;
    const head = row === undefined ? null : headOf(row);
    if (row === undefined || head === null) return null;
    keys.set(report.id, row.key);
    return { values: head.values, isShown: bases[report.sheet]!.get(row.key) === head.version };
  });
  // What was blank when her ledger was downloaded was not emptied by her.
  const found = all.filter(({ id, field }) => overtaken.get(id)?.[field] !== null);
  return Promise.all(
    found.map(async (each) => [await nameOfEmptied(keys.get(each.id)!, each), each] as const),
  );
}

/**
 * Reads a clerk's file against the list and what is stored, with what she has said of it. Nothing is stored.
 * @throws Problem of the file, the key, the unit or the list.
 */
export async function readUpload(
  db: D1Database,
  question: Question,
  upload: Upload,
  answers: WorkbookAnswers,
): Promise<ReadUpload> {
  const known = await readWorkbookKnown(db, question.claim, question);
  const by = await answered(question, known.found);
  const against = ledgerKnown(known, by);
  const [file, sha256] = await Promise.all([
    readLedgerFile(upload.bytes, upload.name),
    digestOf(upload.bytes),
  ]);
  const plain = readLedger(file, against);
  const shape = (await sha256Of(shapeOfFile(plain))).slice(0, 32);
  const stored = known.shapes.find((each) => each.shape === shape) ?? null;
  const memories = [...known.shapes]
    .sort((a, b) => Number(b.shape === shape) - Number(a.shape === shape))
    .map(({ memory }) => memory);
  const recalledSheets = recallSheets(memories, file, plain);
  const said = joined(recalledSheets, answers.sheets ?? []);
  const proposal = readAgain(plain, file, against, said);
  const wasSent = memories.some(({ files }) => files.includes(sha256));
  const recalled = recallReports(memories, await namesOfReports(proposal, false, null));
  if (wasSent) {
    for (const [id, answer] of recallReports(memories, await namesOfReports(proposal, true, null)))
      if (!recalled.has(id)) recalled.set(id, answer);
  }
  const saidReports = new Map(recalled);
  for (const { id, ...answer } of answers.reports ?? [])
    saidReports.set(id, {
      ...recalled.get(id),
      ...answer,
      values: { ...recalled.get(id)?.values, ...answer.values },
    });
  const asRead = settleReports(proposal, saidReports);
  const overtaken = await overtakenOf(db, asRead, { file, known });
  const settled = withoutUntouched(asRead, overtaken);
  const emptied = await emptiedOf(settled, { file, proposal, known, overtaken });
  for (const [id, { values }] of recallEmptied(memories, emptied)) {
    const said = saidReports.get(id);
    saidReports.set(id, { ...said, values: { ...values, ...said?.values } });
  }
  const found = emptied.map(([, each]) => each);
  return {
    ...{ by, known, file, sha256, shape, stored, wasSent, said, proposal, saidReports },
    recalled: recalledSheets,
    emptied,
    reports: askEmptied(settled, found, saidReports),
  };
}
