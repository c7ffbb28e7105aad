import { inGroup, periodGroups, type PeriodGroup } from './periodGroups.ts';
import type { CellValue, RowField } from '../../../shared/row/row.ts';
import type { ReportAnswer, SheetAnswer, WorkbookAnswers } from '../../../shared/wire/workbookAnswers.ts';
import type {
  WorkbookProposal,
  WorkbookReport,
  WorkbookSheet,
} from '../../../shared/wire/workbookProposal.ts';

type Column = WorkbookSheet['columns'][number];
type Match = WorkbookSheet['matches'][number];
type Role = Column['role'];

/** One thing to be answered, with what she would probably say. */
export type Item =
  | { kind: 'column'; id: string; sheet: string; column: Column }
  | { kind: 'match'; id: string; sheet: string; match: Match }
  | ({ kind: 'period' } & PeriodGroup)
  | {
      kind: 'report';
      id: string;
      sheet: string;
      report: WorkbookReport;
      isTwice: boolean;
      isLast: boolean;
      isInGroup: boolean;
    }
  | { kind: 'explain'; id: string; sheet: string; report: WorkbookReport };

/** What stands in the controls, where she has changed it, by the item's id and the field. */
export type Drafted = ReadonlyMap<string, CellValue>;

const ofRow = ['match', 'columns'];
export const isValue = (about: string): about is RowField =>
  !['period', 'report', 'twice', ...ofRow].includes(about);

/** Whether a report breaks a rule as it stands: it can be mended here, or in the file. */
const isToExplain = ({ state, outcome, findings }: WorkbookReport): boolean =>
  state === 'ready' && outcome === 'invalid' && findings.length > 0;

/** The fields by which a report can be mended: those that are wrong, and an explanation where that lets it pass. */
export function fieldsToMend({ findings }: WorkbookReport): RowField[] {
  const wrong = findings.flatMap(({ field, severity }): RowField[] =>
    severity === 'error' && field !== 'key' ? [field] : [],
  );
  const isWarned = findings.some(({ severity }) => severity === 'warning');
  return [...new Set<RowField>([...wrong, ...(isWarned ? ['explanation' as const] : [])])];
}

/** All that is open in a proposal: columns first, since the rest hangs on them. */
export function itemsOf({ sheets, reports }: WorkbookProposal): Item[] {
  const columns = sheets.flatMap(({ name: sheet, isRead, columns: all }): Item[] =>
    all
      .filter(({ confidence, role }) => isRead && confidence === 'ask' && role !== 'unread')
      .map((column) => ({ kind: 'column', id: `c/${sheet}/${column.column}`, sheet, column })),
  );
  const matches = sheets.flatMap(({ name: sheet, matches: all }): Item[] =>
    all
      .filter(({ confidence }) => confidence === 'ask')
      .map((match) => ({ kind: 'match', id: `m/${sheet}/${match.row}/${match.item}`, sheet, match })),
  );
  const sheetOf = ({ sheet }: WorkbookReport): string => sheets[sheet]?.name ?? '';
  const groups = periodGroups(
    reports.filter(({ state }) => state === 'asked'),
    sheetOf,
  );
  const isGrouped = inGroup(groups);
  const asked = reports.filter(
    ({ id, state, questions }) =>
      state === 'asked' &&
      questions.some(({ about }) => !ofRow.includes(about) && !(about === 'period' && isGrouped(id))),
  );
  const lastOf = new Map(
    asked
      .filter(({ questions }) => questions.some(({ about }) => about === 'twice'))
      .map(({ key, id }) => [key, id]),
  );
  return [
    ...columns,
    ...matches,
    ...groups.map((group): Item => ({ kind: 'period', ...group })),
    ...asked.map((report): Item => ({
      ...{ kind: 'report', id: `r/${report.id}`, sheet: sheetOf(report), report },
      isTwice: report.questions.some(({ about }) => about === 'twice'),
      isLast: lastOf.get(report.key) === report.id,
      isInGroup: isGrouped(report.id),
    })),
    ...reports
      .filter(isToExplain)
      .map((report): Item => ({ kind: 'explain', id: `e/${report.id}`, sheet: sheetOf(report), report })),
  ];
}

/** The period of a group, or of one report of it (`field`: its id), which follows the group unless she says otherwise. */
const groupShown = ({ id, reports }: PeriodGroup, field: string, drafted: Drafted): CellValue =>
  field === 'period'
    ? (reports[0]?.period ?? null)
    : (drafted.get(`${id}/period`) ?? reports[0]?.period ?? null);

/** What an item's control shows: what she has put there, else what is proposed. */
export function shownIn(item: Item, field: string, drafted: Drafted): CellValue {
  const own = drafted.get(`${item.id}/${field}`);
  if (own !== undefined) return own;
  switch (item.kind) {
    case 'column':
      return item.column.role;
    case 'match':
      return item.match.code;
    case 'period':
      return groupShown(item, field, drafted);
    case 'explain':
      return item.report.values[field as RowField] ?? '';
    case 'report':
      if (field === 'leftOut') return item.isTwice && !item.isLast;
      if (field === 'period') return item.report.period;
      return item.report.questions.find(({ about }) => about === field)?.proposal ?? null;
  }
}

const blank = (value: CellValue): CellValue =>
  typeof value === 'string' && value.trim() === '' ? null : value;

/** A number that was typed is one; other words go as they are, and the rules say what is wrong with them. */
function asValue(field: string, value: CellValue): CellValue {
  const read = blank(value);
  return field === 'count' && typeof read === 'string' && /^\d{1,9}$/u.test(read.trim())
    ? Number(read)
    : read;
}

