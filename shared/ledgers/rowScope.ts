import { trimBlanks, withoutBlanks } from '../import/text/characters.ts';
import { isOtherYear, saysPlan } from './foreign.ts';
import { holdsValues } from './labels.ts';
import type { LedgerKnown } from './known.ts';
import { readPeriodWords, type PeriodReading } from './periodWords.ts';
import type { RowKind } from './proposal.ts';
import { cellNames, columnsOf, namesWhom, type SheetContext } from './sheetContext.ts';

/** What rows stand under: the last section and the last filled cell of a column of units or years. */
export interface Scope {
  /** Why nothing is read of the row; `null`: it may be read. */
  not: RowKind | null;
  /** The period that a section above names. */
  period: PeriodReading | null;
  /** Whether it names other units beside this one, in a sheet that has rows of those: its values may be of all of them. */
  isShared: boolean;
}

const longestSection = 40;
const longestUnits = 30;
/** A row that shows how to fill in. */
const sample = /^[（(]?(?:填[写报])?(?:示例|样例|范例|例子?|举例|例如|示范)\d*[)）]?[：:]?$/u;
/** An enterprise may be called after a town. */
const enterprise = /(?:公司|厂|企业|集团|店)(?:[（(].*[)）])?$/u;
const district = /^(?:全[市区县]|\p{Script=Han}{2,4}[市区县])$/u;
const unitLike = /(?:镇|乡|街道|街办|办事处|开发区|园区|管委会|政府)$/u;
const nobody = { own: false, others: [] };
const yearHeading = /^(?:年度?|年份)$/u;
/** Of roles that tell of time or of units nothing else is meant. */
const values: ReadonlySet<string> = new Set([
  'status',
  'count',
  'completedOn',
  'note',
  'problems',
  'contact',
  'evidence',
]);

/** Columns whose cells name units, however they are headed: 所属镇（街道）, 属地. */
function columnsOfUnits({ view, head, known }: SheetContext): number[] {
  return head.columns.flatMap(({ column, role }) => {
    const isOfWork = role === 'arrangements' || role === 'enterprise';
    if (values.has(role) || isOfWork || holdsValues(head.headings[column]?.at(-1) ?? '')) return [];
    let filled = 0;
    let named = 0;
    for (let row = head.lastRow + 1; row < Math.min(view.height, head.lastRow + 400); row += 1) {
      const text = view.text(row, column);
      if (text === '') continue;
      filled += 1;
      const whom = text.length > longestUnits ? null : cellNames(text, known);
      if (whom !== null && (whom.own || whom.others.length > 0)) named += 1;
    }
    return filled > 0 && named * 2 >= filled ? [column] : [];
  });
}

const sumOfUnit = /^(.{2,12}?)(?:小计|合计|总计)[:：]?$/u;

/** The rows whose unit is named in the sum below them (某镇小计), or in the sum above, where that comes first: those of others. */
function rowsOfOthersSums({ view, head, known }: SheetContext): ReadonlySet<number> {
  const rows = new Set<number>();
  const sums: { row: number; isOthers: boolean }[] = [];
  for (let row = head.lastRow + 1; row < view.height; row += 1) {
    const name = view
      .texts(row)
      .filter((text) => text.includes('计'))
      .flatMap((text) => sumOfUnit.exec(withoutBlanks(text))?.[1] ?? [])[0];
    const whom = name === undefined ? nobody : cellNames(name, known);
    if (whom.own || whom.others.length > 0) sums.push({ row, isOthers: !whom.own });
  }
  const isAbove = sums[0]?.row === head.lastRow + 1;
  sums.forEach(({ row, isOthers }, at) => {
    if (!isOthers) return;
    const from = isAbove ? row : (sums[at - 1]?.row ?? head.lastRow) + 1;
    const to = isAbove ? (sums[at + 1]?.row ?? view.height) - 1 : row;
    for (let each = from; each <= to; each += 1) rows.add(each);
  });
  return rows;
}

