import type { SourceSpan } from '../../taskList/taskList.ts';
import { foldDigits, isBlank, tidyBlanks } from './characters.ts';
import { yearNumber } from './chineseNumber.ts';
import { simplifyWithOffsets } from './simplified.ts';

/**
 * A text prepared for the grammars: `compact` is Simplified, without blanks, with ASCII digits and full-width punctuation, so that
 * `３ 月底前` and `3月底前` read alike. Positions are positions in `compact`; `span` leads back to the printed characters (I8).
 */
export type PreparedText = {
  printed: string;
  simplified: string;
  compact: string;
  span(start: number, end: number): SourceSpan;
  /** The Simplified words between two positions, wrapping blanks dropped. */
  words(start: number, end: number): string;
};

const punctuation: Readonly<Record<string, string>> = {
  '(': '（',
  ')': '）',
  ';': '；',
  ':': '：',
  '!': '！',
  '?': '？',
  '〜': '~',
  '～': '~',
  '–': '-',
  '—': '-',
  '－': '-',
  '―': '-',
};

/** Prepares what is `printed`. A goal is kept in Simplified characters only, and is its own print: `asIs` leaves it unconverted. */
export function prepareText(printed: string, asIs = false): PreparedText {
  const { text: simplified, starts, ends } = asIs ? unconverted(printed) : simplifyWithOffsets(printed);
  const kept: number[] = [];
  let compact = '';
  for (let at = 0; at < simplified.length; at += 1) {
    const character = simplified.charAt(at);
    if (isBlank(character)) continue;
    kept.push(at);
    compact += punctuation[character] ?? character;
  }
  compact = foldDigits(compact);
  // A comma between digits groups thousands; any other separates clauses.
  compact = compact.replace(/,(?!\d{3}(?!\d))|(?<!\d),/gu, '，');
  // 元月底前 is 1月底前; of 5万元月租 no month is said.
  compact = compact.replace(/(?<![\d百千万亿美欧])元(?=月[底初末中份前上下])/gu, '1');
  // 二○二五年: years alone are written digit by digit, and read alike in ASCII.
  compact = compact.replace(/[一二][九〇零○][〇零○一二三四五六七八九]{2}(?=年)/gu, (year) =>
    String(yearNumber(year) ?? year),
  );
  return {
    printed,
    simplified,
    compact,
    span(start, end) {
      const from = starts[kept[start] ?? 0] ?? 0;
      const to = ends[kept[end - 1] ?? 0] ?? printed.length;
      return { text: printed.slice(from, to), start: from, end: to };
    },
    words(start, end) {
      return tidyBlanks(simplified.slice(kept[start] ?? 0, (kept[end - 1] ?? -1) + 1));
    },
  };
}

function unconverted(text: string) {
  const starts = Array.from({ length: text.length }, (_, index) => index);
  return { text, starts, ends: starts.map((start) => start + 1) };
}
