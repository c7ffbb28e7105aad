import { compareOccasions, type OccasionChanges } from '../../shared/obligations/compareOccasions.ts';
import {
  makeOccasions,
  obligationKeyAt,
  type AskedOccasion,
  type ListInForce,
} from '../../shared/obligations/makeOccasions.ts';
import { assignmentSets, type AssignmentSet } from '../../shared/roster/expandUnits.ts';
import { datesInForce, type DatesInForce } from '../../shared/acts/extensions.ts';
import { remakeSeries } from '../../shared/sync/remakeSeries.ts';
import { countedBy, definitionsOf, type SeriesDefinition } from '../../shared/taskList/definitions.ts';
import { isSame } from '../../shared/taskList/isSame.ts';
import { unitsOf } from '../../shared/taskList/leftOpen.ts';
import type { TaskList } from '../../shared/taskList/taskList.ts';
import {
  applyRollup,
  moveRollup,
  rebuildDistrictTotals,
  type SeriesBlock,
} from '../progress/rollups.repository.ts';
import { replacePrintedAssignments } from '../taskLists/assignments.repository.ts';
import { readExtended, writeDates, type ExtendedObligation } from './extended.repository.ts';
import { dropObligations, followArrangements, writeOccasions } from './remake.repository.ts';
import { settleWritten } from './settleWritten.usecase.ts';
import type { Concerned } from './written.repository.ts';

/** Who each arrangement is assigned to as printed, by day. */
function printedSets({ taskList, roster }: ListInForce): Map<string, AssignmentSet[]> {
  return new Map(
    taskList.tasks.flatMap((task) => {
      const ofTask = assignmentSets(task.units, roster);
      return task.arrangements.map((arrangement) => {
        const units = unitsOf(task, arrangement);
        return [arrangement.code, units === task.units ? ofTask : assignmentSets(units, roster)] as const;
      });
    }),
  );
}

type Definitions = ReadonlyMap<string, SeriesDefinition>;

/** Series whose reports may count otherwise: asked of others, or by other dates, schedules or indicators. */
function concernedBy(
  { added, recounted, gone }: OccasionChanges,
  before: Definitions | null,
  after: Definitions,
): Concerned {
  const concerned = new Map<string, Set<string> | null>();
  for (const [code, definition] of after) {
    const old = before?.get(code);
    if (!old || countedBy(old) !== countedBy(definition)) concerned.set(code, null);
  }
  for (const { arrangement } of recounted) concerned.set(arrangement, null);
  for (const { occasion, units } of [...added, ...gone]) {
    const { arrangement } = occasion;
    if (concerned.get(arrangement) === null) continue;
    concerned.set(arrangement, new Set([...(concerned.get(arrangement) ?? []), ...units]));
  }
  return concerned;
}

/** Arrangements that stand under another task than before, or come back, and where they stand now. */
function movedArrangements(
  before: TaskList | null,
  after: TaskList,
): [code: string, task: string, category: number][] {
  const places = (list: TaskList) =>
    list.tasks.flatMap(({ code: task, category, arrangements }) =>
      arrangements.map(({ code }): [string, string, number] => [code, task, category]),
    );
  const was = new Map((before ? places(before) : []).map((place) => [place[0], place]));
  return before ? places(after).filter((place) => !isSame(was.get(place[0]), place)) : [];
}

/** Arrangements that count anything as a running total. */
const arrangementsWithPace = ({ taskList }: ListInForce): string[] =>
  taskList.tasks.flatMap(({ arrangements }) =>
    arrangements
      .filter(({ indicators }) => indicators.some(({ id, mode }) => id !== 'done' && mode === 'cumulative'))
      .map(({ code }) => code),
  );

/** The series concerned, those of the same units together. */
function blocksOf(concerned: Concerned, everybody: readonly string[]): SeriesBlock[] {
  const byUnits = Map.groupBy(concerned, ([, units]) => (units ? [...units].join(' ') : null));
  return [...byUnits.values()].map((each) => [[...(each[0]![1] ?? everybody)], each.map(([code]) => code)]);
}

