/** Where the source of HTML broke a line: a blank between words, nothing between Chinese characters. */
const sourceBreak = '\uFDD0';
const wide = /[\u2E80-\u9FFF\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFFEF“”‘’…—]/u;

/** Gathers text into lines, with blanks as a browser shows them, or verbatim. */
export class Lines {
  private readonly verbatim: boolean;
  private done: string[] = [];
  private current = '';

  constructor(verbatim: boolean) {
    this.verbatim = verbatim;
  }

  text(text: string): void {
    if (this.verbatim) this.current += text;
    else {
      const clean = text.replaceAll(sourceBreak, '');
      this.current += clean.replace(/[ \t\r\n\f]+/gu, (run) => (/[\r\n]/u.test(run) ? sourceBreak : ' '));
    }
  }

  /** Begins a new line unless one has just begun. */
  begin(): void {
    if (this.shown(this.current) === '') this.current = '';
    else this.end();
  }

  /** Ends the line, be it empty. */
  end(): void {
    this.done.push(this.shown(this.current));
    this.current = '';
  }

  /** The lines so far; empty ones at both ends are dropped. */
  take(): string[] {
    this.begin();
    const lines = this.done;
    this.done = [];
    const first = lines.findIndex((line) => line !== '');
    return first === -1 ? [] : lines.slice(first, lines.findLastIndex((line) => line !== '') + 1);
  }

  private shown(line: string): string {
    if (this.verbatim) return line;
    return line
      .replace(/[ \uFDD0]+/gu, (run, at: number) => {
        const between = wide.test(line.charAt(at - 1)) && wide.test(line.charAt(at + run.length));
        return run.includes(sourceBreak) && between ? '' : ' ';
      })
      .replaceAll('\u00A0', ' ')
      .trim();
  }
}
