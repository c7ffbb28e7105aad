/** A value before or after a change; `null`: there was none. Lists and objects are short text. */
export type AuditValue = string | number | boolean | null;

/** One place that was changed. */
export interface AuditChange {
  /** Where: names from the outside in, parted by `/` (`unitNames/某镇`). */
  place: string;
  before: AuditValue;
  after: AuditValue;
}

/** What was done, small enough to be kept with each act. */
export interface AuditWhat {
  changes: AuditChange[];
  /** How many places more were changed, and are not listed. */
  more: number;
  /** Counts by name: outcomes of rows, arrangements of a publishing. */
  counts: Record<string, number>;
}

/** So many places are listed, and so many characters of a value kept. */
const mostChanges = 40;
const mostCharacters = 200;

function short(text: string): string {
  return text.length > mostCharacters ? `${text.slice(0, mostCharacters - 1)}…` : text;
}

/** A value as it is kept. */
function valueOf(value: unknown): AuditValue {
  if (value === undefined || value === null) return null;
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value === 'string') return short(value);
  const isPlainList = Array.isArray(value) && value.every((each) => typeof each !== 'object');
  return short(isPlainList ? value.join('、') : JSON.stringify(value));
}

type Named = Readonly<Record<string, unknown>>;
const isNamed = (value: unknown): value is Named =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function differing(before: Named, after: Named, path: string): AuditChange[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names.flatMap((name): AuditChange[] => {
    const [was, is] = [before[name], after[name]];
    const place = path === '' ? name : `${path}/${name}`;
    if (isNamed(was) && isNamed(is)) return differing(was, is, place);
    if (JSON.stringify(was ?? null) === JSON.stringify(is ?? null)) return [];
    return [{ place, before: valueOf(was), after: valueOf(is) }];
  });
}

/**
 * The places in which two objects differ. Lists are values: what has a name of its own is given by name, or a change at the
 * head of a list would change all that follows.
 */
export const changesBetween = (before: Named, after: Named): AuditChange[] => differing(before, after, '');

/** What was done, as it is kept: the first places, and how many more there are. */
export function whatOf(
  changes: readonly AuditChange[],
  counts: Readonly<Record<string, number>> = {},
): AuditWhat {
  return {
    changes: changes.slice(0, mostChanges),
    more: Math.max(0, changes.length - mostChanges),
    counts: Object.fromEntries(Object.entries(counts).filter(([, n]) => n > 0)),
  };
}

/** How often each name occurs. */
export function countsBy(names: Iterable<string>): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}
