import { trimBlanks, foldDigits, withoutBlanks } from '../text/characters.ts';
import { yearNumber } from '../text/chineseNumber.ts';
import type { Report } from '../diagnostics/catalogue.ts';
import { toSimplified } from '../text/simplified.ts';

/** A year, but none of a span (2024—2026年), which names no one year. */
const yearPattern =
  /(?<!\d|20\d{2}年?[-—–－~～至到])(?:20\d{2}|二[〇零○][〇零○一二三四五六七八九]{2})(?=年)(?!年?[-—–－~～至到]20\d{2})/gu;
const titleWord = /清单|台账|要点|任务|计划|方案|安排|分解|分工|[表册](?=$)/gu;
const inBrackets = /[（(][^（()）]{0,400}[)）]/gu;
const fullDate = /年\d{1,2}月\d{1,2}[日号]/u;
/** What a sentence above the table, or a line of who filled it in, says beside its year. */
const prose = /[。；：:]|^(?:为|根据|按照|依据|贯彻|经)|精神$/u;
const longestTitle = 400;

/** A row above the table: its title as printed, the years that it names, and the one that holds if it is the list's title. */
type Line = {
  row: number;
  title: string;
  years: number[];
  year: number | null;
  isTitle: boolean;
  isRemark: boolean;
};

/**
 * The title and year of a list, in Simplified characters. They are those of the nearest row above its first header
 * that reads like the title of a list and names a year. Else they are those of the nearest other row that is neither
 * a date nor a remark. An explicit year wins over the title's. `null`
 * where neither gives a year.
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
  const lines = rows.map(readLine);
  const dated = lines.filter(({ year }) => year !== null);
  const heading = dated.findLast(({ isTitle }) => isTitle) ?? dated.at(-1);
  if (heading !== undefined && heading.year !== null) {
    const { year, row } = heading;
    // A date alone, below the title: 2024年5月.
    const isDate = dateAlone.test(withoutBlanks(heading.title));
    const title = (isDate ? titleIn(lines)?.title : undefined) ?? heading.title;
    if (asked === undefined) tellOtherYears(lines, heading, report);
    else if (asked !== year) report('year-differs', { text: title, detail: String(asked), row });
    return { title, year: asked ?? year };
  }
  if (asked === undefined) {
    report('year-missing');
    return null;
  }
  const nearest = titleIn(lines) ?? lines.findLast(({ title }) => title !== '');
  const title = nearest?.title ?? `${asked}年`;
  if (nearest === undefined) report('title-missing', { detail: title });
  return { title, year: asked };
}

const dateAlone =
  /^[（(]?(?:20\d{2}|二[〇零○][〇零○一二三四五六七八九]{2})年度?(?:[\d一二三四五六七八九十]{1,2}月)?[)）]?$/u;

/** The nearest line that reads like a title, or at least like no sentence. */
const titleIn = (lines: readonly Line[]): Line | undefined =>
  lines.findLast(({ isTitle }) => isTitle) ??
  lines.findLast(({ isRemark, title }) => !isRemark && title !== '' && !dateAlone.test(withoutBlanks(title)));

function tellOtherYears(lines: readonly Line[], { row, year }: Line, report: Report): void {
  const others = new Set(lines.flatMap(({ years }) => years).filter((other) => other !== year));
  if (others.size === 0) return;
  report('year-chosen', {
    text: `${year}年`,
    detail: [...others].map((other) => `${other}年`).join('、'),
    row,
  });
}

function readLine(cells: readonly string[], row: number): Line {
  const title = titleOf(cells).slice(0, longestTitle);
  const text = withoutBlanks(foldDigits(title));
  const outside = text.replace(inBrackets, (run) => '\n'.repeat(run.length));
  const isRemark = outside.trim() === '' || fullDate.test(outside) || prose.test(outside);
  return {
    row,
    title,
    years: yearsIn(text).map(({ year }) => year),
    year: isRemark ? null : (yearOf(outside) ?? (fullDate.test(text) ? null : yearOf(text))),
    isRemark,
    isTitle: !isRemark && !outside.includes('印发') && outside.search(titleWord) >= 0,
  };
}

/** Of several years the one nearest before the last word for a list: 2024年工作总结和2025年任务清单. */
function yearOf(text: string): number | null {
  const years = yearsIn(text);
  const word = [...text.matchAll(titleWord)].at(-1)?.index ?? text.length;
  return (years.findLast(({ at }) => at < word) ?? years[0])?.year ?? null;
}

function yearsIn(text: string): { at: number; year: number }[] {
  return [...text.matchAll(yearPattern)].flatMap(({ 0: printed, index: at }) => {
    const year = yearNumber(printed);
    return year === null ? [] : [{ at, year }];
  });
}

function titleOf(row: readonly string[]): string {
  return toSimplified(
    row
      .map((cell) => trimBlanks(String(cell)))
      .filter((cell) => cell !== '')
      .join(' '),
  );
}
