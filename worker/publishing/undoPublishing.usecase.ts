import { rosterOfList } from '../../shared/taskList/decisions.ts';
import type { TaskList } from '../../shared/taskList/taskList.ts';
import type { Publishings } from '../../shared/wire/publishings.ts';
import { untilPlanHolds } from '../db/change.ts';
import type { ProblemPlace } from '../../shared/wire/problem.ts';
import { Problem } from '../problems/problem.ts';
import { unknownUnits } from './compare.usecase.ts';
import type { PublishingResult } from './publish.usecase.ts';
import { readListSnapshot } from '../taskLists/listSnapshot.repository.ts';
import {
  loadFormerList,
  loadNewlyHanging,
  loadPublishings,
  type KeptPublishing,
  type NewlyHanging,
} from './publishingHistory.repository.ts';
import { storePublishing } from './storePublishing.usecase.ts';
import type { By } from '../identity/by.ts';
import { findList } from '../taskLists/taskLists.repository.ts';

/** All publishings of a year's list, the newest first. */
export async function listPublishings(db: D1Database, year: number): Promise<Publishings> {
  const listId = String(year);
  const kept = await loadPublishings(db, listId);
  const newest = kept[0];
  if (!newest && (await findList(db, { year })) === null) throw new Problem('list-not-found', { year });
  const open = newest && (await loadNewlyHanging(db, listId, newest));
  const isUndoable = open?.hasFormer === true && open.hanging.length === 0;
  return {
    year,
    publishings: kept.map(({ sequence: _, revisions: __, ...publishing }) => ({
      ...publishing,
      undoable: isUndoable && publishing.version === newest?.version,
    })),
  };
}

const placeOf = ({ code, revisions, allocations, narrowings }: NewlyHanging): ProblemPlace => ({
  pointer: '#/version',
  zh: `${code}：${[
    ...(revisions > 0 ? [`填报 ${revisions} 次`] : []),
    ...(allocations > 0 ? [`分解指标 ${allocations} 项`] : []),
    ...(narrowings > 0 ? [`分工调整 ${narrowings} 次`] : []),
  ].join('，')}`,
  en: `${code}: ${revisions} revision(s), ${allocations} allocation(s), ${narrowings} narrowing(s)`,
});

/**
 * The list that a publishing replaced; one without tasks where it was the first.
 * @throws Problem `nothing-to-undo`, `undo-blocked` naming what hangs on it.
 */
async function formerOf(db: D1Database, list: TaskList, newest: KeptPublishing): Promise<TaskList> {
  const { year } = list;
  const { hanging } = await loadNewlyHanging(db, String(year), newest);
  const former =
    newest.version === 1 ? { ...list, tasks: [] } : await loadFormerList(db, String(year), newest.version);
  if (former === null) throw new Problem('nothing-to-undo', { year, version: newest.version });
  if (hanging.length > 0) {
    const codes = hanging.slice(0, 20).map(({ code }) => code);
    throw new Problem(
      'undo-blocked',
      { year, version: newest.version, codes: codes.join('、') },
      hanging.slice(0, 20).map(placeOf),
    );
  }
  return former;
}

/**
 * Takes the last publishing of a list back: the list that it replaced is stored again, codes and all, as a publishing of its
 * own; of the first, nothing stays published. Codes that the other gave first stay used; the bureau's decisions stay as they are.
 * @throws Problem `list-not-found`, `list-moved-on`, `nothing-to-undo`, `undo-blocked`, `units-unknown`.
 */
export function undoPublishing(year: number, version: number, by: By): Promise<PublishingResult> {
  return untilPlanHolds(async () => {
    const snapshot = await readListSnapshot(by.db, year);
    const { list, known, roster } = snapshot;
    if (!list || !known) throw new Problem('list-not-found', { year });
    if (version !== list.version) {
      throw new Problem('list-moved-on', { year, given: version, version: list.version });
    }
    const [newest] = await loadPublishings(by.db, String(year));
    if (newest?.version !== version) throw new Problem('nothing-to-undo', { year, version });
    const taskList = await formerOf(by.db, list.taskList, newest);
    const { settings } = list;
    const unknown = unknownUnits(taskList, rosterOfList(roster, settings));
    if (unknown.length > 0) throw new Problem('units-unknown', { names: unknown.join('、') });
    const next = { taskList, used: new Map(known.used), settings, undoes: version };
    return { changed: true, ...(await storePublishing(snapshot, next, by)) };
  });
}
