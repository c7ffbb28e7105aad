import { lostNames } from '../../shared/names/lostNames.ts';
import { changesOf } from '../../shared/obligations/compareOccasions.ts';
import type { Roster } from '../../shared/roster/roster.ts';
import type { RosterEffect } from '../../shared/wire/rosterEffect.ts';
import { countObligations } from '../obligations/remake.repository.ts';
import { planRoster, type RosterPlan } from './planRoster.usecase.ts';

/**
 * What a roster would do to the obligations of every list, by the very plan by which it would be set. Nothing is written.
 * @param given versions that were looked at.
 * @throws Problem as setting it does.
 */
export async function rosterEffect(
  roster: Roster,
  given: readonly number[],
  db: D1Database,
): Promise<RosterEffect> {
  const plan = await planRoster(roster, given, db);
  const order = [...new Set([...roster.units, ...(plan?.before.units ?? [])].map(({ id }) => id))];
  const lists = [];
  for (const list of plan?.lists ?? []) lists.push(await effectOn(db, list, order));
  return { lists: lists.toSorted((a, b) => b.year - a.year) };
}

async function effectOn(
  db: D1Database,
  { before, after }: RosterPlan['lists'][number],
  order: readonly string[],
): Promise<RosterEffect['lists'][number]> {
  const { added, gone } = changesOf(before, after);
  const [kept, left] = [await countObligations(db, added), await countObligations(db, gone)];
  const asked = new Map<string, number>();
  for (const unit of added.flatMap(({ units }) => units)) asked.set(unit, (asked.get(unit) ?? 0) + 1);
  const units = order.flatMap((unit) => {
    const restored = kept.get(unit)?.stored ?? 0;
    const { stored = 0, touched = 0 } = left.get(unit) ?? {};
    const effect = {
      made: (asked.get(unit) ?? 0) - restored,
      restored,
      retired: touched,
      gone: stored - touched,
    };
    return Object.values(effect).some((count) => count > 0) ? [{ unit, ...effect }] : [];
  });
  return {
    year: after.taskList.year,
    units,
    lostNames: lostNames(after.taskList, before.roster, after.roster),
  };
}
