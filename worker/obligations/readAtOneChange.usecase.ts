import type { ObligationPlace } from './inOrder.repository.ts';
import { disturbedSince, writtenNow, type FileScope } from './disturbance.repository.ts';
import { MovedOn } from '../tables/oneChange.ts';

interface Page<T, Place> {
  items: readonly T[];
  next: Place | null;
}

/**
 * Things in order of due date, page by page, all of one change number (B5.3): none is given on before it is known that nothing was
 * changed of what was read. What is changed further on does not matter: it is read as it is then. Gone through again, all are read
 * anew. What was changed ends it with an error that `untilStill` waits for.
 */
export const atOneChange = <T>(
  db: D1Database,
  scope: FileScope,
  readPage: (after: ObligationPlace | null) => Promise<Page<T, ObligationPlace>>,
): AsyncIterable<T> => ({
  async *[Symbol.asyncIterator]() {
    let since = await writtenNow(db);
    let after: ObligationPlace | null = null;
    do {
      const { items, next }: Page<T, ObligationPlace> = await readPage(after);
      const { isDisturbed, now } = await disturbedSince(db, since, scope, next);
      if (isDisturbed) throw new MovedOn();
      yield* items;
      [since, after] = [now, next];
    } while (after !== null);
  },
});

/**
 * The same of what is only ever added to, as it was when the file was begun. `last` gives the number of the last that there is:
 * what comes later is left out by it, so that names and dates are all that may change.
 */
export const asBegun = <T, Place>(
  db: D1Database,
  scope: FileScope,
  last: () => Promise<number>,
  readPage: (after: Place | null, upTo: number) => Promise<Page<T, Place>>,
): AsyncIterable<T> => ({
  async *[Symbol.asyncIterator]() {
    const since = await writtenNow(db);
    const upTo = await last();
    let after: Place | null = null;
    do {
      const { items, next }: Page<T, Place> = await readPage(after, upTo);
      if ((await disturbedSince(db, since, scope)).isDisturbed) throw new MovedOn();
      yield* items;
      after = next;
    } while (after !== null);
  },
});
