import { trimBlanks } from '../import/text/characters.ts';
import { partsOf, tableOfForms, type FormRead, type FoundLabel } from './formTable.ts';
import { SheetView, type LedgerCell, type LedgerFile } from './ledgerFile.ts';
import type { LedgerKnown } from './known.ts';
import { labelled, type FormRole } from './labels.ts';
import type { RowMatcher } from './matchRows.ts';
import { readPeriodWords, yearsIn, type PeriodReading } from './periodWords.ts';
import type { CellPlace, NotRead, SheetProposal } from './proposal.ts';
import { reportsFor, type Said } from './proposeReports.ts';
import { anyWhom, cellNames, namesWhom, titleNames } from './sheetContext.ts';
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

/** Words of five characters share theirs with many arrangements. */
const longestWord = 5;
const likely = 0.5;

const reporter =
  /^(?:填报|报送|填表|上报|制表|编制|报告)(?:单位|部门|人|日期|时间|周期|期)|^单位(?:名称)?[：:]?$|^单位[：:]/u;

const isReporter = (view: SheetView, row: number): boolean => reporter.test(view.texts(row)[0] ?? '');

/**
 * Where forms begin whose work is named in these rows: below a blank row, else with who reports and when, where that stands above the
 * first. Elsewhere it closes a form.
 */
function beginsOf(view: SheetView, starts: readonly number[]): number[] {
  const isAbove = isReporter(view, (starts[0] ?? 0) - 1);
  return starts.map((start, at) => {
    if (at === 0) return start;
    const after = starts[at - 1]!;
    for (let row = start - 1; row > after; row -= 1) if (view.texts(row).length === 0) return row + 1;
    if (!isAbove) return start;
    let begin = start;
    while (begin - 1 > after && isReporter(view, begin - 1)) begin -= 1;
    return begin;
  });
}

/** Titles above all forms; where each form has its own, what names a unit is of the first alone. */
function titlesFor(
  view: SheetView,
  title: readonly (readonly (LedgerCell | null)[])[],
  isFirst: boolean,
  known: LedgerKnown,
): readonly (readonly (LedgerCell | null)[])[] {
  if (isFirst) return title;
  return title.map((cells, row) => {
    const { own, others } = namesWhom(view.texts(row).join(' '), known);
    return own || others.length > 0 ? [] : cells;
  });
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
  const begins = beginsOf(view, starts);
  const haveOwn = begins.some((begin, at) => begin !== starts[at]);
  const forms =
    starts.length < 2
      ? []
      : begins.flatMap((start, at): FormRead[] => {
          const end = begins[at + 1] ?? view.height;
          const above = haveOwn ? titlesFor(view, title, at === 0, known) : title;
          const moved = sheet.merges
            .filter(({ row }) => row >= start && row < end)
            .map((merge) => ({ ...merge, row: merge.row - start + title.length }));
          const rows = [...above, ...sheet.rows.slice(start, end)];
          const form = readOneForm(
            new SheetView({ name: sheet.name, rows, merges: moved }),
            file,
            known,
            matcher,
          );
          if (form === null) return [];
          const placed = ({ row, column }: CellPlace): CellPlace => ({
            row: row < above.length ? row : row - above.length + start,
            column,
          });
          const parts = form.parts?.map((part) => ({
            ...part,
            ...{ label: placed(part.label), value: placed(part.value) },
          }));
          const lines = form.read.rows.map((row) => ({ ...row, row: starts[at]! }));
          return [{ read: { ...form.read, rows: lines }, parts: parts ?? null }];
        });
  if (forms.length < 2) {
    const form = readOneForm(view, file, known, matcher);
    return form && withTable(view, form.read, [form]);
  }
  const read = forms.map((form) => form.read).filter(({ isRead }) => isRead);
  const first = read[0] ?? forms[0]!.read;
  const whole = {
    ...first,
    rows: read.flatMap(({ rows }) => rows),
    gathered: read.flatMap(({ gathered }) => gathered),
  };
  return withTable(view, whole, forms);
}

function withTable(view: SheetView, whole: SheetProposal, forms: readonly FormRead[]): SheetProposal {
  const asTable = whole.isRead ? tableOfForms(view, forms) : null;
  return asTable === null ? whole : { ...whole, asTable };
}

