import { lightsOn } from '../../shared/obligations/light.ts';
import { shanghaiDate } from '../../shared/calendar/shanghai.ts';
import type { SheetProposal } from '../../shared/ledgers/proposal.ts';
import { wordsIn } from '../../shared/ledgers/memory.ts';
import type { SettledReport } from '../../shared/ledgers/settleReports.ts';
import { changedFields } from '../../shared/row/row.ts';
import { rulesVersion } from '../../shared/rules/ruleIds.ts';
import { headOf } from '../../shared/sync/series.ts';
import { planPush, type PushPlan } from '../../shared/sync/planPush.ts';
import type { WorkbookAnswers } from '../../shared/wire/workbookAnswers.ts';
import type { WorkbookProposal, WorkbookReport, WorkbookSheet } from '../../shared/wire/workbookProposal.ts';
import type { Question } from '../ledger/asked.ts';
import { toldOfKeys } from './toldOfKeys.ts';
import { readUpload, type ReadUpload, type Upload } from './readUpload.usecase.ts';
import { rowsByTarget, type RowAt } from './rowsByTarget.ts';
import { asTold, draftKeys } from './stillDraft.ts';

/** What a push of these reports would be answered now: planned just as a push is, and not applied. */
function foreseen(
  { by: { clock, target }, known }: ReadUpload,
  reports: readonly { report: SettledReport; at: RowAt }[],
): PushPlan {
  const sent = new Map(
    reports
      .filter(({ report: { state } }) => state === 'ready' || state === 'asked')
      .map(({ report: { values }, at: { row } }) => [
        row.key,
        { key: row.key, base: headOf(row)?.version ?? null, values },
      ]),
  );
  const bases = reports.flatMap(({ at: { row } }) => {
    const head = headOf(row);
    return head === null ? [] : [[`${row.key}@${head.version}`, head.values] as const];
  });
  return planPush([...sent.values()], {
    ...lightsOn(clock.today, target.settings.blueDays),
    ...{ now: clock.now, year: target.list.year },
    obligations: known.series.obligations,
    bases: new Map(bases),
    outsideSum: known.series.outsideSum,
    contact: target.settings.contact,
    paceMargin: target.settings.paceMargin,
  });
}

function reportsOf(read: ReadUpload): WorkbookReport[] {
  const rowOf = rowsByTarget(read.known.series);
  const found = read.reports.map((report) => ({ report, at: rowOf(report) }));
  const plan = foreseen(
    read,
    found.flatMap(({ report, at }) => (at === null ? [] : [{ report, at }])),
  );
  const drafts = draftKeys(read.known.series.obligations);
  const outcomes = new Map(plan.outcomes.map((each) => [each.key, asTold(each, drafts)]));
  const written = new Map(plan.writes.map(({ key, write }) => [key, write.version.values]));
  const indicators = new Map(
    read.known.series.obligations.flatMap(({ arrangement, schedule, scheduleKind, rows }) =>
      rows.map(
        ({ indicator }) =>
          [`${arrangement}.${schedule}.${indicator.id}`, { scheduleKind, indicator }] as const,
      ),
    ),
  );
  return found.map(({ report, at }): WorkbookReport => {
    const { arrangement, schedule, indicator, periods } = report.proposal;
    const known = indicators.get(`${arrangement}.${schedule}.${indicator}`);
    const head = at && headOf(at.row);
    const isSent = at !== null && (report.state === 'ready' || report.state === 'asked');
    const outcome = isSent ? outcomes.get(at.row.key) : undefined;
    const after = isSent ? written.get(at.row.key) : undefined;
    return {
      ...{ id: report.id, sheet: report.sheet, row: report.row, arrangement, schedule, indicator },
      scheduleKind: known?.scheduleKind ?? 'undated',
      indicatorLabel: known?.indicator.label ?? '',
      unitOfMeasure: known?.indicator.unitOfMeasure ?? '',
      ...{ periods: [...periods], period: report.period, values: report.values },
      key: at?.row.key ?? null,
      base: head?.version ?? null,
      state: at === null && report.state !== 'leftOut' ? 'notOpen' : report.state,
      questions: report.questions,
      outcome: outcome?.outcome ?? null,
      findings: outcome?.findings ?? [],
      changes:
        head && after
          ? changedFields(head.values, after).map((field) => ({
              ...{ field, before: head.values[field], after: after[field] },
            }))
          : [],
      isStored: head !== null,
    };
  });
}

