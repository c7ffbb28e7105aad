import { trimBlanks, foldDigits, withoutBlanks } from './characters.ts';
import { yearNumber } from './chineseNumber.ts';
import type { Report } from './diagnosticCatalogue.ts';
import { toSimplified } from './simplified.ts';

const yearPattern = /(?<!\d)(?:20\d{2}|二[〇零○][〇零○一二三四五六七八九]{2})(?=年)/u;
const longestTitle = 400;

/**
 * The title and year of a list: the nearest row above its first header that names a year, in Simplified characters. An explicit
 * year wins over the title's. `null` where neither gives a year.
 */
export function readTitle(
  rows: readonly (readonly string[])[],
  asked: number | undefined,
  report: Report,
): { title: string; year: number } | null {
  if (asked !== undefined && !(Number.isInteger(asked) && asked >= 2000 && asked <= 2100)) {
    report('year-invalid', { detail: String(asked) });
    return null;
  }
  for (let row = rows.length - 1; row >= 0; row -= 1) {
    const title = titleOf(rows[row] ?? []);
    const printed = yearPattern.exec(withoutBlanks(foldDigits(title.slice(0, longestTitle))))?.[0];
    const year = printed === undefined ? null : yearNumber(printed);
    if (year === null) continue;
    if (asked !== undefined && asked !== year)
      report('year-differs', { text: title, detail: String(asked), row });
    return { title: title.slice(0, longestTitle), year: asked ?? year };
  }
  if (asked === undefined) {
    report('year-missing');
    return null;
  }
  const nearest = rows.map(titleOf).findLast((line) => line !== '');
  const title = nearest?.slice(0, longestTitle) ?? `${asked}年`;
  if (nearest === undefined) report('title-missing', { detail: title });
  return { title, year: asked };
}

function titleOf(row: readonly string[]): string {
  return toSimplified(
    row
      .map((cell) => trimBlanks(String(cell)))
      .filter((cell) => cell !== '')
      .join(' '),
  );
}
