import type { Unsynced } from '../../flows/unsynced.ts';

/** A workbook that this browser keeps, by the name that it is kept under. */
export interface Kept extends Unsynced {
  name: string;
}

/** What the address asks for: a unit's ledger, a year's, one kept copy by name. Any of it may be missing. */
export interface Asked {
  unit: string | null;
  list: string | null;
  copy: string | null;
}

export interface Chosen {
  name: string;
  /** The name that it is kept under so far, where that is another. */
  from: string | null;
}

/** There is one workbook for a unit and a list, whatever the address says; this is its name. */
export const nameOf = (year: number | string, unit: string): string => `${year}/${unit}`;

/**
 * The workbook that an address opens: the unit's (without one in the address, that of the ledger opened last), and of
 * several years the newest. Of several copies, from when each address had its own, the one that bears the ledger's name.
 */
export function chooseWorkbook(kept: readonly Kept[], asked: Asked, last: string | null): Chosen {
  if (asked.copy !== null && kept.some(({ name }) => name === asked.copy))
    return { name: asked.copy, from: null };
  const unit = asked.unit ?? last;
  const found = kept
    .filter(
      (each) =>
        (unit === null || each.unit.id === unit) && (asked.list ?? String(each.year)) === String(each.year),
    )
    .toSorted((a, b) => b.year - a.year || Number(isOwn(b)) - Number(isOwn(a)) || b.rows - a.rows);
  const [best] = found;
  if (!best || (unit === null && new Set(found.map((each) => each.unit.id)).size > 1))
    return { name: nameOf(asked.list ?? '', unit ?? ''), from: null };
  const own = nameOf(best.year, best.unit.id);
  return { name: own, from: best.name === own ? null : best.name };
}

const isOwn = ({ name, year, unit }: Kept): boolean => name === nameOf(year, unit.id);

/** The address of a kept workbook. */
export function addressOf(each: Kept): string {
  const query = new URLSearchParams({ unit: each.unit.id, list: String(each.year) });
  if (!isOwn(each)) query.set('copy', each.name);
  return `/workbook?${query}`;
}
