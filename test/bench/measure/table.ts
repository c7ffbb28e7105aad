import { median, quantile } from './stats.ts';

/** A line of the table. `goal` says whether it is met; lines without one are for the reader. */
export interface Line {
  what: string;
  figure: string;
  /** Middle half of the runs. */
  spread?: string;
  note?: string;
  goal?: { text: string; met: boolean };
}

export interface Section {
  title: string;
  lines: Line[];
}

const wide = /[\u2e80-\uffef]/u;
const widthOf = (text: string): number => [...text].reduce((sum, char) => sum + (wide.test(char) ? 2 : 1), 0);
const pad = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)));

export function print(sections: readonly Section[]): void {
  const lines = sections.flatMap((section) => section.lines);
  const cells = ({ what, figure, spread = '', note = '' }: Line) => [what, figure, spread, note];
  const widths = [0, 1, 2, 3].map((at) => Math.max(...lines.map((line) => widthOf(cells(line)[at]!))));
  for (const { title, lines: own } of sections) {
    console.log(`\n${title}`);
    for (const line of own) {
      const row = cells(line).map((cell, at) => pad(cell, widths[at]!));
      const goal = line.goal ? `${line.goal.met ? '✓ met    ' : '✗ NOT MET'} ${line.goal.text}` : '';
      console.log(`  ${row.join('  ')}  ${goal}`.trimEnd());
    }
  }
  const goals = lines.filter((line) => line.goal);
  const met = goals.filter((line) => line.goal!.met).length;
  console.log(`\n${met} of ${goals.length} goals met`);
}

/** Three significant digits, with separators from a thousand on. */
export function number(value: number): string {
  if (!Number.isFinite(value)) return '–';
  if (Math.abs(value) >= 1000) return Math.round(value).toLocaleString('en');
  return Number(value.toPrecision(3)).toString();
}

export const ms = (value: number): string => `${number(value)} ms`;

/** Median and middle half of times in milliseconds. */
export function times(values: readonly number[]): Pick<Line, 'figure' | 'spread'> {
  return {
    figure: ms(median(values)),
    spread: `${number(quantile(values, 0.25))}–${number(quantile(values, 0.75))}`,
  };
}

export const kilobytes = (bytes: number): string => `${number(bytes / 1000)} kB`;
