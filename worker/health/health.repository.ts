import { Problem } from '../problems/problem.ts';

/**
 * Asks the database for the row that every change needs.
 * @throws Problem `database-unavailable` where it does not answer, or was never set up.
 */
export async function askDatabase(db: D1Database): Promise<void> {
  let found: unknown;
  try {
    found = await db.prepare(`SELECT value FROM sequences WHERE name = 'changes'`).first('value');
  } catch (error) {
    throw new Problem('database-unavailable', {}, [], { cause: error });
  }
  if (typeof found !== 'number') throw new Problem('database-unavailable');
}
