/** Where the access key is kept: on this computer, never in the workbook, which travels by mail. */
export interface KeyStore {
  read(): string | null;
  write(key: string): void;
  clear(): void;
}

/** Keeps the key in the browser's storage, or in memory where that is refused. */
export function browserKeyStore(partition: string, storage: () => Storage = () => localStorage): KeyStore {
  const name = `${partition}taizhang.key`;
  let kept: string | null = null;
  return {
    read: () => quietly(() => storage().getItem(name)) ?? kept,
    write(key) {
      kept = key;
      quietly(() => storage().setItem(name, key));
    },
    clear() {
      kept = null;
      quietly(() => storage().removeItem(name));
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
