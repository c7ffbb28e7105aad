import type { CellValue } from '../../../shared/row/row.ts';
import { backgroundOf } from '../ledgerLook.ts';
import type { CellPins, Pin, Pinned, PinsWritten, PinWrite } from '../pins.ts';
import { LedgerBusy, LedgerMovedOn, type Mark, type Notice } from '../port.ts';
import { addressOf, areasOf } from './area.ts';
import { asBefore, writtenAsHers } from './cell.ts';
import { mute } from './events.ts';
import { messageOf, noteText } from './noteText.ts';
import { blankAsNull } from './read.ts';
import type { Abilities, Rounds } from './rounds.ts';

interface Deps {
  rounds: Rounds;
  abilities: Abilities;
  run<T>(act: (context: Excel.RequestContext) => Promise<T>): Promise<T>;
  /** Something of the sheet may have changed. */
  tell(): void;
  notice(notice: Notice): void;
}

const prefix = '_taizhang_at_';
/** Stands on their whole sheet, of which rows may go: whether there are any is asked for by it. */
const anyName = `${prefix}any`;

/**
 * Cells that hidden defined names follow. A write goes to the name, wherever its cell is by then: rows that come and go meanwhile do no
 * harm. What a cell held is read in the same batch, and put back where it is not what was planned on.
 */
export class ExcelPins implements CellPins {
  readonly #deps: Deps;
  readonly #selected = new Set<(row: number, column: number) => void>();
  #attached: string | null = null;
  #notes = true;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  has(): Promise<boolean> {
    return this.#deps.run(async (context) => {
      const { range, sheet } = await this.#deps.rounds.round(context, () => {
        const there = rangeOf(context, anyName);
        there.load('rowIndex');
        const own = there.worksheet;
        own.load('id');
        return { range: there, sheet: own };
      });
      if (range.isNullObject) return false;
      await this.#attach(context, sheet.id);
      return true;
    });
  }

  set(name: string | null, cells: readonly Pin[], former: readonly string[]): Promise<void> {
    return this.#deps.run(async (context) => {
      const { rounds, abilities } = this.#deps;
      const sheet =
        name === null
          ? null
          : await rounds.round(context, () => {
              const there = context.workbook.worksheets.getItemOrNullObject(name);
              there.load('id');
              return there;
            });
      if (sheet?.isNullObject)
        throw new LedgerBusy(
          '表格已被删除或改名，请重新选择。The sheet is gone or has another name; choose it again.',
          'moving',
        );
      await mute(context, rounds, abilities, () => {
        const { names, worksheets } = context.workbook;
        for (const each of [anyName, ...[...former, ...cells.map((cell) => cell.name)].map(nameOf)])
          names.getItemOrNullObject(each).delete();
        if (!sheet) return;
        const own = worksheets.getItem(sheet.id);
        names.add(anyName, own.getRange()).visible = false;
        for (const { name: each, row, column } of cells)
          names.add(nameOf(each), own.getRangeByIndexes(row, column, 1, 1)).visible = false;
        own.activate();
      });
      if (sheet) await this.#attach(context, sheet.id);
    });
  }

  read(names: readonly string[]): Promise<Pinned | null> {
    return this.#deps.run(async (context) => {
      const read = await this.#deps.rounds.round(context, () =>
        names.map((name) => ({ name, ...queueRead(context, name) })),
      );
      const there = read.filter(({ range }) => !range.isNullObject);
      const [first] = there;
      if (!first) return null;
      return {
        sheet: first.sheet.name,
        cells: there
          .filter(({ sheet }) => sheet.id === first.sheet.id)
          .map((each) => ({
            ...{ name: each.name, row: each.range.rowIndex, column: each.range.columnIndex },
            value: heldBy(each),
          })),
      };
    });
  }

  write(writes: readonly PinWrite[]): Promise<PinsWritten> {
    return this.#deps.run(async (context) => {
      const read = await this.#deps.rounds.round(context, () =>
        writes.map((write) => ({ ...write, ...queueRead(context, write.name) })),
      );
      const there = read.filter(({ range }) => !range.isNullObject);
      if (there.some((each) => each.seen !== undefined && heldBy(each) !== each.seen))
        throw new LedgerMovedOn();
      await this.#put(
        context,
        there.filter((each) => each.value !== undefined && !formulaOf(each).startsWith('=')),
      );
      const marks = there.flatMap(({ name, mark }) => (mark ? [{ name, mark }] : []));
      const colours = await this.#coloursOf(context, marks);
      await this.#paint(context, marks);
      await this.#note(context, marks);
      this.#deps.tell();
      return { gone: read.filter(({ range }) => range.isNullObject).map(({ name }) => name), colours };
    });
  }

  onSelected(listener: (row: number, column: number) => void): () => void {
    this.#selected.add(listener);
    return () => this.#selected.delete(listener);
  }

  /** Writes values, and puts them back where one has come to hold another since it was read. */
  async #put(context: Excel.RequestContext, values: readonly (PinWrite & PinRead)[]): Promise<void> {
    if (values.length === 0) return;
    const { rounds, abilities } = this.#deps;
    const before = await mute(context, rounds, abilities, () =>
      values.map(({ name, value }) => {
        const held = queueRead(context, name);
        rangeOf(context, name).values = [[writtenAsHers(value ?? null).value]];
        return held;
      }),
    );
    if (before.every((each, at) => formulaOf(each) === formulaOf(values[at]!))) return;
    await mute(context, rounds, abilities, () =>
      before.forEach((each, at) => {
        const formula = formulaOf(each);
        rangeOf(context, values[at]!.name).values = [
          [asBefore(heldBy(each), formula === '' ? null : formula)],
        ];
      }),
    );
    throw new LedgerMovedOn();
  }

  /** The colours of cells that are marked for the first time. */
  async #coloursOf(context: Excel.RequestContext, marks: readonly Marked[]): Promise<PinsWritten['colours']> {
    const fresh = marks.filter(({ mark: { mark, was } }) => isColour(mark) && was === undefined);
    if (fresh.length === 0) return {};
    const read = await this.#deps.rounds.round(context, () =>
      fresh.map(({ name }) =>
        rangeOf(context, name).getCellProperties({ format: { fill: { color: true } } }),
      ),
    );
    return Object.fromEntries(
      fresh.map(({ name }, at) => [name, colourOf(read[at]!.value[0]?.[0]?.format?.fill?.color)]),
    );
  }

  async #paint(context: Excel.RequestContext, marks: readonly Marked[]): Promise<void> {
    const painted = marks.filter(({ mark: { mark, was } }) => isColour(mark) || was !== undefined);
    if (painted.length === 0) return;
    const { rounds, abilities } = this.#deps;
    try {
      await mute(context, rounds, abilities, () => {
        for (const { name, mark } of painted) {
          const { fill } = rangeOf(context, name).format;
          const colour = isColour(mark.mark) ? backgroundOf(valueCell, mark.mark) : (mark.was ?? null);
          if (colour === null) fill.clear();
          else fill.color = colour;
        }
      });
    } catch (thrown) {
      if (thrown instanceof LedgerBusy) throw thrown;
      this.#deps.notice('looks-refused');
    }
  }

  /** Notes stand beside the colours where Excel has them; hers are left alone. */
  async #note(context: Excel.RequestContext, marks: readonly Marked[]): Promise<void> {
    const { rounds, abilities } = this.#deps;
    if (!abilities.notes || !this.#notes || marks.length === 0) return;
    try {
      const places = await rounds.round(context, () =>
        marks.map(({ name, mark }) => ({ mark, ...queueRead(context, name) })),
      );
      const found = await rounds.round(context, () =>
        places
          .filter(({ range }) => !range.isNullObject)
          .map(({ mark, range, sheet: { id } }) => {
            const address = addressOf({
              row: range.rowIndex,
              column: range.columnIndex,
              rows: 1,
              columns: 1,
            });
            const note = context.workbook.worksheets.getItem(id).notes.getItemOrNullObject(address);
            note.load('content');
            return { message: mark.message, address, id, note };
          }),
      );
      const wanted = found.filter(({ note, message }) => {
        const says = note.isNullObject ? null : messageOf(note.content);
        return (note.isNullObject || says !== null) && says !== message;
      });
      if (wanted.length === 0) return;
      await mute(context, rounds, abilities, () => {
        for (const { address, id, message } of wanted) {
          const { notes } = context.workbook.worksheets.getItem(id);
          notes.getItemOrNullObject(address).delete();
          if (message !== null) notes.add(address, noteText(message));
        }
      });
    } catch (thrown) {
      if (thrown instanceof LedgerBusy) throw thrown;
      this.#notes = false;
      this.#deps.notice('notes-refused');
    }
  }

  /** Handlers die with the page; they are registered once. */
  async #attach(context: Excel.RequestContext, id: string): Promise<void> {
    if (this.#attached === id) return;
    this.#attached = id;
    await this.#deps.rounds.round(context, () => {
      const sheet = context.workbook.worksheets.getItem(id);
      sheet.onChanged.add(async ({ triggerSource, source }) => {
        if (triggerSource !== 'ThisLocalAddin' && source !== 'Remote') this.#deps.tell();
      });
      sheet.onSelectionChanged.add(async ({ address }) => {
        const [area] = areasOf(address) ?? [];
        if (area) for (const listener of this.#selected) listener(area.row, area.column);
      });
    });
  }
}

