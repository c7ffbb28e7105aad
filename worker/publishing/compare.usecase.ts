import { gatherReading } from '../../shared/import/diagnostics/gather.ts';
import { unknownNames } from '../../shared/roster/expandUnits.ts';
import type { Roster } from '../../shared/roster/roster.ts';
import { rosterOfList, withDecisions } from '../../shared/taskList/decisions.ts';
import { diffLists } from '../../shared/taskList/diffLists.ts';
import { nothingHangs } from '../../shared/taskList/knownList.ts';
import { defaultListSettings } from '../../shared/taskList/listSettings.ts';
import { openDecisions, namesIn } from '../../shared/taskList/openDecisions.ts';
import { placed } from '../../shared/taskList/placed.ts';
import { prepareList } from '../../shared/taskList/prepareList.ts';
import type { TaskList } from '../../shared/taskList/taskList.ts';
import type { Comparison, MatchCandidate } from '../../shared/wire/comparison.ts';
import { checkChoices, checkReadings, checkVersion } from './checkChoices.ts';
import type { ListToPublish } from './listBody.ts';
import { readListSnapshot, type ListSnapshot } from '../taskLists/listSnapshot.repository.ts';

/** Each name of a list that the roster does not know, once. */
export function unknownUnits(list: TaskList, roster: Roster): string[] {
  return [...new Set(list.tasks.flatMap((task) => unknownNames(namesIn(task), roster)))];
}

/** Makes candidates of codes: where each stands, and what it says. */
export function candidateOf({
  known,
  hangs,
}: Pick<ListSnapshot, 'known' | 'hangs'>): (code: string, similarity: number) => MatchCandidate {
  const described = new Map<string, Omit<MatchCandidate, 'similarity' | 'hangs'>>([
    ...(known?.retired ?? []).map(({ arrangement, taskName }) => {
      const { code, text } = arrangement;
      return [code, { code, place: null, taskName, text }] as const;
    }),
    ...(known ? placed(known.taskList) : []).map(({ place, task, arrangement }) => {
      const { code, text } = arrangement;
      return [code, { code, place, taskName: task.name, text }] as const;
    }),
  ]);
  return (code, similarity) => ({
    ...(described.get(code) ?? { code, place: null, taskName: '', text: '' }),
    similarity,
    hangs: hangs.get(code) ?? nothingHangs,
  });
}

/**
 * Compares a reading with the stored list of its year: codes as they would become, what changes, and which matches a
 * person has to decide. Stores nothing.
 * @throws Problem `list-moved-on`, `matches-invalid`.
 */
export async function compareList(
  db: D1Database,
  reading: ListToPublish & { taskList: TaskList },
): Promise<Comparison> {
  const snapshot = await readListSnapshot(db, reading.taskList.year);
  const { list, known, hangs } = snapshot;
  const settings = withDecisions(list?.settings ?? defaultListSettings, reading.decisions);
  checkVersion(reading, list);
  checkChoices(reading, known);
  checkReadings(reading);
  const prepared = prepareList(reading.taskList, known, reading.matches, reading.readings);
  const toCandidate = candidateOf(snapshot);
  const retired = new Set(known?.retired.map(({ arrangement }) => arrangement.code));
  const { taskList } = prepared;
  const { diagnostics } = reading;
  const { roster } = snapshot;
  const { names, gathered } = gatherReading(
    { taskList, diagnostics },
    roster,
    rosterOfList(roster, settings),
  );
  return {
    ...{ taskList, diagnostics, gathered, names, head: reading.head },
    version: list?.version ?? 0,
    changes: JSON.stringify([list?.taskList, list?.settings]) !== JSON.stringify([taskList, settings]),
    diff: diffLists(list?.taskList ?? null, taskList, retired, hangs),
    matches: prepared.matches.map(({ candidates, ...match }) => ({
      ...match,
      candidates: candidates.map(({ code, similarity }) => toCandidate(code, similarity)),
    })),
    open: prepared.open,
    unknownUnits: names.map(({ name }) => name),
    openDecisions: openDecisions(taskList, settings, roster),
  };
}
