import type { Paragraph } from './blocks.ts';

/** Where the source of HTML broke a line: a blank between words, nothing between Chinese characters. */
const sourceBreak = '\uFDD0';
const wide = /[\u2E80-\u9FFF\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFFEF“”‘’…—]/u;

/** Gathers the text of HTML into paragraphs, with blanks as a browser shows them. */
export class ShownText {
  private done: Paragraph[] = [];
  private pending = '';
  /** Whole lines of the paragraph at hand, and what follows them. */
  private lines = '';
  private current = '';

  text(text: string): void {
    const clean = text.replaceAll(sourceBreak, '');
    this.current += clean.replace(/[ \t\r\n\f]+/gu, (run) => (/[\r\n]/u.test(run) ? sourceBreak : ' '));
  }

  /** Ends the line, be it empty. */
  break(): void {
    this.lines += `${shown(this.current)}\n`;
    this.current = '';
  }

  /** Ends the paragraph, if it holds anything: a block begins or ends. */
  end(): void {
    const text = this.lines + shown(this.current);
    if (text !== '') {
      this.done.push({ number: this.pending, text });
      this.pending = '';
    }
    this.lines = '';
    this.current = '';
  }

  /** Begins an item of a list, with the number that is shown before it. */
  item(number: string): void {
    this.endItem();
    this.pending = number;
  }

  /** Ends the paragraph, and an item: a number that nothing followed is a paragraph of its own. */
  endItem(): void {
    this.end();
    if (this.pending !== '') this.done.push({ number: this.pending, text: '' });
    this.pending = '';
  }

  /** The paragraphs so far. */
  take(): Paragraph[] {
    this.endItem();
    const { done } = this;
    this.done = [];
    return done;
  }
}

function shown(line: string): string {
  return line
    .replace(/[ \uFDD0]+/gu, (run, at: number) => {
      const between = wide.test(line.charAt(at - 1)) && wide.test(line.charAt(at + run.length));
      return run.includes(sourceBreak) && between ? '' : ' ';
    })
    .replaceAll('\u00A0', ' ')
    .trim();
}
