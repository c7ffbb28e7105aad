/**
 * Where access keys are kept: on this computer, never in the workbook, which travels by mail. One per unit,
 * so that workbooks of two units may be open side by side; a workbook without a ledger takes the last key used.
 */
export interface KeyStore {
  read(unit: string | null): string | null;
  write(key: string, unit: string): void;
  clear(unit: string | null): void;
}

/** Keeps keys in the browser's storage, or in memory where that is refused. */
export function browserKeyStore(partition: string, storage: () => Storage = () => localStorage): KeyStore {
  const last = `${partition}taizhang.key`;
  const nameOf = (unit: string | null) => (unit === null ? last : `${last}.${unit}`);
  const kept = new Map<string, string>();
  return {
    read(unit) {
      const name = nameOf(unit);
      return quietly(() => storage().getItem(name)) ?? kept.get(name) ?? null;
    },
    write(key, unit) {
      for (const name of [last, nameOf(unit)]) {
        kept.set(name, key);
        quietly(() => storage().setItem(name, key));
      }
    },
    clear(unit) {
      for (const name of [last, nameOf(unit)]) {
        kept.delete(name);
        quietly(() => storage().removeItem(name));
      }
    },
  };
}

/** Storage throws where third-party frames may keep nothing; the key then lives as long as the page. */
function quietly<T>(act: () => T): T | null {
  try {
    return act();
  } catch {
    return null;
  }
}
