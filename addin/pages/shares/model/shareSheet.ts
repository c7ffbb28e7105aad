import type { Indicator } from '../../../../shared/taskList/taskList.ts';
import { halfWidth } from '../../../../shared/rules/read/halfWidth.ts';
import { readCount } from '../../../../shared/rules/read/readCount.ts';
import type { Allocation } from '../../../../shared/wire/allocations.ts';

/** What stands in a cell that somebody has typed into: a share, none (blank), or what cannot be read. */
export interface Typed {
  text: string;
  /** `null`: no share yet, which is another thing than 0; `undefined`: it cannot be read. */
  share: number | null | undefined;
}

/** The shares of a year as the server has them, and what was typed over them since. Cells are called by `cellName`. */
export interface ShareSheet {
  stored: ReadonlyMap<string, number>;
  version: number;
  typed: ReadonlyMap<string, Typed>;
  /** Cells that another has changed since, and in which something else was typed here: a person decides. */
  clashing: ReadonlySet<string>;
  /** Cells that another has changed since the page was opened or saved. */
  arrived: ReadonlySet<string>;
  past: readonly ReadonlyMap<string, Typed>[];
  future: readonly ReadonlyMap<string, Typed>[];
  /** The cell that is being typed into: all that is typed there at once is one step back. */
  entering: string | null;
}

export const cellName = (row: { arrangement: string; indicator: string }, unit: string): string =>
  `${row.arrangement} ${row.indicator} ${unit}`;

const nothing: ReadonlySet<string> = new Set();
const storedOf = (allocations: readonly Allocation[]): Map<string, number> =>
  new Map(
    allocations.flatMap((each) => (each.share === null ? [] : [[cellName(each, each.unit), each.share]])),
  );

export function openSheet(allocations: readonly Allocation[], version: number): ShareSheet {
  return {
    stored: storedOf(allocations),
    version,
    typed: new Map(),
    ...{ clashing: nothing, arrived: nothing, past: [], future: [], entering: null },
  };
}

/** Reads what was typed as a share: full-width digits, thousands, and the indicator's own unit of measure, too. */
export function readTyped(text: string, indicator: Pick<Indicator, 'label' | 'unitOfMeasure'>): Typed {
  const trimmed = halfWidth(text).trim();
  if (trimmed === '') return { text: '', share: null };
  const { value, problem } = readCount(trimmed, indicator);
  return { text, share: problem || value === null ? undefined : value };
}

/** The share in a cell as it stands on the screen; `undefined` where it cannot be read. */
export function shareIn({ stored, typed }: ShareSheet, cell: string): number | null | undefined {
  const entry = typed.get(cell);
  return entry ? entry.share : (stored.get(cell) ?? null);
}

/** What a cell says. */
export function textIn({ stored, typed }: ShareSheet, cell: string): string {
  return typed.get(cell)?.text ?? String(stored.get(cell) ?? '');
}

/** Whether a cell says something else than the server has. */
export const isChanged = (sheet: ShareSheet, cell: string): boolean =>
  sheet.typed.has(cell) && shareIn(sheet, cell) !== (sheet.stored.get(cell) ?? null);

/** Types into cells: one step back, together with what was typed into the same cell just before. */
export function typeInto(sheet: ShareSheet, entries: readonly [cell: string, entry: Typed][]): ShareSheet {
  const [first, ...more] = entries;
  if (!first) return sheet;
  const typed = new Map(sheet.typed);
  for (const [cell, entry] of entries) typed.set(cell, entry);
  const isSame = more.length === 0 && sheet.entering === first[0];
  return {
    ...sheet,
    typed,
    past: isSame ? sheet.past : [...sheet.past, sheet.typed],
    future: [],
    entering: more.length === 0 ? first[0] : null,
  };
}

/** Ends what was typed into a cell: what comes next is another step. */
export const endEntry = (sheet: ShareSheet): ShareSheet =>
  sheet.entering === null ? sheet : { ...sheet, entering: null };

export function undo(sheet: ShareSheet): ShareSheet {
  const typed = sheet.past.at(-1);
  if (!typed) return sheet;
  const [past, future] = [sheet.past.slice(0, -1), [...sheet.future, sheet.typed]];
  return { ...sheet, typed, past, future, entering: null };
}

export function redo(sheet: ShareSheet): ShareSheet {
  const typed = sheet.future.at(-1);
  if (!typed) return sheet;
  const [past, future] = [[...sheet.past, sheet.typed], sheet.future.slice(0, -1)];
  return { ...sheet, typed, past, future, entering: null };
}

/** Takes in what the server has by now: others' cells follow, typed ones stay, and where both differ a person decides. */
export function mergeIn(sheet: ShareSheet, allocations: readonly Allocation[], version: number): ShareSheet {
  if (version === sheet.version) return sheet;
  const stored = storedOf(allocations);
  const changed = [...new Set([...stored.keys(), ...sheet.stored.keys()])].filter(
    (cell) => stored.get(cell) !== sheet.stored.get(cell),
  );
  const typed = new Map(sheet.typed);
  for (const [cell, { share }] of sheet.typed) if (share === (stored.get(cell) ?? null)) typed.delete(cell);
  return {
    ...sheet,
    stored,
    version,
    typed,
    clashing: new Set(
      [...sheet.clashing, ...changed].filter((cell) => isChanged({ ...sheet, stored, typed }, cell)),
    ),
    arrived: new Set([...sheet.arrived, ...changed]),
    entering: null,
  };
}

/** Decides a cell that both have changed. */
export function decide(sheet: ShareSheet, cell: string, whose: 'mine' | 'theirs'): ShareSheet {
  const clashing = new Set(sheet.clashing);
  clashing.delete(cell);
  if (whose === 'mine') return { ...sheet, clashing };
  const typed = new Map(sheet.typed);
  typed.delete(cell);
  return { ...sheet, clashing, typed, past: [...sheet.past, sheet.typed], future: [], entering: null };
}

/** Cells that a person has to decide: those undone meanwhile are none. */
export const clashes = (sheet: ShareSheet): string[] =>
  [...sheet.clashing].filter((cell) => isChanged(sheet, cell));

/** Cells that cannot be read. */
export const unreadable = ({ typed }: ShareSheet): string[] =>
  [...typed].flatMap(([cell, { share }]) => (share === undefined ? [cell] : []));

/** What is to be saved: only what was changed, without what cannot be read and what is to be decided. */
export function toSave(sheet: ShareSheet): Allocation[] {
  return [...sheet.typed].flatMap(([cell, { share }]) => {
    if (share === undefined || !isChanged(sheet, cell) || sheet.clashing.has(cell)) return [];
    const [arrangement = '', indicator = '', unit = ''] = cell.split(' ');
    return [{ arrangement, indicator, unit, share }];
  });
}

/** The sheet once that was saved; what was typed meanwhile stays typed. */
export function afterSaving(sheet: ShareSheet, sent: readonly Allocation[], version: number): ShareSheet {
  const stored = new Map(sheet.stored);
  const typed = new Map(sheet.typed);
  for (const { share, ...of } of sent) {
    const cell = cellName(of, of.unit);
    if (share === null) stored.delete(cell);
    else stored.set(cell, share);
    if (typed.get(cell)?.share === share) typed.delete(cell);
  }
  return { ...sheet, stored, version, typed, arrived: nothing, past: [], future: [], entering: null };
}
