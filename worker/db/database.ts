import { drizzle, type DrizzleD1Database } from 'drizzle-orm/d1';

export type Database = DrizzleD1Database;

const databases = new WeakMap<D1Database, Database>();

/**
 * The typed door to D1, for questions after single rows. Bulk work goes by `json_each` statements of its own:
 * a builder's statement has a parameter for every cell, and D1 takes a hundred.
 */
export function database(d1: D1Database): Database {
  let found = databases.get(d1);
  if (!found) {
    found = drizzle(d1);
    databases.set(d1, found);
  }
  return found;
}
