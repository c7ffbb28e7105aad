import { makeObligations } from '../../shared/obligations/makeObligations.ts';
import type { Roster } from '../../shared/roster/roster.ts';
import { rosterOfList } from '../../shared/taskList/decisions.ts';
import type { ListSettings } from '../../shared/taskList/listSettings.ts';
import { beginWideChange, deferForeignKeys, untilPlanHolds } from '../db/change.ts';
import { bringAgain, remakeObligations } from '../obligations/remake.repository.ts';
import { Problem } from '../problems/problem.ts';
import { replaceRoster } from '../roster/roster.repository.ts';
import { dropNarrowing, insertAssignments, replacePrintedAssignments } from './assignments.repository.ts';
import { checkDecisions } from './checkDecisions.ts';
import { readForPublishing, type PublishingSnapshot } from './publishing.repository.ts';
import { writeDecidedKinds } from './replaceList.repository.ts';
import { arrangementsByCode, isSame, printedSets, reread, type By } from './storeList.ts';
import { publishedYears, writeListSettings, type StoredList } from './taskLists.repository.ts';

/** Makes a stored list's obligations anew with some of what they depend on changed. */
function remade(
  snapshot: PublishingSnapshot,
  change: { roster?: Roster; settings?: ListSettings; narrowings?: StoredList['narrowings'] },
  db: D1Database,
): D1PreparedStatement[] {
  if (!snapshot.list) return [];
  const { taskList, narrowings } = snapshot.list;
  const listId = String(taskList.year);
  const settings = change.settings ?? snapshot.list.settings;
  const roster = rosterOfList(change.roster ?? snapshot.roster, settings);
  const made = makeObligations(taskList, roster, settings, change.narrowings ?? narrowings);
  return [
    ...replacePrintedAssignments(db, listId, printedSets(taskList, roster)),
    ...remakeObligations(db, listId, made),
  ];
}

async function snapshotOf(db: D1Database, year: number): Promise<PublishingSnapshot & { list: StoredList }> {
  const snapshot = await readForPublishing(db, year);
  if (!snapshot.list) throw new Problem('list-not-found', { year });
  return { ...snapshot, list: snapshot.list };
}

/**
 * Sets what the bureau decides of a list: seasons, dates, names, lock, contact, fields.
 * @throws Problem `list-not-found`, `invalid-request`, `reference-unknown`.
 */
export function changeListSettings(
  year: number,
  settings: ListSettings,
  { db, clock }: Pick<By, 'db' | 'clock'>,
): Promise<void> {
  return untilPlanHolds(async () => {
    const snapshot = await snapshotOf(db, year);
    const { list, roster } = snapshot;
    checkDecisions(list.settings, settings, list.taskList, roster, '#');
    await db.batch([
      deferForeignKeys(db),
      ...beginWideChange(db, snapshot.sequence, clock.now),
      writeListSettings(db, String(year), settings),
      ...writeDecidedKinds(db, list.taskList, settings),
      ...remade(snapshot, { settings }, db),
      bringAgain(db, String(year), reread(list, { taskList: list.taskList, settings })),
    ]);
  });
}

/** Narrows who an arrangement is assigned to, from a day on (I10). */
export function narrowAssignment(
  year: number,
  narrowing: { arrangement: string; from: string; units: string[] },
  { db, clock }: Pick<By, 'db' | 'clock'>,
): Promise<void> {
  return untilPlanHolds(async () => {
    const snapshot = await snapshotOf(db, year);
    const known = new Set(snapshot.roster.units.map((unit) => unit.id));
    const isKnown = arrangementsByCode(snapshot.list.taskList).has(narrowing.arrangement);
    const unknown = [
      ...narrowing.units.filter((unit) => !known.has(unit)),
      ...(isKnown ? [] : [narrowing.arrangement]),
    ];
    if (unknown.length > 0) throw new Problem('reference-unknown', { names: unknown.join('、') });
    const set = { startsOn: narrowing.from, units: [...new Set(narrowing.units)].sort() };
    const narrowings = new Map(snapshot.list.narrowings);
    const others = (narrowings.get(narrowing.arrangement) ?? []).filter(
      (each) => each.startsOn !== set.startsOn,
    );
    narrowings.set(narrowing.arrangement, [...others, set]);
    const listId = String(year);
    await db.batch([
      deferForeignKeys(db),
      ...beginWideChange(db, snapshot.sequence, clock.now),
      dropNarrowing(db, listId, narrowing.arrangement, set.startsOn),
      ...insertAssignments(db, listId, 'bureau', new Map([[narrowing.arrangement, [set]]])),
      ...remade(snapshot, { narrowings }, db),
    ]);
  });
}

/** Units that a list's decisions name. */
const decidedUnits = ({ list }: PublishingSnapshot): string[] =>
  Object.values(list?.settings.unitNames ?? {}).flatMap((meant) => ('units' in meant ? meant.units : []));

/** Makes the roster this one; obligations of every list follow, from the day on that a membership names. */
export function changeRoster(roster: Roster, { db, clock }: Pick<By, 'db' | 'clock'>): Promise<void> {
  return untilPlanHolds(async () => {
    const snapshots = [];
    for (const year of await publishedYears(db)) snapshots.push(await readForPublishing(db, year));
    const first = snapshots[0] ?? (await readForPublishing(db, 0));
    if (isSame(roster, first.roster)) return;
    const kept = new Set(roster.units.map((unit) => unit.id));
    const inUse = new Set([...first.unitsInUse, ...snapshots.flatMap(decidedUnits)]);
    const gone = [...inUse].filter((unit) => !kept.has(unit));
    if (gone.length > 0) throw new Problem('unit-has-reports', { units: gone.join('、') });
    const statements = [];
    for (const snapshot of snapshots) statements.push(...remade(snapshot, { roster }, db));
    await db.batch([
      deferForeignKeys(db),
      ...beginWideChange(db, first.sequence, clock.now),
      ...replaceRoster(db, roster),
      ...statements,
    ]);
  });
}
