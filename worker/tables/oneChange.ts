import { Problem } from '../problems/problem.ts';

/** Something that a file holds already was changed while the file was read. */
export class MovedOn extends Error {}

/** How often a table is read before the client is asked to come back. */
const attempts = 6;

/**
 * Makes a file of a table that is read page by page, anew where what was read already was changed meanwhile.
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
