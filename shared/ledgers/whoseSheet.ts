import { withoutBlanks } from '../import/text/characters.ts';
import type { LedgerKnown } from './known.ts';
import type { SheetView } from './ledgerFile.ts';
import { anyWhom, titleNames, type Whom } from './sheetContext.ts';

const reporter =
  /^(?:(?:填报|报送|填表|上报|制表|编制|报告|责任)?单位|属地|镇[（(]街道[)）]|部门)(?:名称)?(?:[（(][^（()）]*[)）])?(?=[：:]|$)|^(?:填报|报送|填表|上报|制表|编制)单位/u;
/** So many rows at the top and at the bottom may say who reports. */
const signedRows = 20;
/** A row of more cells is one of the table. */
const fewest = 3;
const longestSignature = 24;
const day = /^(?:20\d{2}[年./-])?\d{1,2}[月./-]\d{1,2}日?$/u;
/** Labels, sentences, sections and numbers are no names. */
const sentence = /[：:、，,。；;]|^[（(]?[一二三四五六七八九十\d]+[)）、.．]|^\d/u;

/** Who is said to report, above or below the table, behind a label. */
function labelledSigners(view: SheetView, known: LedgerKnown): Whom {
  const signed: string[] = [];
  for (let row = 0; row < view.height; row += 1) {
    if (row >= signedRows && row < view.height - signedRows) continue;
    const texts = view.texts(row);
    texts.forEach((text, at) => {
      // 单位 over a column is its heading.
      const isLabel = reporter.test(text) && (/[：:]/u.test(text) || texts.length <= 4);
      if (isLabel) signed.push(`${text} ${/[：:]\s*\S/u.test(text) ? '' : (texts[at + 1] ?? '')}`);
    });
  }
  return anyWhom(
    signed.map((words) => titleNames(words.replace(reporter, '').replace(/^[^：:]*[：:]/u, ''), known)),
  );
}

/** Who has signed below the table: a name by itself, with an office or a day behind it at most. */
function signersBelow(view: SheetView, known: LedgerKnown): Whom {
  const signed: Whom[] = [];
  for (let row = view.height - 1; row >= 0 && row >= view.height - signedRows; row -= 1) {
    const shown = Array.from({ length: view.width }, (_, column) => view.shown(row, column));
    if (shown.filter((cell) => cell !== null).length >= fewest && view.texts(row).length > 1) break;
    const texts = view.texts(row).map(withoutBlanks);
    const names = texts.filter((text) => !day.test(text));
    if (names.length === 0) continue;
    if (names.length > 1 || sentence.test(names[0]!) || names[0]!.length > longestSignature) {
      if (texts.length > 1) break;
      continue;
    }
    signed.push(titleNames(names[0]!, known));
  }
  return anyWhom(signed);
}

/**
 * Whether a sheet is another unit's: by who is said to report, above or below the table, else by who has signed at its foot, else by
 * `names`: of its title and its name, then of its file. What names both is hers.
 */
export function isOthers(view: SheetView, names: readonly Whom[], known: LedgerKnown): boolean {
  for (const whom of [labelledSigners(view, known), signersBelow(view, known), ...names]) {
    if (whom.own) return false;
    if (whom.others.length > 0) return true;
  }
  return false;
}

const ofAll = /全[区市县](?!域)|各[镇乡街区]|各(?:园区|单位)/u;
/** A park or a zone that no roster has may be hers, or another unit. */
const unknownZone = /(?:开发|发展|示范|高新|经开)区|管委会|(?:工业|产业)园/u;

/**
 * Whether what a sheet says may be of several units together: by title and name, else by the file's name, it is this one's and
 * others', or its title speaks of all, or of a zone that no roster has, and nothing names this one.
 */
export function isOfSeveral(names: readonly Whom[], title: string): boolean {
  const said = names.find(({ own, others }) => own || others.length > 0);
  return said === undefined
    ? ofAll.test(title) || unknownZone.test(title)
    : said.own && said.others.length > 0;
}
