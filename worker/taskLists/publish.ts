import { makeObligations } from '../../shared/obligations/makeObligations.ts';
import { assignmentSets, type AssignmentSet } from '../../shared/roster/expandUnits.ts';
import type { Roster } from '../../shared/roster/roster.ts';
import { defaultListSettings, type ListSettings } from '../../shared/taskList/listSettings.ts';
import { prepareList, type PreparedList } from '../../shared/taskList/prepareList.ts';
import type { Arrangement, TaskList } from '../../shared/taskList/taskList.ts';
import type { Clock } from '../clock/clock.ts';
import { beginWideChange, deferForeignKeys, untilPlanHolds } from '../db/change.ts';
import type { Access } from '../keys/access.ts';
import { bringAgain, remakeObligations } from '../obligations/remake.repository.ts';
import { Problem } from '../problems/problem.ts';
import { checkChoices, checkVersion } from './checkChoices.ts';
import { candidateOf, unknownUnits } from './compare.ts';
import { useCodes } from './known.repository.ts';
import { replaceRoster } from '../roster/roster.repository.ts';
import type { ListToPublish } from './listBody.ts';
import { readForPublishing, type PublishingSnapshot } from './publishing.repository.ts';
import {
  dropNarrowing,
  insertAssignments,
  publishedYears,
  replaceList,
  replacePrintedAssignments,
  writeListSettings,
  type StoredList,
} from './taskLists.repository.ts';

type Reading = Pick<ListToPublish, 'matches' | 'version'> & { taskList: TaskList };

