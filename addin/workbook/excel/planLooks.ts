import { backgroundOf } from '../ledgerLook.ts';
import { identityColumns, type ColumnId, type LedgerChange, type LedgerColumn } from '../port.ts';
import { type Area, runs } from './area.ts';
import { indexOf, type Known } from './planWrite.ts';

export interface Note {
  row: number;
  column: number;
  /** `null` takes a note of ours away. */
  message: string | null;
}

/** What a change does to the look of the sheet, where its rows stand now. */
export interface LooksPlan {
  fills: Map<string | null, Area[]>;
  notes: Note[];
  lists: Map<string, Area[]>;
  /** How many rows at the ledger's end its table may not have yet. */
  grown: number;
}

/** The part of a change that only looks. */
export type LooksChange = Pick<LedgerChange, 'marks' | 'append'>;

const identity = new Set<ColumnId>(identityColumns);

function roleOf(id: ColumnId): LedgerColumn['role'] {
  if (identity.has(id)) return 'identity';
  return id === 'result' ? 'status' : 'value';
}

export function planLooks(known: Known, { marks = [], append = [] }: LooksChange): LooksPlan {
  const { columns, header, end } = known.bounds;
  const positionsOf = indexOf(known.keys);
  const cells = new Map<string | null, Map<number, number[]>>();
  const notes: Note[] = [];
  const paint = (colour: string | null, column: number, row: number): void => {
    const painted = cells.get(colour) ?? new Map<number, number[]>();
    cells.set(colour, painted);
    const rows = painted.get(column) ?? [];
    painted.set(column, rows);
    rows.push(row);
  };
  const added = append.flatMap(({ cells: { key } }) => positionsOf.get(String(key)) ?? []);
  for (const [id, at] of columns) {
    const colour = id === 'choices' ? null : backgroundOf({ id, role: roleOf(id) }, 'none');
    if (colour !== null) for (const position of added) paint(colour, at, header + 1 + position);
  }
  for (const { key, column, mark, message } of marks) {
    const at = columns.get(column);
    if (at === undefined) continue;
    for (const position of positionsOf.get(key) ?? []) {
      const row = header + 1 + position;
      paint(backgroundOf({ id: column, role: roleOf(column) }, mark), at, row);
      if (message !== undefined) notes.push({ row, column: at, message: mark === 'none' ? null : message });
    }
  }
  const wanted = new Set(added);
  return {
    fills: new Map(
      [...cells].map(([colour, painted]) => [
        colour,
        [...painted].flatMap(([column, rows]) => runs(column, rows)),
      ]),
    ),
    notes,
    lists: listsOf({ ...known, choices: known.choices.map((list, at) => (wanted.has(at) ? list : null)) }),
    grown: added.filter((position) => position >= end - header - 1 - append.length).length,
  };
}

/** Rows by the choices that they offer. */
export function listsOf({ bounds, choices }: Known): Map<string, Area[]> {
  // In a sheet of the clerk's own the column holds colours: its dropdowns are hers.
  const status = bounds.isHers ? undefined : bounds.columns.get('status');
  const rows = new Map<string, number[]>();
  choices.forEach((choice, position) => {
    if (typeof choice !== 'string') return;
    const list = rows.get(choice) ?? [];
    rows.set(choice, list);
    list.push(bounds.header + 1 + position);
  });
  return status === undefined
    ? new Map()
    : new Map([...rows].map(([choice, list]) => [choice, runs(status, list)]));
}

/** The dropdowns of a ledger, to be compared. */
export const spelt = (known: Known): string => JSON.stringify([...listsOf(known)]);
