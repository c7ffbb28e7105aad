import { whatOf } from '../../shared/audit/changes.ts';
import { isSame } from '../../shared/taskList/isSame.ts';
import { auditStatement } from '../audit/auditEntry.repository.ts';
import { beginWideChange, deferForeignKeys, untilPlanHolds } from '../db/change.ts';
import { remakeList } from '../obligations/remakeList.usecase.ts';
import { Problem } from '../problems/problem.ts';
import { dropNarrowing, insertAssignments } from '../taskLists/assignments.repository.ts';
import { inForce } from '../taskLists/listInForce.ts';
import { readPublishedList } from '../taskLists/listSnapshot.repository.ts';
import type { By } from '../identity/by.ts';
import { arrangementsByCode } from './storePublishing.usecase.ts';

/** Narrows who an arrangement is assigned to, from a day on (I10). What stands there already changes nothing. */
export function narrowAssignment(
  year: number,
  narrowing: { arrangement: string; from: string; units: string[] },
  by: By,
): Promise<void> {
  const { db, clock } = by;
  return untilPlanHolds(async () => {
    const snapshot = await readPublishedList(db, year);
    const known = new Set(snapshot.roster.units.map((unit) => unit.id));
    const isKnown = arrangementsByCode(snapshot.list.taskList).has(narrowing.arrangement);
    const unknown = [
      ...narrowing.units.filter((unit) => !known.has(unit)),
      ...(isKnown ? [] : [narrowing.arrangement]),
    ];
    if (unknown.length > 0)
      throw new Problem('reference-unknown', { names: unknown.slice(0, 20).join('、') });
    const set = { startsOn: narrowing.from, units: [...new Set(narrowing.units)].sort() };
    const narrowings = new Map(snapshot.list.narrowings);
    const all = narrowings.get(narrowing.arrangement) ?? [];
    const others = all.filter((each) => each.startsOn !== set.startsOn);
    const before = all.find((each) => each.startsOn === set.startsOn)?.units.toSorted() ?? null;
    if (isSame(before, set.units)) return;
    narrowings.set(narrowing.arrangement, [...others, set]);
    const listId = String(year);
    const { list, roster } = snapshot;
    const remade = await remakeList(
      { db, today: clock.today },
      inForce(snapshot),
      inForce({ roster, list: { ...list, narrowings } }),
    );
    await db.batch([
      deferForeignKeys(db),
      ...beginWideChange(db, snapshot.sequence, clock.now),
      dropNarrowing(db, listId, narrowing.arrangement, set.startsOn),
      ...insertAssignments(db, listId, 'bureau', new Map([[narrowing.arrangement, [set]]])),
      ...remade,
      auditStatement(db, {
        ...{ kind: 'assignments', by, year },
        units: [...new Set([...(before ?? []), ...set.units])],
        arrangements: [narrowing.arrangement],
        what: whatOf([
          { place: set.startsOn, before: before?.join('、') ?? null, after: set.units.join('、') },
        ]),
      }),
    ]);
  });
}
