import type { WorkbookState } from '../port.ts';
import { batches } from './batch.ts';
import { mute } from './events.ts';
import { stateSheet } from './names.ts';
import { type Abilities, bytesOf, type Rounds } from './rounds.ts';

/** A cell holds at most 32,767 characters; the mark before each part keeps Excel from reading it as a number or a formula. */
const partLength = 32_000;
const mark = '|';

/** What the first cell says of the state: the column that holds it, and how it is known to be whole. */
interface Head {
  column: number;
  parts: number;
  length: number;
  hash: number;
}

/**
 * The workbook's state as text on a very hidden sheet, cut into cells. It is written beside the last one and the first
 * cell is turned over at the end: cut off in between, the last one still stands.
 */
export class StateSheet {
  readonly #rounds: Rounds;
  readonly #abilities: Abilities;
  /** As last seen; `undefined`: not looked yet. */
  #head: Head | null | undefined;

  constructor(rounds: Rounds, abilities: Abilities) {
    this.#rounds = rounds;
    this.#abilities = abilities;
  }

  async read(context: Excel.RequestContext): Promise<WorkbookState | null> {
    const head = (this.#head = await this.#readHead(context));
    if (!head) return null;
    let text = '';
    const most = Math.max(1, Math.floor(this.#abilities.payload / (partLength * 3)));
    for (let from = 0; from < head.parts; from += most)
      text += await this.#readParts(context, head.column, from, Math.min(most, head.parts - from));
    if (text.length !== head.length || hashOf(text) !== head.hash) return null;
    return JSON.parse(text) as WorkbookState;
  }

  async write(context: Excel.RequestContext, state: WorkbookState): Promise<void> {
    const text = JSON.stringify(state);
    const parts = cut(text);
    const steps = parts.map((part, row) => ({ part, row, bytes: bytesOf(part) + 500 }));
    const packed = batches(steps, this.#abilities.payload);
    // In several batches it must not go over what another pane over the workbook has written meanwhile.
    if (this.#head === undefined || packed.length > 1) this.#head = await this.#readHead(context);
    const fresh = this.#head === null;
    const head: Head = {
      column: this.#head?.column === 1 ? 2 : 1,
      parts: parts.length,
      length: text.length,
      hash: hashOf(text),
    };
    for (const [index, batch] of packed.entries())
      await mute(context, this.#rounds, this.#abilities, () => {
        const sheet =
          fresh && index === 0 ? makeSheet(context) : context.workbook.worksheets.getItem(stateSheet);
        if (batch.length > 0)
          sheet.getRangeByIndexes(batch[0]!.row, head.column, batch.length, 1).values = batch.map(
            ({ part }) => [mark + part],
          );
        if (index === packed.length - 1)
          sheet.getRangeByIndexes(0, 0, 1, 1).values = [[mark + JSON.stringify(head)]];
      });
    this.#head = head;
  }

  async #readHead(context: Excel.RequestContext): Promise<Head | null> {
    const { sheet, first } = await this.#rounds.round(context, () => {
      const there = context.workbook.worksheets.getItemOrNullObject(stateSheet);
      const cell = there.getRange('A1');
      cell.load('values');
      return { sheet: there, first: cell };
    });
    if (sheet.isNullObject) return null;
    try {
      return JSON.parse(String(first.values[0]![0]).slice(mark.length)) as Head;
    } catch {
      return { column: 2, parts: 0, length: -1, hash: 0 };
    }
  }

  async #readParts(
    context: Excel.RequestContext,
    column: number,
    row: number,
    rows: number,
  ): Promise<string> {
    const range = await this.#rounds.round(context, () => {
      const sheet = context.workbook.worksheets.getItem(stateSheet);
      const parts = sheet.getRangeByIndexes(row, column, rows, 1);
      parts.load('values');
      return parts;
    });
    return range.values.map(([part]) => String(part).slice(mark.length)).join('');
  }
}

function makeSheet(context: Excel.RequestContext): Excel.Worksheet {
  const sheet = context.workbook.worksheets.add(stateSheet);
  sheet.visibility = 'VeryHidden';
  return sheet;
}

/** In parts, none of which ends within a character. */
function cut(text: string): string[] {
  const parts: string[] = [];
  for (let from = 0; from < text.length;) {
    let to = Math.min(from + partLength, text.length);
    const code = text.charCodeAt(to - 1);
    if (code >= 0xd800 && code <= 0xdbff) to -= 1;
    parts.push(text.slice(from, to));
    from = to;
  }
  return parts;
}

/** FNV-1a: tells a state that two computers wrote at once from a whole one. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