/** Whether a report is asked for its period by itself, and not within a group. */
export const isPeriodAsked = ({ report, isInGroup }: Extract<Item, { kind: 'report' }>): boolean =>
  !isInGroup && report.periods.length > 1 && report.questions.some(({ about }) => about === 'period');

function answerTo(item: Extract<Item, { kind: 'report' }>, drafted: Drafted): ReportAnswer {
  const { report } = item;
  if (shownIn(item, 'leftOut', drafted) === true) return { id: report.id, isLeftOut: true };
  const values = report.questions
    .filter(({ about }) => isValue(about))
    .map(({ about, why }) => {
      const shown = shownIn(item, about, drafted);
      // Of what she left blank, '' clears what is stored and null leaves it.
      return [about, why === 'emptied' ? (shown === '' ? '' : null) : asValue(about, shown)] as const;
    });
  const period = shownIn(item, 'period', drafted);
  return {
    ...{ id: report.id, isLeftOut: false, isConfirmed: true },
    ...(isPeriodAsked(item) && typeof period === 'string' && { period }),
    ...(values.length > 0 && { values: Object.fromEntries(values) }),
  };
}

const joined = <T>(before: readonly T[], now: readonly T[], name: (each: T) => string): T[] => {
  const names = new Set(now.map(name));
  return [...before.filter((each) => !names.has(name(each))), ...now];
};

/** The answers so far, with all items answered as their controls show. */
export function answeredWith(
  before: WorkbookAnswers,
  items: readonly Item[],
  drafted: Drafted,
): WorkbookAnswers {
  const sheets = new Map((before.sheets ?? []).map((each) => [each.sheet, each]));
  const put = (sheet: string, more: (own: SheetAnswer) => Partial<SheetAnswer>): void => {
    const own = sheets.get(sheet) ?? { sheet };
    sheets.set(sheet, { ...own, ...more(own) });
  };
  const given = new Map<string, ReportAnswer>();
  const say = (report: ReportAnswer): void => {
    given.set(report.id, { ...given.get(report.id), ...report });
  };
  for (const item of items) {
    if (item.kind === 'column') {
      const role = shownIn(item, 'role', drafted) as Role;
      put(item.sheet, ({ columns = [] }) => ({
        columns: joined(columns, [{ column: item.column.column, role }], ({ column }) => String(column)),
      }));
    } else if (item.kind === 'match') {
      const { row, item: nth } = item.match;
      const code = (shownIn(item, 'code', drafted) as string | null) || null;
      put(item.sheet, ({ matches = [] }) => ({
        matches: joined(matches, [{ row, item: nth, code }], (each) => `${each.row}/${each.item}`),
      }));
    } else if (item.kind === 'period') {
      for (const { id } of item.reports) {
        const period = shownIn(item, id, drafted);
        // Nothing chosen: it is not to be reported.
        say(
          period === '' || period === null
            ? { id, isLeftOut: true }
            : { id, isLeftOut: false, period: String(period) },
        );
      }
    } else if (item.kind === 'report') {
      const answer = answerTo(item, drafted);
      say(given.get(answer.id)?.isLeftOut === true ? { ...answer, isLeftOut: true } : answer);
    } else {
      const mended = fieldsToMend(item.report).flatMap((field) => {
        const value = asValue(field, shownIn(item, field, drafted));
        return value === null || value === (item.report.values[field] ?? null)
          ? []
          : [[field, value] as const];
      });
      if (mended.length > 0) say({ id: item.report.id, values: Object.fromEntries(mended) });
    }
  }
  const merged = [...given.values()].map((report) => {
    const own = (before.reports ?? []).find(({ id }) => id === report.id);
    return {
      ...own,
      ...report,
      ...((own?.values || report.values) && { values: { ...own?.values, ...report.values } }),
    };
  });
  return {
    sheets: [...sheets.values()],
    reports: joined(before.reports ?? [], merged, ({ id }) => id),
  };
}

/** Says of one report anew: another period, or that it is not to be sent. */
export function saidOf(before: WorkbookAnswers, said: ReportAnswer): WorkbookAnswers {
  const own = (before.reports ?? []).find(({ id }) => id === said.id);
  return { ...before, reports: joined(before.reports ?? [], [{ ...own, ...said }], ({ id }) => id) };
}

/** Says anew what a column, a row or a sheet is. */
export function saidOfSheet(before: WorkbookAnswers, said: SheetAnswer): WorkbookAnswers {
  const own = (before.sheets ?? []).find(({ sheet }) => sheet === said.sheet);
  const columns = joined(own?.columns ?? [], said.columns ?? [], ({ column }) => String(column));
  const matches = joined(own?.matches ?? [], said.matches ?? [], ({ row, item }) => `${row}/${item}`);
  const sheet = {
    ...own,
    ...said,
    ...(columns.length > 0 && { columns }),
    ...(matches.length > 0 && { matches }),
  };
  return { ...before, sheets: joined(before.sheets ?? [], [sheet], (each) => each.sheet) };
}

/** What is sent: every report that is ready, as it is shown. */
export const readyOf = ({ reports }: WorkbookProposal): WorkbookReport[] =>
  reports.filter(({ state, key }) => state === 'ready' && key !== null);

/** Whether sending it would change anything. */
export const isNews = ({ outcome }: WorkbookReport): boolean =>
  outcome !== 'unchanged' && outcome !== 'locked';

/** The answers with what is confirmed. */
export function confirmed(
  proposal: WorkbookProposal,
  answers: WorkbookAnswers,
  pushId: string,
): WorkbookAnswers {
  const rows = readyOf(proposal).map(({ key, base, values }) => ({ key: key!, base, values }));
  return { ...answers, confirmed: { pushId, sha256: proposal.file.sha256, rows } };
}
