import type { ListSettings } from '../../shared/taskList/listSettings.ts';
import { beginWideChange, deferForeignKeys, untilPlanHolds } from '../db/change.ts';
import { remade } from '../obligations/remakeList.ts';
import { bringAgain } from '../obligations/remake.repository.ts';
import { readPublishedList } from '../taskLists/listSnapshot.repository.ts';
import { writeDecidedKinds } from '../taskLists/listWrite.repository.ts';
import { writeListSettings } from '../taskLists/taskLists.repository.ts';
import { checkDecisions } from './checkDecisions.ts';
import { reread, type By } from './storePublishing.ts';

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
    const snapshot = await readPublishedList(db, year);
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
