import { periodWords } from '../../../shared/calendar/periodWords.ts';
import type { CellValue } from '../../../shared/row/row.ts';

/** How the hidden cells and 校验结果 of a row of hers hold what is of its blocks. */

const nothing = '-';

/** One word for each block; `null`: none has any. */
export function joinWords(words: readonly (string | number | null)[]): string | null {
  return words.every((word) => word === null) ? null : words.map((word) => word ?? nothing).join(' ');
}

export function splitWords(cell: CellValue | undefined, count: number): (string | null)[] {
  const words = cell === null || cell === undefined ? [] : String(cell).trim().split(/\s+/u);
  return Array.from({ length: count }, (_, at) => {
    const word = words[at] ?? '';
    return word === '' || word === nothing ? null : word;
  });
}

const indicatorSign = '·';

/** What a block is of that is one indicator's, by the heading of its count. */
export const indicatorBlock = (heading: string): string =>
  `${indicatorSign}${heading.replace(/[、：\s]/gu, '')}`;

/** Whether a block is one indicator's; its columns beside those of counts are of all the row's indicators. */
export const isIndicatorBlock = (of: string): boolean => of.startsWith(indicatorSign);

/** The block without a period says how things stand. */
const nameOf = (of: string): string =>
  of === ''
    ? '目前'
    : isIndicatorBlock(of)
      ? of.slice(indicatorSign.length)
      : periodWords(of, 'zh').replace(/^\d{4}年(?=.)/u, '');

const isWrong = (text: string): boolean => /^[✗≠!↩]/u.test(text);

/** 校验结果 of a row of hers: what is said of each block, those of which the same is said together. */
export function resultText(
  results: readonly (string | null)[],
  of: readonly string[],
  keys: readonly (string | null)[],
): string | null {
  const said = results.flatMap((text, at) => (text === null ? [] : [{ text, name: nameOf(of[at] ?? '') }]));
  const [first] = said;
  if (first === undefined) return null;
  if (keys.filter((key) => key !== null).length <= 1 && said.length === 1) return first.text;
  // What is wrong comes first: the rest may lie beyond the cell's edge.
  return [...Map.groupBy(said, ({ text }) => text)]
    .toSorted(([a], [b]) => Number(isWrong(b)) - Number(isWrong(a)))
    .map(([text, same]) => `${same.map(({ name }) => name).join('、')}：${text}`)
    .join('\n');
}

/** The same, read back. */
export function resultsOf(
  cell: CellValue | undefined,
  of: readonly string[],
  keys: readonly (string | null)[],
): (string | null)[] {
  const text = cell === null || cell === undefined ? '' : String(cell);
  const names = of.map(nameOf);
  const found = of.map((): string | null => null);
  let isNamed = false;
  for (const line of text.split('\n')) {
    const end = line.indexOf('：');
    const told = end < 0 ? [] : line.slice(0, end).split('、');
    if (told.length === 0 || !told.every((name) => names.includes(name))) continue;
    isNamed = true;
    for (const name of told) found[names.indexOf(name)] = line.slice(end + 1);
  }
  if (isNamed || text === '') return found;
  const only = keys.findIndex((key) => key !== null);
  found[Math.max(only, 0)] = text;
  return found;
}