/** Whether a cell names other units and not this one; 各 and 全 mean this one too. */
function isOthersAlone(text: string, known: LedgerKnown): boolean {
  const { own, others } = cellNames(text, known);
  return !own && others.length > 0 && !/各|全/u.test(text);
}

/**
 * Follows the rows of a table downwards: sections between them (三、某镇; 3月第4周; 2023年), headers that recur, units and years
 * that are said once for the rows below.
 */
export class RowScope {
  private readonly context: SheetContext;
  /** Columns whose cells say whose rows are. */
  readonly unitColumns: readonly number[];
  private readonly yearColumns: readonly number[];
  private readonly kindColumns: readonly number[];
  private isOthersSection: boolean;
  private isYearSection = false;
  private period: PeriodReading | null = null;
  private readonly othersSums: ReadonlySet<number>;
  private readonly hasOthersRows: boolean;
  private readonly hasOwnRows: boolean;
  private readonly lastUnit = new Map<number, string>();
  private readonly lastYear = new Map<number, string>();

  constructor(context: SheetContext) {
    this.context = context;
    this.isOthersSection = context.isOthersFirst;
    const { head } = context;
    this.unitColumns = [...new Set([...columnsOf(head, 'units'), ...columnsOfUnits(context)])];
    const { view } = context;
    this.hasOthersRows = this.unitColumns.some((column) =>
      Array.from({ length: Math.min(view.height, head.lastRow + 400) }, (_, row) => row)
        .slice(head.lastRow + 1)
        .some((row) => isOthersAlone(view.text(row, column), context.known)),
    );
    this.hasOwnRows = Array.from({ length: Math.min(view.height, head.lastRow + 400) }, (_, row) => row)
      .slice(head.lastRow + 1)
      .some((row) => this.isOwnRow(row));
    this.othersSums = rowsOfOthersSums(context);
    this.yearColumns = head.columns
      .filter(({ heading }) => yearHeading.test(withoutBlanks(heading)))
      .map(({ column }) => column);
    this.kindColumns = head.columns
      .filter(({ role }) => !values.has(role) && role !== 'arrangements')
      .map(({ column }) => column);
  }

  /** What the next row stands under; rows come in their order. */
  next(row: number): Scope {
    const { view, known } = this.context;
    const scope = (not: RowKind | null): Scope => ({
      ...{ not, period: this.period },
      isShared: not === null && this.hasOthersRows && this.isSharedRow(),
    });
    if (sample.test(withoutBlanks(view.texts(row)[0] ?? ''))) return scope('note');
    if (this.othersSums.has(row)) return scope('other-unit');
    if (this.isHeaderAgain(row) || this.takesSection(row)) return scope('category');
    if (this.isOthersSection || this.isOthersRow(row)) return scope('other-unit');
    if (this.isYearSection) return scope('other-year');
    for (const column of this.yearColumns) {
      const text = view.shown(row, column)?.text.trim() ?? '';
      if (text !== '') this.lastYear.set(column, text);
      if (isOtherYear(this.lastYear.get(column) ?? '', known)) return scope('other-year');
    }
    const periods = columnsOf(this.context.head, 'period').map(
      (column) => view.shown(row, column)?.text ?? '',
    );
    if (periods.some((text) => isOtherYear(text, known))) return scope('other-year');
    if (this.kindColumns.some((column) => saysPlan(view.text(row, column)))) return scope('plan');
    return scope(null);
  }

  private isHeaderAgain(row: number): boolean {
    const { view, head } = this.context;
    const filled = head.headings.flatMap((headings, column) => {
      const text = view.text(row, column);
      return text === '' ? [] : [headings.includes(text)];
    });
    return filled.length >= 2 && filled.every(Boolean);
  }