const longestWords = 120;

function sheetOf({ file }: ReadUpload, proposal: SheetProposal, at: number): WorkbookSheet {
  const { name, isRead, why = null, layout = null, headerRows, columns, rows } = proposal;
  const counts: WorkbookSheet['rows'] = {};
  const wordsOf = wordsIn(file.sheets[at]!, proposal);
  for (const { is } of rows) counts[is] = (counts[is] ?? 0) + 1;
  return {
    ...{ name, isRead, why, layout, headerRows: [...headerRows], rows: counts },
    columns: columns.map(({ column, heading, role, confidence, from, candidates, facts }) => ({
      ...{ column, heading, confidence, from: [...from], filled: facts.filled },
      role: role as WorkbookSheet['columns'][number]['role'],
      candidates: candidates.map((each) => each.role as WorkbookSheet['columns'][number]['role']),
    })),
    matches: rows.flatMap(({ row, matches }) =>
      matches.map(({ code, confidence, candidates, why: reason = null }, item) => ({
        ...{ row, item, code, confidence, candidates: [...candidates], why: reason },
        text: wordsOf(row, item).slice(0, longestWords),
      })),
    ),
  };
}

function arrangementsOf(
  { known }: ReadUpload,
  sheets: readonly WorkbookSheet[],
  reports: readonly WorkbookReport[],
): WorkbookProposal['arrangements'] {
  const own = new Set(
    known.series.obligations.filter(({ retired }) => !retired).map(({ arrangement }) => arrangement),
  );
  const named = new Set([
    ...reports.map(({ arrangement }) => arrangement),
    ...sheets.flatMap(({ matches }) =>
      matches.flatMap(({ code, candidates }) => [code ?? '', ...candidates]),
    ),
    // What she may choose where nothing of the proposal is right.
    ...own,
  ]);
  return Object.fromEntries(
    known.arrangements
      .filter(({ code }) => named.has(code))
      .map(({ code, taskName, text }) => [code, { taskName, text, isOwn: own.has(code) }]),
  );
}

/** What a file would report, and what has to be asked before (S14.1). Nothing is stored. */
export async function proposeWorkbook(
  db: D1Database,
  question: Question,
  upload: Upload,
  answers: WorkbookAnswers,
): Promise<WorkbookProposal> {
  const read = await readUpload(db, question, upload, answers);
  const { by, known, file, sha256, shape, wasSent, proposal } = read;
  const sheets = proposal.sheets.map((sheet, at) => sheetOf(read, sheet, at));
  const reports = reportsOf(read);
  const [newest] = known.shapes;
  // What was remembered of other files only is told where something of it holds for this one.
  const isUsed = read.recalled.some(
    ({ columns = [], matches = [], isLeftOut }) =>
      isLeftOut === true || matches.length > 0 || columns.some((role) => role !== null),
  );
  const remembered = read.stored ?? (isUsed ? newest : null) ?? null;
  return {
    list: { year: by.target.list.year, title: by.target.list.title },
    unit: by.target.unit,
    today: by.clock.today,
    demo: by.clock.demoOffset !== null,
    rulesVersion,
    file: { name: file.name, sha256, wasSent },
    remembered: remembered && {
      revision: remembered.revision,
      on: shanghaiDate(remembered.changedAt),
      isSameShape: remembered.shape === shape,
    },
    told: [
      ...(file.told ?? []).map(({ zh, en }) => ({ zh, en })),
      ...toldOfKeys(
        file,
        by.target.unit.id,
        (id) => known.units.find((each) => each.id === id)?.names[0] ?? id,
      ),
    ],
    ...{ sheets, reports, arrangements: arrangementsOf(read, sheets, reports) },
  };
}