/** The dates of extended obligations at the occasions that are written: an extension holds on where it is later. */
function datesOf(
  extended: readonly ExtendedObligation[],
  { written }: OccasionChanges,
  lockDays: number | null,
): (DatesInForce & { key: string })[] {
  const left = new Map(extended.map((each) => [each.key, each]));
  if (left.size === 0) return [];
  return written.flatMap(({ occasion, units }) =>
    units.flatMap((unit) => {
      const stored = left.get(obligationKeyAt(occasion, unit));
      return stored ? [{ key: stored.key, ...datesInForce(stored, occasion, lockDays) }] : [];
    }),
  );
}

/**
 * Statements that make the obligations of a year what list, settings, roster and narrowings say now, and all that follows
 * from it for reports, roll-up and totals (I11.10, I11.11, C12). What stays as it is is not touched, and so does not come with
 * the next pull. They go into one batch after the list's own rows, and expect foreign keys to be deferred and the
 * sequence to be taken. They rely on what was read since `before` was: the wide change's guard covers that too.
 */
export async function remakeList(
  on: { db: D1Database; today: string },
  before: ListInForce | null,
  after: ListInForce,
): Promise<D1PreparedStatement[]> {
  const { db } = on;
  const listId = String(after.taskList.year);
  const occasions = makeOccasions(after);
  const changes = compareOccasions(before ? makeOccasions(before) : [], occasions);
  const definitions = definitionsOf(after.taskList, after.settings);
  const concerned = concernedBy(
    changes,
    before && definitionsOf(before.taskList, before.settings),
    definitions,
  );
  const asked = Map.groupBy(occasions, ({ arrangement }) => arrangement);
  // Occasions of one assignment share their units.
  const sets = new Map<readonly string[], ReadonlySet<string>>();
  const isAsked = (unit: string, { units }: AskedOccasion): boolean => {
    const set = sets.get(units) ?? new Set(units);
    sets.set(units, set);
    return set.has(unit);
  };
  const { paceMargin } = after.settings;
  const paced = before && before.settings.paceMargin !== paceMargin ? arrangementsWithPace(after) : [];
  const settled = await settleWritten(
    { ...on, listId, paceMargin },
    { concerned: new Map([...concerned, ...paced.map((code) => [code, null] as const)]) },
    ({ unit, arrangement, obligations, shares, declarations }) =>
      remakeSeries({
        unit,
        stored: obligations,
        occasions: (asked.get(arrangement) ?? []).filter((occasion) => isAsked(unit, occasion)),
        definition: definitions.get(arrangement) ?? null,
        ...{ shares, declarations, lockDays: after.settings.lockDaysAfterDue },
      }),
    ({ totals }) => applyRollup(db, listId, [], totals),
  );
  const [was, is] = [before ? printedSets(before) : new Map<string, AssignmentSet[]>(), printedSets(after)];
  const reassigned = [...new Set([...was.keys(), ...is.keys()])].filter(
    (code) => !isSame(was.get(code), is.get(code)),
  );
  const moved = movedArrangements(before?.taskList ?? null, after.taskList);
  const everybody = [
    ...new Set([before, after].flatMap((each) => each?.roster.units ?? []).map(({ id }) => id)),
  ];
  const blocks = blocksOf(
    new Map([...concerned, ...moved.map(([code]) => [code, null] as const)]),
    everybody,
  );
  return [
    ...moveRollup(db, listId, blocks, 'out'),
    ...replacePrintedAssignments(db, listId, new Map(reassigned.map((code) => [code, is.get(code) ?? []]))),
    ...dropObligations(db, listId, changes.gone),
    ...writeOccasions(db, listId, changes.written),
    ...writeDates(db, datesOf(await readExtended(db, listId), changes, after.settings.lockDaysAfterDue)),
    ...followArrangements(db, listId, moved, everybody),
    ...settled,
    ...moveRollup(db, listId, blocks, 'in'),
    ...rebuildDistrictTotals(db, listId),
  ];
}
