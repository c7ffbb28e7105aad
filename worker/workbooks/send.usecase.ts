import { whatOf } from '../../shared/audit/changes.ts';
import { remember } from '../../shared/ledgers/memory.ts';
import { emptyMemory } from '../../shared/ledgers/ledgerMemory.ts';
import type { SaidReport } from '../../shared/ledgers/settleReports.ts';
import { parseRowKey } from '../../shared/rowKey/rowKey.ts';
import { rulesVersion } from '../../shared/rules/ruleIds.ts';
import type { AnsweredOutcome } from '../../shared/wire/parts/outcome.ts';
import { unpackSheet } from '../../shared/wire/sheet.ts';
import type { WorkbookAnswers } from '../../shared/wire/workbookAnswers.ts';
import type { WorkbookOutcome } from '../../shared/wire/workbookOutcome.ts';
import { auditStatement, type AuditEntry } from '../audit/auditEntry.repository.ts';
import { annotate } from '../documents/patch/annotate.ts';
import type { Question } from '../ledger/asked.ts';
import { readSheet } from '../ledger/pull.usecase.ts';
import { pushRows, type PushContext } from '../ledger/push.usecase.ts';
import { Problem } from '../problems/problem.ts';
import { columnOfField, fileNotesOf } from './fileNotes.ts';
import { keepShape } from './ledgerShapes.repository.ts';
import { outcomeWords } from './outcomeWords.ts';
import { returnedLines } from './returnedLines.ts';
import { rowsByTarget } from './rowsByTarget.ts';
import { asTold, draftKeys } from './stillDraft.ts';
import { namesOfReports, readUpload, type ReadUpload, type Upload } from './readUpload.usecase.ts';

type Emptieds = ReadUpload['emptied'];
type Confirmed = NonNullable<WorkbookAnswers['confirmed']>;

/** What is sent, and where in the file it stands. */
interface Place {
  sheet: string;
  row: number | null;
}

const sameValues = (a: object, b: object): boolean =>
  JSON.stringify(Object.entries(a).sort()) === JSON.stringify(Object.entries(b).sort());

/**
 * Where each confirmed report stands in the file. What she confirmed must be what the file says with her answers: nothing that is
 * still asked, nothing else than she saw, nothing of another unit.
 * @throws Problem `upload-not-as-seen`, naming the reports.
 */
function placesOf(read: ReadUpload, { rows }: Confirmed): Map<string, Place> {
  const rowOf = rowsByTarget(read.known.series);
  const offered = new Map(
    read.reports.flatMap((report) => {
      const at = report.state === 'ready' ? rowOf(report) : null;
      return at === null ? [] : [[at.row.key, report] as const];
    }),
  );
  const strange = rows.flatMap(({ key, values }, index) => {
    const report = offered.get(key);
    if (report !== undefined && sameValues(report.values, values)) return [];
    return [
      {
        pointer: `#/confirmed/rows/${index}`,
        zh: `${key}：${report === undefined ? '文件中没有已确认的这一条' : '内容与文件不一致'}`,
        en: `${key}: ${report === undefined ? 'the file has no such report that was confirmed' : 'says something else than the file'}`,
      },
    ];
  });
  if (strange.length > 0)
    throw new Problem('upload-not-as-seen', { count: strange.length }, strange.slice(0, 20));
  return new Map(
    [...offered].map(([key, { sheet, row }]) => [key, { sheet: read.proposal.sheets[sheet]!.name, row }]),
  );
}

/** What she said of blanks goes by what was stored, and is kept by that. */
const withoutBlanks = ({ values = {}, ...said }: SaidReport, id: string, emptied: Emptieds): SaidReport => ({
  ...said,
  values: Object.fromEntries(
    Object.entries(values).filter(
      ([field]) => !emptied.some(([, each]) => each.id === id && each.field === field),
    ),
  ),
});

/**
 * Keeps what was confirmed of the file's shape; the revision that stands then. Where no report came with it, this is what the
 * request has done.
 */
