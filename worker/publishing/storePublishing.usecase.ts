import { scheduleInForce } from '../../shared/taskList/decisions.ts';
import { diffLists } from '../../shared/taskList/diffLists.ts';
import type { Identified } from '../../shared/taskList/identify.ts';
import { isSame } from '../../shared/taskList/isSame.ts';
import type { ListSettings } from '../../shared/taskList/listSettings.ts';
import { summarise } from '../../shared/taskList/summarise.ts';
import { numberOf, type Arrangement, type TaskList } from '../../shared/taskList/taskList.ts';
import type { PublishingSummary } from '../../shared/wire/parts/publishingSummary.ts';
import type { ListHead } from '../../shared/columns/listHead.ts';
import type { KeptLevels } from '../../shared/import/prose/proseReading.ts';
import { auditStatement } from '../audit/auditEntry.repository.ts';
import { beginWideChange, deferForeignKeys } from '../db/change.ts';
import type { By } from '../identity/by.ts';
import { remakeList } from '../obligations/remakeList.usecase.ts';
import { bringAgain } from '../obligations/remake.repository.ts';
import { inForce } from '../taskLists/listInForce.ts';
import { useCodes } from '../taskLists/known.repository.ts';
import type { ListSnapshot } from '../taskLists/listSnapshot.repository.ts';
import { publishingEntry } from './publishingEntry.ts';
import { keepPublishing } from './publishingHistory.repository.ts';
import { keepColumns, keepLevels } from '../taskLists/columnRoles.repository.ts';
import { dropUnused, isWithdrawal, writeList } from '../taskLists/listWrite.repository.ts';
import { writeListSettings } from '../taskLists/taskLists.repository.ts';

export const arrangementsByCode = (list: TaskList): Map<string, Arrangement> =>
  new Map(
    list.tasks.flatMap((task) => task.arrangements).map((arrangement) => [arrangement.code, arrangement]),
  );

/** What rows show of an arrangement, or are judged by. */
function shown(list: TaskList, settings: ListSettings): Map<string, unknown> {
  return new Map(
    list.tasks.flatMap(({ name, arrangements }) =>
      arrangements.map(({ code, text, schedules, indicators }) => [
        code,
        {
          ...{ name, text, indicators },
          schedules: schedules.map((schedule, index) =>
            scheduleInForce(settings, code, numberOf(schedule, index), schedule),
          ),
        },
      ]),
    ),
  );
}

/** Arrangements whose rows show or are judged by something else than before. */
export function reread(
  before: { taskList: TaskList; settings: ListSettings },
  after: { taskList: TaskList; settings: ListSettings },
): string[] {
  const [was, is] = [shown(before.taskList, before.settings), shown(after.taskList, after.settings)];
  return [...is.keys()].filter((code) => !isSame(was.get(code), is.get(code)));
}

/** Whether an arrangement that stays has lost an indicator: rows go, while their obligations stay. */
function haveRowsGone(before: TaskList, after: TaskList): boolean {
  const next = arrangementsByCode(after);
  return [...arrangementsByCode(before)].some(([code, { indicators }]) => {
    const ids = new Set(next.get(code)?.indicators.map(({ id }) => id));
    return ids.size > 0 && indicators.some(({ id }) => !ids.has(id));
  });
}

/**
 * Stores this list with its codes, and makes the obligations those of its year. One batch does it, and holds the
 * entry of the publishing as well. It is aborted where anything at all was changed since the snapshot.
 */
export async function storePublishing(
  snapshot: ListSnapshot,
  next: Pick<Identified, 'taskList' | 'used'> & {
    settings: ListSettings;
    undoes: number | null;
    /** The header of its document: what was said of its columns is kept. */
    head?: ListHead | null;
    /** How a document without a table was read: what was said of its levels is kept. */
    prose?: KeptLevels | undefined;
  },
  by: By,
): Promise<{ version: number; summary: PublishingSummary }> {
  const { db, access, clock } = by;
  const { list: stored, known, hangs } = snapshot;
  const { taskList, settings } = next;
  const listId = String(taskList.year);
  const version = (stored?.version ?? 0) + 1;
  const retired = new Set(known?.retired.map(({ arrangement }) => arrangement.code));
  const summary = summarise(diffLists(stored?.taskList ?? null, taskList, retired, hangs));
  const remade = await remakeList(
    { db, today: clock.today },
    inForce(snapshot),
    inForce({ ...snapshot, list: { narrowings: new Map(), ...stored, taskList, settings } }),
  );
  const made = { at: clock.now, keyId: access.keyId };
  const publishing = { version, undoes: next.undoes, summary };
  const entry = publishingEntry(by, taskList.year, publishing, stored?.settings, settings);
  await db.batch([
    deferForeignKeys(db),
    ...beginWideChange(db, snapshot.sequence, clock.now),
    ...writeList(db, { list: taskList, settings, by: made }),
    ...useCodes(db, listId, next.used),
    ...(isSame(stored?.settings, settings) ? [] : writeListSettings(db, taskList.year, settings, made)),
    ...keepColumns(db, listId, next.head ?? null),
    ...keepLevels(db, listId, next.prose ?? null),
    ...remade,
    // What a withdrawal takes out is kept: the list that comes instead is matched to it, and has its codes.
    ...(isWithdrawal(taskList)
      ? []
      : dropUnused(db, listId, stored !== null && haveRowsGone(stored.taskList, taskList))),
    ...(stored ? bringAgain(db, listId, reread(stored, { taskList, settings })) : []),
    ...keepPublishing(db, {
      ...{ listId, version, summary, ...made },
      undoes: next.undoes,
      former: stored?.taskList ?? null,
    }),
    auditStatement(db, entry),
  ]);
  return { version, summary };
}
