/**
 * A page that goes away does not live to see IndexedDB finish: what is not yet saved is left in local storage, which
 * writes at once, and taken over by the next page.
 */
const leftAs = (name: string): string => `taizhang-unsaved:${name}`;

export function leave(name: string, snapshot: unknown): void {
  try {
    localStorage.setItem(leftAs(name), JSON.stringify(snapshot));
  } catch {
    // Full or forbidden: then the attempt at IndexedDB is all there is.
  }
}

/** What was left of a workbook, or undefined. It stays until it is forgotten. */
export function readLeft(name: string): unknown {
  try {
    const left = localStorage.getItem(leftAs(name));
    return left === null ? undefined : (JSON.parse(left) as unknown);
  } catch {
    return undefined;
  }
}

export function forgetLeft(name: string): void {
  try {
    localStorage.removeItem(leftAs(name));
  } catch {
    // Forbidden: then nothing was left there either.
  }
}