interface Marked {
  name: string;
  mark: NonNullable<PinWrite['mark']>;
}

const isColour = (mark: Mark): boolean => mark !== 'none' && mark !== 'note';

const valueCell = { id: 'status', role: 'value' } as const;

const nameOf = (name: string): string => (name === anyName ? name : `${prefix}${name}`);

const rangeOf = (context: Excel.RequestContext, name: string): Excel.Range =>
  context.workbook.names.getItemOrNullObject(nameOf(name)).getRangeOrNullObject();

/** A followed cell as a batch reads it. */
interface PinRead {
  range: Excel.Range;
  sheet: Excel.Worksheet;
}

function queueRead(context: Excel.RequestContext, name: string): PinRead {
  const range = rangeOf(context, name);
  range.load('rowIndex,columnIndex,values,formulas');
  const sheet = range.worksheet;
  sheet.load('id,name');
  return { range, sheet };
}

const heldBy = ({ range }: PinRead): CellValue => blankAsNull((range.values as CellValue[][])[0]?.[0]);
const formulaOf = ({ range }: PinRead): string => String((range.formulas as CellValue[][])[0]?.[0] ?? '');

/** Excel tells of a cell without a background that it is white. */
const colourOf = (told: string | undefined): string | null =>
  told === undefined || told === '' || told.toUpperCase() === '#FFFFFF' ? null : told;