  /** Whether the row is a section that says whose, when or of which year the rows below are. */
  private takesSection(row: number): boolean {
    const { view, known, matcher } = this.context;
    const texts = view.texts(row);
    if (texts.length === 0 || texts.length > 2) return false;
    if (texts.length === 2 && !/^[（(]?[一二三四五六七八九十\d]{1,3}[)）]?[、.．]?$/u.test(texts[0]!))
      return false;
    const text = trimBlanks(texts.at(-1)!);
    if (text.length > longestSection || matcher.likeness(text) >= 0.5) return false;
    const whom = enterprise.test(text) ? nobody : cellNames(text, known);
    const isWhom = whom.own || whom.others.length > 0;
    if (isWhom) this.isOthersSection = !whom.own;
    const isYear = /20\d{2}|去年|上年|本年|今年/u.test(text);
    if (isYear) this.isYearSection = isOtherYear(text, known);
    const period = readPeriodWords(text.replace(/20\d{2}年/gu, ''), known.year, this.context.period);
    const isPeriod = period !== null && !/前|底/u.test(text);
    if (isPeriod) this.period = period;
    return isWhom || isYear || isPeriod;
  }

  /** Whether columns say whose rows are. */
  get hasUnits(): boolean {
    return this.unitColumns.length > 0;
  }

  /** Whether a cell of the row names this unit and no other. */
  isOwnRow(row: number): boolean {
    const { view, known } = this.context;
    return this.unitColumns.some((column) => {
      const { own, others } = cellNames(view.shown(row, column)?.text ?? '', known);
      return own && others.length === 0;
    });
  }

  /** Whether the last cell of units, in the row or above it, names this unit. */
  namesOwn(row: number): boolean {
    const { view, known } = this.context;
    return this.unitColumns.some((column) => {
      const text = view.shown(row, column)?.text ?? this.lastUnit.get(column) ?? '';
      return cellNames(text, known).own;
    });
  }

  /** Whether the last cells of units name others beside this one, or others before it: they lead. */
  private isSharedRow(): boolean {
    const whom = this.unitColumns.map((column) =>
      cellNames(this.lastUnit.get(column) ?? '', this.context.known),
    );
    const [first] = whom.filter(({ own, others }) => own || others.length > 0);
    const isLed = first !== undefined && !first.own && whom.some(({ own }) => own);
    // Whom a name means that nobody knows, in a column that names other units, nobody can tell.
    const isUnknown =
      first === undefined &&
      this.unitColumns.some((column) => {
        const said = this.lastUnit.get(column) ?? '';
        return /^\p{Script=Han}{2,}$/u.test(said) && !/各|全/u.test(said);
      });
    return isLed || isUnknown || whom.some(({ own, others }) => own && others.length > 0);
  }

  /** Whether the row is of another unit: by its own cell of units, or by the last one above where that is blank. */
  private isOthersRow(row: number): boolean {
    const { view, known } = this.context;
    const whom = this.unitColumns.map((column) => {
      const text = view.shown(row, column)?.text.trim() ?? '';
      if (text !== '') this.lastUnit.set(column, text);
      const said = this.lastUnit.get(column) ?? '';
      // 全区 beside rows of towns is their sum.
      const isSum = this.hasOwnRows && district.test(withoutBlanks(said));
      const { own, others } = cellNames(said, known);
      // Beside other units what is called like one is another, whether a roster has it or not.
      const isOther = isSum || (this.hasOthersRows && unitLike.test(withoutBlanks(said)));
      return { own, others: isOther && !own ? [said] : others, isGroup: !isSum && /各|全/u.test(said) };
    });
    const contacts = columnsOf(this.context.head, 'contact').map((column) =>
      namesWhom(view.text(row, column), known),
    );
    if (contacts.some(({ own, others }) => !own && others.length > 0)) return true;
    return (
      whom.some(({ others }) => others.length > 0) &&
      !whom.some(({ own }) => own) &&
      !whom.some(({ isGroup }) => isGroup)
    );
  }
}
