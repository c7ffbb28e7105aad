import { chineseNumber } from '../text/chineseNumber.ts';

/** A word that may be the mark of an item: `word` is what it counts by. */
export type WordMark = { number: string; value: number; start: number; end: number };

type Kind = { style: string; pattern: RegExp; valueOf(word: string): number };

const counted = (style: string, words: readonly string[]): Kind => {
  const any = words.toReversed().join('|');
  return {
    style,
    pattern: new RegExp(`(?<![A-Za-z])[（(]?(?<number>${any})[、.．)）](?!${any})`, 'gu'),
    valueOf: (word) => words.indexOf(word) + 1,
  };
};
const numerals = '[一二三四五六七八九十]';
const chinese = (style: string, pattern: string): Kind => ({
  style,
  pattern: new RegExp(pattern, 'gu'),
  valueOf: (word) => chineseNumber(word.replace('要', '')) ?? 0,
});

/** Words that number items where they count up from one, and else are words: 一、二季度, 统一要求, A、B级, 甲、乙两地. */
const kinds: readonly Kind[] = [
  chinese('一、', `(?<number>${numerals}{1,3})[、.．)）](?!${numerals})`),
  chinese('一要', `(?<number>${numerals}{1,2}要)(?![求素点件领])`),
  counted('甲、', [...'甲乙丙丁戊己庚辛壬癸']),
  counted('壹、', [...'壹贰叁肆伍陆柒捌玖拾']),
  counted('壹、', [...'壹貳參肆伍陸柒捌玖拾']),
  counted('a', [...'abcdefghijklmnopqrstuvwxyz']),
  counted('A', [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']),
  counted('i', 'i ii iii iv v vi vii viii ix x'.split(' ')),
  counted('Ⅰ', [...'ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ']),
  counted('I', 'I II III IV V VI VII VIII IX X'.split(' ')),
];

/** The words of each kind that may be marks, in the order of the text. */
export function wordMarks(cell: string): { style: string; marks: WordMark[] }[] {
  return kinds.map(({ style, pattern, valueOf }) => ({
    style,
    marks: [...cell.matchAll(pattern)].map(({ 0: whole, index: start, groups }) => {
      const number = groups?.['number'] ?? '';
      return { number, value: valueOf(number), start, end: start + whole.length };
    }),
  }));
}
