import { changeOf } from '../db/change.ts';
import { Problem } from '../problems/problem.ts';

/** Something was changed while a table was read. */
class MovedOn extends Error {}

/**
 * Things page by page, all of one change number (B5.3): none is given on before the number is found to be what it was at first.
 * Gone through again, they are read anew. A change meanwhile ends it with an error that `untilStill` waits for.
 */
export const atOneChange = <T, Place>(
  db: D1Database,
  readPage: (after: Place | null) => Promise<{ items: readonly T[]; next: Place | null }>,
): AsyncIterable<T> => ({
  async *[Symbol.asyncIterator]() {
    const change = await changeOf(db);
    let after: Place | null = null;
    do {
      const page: { items: readonly T[]; next: Place | null } = await readPage(after);
      if ((await changeOf(db)) !== change) throw new MovedOn();
      yield* page.items;
      after = page.next;
    } while (after !== null);
  },
});

/** How often a table is read before the client is asked to come back. */
const attempts = 6;

/**
 * Makes a file of a table that is read page by page, anew where something was changed meanwhile.
 * @throws Problem `busy` after the last attempt.
 */
export async function untilStill<T>(make: () => Promise<T>): Promise<T> {
  for (let round = 1; ; round += 1) {
    try {
      return await make();
    } catch (error) {
      if (!(error instanceof MovedOn)) throw error;
      if (round === attempts) throw new Problem('busy');
    }
  }
}
