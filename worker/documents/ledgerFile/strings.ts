import { readXml } from '../xml.ts';
import type { Package } from '../zip.ts';
import { bounds } from './bounds.ts';
import { tooLarge } from '../limits.ts';

/** Text of a cell: whole, and what of it is not struck out. A run without a font of its own (`null`) has that of the cell. */
export interface RichText {
  text: string;
  /** Runs, where the text has several or a font of its own. */
  runs?: readonly { text: string; isStruck: boolean | null }[];
}

/** What spreadsheets write for characters that XML cannot hold: `_x000D_` is a carriage return. */
const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replaceAll(/_x([0-9A-Fa-f]{4})_/gu, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text;

/** Gathers the text of `<si>` or `<is>`: of `<t>` and of runs, but not of how it is pronounced. */
export class TextGatherer {
  private runs: { text: string; isStruck: boolean | null }[] = [];
  private plain = '';
  private run: { text: string; isStruck: boolean | null } | null = null;
  private spoken = 0;
  private isText = false;

  open(name: string, isOff: boolean): void {
    if (name === 'rPh') this.spoken += 1;
    else if (name === 'r') this.run = { text: '', isStruck: null };
    else if (name === 'rPr' && this.run) this.run.isStruck = false;
    else if (name === 'strike' && this.run) this.run.isStruck = !isOff;
    else if (name === 't') this.isText = this.spoken === 0;
  }

  close(name: string): void {
    if (name === 'rPh') this.spoken -= 1;
    else if (name === 't') this.isText = false;
    else if (name === 'r' && this.run) {
      this.runs.push(this.run);
      this.run = null;
    }
  }

  text(text: string): void {
    if (!this.isText) return;
    if (this.run) this.run.text += text;
    else this.plain += text;
  }

  take(): RichText {
    const plain = unescaped(this.plain);
    const runs = this.runs.map((run) => ({ ...run, text: unescaped(run.text) }));
    this.plain = '';
    this.runs = [];
    if (runs.length === 0) return { text: plain };
    // Some programs write plain text and runs beside each other.
    const all = plain === '' ? runs : [{ text: plain, isStruck: null }, ...runs];
    const text = all.map((run) => run.text).join('');
    return all.some(({ isStruck }) => isStruck === true) ? { text, runs: all } : { text };
  }
}

const forgotten: RichText = { text: '' };

/** The strings that cells of a workbook share; with `only`, those that match, and blanks for the others. */
export function readStrings(zip: Package, part: string | null, only?: RegExp): RichText[] {
  if (part === null) return [];
  const strings: RichText[] = [];
  const gatherer = new TextGatherer();
  const names: string[] = [];
  let characters = 0;
  readXml(zip, part, {
    open(name, attribute) {
      names.push(name);
      gatherer.open(name, name === 'strike' && /^(?:0|false)$/u.test(attribute('val') ?? ''));
    },
    close() {
      const name = names.pop()!;
      gatherer.close(name);
      if (name !== 'si') return;
      const taken = gatherer.take();
      characters += taken.text.length;
      strings.push(only === undefined || only.test(taken.text) ? taken : forgotten);
      if (strings.length > bounds.strings || characters > bounds.characters) {
        throw tooLarge(
          `文字超过 ${bounds.characters} 字或 ${bounds.strings} 段`,
          `it holds more than ${bounds.characters} characters or ${bounds.strings} strings`,
        );
      }
    },
    text: (text) => gatherer.text(text),
  });
  return strings;
}
