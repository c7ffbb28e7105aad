import type { Access } from '../keys/access.ts';
import { Problem } from '../problems/problem.ts';
import { findUnit } from '../roster/roster.repository.ts';
import { chooseList } from '../taskLists/chooseList.ts';

export interface UnitAndList {
  unit: { id: string; name: string };
  list: { id: string; year: number; title: string };
  /** Whether somebody else than the unit itself is asking. */
  onBehalf: boolean;
}

/**
 * Whose sheet of which list: a reporter's own unit, whatever it names; others name one. No year: the newest list that has begun.
 * A reporter naming another unit gets the answer for a unit that does not exist (A).
 */
export async function scopeOf(
  db: D1Database,
  access: Access,
  asked: { unit?: string | undefined; year?: number | undefined },
  today: string,
): Promise<UnitAndList> {
  const unitId = access.unitId ?? asked.unit;
  if (unitId === undefined) throw new Problem('unit-required');
  if (asked.unit !== undefined && asked.unit !== unitId)
    throw new Problem('unit-not-found', { unit: asked.unit });
  const [unit, list] = await Promise.all([findUnit(db, unitId), chooseList(db, asked.year, today)]);
  if (!unit) throw new Problem('unit-not-found', { unit: unitId });
  return { unit, list, onBehalf: access.role !== 'reporter' };
}
