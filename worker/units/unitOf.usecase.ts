import type { Access } from '../identity/access.ts';
import { Problem } from '../problems/problem.ts';
import { findUnit } from './units.repository.ts';

/**
 * The unit that a question is about: a reporter's own, else the one that it names; `null`: the whole district.
 * @throws Problem `unit-not-found`, also where a reporter asks for another unit than its own (A4)
 */
export async function unitOf(
  { db, access }: { db: D1Database; access: Access },
  asked: string | undefined,
): Promise<string | null> {
  const unit = access.unitId ?? asked ?? null;
  if (asked !== undefined && (asked !== unit || !(await findUnit(db, asked))))
    throw new Problem('unit-not-found', { unit: asked });
  return unit;
}

/** The name of that unit, for the head of a file; of the whole district there is none. */
export async function unitNameOf(
  { db, access }: { db: D1Database; access: Access },
  asked: string | undefined,
): Promise<string | undefined> {
  const unit = access.unitId ?? asked;
  return unit === undefined ? undefined : (await findUnit(db, unit))?.name;
}
