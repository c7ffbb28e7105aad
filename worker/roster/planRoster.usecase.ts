import type { ListInForce } from '../../shared/obligations/makeOccasions.ts';
import type { Roster } from '../../shared/roster/roster.ts';
import { isSame } from '../../shared/taskList/isSame.ts';
import { Problem } from '../problems/problem.ts';
import { inForce } from '../taskLists/listInForce.ts';
import { readListSnapshot, type ListSnapshot } from '../taskLists/listSnapshot.repository.ts';
import { publishedYears } from '../taskLists/taskLists.repository.ts';
import { checkVersion } from '../versions/guard.ts';

/** A change of the roster that may be made: from which number on, and what every list's obligations follow from. */
export interface RosterPlan {
  /** The number of the last change when it was read. */
  sequence: number;
  before: Roster;
  lists: { before: ListInForce; after: ListInForce }[];
}

/** Units that a list's decisions name. */
const decidedUnits = ({ list }: ListSnapshot): string[] =>
  Object.values(list?.settings.unitNames ?? {}).flatMap((meant) => ('units' in meant ? meant.units : []));

/**
 * Reads what a roster would change, and looks whether it may; `null` where it stands there already.
 * @param given versions that were looked at.
 * @throws Problem `changed-meanwhile`, `unit-has-reports`.
 */
export async function planRoster(
  roster: Roster,
  given: readonly number[],
  db: D1Database,
): Promise<RosterPlan | null> {
  const snapshots = [];
  for (const year of await publishedYears(db)) snapshots.push(await readListSnapshot(db, year));
  const first = snapshots[0] ?? (await readListSnapshot(db, 0));
  if (isSame(roster, first.roster)) return null;
  checkVersion(given, first.rosterVersion, { zh: '名册', en: 'The roster' });
  const kept = new Set(roster.units.map((unit) => unit.id));
  const inUse = new Set([...first.unitsInUse, ...snapshots.flatMap(decidedUnits)]);
  const gone = [...inUse].filter((unit) => !kept.has(unit));
  if (gone.length > 0) throw new Problem('unit-has-reports', { units: gone.join('、') });
  return {
    sequence: first.sequence,
    before: first.roster,
    lists: snapshots.flatMap(({ list, roster: before }) =>
      list ? [{ before: inForce({ list, roster: before }), after: inForce({ list, roster }) }] : [],
    ),
  };
}