async function keep(
  { db, requestId, kind }: PushContext,
  read: ReadUpload,
  reported: boolean,
): Promise<number | null> {
  const { by, proposal, said, saidReports, file, sha256, shape, stored, emptied } = read;
  const ids = new Set(saidReports.keys());
  const names = await Promise.all([false, true].map((same) => namesOfReports(proposal, same, ids)));
  const reports = names.flatMap((named) =>
    [...named].map(([id, name]) => [name, withoutBlanks(saidReports.get(id)!, id, emptied)] as const),
  );
  for (const [name, { id, field, stored: left }] of emptied) {
    const value = saidReports.get(id)?.values?.[field];
    if (value === null || value === left) reports.push([name, { values: { [field]: null } }]);
  }
  const memory = remember(stored?.memory ?? emptyMemory, { file, proposal, said, reports, sha256 });
  if (stored && JSON.stringify(memory) === JSON.stringify(stored.memory)) return stored.revision;
  const { unit, list } = by.target;
  const on = { unitId: unit.id, keyId: by.access.keyId, now: by.clock.now };
  const entry: AuditEntry = {
    ...{ kind, by: { ...by, requestId }, year: list.year, units: [unit.id] },
    what: whatOf([{ place: 'shape', before: stored?.revision ?? null, after: (stored?.revision ?? 0) + 1 }]),
  };
  const kept = { shape, revision: stored?.revision ?? 0, memory };
  return keepShape(db, on, kept, reported ? [] : [auditStatement(db, entry, 'changed')]);
}

/**
 * Reports what she has confirmed of a file (S14.2): planned, judged and answered just as a push of the same rows. What has moved
 * since she saw it is a conflict, and nothing is overwritten.
 * @throws Problem `upload-unconfirmed`, `upload-changed`, `upload-not-as-seen`, and those of file and push.
 */
export async function sendWorkbook(
  context: PushContext,
  question: Question,
  upload: Upload,
  answers: WorkbookAnswers,
): Promise<{ answer: WorkbookOutcome; marked: () => Promise<Uint8Array> }> {
  const { confirmed } = answers;
  if (confirmed === undefined) throw new Problem('upload-unconfirmed');
  const read = await readUpload(context.db, question, upload, answers);
  if (read.sha256 !== confirmed.sha256) throw new Problem('upload-changed');
  const places = placesOf(read, confirmed);
  const { pushId, rows } = confirmed;
  const { target, clock } = read.by;
  // The key was counted once, with the reading.
  const asked = { ...question, unit: target.unit.id, year: target.list.year, admit: async () => {} };
  const outcomes: readonly AnsweredOutcome[] =
    rows.length === 0 ? [] : (await pushRows(context, asked, { pushId, rulesVersion, rows })).outcomes;
  const revision = await keep(context, read, rows.length > 0);
  const drafts = draftKeys(read.known.series.obligations);
  const reports = outcomes.map(({ row: _, ...answer }): WorkbookOutcome['reports'][number] => {
    const outcome = asTold(answer, drafts);
    const { sheet, row } = places.get(outcome.key)!;
    const key = parseRowKey(outcome.key);
    const field = outcome.findings?.[0]?.field ?? outcome.theirs?.fields[0];
    return {
      ...outcome,
      arrangement: typeof key === 'string' ? '' : key.arrangement,
      period: typeof key === 'string' ? '' : key.period,
      ...{ sheet, row },
      column: row === null ? null : columnOfField(read.proposal, sheet, field ?? 'arrangements'),
      said: { zh: outcomeWords(outcome, 'zh'), en: outcomeWords(outcome, 'en') },
    };
  });
  // What is signed or protected as a whole stays as it is, and the results come in a file of their own.
  const refused = read.file.told?.find(
    ({ code, sheet }) => sheet === null && (code === 'signed' || code === 'workbook-protected'),
  );
  return {
    answer: {
      ...{ pushId, rulesVersion, today: clock.today, unit: target.unit, reports },
      file: {
        name: read.file.name,
        isMarked: refused === undefined,
        why: refused === undefined ? null : { zh: refused.zh, en: refused.en },
      },
      remembered: revision === null ? null : { revision },
    },
    marked: async () => {
      const sheet = unpackSheet(await readSheet(context.db, asked, undefined));
      return annotate(upload.bytes, fileNotesOf(read.proposal, reports, returnedLines(sheet)));
    },
  };
}
