import type { ListSettings } from '../../shared/taskList/listSettings.ts';
import { beginWideChange, deferForeignKeys, untilPlanHolds } from '../db/change.ts';
import { remakeList } from '../obligations/remakeList.ts';
import { bringAgain } from '../obligations/remake.repository.ts';
import { inForce } from '../taskLists/listInForce.ts';
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
    const remade = await remakeList(
      { db, today: clock.today },
      inForce(snapshot),
      inForce({ roster, list: { ...list, settings } }),
    );
    await db.batch([
      deferForeignKeys(db),
      ...beginWideChange(db, snapshot.sequence, clock.now),
      writeListSettings(db, String(year), settings),
      ...writeDecidedKinds(db, list.taskList, settings),
      ...remade,
      ...bringAgain(db, String(year), reread(list, { taskList: list.taskList, settings })),
    ]);
  });
}
