import type { CellValue } from '../../../shared/row/row.ts';
import { backgroundOf } from '../ledgerLook.ts';
import { isValueColumn, type ColumnId, type LedgerChange } from '../port.ts';
import { type Area, addressOf, runs } from './area.ts';
import { written } from './cell.ts';
import { type LooksPlan, planLooks } from './planLooks.ts';
import { blocksOf, formulaAt, indexOf, type Known } from './planWrite.ts';
import type { Abilities, Rounds } from './rounds.ts';
import { writeProven } from './write.ts';

/** What a sheet of the clerk's own asks for besides: formulas are not written over, colours come back. */

/** Cells of her value columns that hold formulas at this moment. One round trip. */
export async function readFormulas(
  context: Excel.RequestContext,
  rounds: Rounds,
  { bounds }: Known,
  { append = [], archive = [] }: LedgerChange,
): Promise<ReadonlySet<string>> {
  if (append.length + archive.length > 0)
    throw new Error('A sheet of the clerk’s own gets no rows, and loses none.');
  const count = bounds.end - bounds.header - 1;
  const fields = [...bounds.columns.keys()].filter((id) => id !== 'choices' && isValueColumn(id));
  if (count === 0 || fields.length === 0) return new Set();
  const columns = await rounds.round(context, () => {
    const sheet = context.workbook.worksheets.getItem(bounds.sheet);
    return fields.map((id) => {
      const range = sheet.getRangeByIndexes(bounds.header + 1, bounds.columns.get(id)!, count, 1);
      range.load('values,formulas');
      return { id, range };
    });
  });
  const found = new Set<string>();
  for (const { id, range } of columns)
    (range.formulas as CellValue[][]).forEach(([formula], position) => {
      // A text that looks like one is what it shows.
      const isFormula = typeof formula === 'string' && formula.startsWith('=');
      if (isFormula && formula !== range.values[position]?.[0]) found.add(formulaAt(position, id));
    });
  return found;
}

/** The colours that marked cells of a row had, by column; `null`: none. They stand in the row, hidden, and move with it. */
type Colours = Partial<Record<ColumnId, string | null>>;

const coloursOf = (text: CellValue): Colours => {
  try {
    return typeof text === 'string' ? (JSON.parse(text) as Colours) : {};
  } catch {
    return {};
  }
};

/** What marks do to her colours: what rows are to remember, and what is painted. */
export interface HerColours {
  /** By position: the text of the hidden cell. */
  memory: Map<number, string | null>;
  fills: Map<string | null, Area[]>;
}

/** Reads, in one round trip, the colours of cells that get their first mark; a mark that is cleared brings its colour back. */
export async function planHerColours(
  context: Excel.RequestContext,
  rounds: Rounds,
  known: Known,
  marks: NonNullable<LedgerChange['marks']>,
): Promise<HerColours> {
  const { bounds, choices } = known;
  const positions = indexOf(known.keys);
  const cells = marks.flatMap(({ key, column, mark }) => {
    const at = bounds.columns.get(column);
    return at === undefined || mark === 'note'
      ? []
      : (positions.get(key) ?? []).map((position) => ({ position, column, at, mark }));
  });
  const remembered = new Map(cells.map(({ position }) => [position, coloursOf(choices[position] ?? null)]));
  const fresh = cells.filter(
    ({ position, column, mark }) => mark !== 'none' && !(column in remembered.get(position)!),
  );
  const read =
    fresh.length === 0
      ? []
      : await rounds.round(context, () => {
          const sheet = context.workbook.worksheets.getItem(bounds.sheet);
          return fresh.map(({ position, at }) =>
            sheet
              .getRange(addressOf({ row: bounds.header + 1 + position, column: at, rows: 1, columns: 1 }))
              .getCellProperties({ format: { fill: { color: true } } }),
          );
        });
  fresh.forEach(({ position, column }, index) => {
    remembered.get(position)![column] = colourOf(read[index]?.value[0]?.[0]?.format?.fill?.color);
  });
  const painted = new Map<string | null, Map<number, number[]>>();
  for (const { position, column, at, mark } of cells) {
    const own = remembered.get(position)!;
    if (mark === 'none' && !(column in own)) continue;
    const colour =
      mark === 'none' ? (own[column] ?? null) : backgroundOf({ id: column, role: 'value' }, mark);
    if (mark === 'none') delete own[column];
    const columns = painted.get(colour) ?? new Map<number, number[]>();
    painted.set(colour, columns);
    columns.set(at, [...(columns.get(at) ?? []), bounds.header + 1 + position]);
  }
  return {
    memory: new Map(
      [...remembered].flatMap(([position, own]) => {
        const text = Object.keys(own).length === 0 ? null : JSON.stringify(own);
        return text === (choices[position] ?? null) ? [] : [[position, text]];
      }),
    ),
    fills: new Map(
      [...painted].map(([colour, columns]) => [
        colour,
        [...columns].flatMap(([column, rows]) => runs(column, rows)),
      ]),
    ),
  };
}

/** Excel tells of a cell without a background that it is white. */
const colourOf = (told: string | undefined): string | null =>
  told === undefined || told === '' || told.toUpperCase() === '#FFFFFF' ? null : told;

/**
 * What a change does to the look of the sheet. In one of the clerk's own the colours that were there are first remembered in
 * their rows; `null`: rows had moved meanwhile, and what was written is owed back.
 */
export async function looksFor(
  context: Excel.RequestContext,
  rounds: Rounds,
  abilities: Abilities,
  known: Known,
  change: LedgerChange,
): Promise<LooksPlan | null> {
  const looks = planLooks(known, change);
  const at = known.bounds.columns.get('choices');
  if (!known.bounds.isHers || !change.marks?.length) return looks;
  const { memory, fills } = await planHerColours(context, rounds, known, change.marks);
  if (at === undefined || memory.size === 0) return { ...looks, fills };
  const cells = new Map(
    [...memory].map(([position, text]) => [known.bounds.header + 1 + position, written(text, 'choices')]),
  );
  const plan = { blocks: blocksOf(at, cells, known.hides), after: known, appended: 0 };
  if ((await writeProven(context, rounds, abilities, known, plan)) !== 'written') return null;
  for (const [position, text] of memory) known.choices[position] = text;
  return { ...looks, fills };
}
