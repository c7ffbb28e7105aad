import { headWords } from '../columns/headWords.ts';
import type { LedgerRole } from '../columns/roleNames.ts';
import { evidence, namesOf } from '../columns/roles.ts';
import { trimBlanks } from '../import/text/characters.ts';
import type { LedgerCell, LedgerFile, SheetView } from './ledgerFile.ts';
import type { LedgerKnown } from './known.ts';
import type { RowMatcher } from './matchRows.ts';
import { readPeriodWords, yearsIn, type PeriodReading } from './periodWords.ts';
import type { SheetProposal } from './proposal.ts';
import { reportsFor, type Said } from './proposeReports.ts';
import { namesWhom } from './sheetContext.ts';
import type { AskReason } from './values.ts';

const roles = [
  ...(['arrangements', 'name', 'status', 'count', 'completedOn', 'note', 'problems', 'contact'] as const),
  ...(['evidence', 'period', 'listNumber'] as const),
] satisfies LedgerRole[];
type FormRole = (typeof roles)[number];

const longestLabel = 8;

/** What a label stands for; `null` where a text is none. */
function labelled(text: string): FormRole | null {
  const words = headWords(text);
  if (words.length > longestLabel || words === '') return null;
  return (
    roles.find((role) => namesOf(role, 'ledger').includes(words)) ??
    roles.find(
      (role) => evidence[role].ending?.test(words) === true && evidence[role].against?.test(words) !== true,
    ) ??
    null
  );
}

/** Label and value in one cell: 完成情况：已完成. */
const together = /^([^：:]{2,14})[：:]\s*(\S[\s\S]*)$/u;

/** How many rows begin with a label: a form has several, a table none below its header. */
function rowsOfLabels(view: SheetView): number {
  let rows = 0;
  for (let row = 0; row < view.height; row += 1) {
    const [first] = view.texts(row);
    if (first === undefined) continue;
    if (labelled(together.exec(trimBlanks(first))?.[1] ?? first) !== null) rows += 1;
  }
  return rows;
}

/** Reads a form: labels with their values beside, below or behind a colon; `null` where the sheet is none. */
export function readForm(
  view: SheetView,
  file: LedgerFile,
  known: LedgerKnown,
  matcher: RowMatcher,
): SheetProposal | null {
  if (rowsOfLabels(view) < 3) return null;
  const found = new Map<FormRole, LedgerCell>();
  const texts: string[] = [];
  for (let row = 0; row < view.height; row += 1) {
    for (let column = 0; column < view.width; column += 1) {
      const cell = view.own(row, column);
      if (cell === null || cell.isStruck === true) continue;
      texts.push(cell.text);
      const both = together.exec(trimBlanks(cell.text));
      const role = labelled(both?.[1] ?? cell.text);
      if (role === null || found.has(role)) continue;
      if (both) {
        found.set(role, { text: trimBlanks(both[2]!), value: trimBlanks(both[2]!) });
        continue;
      }
      const merge = view.mergeAt(row, column);
      const beside = view.own(row, column + (merge?.columns ?? 1));
      const below = view.own(row + (merge?.rows ?? 1), column);
      const value = [beside, below].find((each) => each !== null && labelled(each.text) === null);
      if (value) found.set(role, value);
    }
  }
  const work = found.get('arrangements') ?? found.get('name');
  if (work === undefined || found.size < 3) return null;
  const whole = texts.join(' ');
  const years = yearsIn(whole.slice(0, 400));
  const base = {
    ...{ name: view.sheet.name, titleRows: [], headerRows: [], columns: [], rows: [] },
    gathered: [],
  };
  if (years.length > 0 && !years.includes(known.year)) return { ...base, isRead: false, why: 'other-year' };
  const whom = namesWhom(whole, known);
  if (!whom.own && whom.others.length > 0) return { ...base, isRead: false, why: 'other-unit' };
  const text = (role: FormRole): string => trimBlanks(found.get(role)?.text ?? '');
  const match = matcher.match({
    text: work.text,
    task: work === found.get('name') ? '' : text('name'),
    number: text('listNumber'),
  });
  if (match.code === null) return { ...base, isRead: false, why: 'nothing-of-the-list' };
  const said: Said = {
    ...{ status: found.get('status') ?? null, count: found.get('count') ?? null },
    ...{ completedOn: found.get('completedOn') ?? null, note: text('note'), problems: text('problems') },
    ...{ contact: text('contact'), evidence: text('evidence') },
  };
  const named = found.get('period');
  const period: PeriodReading | null =
    (named === undefined ? null : readPeriodWords(named.text, known.year)) ??
    readPeriodWords(view.sheet.name, known.year) ??
    readPeriodWords(file.name.replace(/\.[a-z]+$/u, ''), known.year);
  const isAsked = match.confidence === 'ask' ? (match.why as AskReason) : null;
  return {
    ...{ ...base, isRead: true, layout: 'form' as const },
    rows: [{ row: 0, is: 'arrangement', matches: [match], reports: [] }],
    gathered: reportsFor(match.code, said, period, known, isAsked),
  };
}