interface By {
  db: D1Database;
  access: Access;
  clock: Clock;
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

const byCode = (list: TaskList): Map<string, Arrangement> =>
  new Map(
    list.tasks.flatMap((task) => task.arrangements).map((arrangement) => [arrangement.code, arrangement]),
  );

/** Who each arrangement is assigned to as printed, by day. */
const printedSets = (list: TaskList, roster: Roster): Map<string, AssignmentSet[]> =>
  new Map(
    list.tasks.flatMap((task) => {
      const sets = assignmentSets(task.units, roster);
      return task.arrangements.map(({ code }) => [code, sets] as const);
    }),
  );

/** Arrangements that carry reports and would read differently, or vanish. */
function endangered(stored: TaskList, next: TaskList, reported: readonly string[]): string[] {
  const [before, after] = [byCode(stored), byCode(next)];
  return reported.filter((code) => !same(before.get(code), after.get(code)));
}

/** Arrangements whose rows show or are judged by something else than before. */
function reread(stored: TaskList, next: TaskList): string[] {
  const shownOf = (list: TaskList) =>
    new Map(
      list.tasks.flatMap(({ name, arrangements }) =>
        arrangements.map(({ code, text, schedules, indicators }) => [
          code,
          { name, text, schedules, indicators },
        ]),
      ),
    );
  const [before, after] = [shownOf(stored), shownOf(next)];
  return [...after.keys()].filter((code) => !same(before.get(code), after.get(code)));
}

/** @throws Problem `matches-open` naming each match that a person has to decide, with what it may be. */
function checkOpen({ matches, open }: PreparedList, year: number, snapshot: PublishingSnapshot): void {
  if (open.length === 0) return;
  const toCandidate = candidateOf(snapshot);
  const where = matches
    .filter(({ confidence }) => confidence === 'uncertain')
    .slice(0, 100)
    .map(({ place, candidates }) => {
      const likely = candidates.map(({ code, similarity }) => toCandidate(code, similarity));
      return {
        pointer: `#/matches/${place}`,
        zh: `新清单的 ${place} 可能是：${likely.map(({ code, text }) => `${code}“${text.slice(0, 30)}”`).join('；')}；也可能是新增`,
        en: `${place} of the new list may be ${likely.map(({ code }) => code).join(', ')}, or new`,
      };
    });
  throw new Problem(
    'matches-open',
    { year, count: open.length, places: open.slice(0, 20).join('、') },
    where,
  );
}

/** One publishing attempt from a snapshot; see `publishTaskList`. */
async function publishFrom(snapshot: PublishingSnapshot, reading: Reading, { db, access, clock }: By) {
  const stored = snapshot.list;
  checkVersion(reading, stored);
  checkChoices(reading, snapshot.known);
  const prepared = prepareList(reading.taskList, snapshot.known, reading.matches);
  const { taskList } = prepared;
  if (stored && same(stored.taskList, taskList)) return { changed: false, version: stored.version };
  const unknown = unknownUnits(taskList, snapshot.roster);
  if (unknown.length > 0) throw new Problem('units-unknown', { names: unknown.join('、') });
  checkOpen(prepared, taskList.year, snapshot);
  if (prepared.exhausted.length > 0) {
    throw new Problem('numbers-exhausted', { names: prepared.exhausted.join('、') });
  }
  if (stored) {
    const codes = endangered(stored.taskList, taskList, snapshot.reported);
    if (codes.length > 0)
      throw new Problem('list-has-reports', { year: taskList.year, codes: codes.join('、') });
  }
  const listId = String(taskList.year);
  const made = makeObligations(
    taskList,
    snapshot.roster,
    stored?.settings ?? defaultListSettings,
    stored?.narrowings ?? new Map(),
  );
  await db.batch([
    deferForeignKeys(db),
    ...beginWideChange(db, snapshot.sequence, clock.now),
    ...replaceList(
      db,
      taskList,
      { at: clock.now, keyId: access.keyId },
      printedSets(taskList, snapshot.roster),
    ),
    ...useCodes(db, listId, prepared.used),
    ...remakeObligations(db, listId, made),
    ...(stored ? [bringAgain(db, listId, reread(stored.taskList, taskList))] : []),
  ]);
  return { changed: true, version: (stored?.version ?? 0) + 1 };
}

/**
 * Publishes a list (I11): what is stored becomes this list, and its obligations those of its year. The same
 * list again changes nothing. Refused, with nothing touched, where a match is left to a person, and where an
 * arrangement that carries reports would change or vanish.
 */
export function publishTaskList(reading: Reading, by: By): Promise<{ changed: boolean; version: number }> {
  return untilPlanHolds(async () =>
    publishFrom(await readForPublishing(by.db, reading.taskList.year), reading, by),
  );
}

/** Makes a stored list's obligations anew with some of what they depend on changed. */
function remade(
  snapshot: PublishingSnapshot,
  change: { roster?: Roster; settings?: ListSettings; narrowings?: StoredList['narrowings'] },
  db: D1Database,
): D1PreparedStatement[] {
  if (!snapshot.list) return [];
  const { taskList, settings, narrowings } = snapshot.list;
  const listId = String(taskList.year);
  const roster = change.roster ?? snapshot.roster;
  const made = makeObligations(
    taskList,
    roster,
    change.settings ?? settings,
    change.narrowings ?? narrowings,
  );
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

/** Sets what the bureau decides of a list: seasons, lock, contact, fields. */
export function changeListSettings(year: number, settings: ListSettings, { db, clock }: By): Promise<void> {
  return untilPlanHolds(async () => {
    const snapshot = await snapshotOf(db, year);
    await db.batch([
      deferForeignKeys(db),
      ...beginWideChange(db, snapshot.sequence, clock.now),
      writeListSettings(db, String(year), settings),
      ...remade(snapshot, { settings }, db),
    ]);
  });
}

/** Narrows who an arrangement is assigned to, from a day on (I10). */
export function narrowAssignment(
  year: number,
  narrowing: { arrangement: string; from: string; units: string[] },
  { db, clock }: By,
): Promise<void> {
  return untilPlanHolds(async () => {
    const snapshot = await snapshotOf(db, year);
    const known = new Set(snapshot.roster.units.map((unit) => unit.id));
    const unknown = [
      ...narrowing.units.filter((unit) => !known.has(unit)),
      ...(byCode(snapshot.list.taskList).has(narrowing.arrangement) ? [] : [narrowing.arrangement]),
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

/** Makes the roster this one; obligations of every list follow, from the day on that a membership names. */
export function changeRoster(roster: Roster, { db, clock }: By): Promise<void> {
  return untilPlanHolds(async () => {
    const snapshots = [];
    for (const year of await publishedYears(db)) snapshots.push(await readForPublishing(db, year));
    const first = snapshots[0] ?? (await readForPublishing(db, 0));
    if (same(roster, first.roster)) return;
    const kept = new Set(roster.units.map((unit) => unit.id));
    const gone = first.unitsInUse.filter((unit) => !kept.has(unit));
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
