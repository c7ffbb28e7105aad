import type { Role } from '../columns/roleNames.ts';
import { withoutBlanks } from '../import/text/characters.ts';
import { toSimplified } from '../import/text/simplified.ts';
import type { Head } from './findHead.ts';
import type { KeyedRows } from './keyedRows.ts';
import type { LedgerKnown } from './known.ts';
import type { SheetView } from './ledgerFile.ts';
import type { RowMatcher, RowWords } from './matchRows.ts';
import type { PeriodReading } from './periodWords.ts';
import type { Match } from './proposal.ts';
import type { SaidMatch } from './said.ts';

/** What a layout is read with. */
export interface SheetContext {
  view: SheetView;
  head: Head;
  known: LedgerKnown;
  matcher: RowMatcher;
  /** What a person has said of rows, by `saidName`. */
  said: ReadonlyMap<string, SaidMatch>;
  /** What the keys of its rows say. */
  keyed: KeyedRows;
  /** The period of the whole sheet; `null` where its title, name and file say none. */
  period: PeriodReading | null;
  /** Its title names another unit; a section below names this one. */
  isOthersFirst: boolean;
  /** The titles of the sheet, joined. */
  title: string;
}

const plain = (text: string): string => withoutBlanks(toSimplified(text));

/** Names as they are compared, and what is left of them without 镇 or 街道; made once for each unit's ledger. */
const plainNames = new WeakMap<readonly string[], { whole: string; short: string }[]>();
const kindOfUnit = /(?:镇|乡|街道|街道办事处|园区|开发区|管委会)$/u;
/** What a short name may stand between: 三、某某; 某某台账. */
const numbered = /^[（(]?[一二三四五六七八九十\d]{1,3}[)）]?[、.．]?/u;
const longestShort = 12;
/** A town that is in no roster: another district's. 各镇, 乡镇, 责任街道 name none. */
const town =
  /^(?:[^\P{Script=Han}各全]{2,4}[省市区县])*(?!责任|落实|涉及|配合|重点|有关|相关|牵头|参与|部分|建制|特色|中心|推[动进]|督促|指导|组织|加强|开展|检查|通报|考核|年度|危化|安全|应急|工作)([^\P{Script=Han}各全本我乡城该集省市区县村每两属所由]{2,3}(?:镇|街道))/u;
/** What may follow the name of a town in a cell: its government, or an office of it. */
const offices = /^(?:人民政府|政府|党委|党工委|管委会|办事处|[安应]\p{Script=Han}{1,8}[办局所站科])?$/u;
const han = /\p{Script=Han}/u;

function knownBy(names: readonly string[]): { whole: string; short: string }[] {
  let known = plainNames.get(names);
  if (known === undefined) {
    known = names.map((name) => ({ whole: plain(name), short: plain(name).replace(kindOfUnit, '') }));
    plainNames.set(names, known);
  }
  return known;
}

/** Whether a short name stands by itself at one side at least: 台账（某某）, 危化台账-某某4.8. */
function standsApart(words: string, short: string): boolean {
  for (let at = words.indexOf(short); at >= 0; at = words.indexOf(short, at + 1))
    if (!han.test(words.charAt(at - 1)) || !han.test(words.charAt(at + short.length))) return true;
  return false;
}

function namesIn(words: string, names: readonly string[], isName: boolean): string[] {
  const known = knownBy(names);
  const bare = words.length > longestShort ? [] : [words, words.replace(numbered, '')];
  return names.filter((name, at) => {
    const { whole, short } = known[at]!;
    if (name.length < 2) return false;
    if (words.includes(whole)) return true;
    return (
      short.length > 1 && (isName ? standsApart(words, short) : bare.some((each) => each.startsWith(short)))
    );
  });
}

/** A row, or an item of it, by which something was said of it. */
export const saidName = ({ row, item }: Pick<SaidMatch, 'row' | 'item'>): string => `${row}.${item}`;

/** Which arrangement a row is of, or an item of it: what a person has said stands before its words. */
export function matchAt({ said, matcher }: SheetContext, row: number, item: number, words: RowWords): Match {
  const own = said.get(saidName({ row, item }));
  return own === undefined ? matcher.match(words) : matcher.said(own.code);
}

/**
 * What a row as a whole is of. Its key comes first: it goes where the row goes, whatever the columns are called. A row whose words
 * plainly are of something else is asked, since it may have been copied and changed.
 */
export function matchOfRow(context: SheetContext, row: number, words: RowWords): Match {
  const match = matchAt(context, row, 0, words);
  const keyed = context.keyed.own.get(row)?.identity.arrangement;
  const isSaid = context.said.has(saidName({ row, item: 0 }));
  return isSaid || keyed === undefined ? match : context.matcher.keyed(keyed, match);
}

/** Columns that have a role. */
export function columnsOf({ columns }: Pick<Head, 'columns'>, role: Role): number[] {
  return columns.filter((each) => each.role === role).map(({ column }) => column);
}

export interface Whom {
  own: boolean;
  others: string[];
}

/** Whom a text names: the unit itself, others, or nobody. */
export function namesWhom(text: string, known: LedgerKnown): Whom {
  return whomIn(text, known, false);
}

/** Whom a cell of a column of units names: there a town is one, though no roster has it. */
export function cellNames(cell: string, known: LedgerKnown): Whom {
  const whom = whomIn(cell, known, false);
  if (whom.own || whom.others.length > 0) return whom;
  const words = plain(cell).replace(numbered, '');
  const found = town.exec(words);
  const office = found === null ? '' : words.slice(found[0].length);
  return { own: false, others: found !== null && offices.test(office) ? [found[1]!] : [] };
}

/** Whom a title or the name of a sheet or file names: there a short name may stand anywhere by itself. */
export function titleNames(title: string, known: LedgerKnown): Whom {
  const whom = whomIn(title, known, true);
  if (whom.own || whom.others.length > 0) return whom;
  const other = town.exec(plain(title).replace(numbered, ''))?.[1];
  return { own: false, others: other === undefined ? [] : [other] };
}

function whomIn(text: string, known: LedgerKnown, isName: boolean): Whom {
  const words = plain(text);
  return {
    own: namesIn(words, known.unit.names, isName).length > 0,
    others: namesIn(words, known.others, isName),
  };
}

/** Whom several texts name together. */
export function anyWhom(all: readonly Whom[]): Whom {
  return { own: all.some(({ own }) => own), others: [...new Set(all.flatMap(({ others }) => others))] };
}

/** Whose work the words of a row are, where they say so themselves: 某镇：建立机制. What the list's own words name says nothing. */
export function workNames(text: string, listed: string, known: LedgerKnown): Whom & { isFirst: boolean } {
  const words = plain(text).replace(numbered, '');
  const own = namesIn(words, known.unit.names, false).length > 0;
  const inList = plain(listed);
  const others = knownBy(known.others).flatMap(({ whole, short }, at) => {
    if (inList.includes(whole)) return [];
    const isShort = short.length > 1 && words.startsWith(short) && /^[：:]/u.test(words.slice(short.length));
    return words.includes(whole) || isShort
      ? [{ name: known.others[at]!, isFirst: isShort || words.startsWith(whole) }]
      : [];
  });
  const unknown = town.exec(words);
  if (!own && others.length === 0 && unknown !== null && /^[：:]/u.test(words.slice(unknown[0].length)))
    return { own, others: [unknown[1]!], isFirst: true };
  return { own, others: others.map(({ name }) => name), isFirst: others.some(({ isFirst }) => isFirst) };
}
