import { isOpenAt, type ReadingDecisions } from '../../shared/taskList/leftOpen.ts';
import type { KnownList } from '../../shared/taskList/knownList.ts';
import { choiceFaults, type ChoiceFault } from '../../shared/taskList/prepareList.ts';
import { placed } from '../../shared/taskList/placed.ts';
import type { TaskList } from '../../shared/taskList/taskList.ts';
import { Problem } from '../problems/problem.ts';
import type { ListToPublish } from './listBody.ts';
import type { StoredList } from '../taskLists/taskLists.repository.ts';

/** @throws Problem `list-moved-on` where another list is stored than the one that was looked at. */
export function checkVersion(
  { version, taskList }: Pick<ListToPublish, 'version'> & { taskList: TaskList },
  stored: StoredList | null,
): void {
  const now = stored?.version ?? 0;
  if (version !== null && version !== now) {
    throw new Problem('list-moved-on', { year: taskList.year, given: version, version: now });
  }
}

const sentences: Record<ChoiceFault['fault'], (fault: ChoiceFault) => { zh: string; en: string }> = {
  'place-unknown': ({ place }) => ({
    zh: `新清单中没有位置 ${place}`,
    en: `The new list has no place ${place}`,
  }),
  'code-unknown': ({ code }) => ({
    zh: `已存清单中没有工作安排 ${code}`,
    en: `The stored list has no arrangement ${code}`,
  }),
  'code-twice': ({ code }) => ({
    zh: `工作安排 ${code} 被对应了两次`,
    en: `Arrangement ${code} is matched twice`,
  }),
};

/** @throws Problem `matches-invalid` for decisions that name what does not exist, or one arrangement twice. */
export function checkChoices(
  { taskList, matches }: Pick<ListToPublish, 'matches'> & { taskList: TaskList },
  known: KnownList | null,
): void {
  const faults = choiceFaults(taskList, known, matches);
  if (faults.length === 0) return;
  const where = faults.slice(0, 20).map((fault) => ({
    pointer: `#/matches/${fault.place}`,
    ...sentences[fault.fault](fault),
  }));
  const first = where[0]!;
  throw new Problem(
    'matches-invalid',
    { count: faults.length, reasonZh: first.zh, reasonEn: first.en },
    where,
  );
}

/** @throws Problem `reference-unknown` for decisions on what the reading does not leave open. */
export function checkReadings({
  taskList,
  readings,
}: Pick<ListToPublish, 'readings'> & { taskList: TaskList }): void {
  const known = new Map(placed(taskList).map(({ place, arrangement }) => [place, arrangement]));
  const kinds = Object.keys(readings) as (keyof ReadingDecisions)[];
  const unknown = kinds.flatMap((kind) =>
    Object.entries(readings[kind] ?? {}).flatMap(([place, decided]) => {
      const arrangement = known.get(place);
      const words = kind === 'quantities' ? Object.keys(decided) : [];
      return arrangement && isOpenAt(arrangement, kind, words) ? [] : [place];
    }),
  );
  if (unknown.length > 0) {
    throw new Problem('reference-unknown', { names: [...new Set(unknown)].slice(0, 20).join('、') });
  }
}