/** Reads a form: labels with their values beside, below or behind a colon; `null` where the sheet is none. */
function readOneForm(
  view: SheetView,
  file: LedgerFile,
  known: LedgerKnown,
  matcher: RowMatcher,
): FormRead | null {
  if (rowsOfLabels(view) < 3 || hasTableHeader(view)) return null;
  const found = new Map<FormRole, LedgerCell>();
  const values = new Set<LedgerCell>();
  /** Labels whose value stands below, in which column and row. */
  const below = new Map<FormRole, { row: number; column: number }>();
  const labels: FoundLabel[] = [];
  const repeated = new Set<FormRole>();
  const texts: string[] = [];
  for (let row = 0; row < view.height; row += 1) {
    for (let column = 0; column < view.width; column += 1) {
      const cell = view.own(row, column);
      if (cell === null || cell.isStruck === true) continue;
      texts.push(cell.text);
      if (values.has(cell)) continue;
      const both = together.exec(trimBlanks(cell.text));
      const role = labelled(both?.[1] ?? cell.text);
      if (role !== null && found.has(role)) repeated.add(role);
      if (role === null || found.has(role)) continue;
      const named = {
        role,
        heading: both?.[1] ?? cell.text,
        label: { row, column },
        isInOneCell: both !== null,
      };
      if (both) {
        labels.push({ ...named, value: named.label });
        found.set(role, { text: trimBlanks(both[2]!), value: trimBlanks(both[2]!) });
        continue;
      }
      const merge = view.mergeAt(row, column);
      const atRight = { row, column: column + (merge?.columns ?? 1) };
      const atFoot = { row: row + (merge?.rows ?? 1), column };
      const beside = view.own(atRight.row, atRight.column);
      const under = view.own(atFoot.row, atFoot.column);
      // 已完成 is a label of counts, and a status.
      const isValue = (each: LedgerCell): boolean =>
        labelled(each.text) === null || (role === 'status' && readLedgerStatus(each, false).is === 'value');
      const value = [beside, under].find((each) => each !== null && isValue(each));
      labels.push({ ...named, value: value === undefined ? null : value === under ? atFoot : atRight });
      if (!value) continue;
      if (value === under) below.set(role, atFoot);
      found.set(role, value);
      values.add(value);
    }
  }
  const work = found.get('arrangements') ?? found.get('name');
  if (work === undefined || found.size < 3 || standsBesideOthers(view, work, matcher)) return null;
  const whole = texts.join(' ');
  const called = `${view.sheet.name} ${file.name.replace(/\.[a-z]+$/iu, '')}`;
  // The work itself may speak of another year: 报告2023年度履职情况.
  const about = texts.filter((text) => text !== work.text).join(' ');
  const inForm = yearsIn(about.slice(0, 400));
  const years = inForm.length > 0 ? inForm : yearsIn(called);
  const base = {
    ...{ name: view.sheet.name, titleRows: [], headerRows: [], columns: [], rows: [] },
    gathered: [],
  };
  const unreadForm = (why: NotRead): FormRead => ({ read: { ...base, isRead: false, why }, parts: null });
  if (years.length > 0 && !years.includes(known.year)) return unreadForm('other-year');
  const inside = anyWhom([
    namesWhom(whole, known),
    // A town that no roster has is known by its title, or by a cell of its own.
    ...texts.map((each, at) => (at < 2 ? titleNames(each, known) : cellNames(each, known))),
  ]);
  const isNamed = inside.own || inside.others.length > 0;
  const whom = isNamed ? inside : namesWhom(called, known);
  if (!whom.own && whom.others.length > 0) return unreadForm('other-unit');
  const text = (role: FormRole): string => trimBlanks(found.get(role)?.text ?? '');
  const match = matcher.match({
    text: work.text,
    task: work === found.get('name') ? '' : text('name'),
    number: text('listNumber'),
  });
  if (match.code === null) return unreadForm('nothing-of-the-list');
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
  const further = furtherRows(view, below);
  const read: SheetProposal = {
    ...{ ...base, isRead: true, layout: 'form' },
    rows: [{ row: 0, is: 'arrangement', matches: [match], reports: [] }],
    gathered: [
      ...reportsFor(match.code, said, period, known, isAsked),
      ...further.flatMap((more) =>
        reportsFor(
          match.code!,
          { ...said, ...more.said },
          readPeriodWords(more.period, known.year),
          known,
          isAsked,
        ),
      ),
    ],
  };
  // A row for each period beneath its labels is more than one value for each, a second work beside the first another form.
  const isSeveral = further.length > 0 || repeated.has(work === found.get('name') ? 'name' : 'arrangements');
  return { read, parts: isSeveral ? null : partsOf(view, labels) };
}

/** Whether other arrangements stand in the row of the one that is named: it is a table with arrangements across. */
function standsBesideOthers(view: SheetView, work: LedgerCell, matcher: RowMatcher): boolean {
  const row = view.sheet.rows.findIndex((cells) => cells.includes(work));
  const texts = view.texts(Math.max(0, row));
  const like = texts.filter((text) => text.length > longestWord && matcher.likeness(text) >= likely);
  // Behind a label each, they are forms beside each other.
  const labels = texts.filter((text) => /^(?:arrangements|name)$/u.test(labelled(text) ?? ''));
  return row >= 0 && like.length > 1 && labels.length < 2;
}

/** Rows of a small table within a form, a period each, below the first of them. */
function furtherRows(
  view: SheetView,
  below: ReadonlyMap<FormRole, { row: number; column: number }>,
): { period: string; said: Partial<Said> }[] {
  const first = below.get('period');
  if (first === undefined) return [];
  const rows: { period: string; said: Partial<Said> }[] = [];
  for (let row = first.row + 1; row < view.height; row += 1) {
    const period = view.text(row, first.column);
    if (period === '' || labelled(period) !== null) break;
    const cell = (role: FormRole): LedgerCell | null => {
      const place = below.get(role);
      return place?.row === first.row ? view.own(row, place.column) : null;
    };
    rows.push({
      period,
      said: {
        ...{ status: cell('status'), count: cell('count'), completedOn: cell('completedOn') },
        ...{ note: trimBlanks(cell('note')?.text ?? ''), problems: trimBlanks(cell('problems')?.text ?? '') },
      },
    });
  }
  return rows;
}
