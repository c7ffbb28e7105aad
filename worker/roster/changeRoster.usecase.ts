import type { Roster } from '../../shared/roster/roster.ts';
import { isSame } from '../../shared/taskList/isSame.ts';
import type { Clock } from '../clock/clock.ts';
import { beginWideChange, deferForeignKeys, untilPlanHolds } from '../db/change.ts';
import type { Access } from '../identity/access.ts';
import { remakeList } from '../obligations/remakeList.usecase.ts';
import { Problem } from '../problems/problem.ts';
import { inForce } from '../taskLists/listInForce.ts';
import { readListSnapshot, type ListSnapshot } from '../taskLists/listSnapshot.repository.ts';
import { publishedYears } from '../taskLists/taskLists.repository.ts';
import { checkVersion } from '../versions/guard.ts';
import { raiseVersion } from '../versions/versions.repository.ts';
import { replaceRoster } from './roster.repository.ts';

/** Units that a list's decisions name. */
const decidedUnits = ({ list }: ListSnapshot): string[] =>
  Object.values(list?.settings.unitNames ?? {}).flatMap((meant) => ('units' in meant ? meant.units : []));

/**
 * Makes the roster this one; obligations of every list follow, from the day on that a membership names. What stands there
 * already changes nothing, whichever version was looked at.
 * @param given versions that were looked at.
 * @throws Problem `changed-meanwhile`, `unit-has-reports`.
 */
export function changeRoster(
  roster: Roster,
  given: readonly number[],
  { db, access, clock }: { db: D1Database; access: Access; clock: Clock },
): Promise<void> {
  return untilPlanHolds(async () => {
    const snapshots = [];
    for (const year of await publishedYears(db)) snapshots.push(await readListSnapshot(db, year));
    const first = snapshots[0] ?? (await readListSnapshot(db, 0));
    if (isSame(roster, first.roster)) return;
    checkVersion(given, first.rosterVersion, { zh: '名册', en: 'The roster' });
    const kept = new Set(roster.units.map((unit) => unit.id));
    const inUse = new Set([...first.unitsInUse, ...snapshots.flatMap(decidedUnits)]);
    const gone = [...inUse].filter((unit) => !kept.has(unit));
    if (gone.length > 0) throw new Problem('unit-has-reports', { units: gone.join('、') });
    const statements = [];
    for (const { list, roster: before } of snapshots) {
      if (!list) continue;
      const on = { db, today: clock.today };
      statements.push(
        ...(await remakeList(on, inForce({ list, roster: before }), inForce({ list, roster }))),
      );
    }
    await db.batch([
      deferForeignKeys(db),
      ...beginWideChange(db, first.sequence, clock.now),
      ...replaceRoster(db, roster),
      raiseVersion(db, 'roster', { at: clock.now, keyId: access.keyId }),
      ...statements,
    ]);
  });
}
