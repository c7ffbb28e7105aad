import { trimBlanks } from '../import/text/characters.ts';
import { SheetView, type LedgerCell, type LedgerFile } from './ledgerFile.ts';
import type { LedgerKnown } from './known.ts';
import { labelled, type FormRole } from './labels.ts';
import type { RowMatcher } from './matchRows.ts';
import { readPeriodWords, yearsIn, type PeriodReading } from './periodWords.ts';
import type { SheetProposal } from './proposal.ts';
import { reportsFor, type Said } from './proposeReports.ts';
import { namesWhom } from './sheetContext.ts';
import { readLedgerStatus } from './values.ts';
import type { AskReason } from './values.ts';

/** Label and value in one cell: 完成情况：已完成. */
const together = /^([^：:]{2,14})[：:]\s*(\S[\s\S]*)$/u;

/** How many rows begin with a label: a form has several, a table none below its header. */
function rowsOfLabels(view: SheetView): number {
  let rows = 0;
  for (let row = 0; row < view.height; row += 1) {
    const [first, second] = view.texts(row);
    if (first === undefined) continue;
    const both = together.exec(trimBlanks(first));
    if (labelled(both?.[1] ?? first) === null) continue;
    // A title that ends like a label has nothing beside it, and a label below.
    const below = view.texts(row + 1)[0];
    if (both !== null || second !== undefined || (below !== undefined && labelled(below) === null)) rows += 1;
  }
  return rows;
}

/** Whether some row is the header of a table: the work and what is said of it, one heading beside the other. */
function hasTableHeader(view: SheetView): boolean {
  for (let row = 0; row < view.height; row += 1) {
    let run: FormRole[] = [];
    for (const text of view.texts(row)) {
      const role = labelled(text);
      run = role === null ? [] : [...run, role];
      const isOfWork = run.includes('arrangements') || run.includes('name');
      if (isOfWork && (run.length >= 3 || (run.includes('arrangements') && run.includes('name'))))
        return true;
    }
  }
  return false;
}

/** Where forms begin that stand below each other in one sheet: at each label of the work. */
function startsOf(view: SheetView): number[] {
  const starts: number[] = [];
  let work: FormRole | null = null;
  for (let row = 0; row < view.height; row += 1) {
    const first = view.texts(row)[0];
    const label = first === undefined ? null : labelled(together.exec(trimBlanks(first))?.[1] ?? first);
    if (label !== 'arrangements' && label !== 'name') continue;
    work ??= label;
    if (label === work) starts.push(row);
  }
  return starts;
}

/** Reads forms of labels and values, one or several below each other; `null` where the sheet holds none. */
export function readForm(
  view: SheetView,
  file: LedgerFile,
  known: LedgerKnown,
  matcher: RowMatcher,
): SheetProposal | null {
  const starts = startsOf(view);
  const { sheet } = view;
  const title = sheet.rows.slice(0, starts[0] ?? 0);
  const forms =
    starts.length < 2
      ? []
      : starts.flatMap((start, at) => {
          const end = starts[at + 1] ?? view.height;
          const moved = sheet.merges
            .filter(({ row }) => row >= start && row < end)
            .map((merge) => ({ ...merge, row: merge.row - start + title.length }));
          const rows = [...title, ...sheet.rows.slice(start, end)];
          const read = readOneForm(
            new SheetView({ name: sheet.name, rows, merges: moved }),
            file,
            known,
            matcher,
          );
          return read === null ? [] : [{ ...read, rows: read.rows.map((row) => ({ ...row, row: start })) }];
        });
  const read = forms.filter(({ isRead }) => isRead);
  const [first] = read;
  if (first === undefined || read.length < 2) return readOneForm(view, file, known, matcher);
  return {
    ...first,
    rows: read.flatMap(({ rows }) => rows),
    gathered: read.flatMap(({ gathered }) => gathered),
  };
}

/** Reads a form: labels with their values beside, below or behind a colon; `null` where the sheet is none. */
function readOneForm(
  view: SheetView,
  file: LedgerFile,
  known: LedgerKnown,
  matcher: RowMatcher,
): SheetProposal | null {
  if (rowsOfLabels(view) < 3 || hasTableHeader(view)) return null;
  const found = new Map<FormRole, LedgerCell>();
  const values = new Set<LedgerCell>();
  const texts: string[] = [];
  for (let row = 0; row < view.height; row += 1) {
    for (let column = 0; column < view.width; column += 1) {
      const cell = view.own(row, column);
      if (cell === null || cell.isStruck === true) continue;
      texts.push(cell.text);
      if (values.has(cell)) continue;
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
      // 已完成 is a label of counts, and a status.
      const isValue = (each: LedgerCell): boolean =>
        labelled(each.text) === null || (role === 'status' && readLedgerStatus(each, false).is === 'value');
      const value = [beside, below].find((each) => each !== null && isValue(each));
      if (!value) continue;
      found.set(role, value);
      values.add(value);
    }
  }
  const work = found.get('arrangements') ?? found.get('name');
  if (work === undefined || found.size < 3) return null;
  const whole = texts.join(' ');
  const called = `${view.sheet.name} ${file.name.replace(/\.[a-z]+$/iu, '')}`;
  const inForm = yearsIn(whole.slice(0, 400));
  const years = inForm.length > 0 ? inForm : yearsIn(called);
  const base = {
    ...{ name: view.sheet.name, titleRows: [], headerRows: [], columns: [], rows: [] },
    gathered: [],
  };
  if (years.length > 0 && !years.includes(known.year)) return { ...base, isRead: false, why: 'other-year' };
  const inside = namesWhom(whole, known);
  const isNamed = inside.own || inside.others.length > 0;
  const whom = isNamed ? inside : namesWhom(called, known);
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
