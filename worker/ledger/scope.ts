import type { Access } from '../keys/access.ts';
import { Problem } from '../problems/problem.ts';
import type { ListSettings } from '../../shared/taskList/listSettings.ts';
import { noList, whichList } from '../taskLists/chooseList.ts';
import { findScope } from '../taskLists/taskLists.repository.ts';

export interface UnitAndList {
  unit: { id: string; name: string };
  list: { id: string; year: number; title: string };
  settings: ListSettings;
  /** Number of the last wide change when these were read; `null` where there was none. */
  wide: number | null;
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
  const { unit, list, settings, wide } = await findScope(db, unitId, whichList(asked.year, today));
  if (!unit) throw new Problem('unit-not-found', { unit: unitId });
  if (!list) throw noList(asked.year);
  return { unit, list, settings, wide, onBehalf: access.role !== 'reporter' };
}
