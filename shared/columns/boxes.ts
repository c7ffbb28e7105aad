import { withoutBlanks } from '../import/text/characters.ts';

const empty = '□☐▢';
const ticked = '☑✔✓√☒■';
const marks = `${empty}${ticked}`;
const leading = new RegExp(`([${marks}])([^${marks}]+)`, 'gu');
const trailing = new RegExp(`([^${marks}]+)([${marks}])`, 'gu');

/** What is ticked among choices in one cell (□未开始 ☑进行中 □已完成, 是☑ 否□), and all choices; `null`: the cell holds none. */
export function boxesIn(text: string): { ticked: string[]; choices: string[] } | null {
  const words = withoutBlanks(text);
  if (!new RegExp(`[${empty}]`, 'u').test(words)) return null;
  const isLeading = marks.includes(words.charAt(0));
  const choices = [...words.matchAll(isLeading ? leading : trailing)].map(([, first, second]) => ({
    words: (isLeading ? second! : first!).replace(/[、，,;；/／]+$/u, ''),
    isTicked: ticked.includes(isLeading ? first! : second!),
  }));
  if (choices.length === 0) return null;
  return {
    ticked: choices.filter(({ isTicked }) => isTicked).map((each) => each.words),
    choices: choices.map((each) => each.words),
  };
}
