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
  /** What a person has said of rows. */
  said: readonly SaidMatch[];
  /** What the keys of its rows say. */
  keyed: KeyedRows;
  /** The period of the whole sheet; `null` where its title, name and file say none. */
  period: PeriodReading | null;
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

function namesIn(words: string, names: readonly string[]): string[] {
  let known = plainNames.get(names);
  if (known === undefined) {
    known = names.map((name) => ({ whole: plain(name), short: plain(name).replace(kindOfUnit, '') }));
    plainNames.set(names, known);
  }
  const bare = words.length > longestShort ? '' : words.replace(numbered, '');
  return names.filter((name, at) => {
    const { whole, short } = known[at]!;
    return name.length > 1 && (words.includes(whole) || (short.length > 1 && bare.startsWith(short)));
  });
}

/** Which arrangement a row is of, or an item of it: what a person has said stands before its words. */
export function matchAt({ said, matcher }: SheetContext, row: number, item: number, words: RowWords): Match {
  const own = said.find((each) => each.row === row && each.item === item);
  return own === undefined ? matcher.match(words) : matcher.said(own.code);
}

/**
 * What a row as a whole is of. Its key comes first: it goes where the row goes, whatever the columns are called. A row whose words
 * plainly are of something else is asked, since it may have been copied and changed.
 */
export function matchOfRow(context: SheetContext, row: number, words: RowWords): Match {
  const match = matchAt(context, row, 0, words);
  const keyed = context.keyed.own.get(row)?.identity.arrangement;
  const isSaid = context.said.some((each) => each.row === row && each.item === 0);
  return isSaid || keyed === undefined ? match : context.matcher.keyed(keyed, match);
}

/** Columns that have a role. */
export function columnsOf({ columns }: Pick<Head, 'columns'>, role: Role): number[] {
  return columns.filter((each) => each.role === role).map(({ column }) => column);
}

/** Whom a text names: the unit itself, others, or nobody. */
export function namesWhom(text: string, known: LedgerKnown): { own: boolean; others: string[] } {
  const words = plain(text);
  return { own: namesIn(words, known.unit.names).length > 0, others: namesIn(words, known.others) };
}
