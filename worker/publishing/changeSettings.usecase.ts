import { isSame } from '../../shared/taskList/isSame.ts';
import type { ListSettings } from '../../shared/taskList/listSettings.ts';
import { beginWideChange, deferForeignKeys, untilPlanHolds } from '../db/change.ts';
import { remakeList } from '../obligations/remakeList.usecase.ts';
import { bringAgain } from '../obligations/remake.repository.ts';
import { inForce } from '../taskLists/listInForce.ts';
import { readPublishedList } from '../taskLists/listSnapshot.repository.ts';
import { writeDecidedKinds } from '../taskLists/listWrite.repository.ts';
import { writeListSettings } from '../taskLists/taskLists.repository.ts';
import { checkVersion } from '../versions/guard.ts';
import { checkDecisions } from './checkDecisions.ts';
import { reread, type By } from './storePublishing.usecase.ts';

/**
 * Sets what the bureau decides of a list: seasons, dates, names, lock, contact, fields. What stands there already changes
 * nothing, whichever version was looked at.
 * @param given versions that were looked at.
 * @throws Problem `list-not-found`, `changed-meanwhile`, `invalid-request`, `reference-unknown`.
 */
export function changeListSettings(
  year: number,
  settings: ListSettings,
  given: readonly number[],
  { db, access, clock }: By,
): Promise<void> {
  return untilPlanHolds(async () => {
    const snapshot = await readPublishedList(db, year);
    const { list, roster } = snapshot;
    if (isSame(list.settings, settings)) return;
    checkVersion(given, snapshot.settingsVersion, {
      zh: `${year} 年清单的设置`,
      en: `The settings of the list of ${year}`,
    });
    checkDecisions(list.settings, settings, list.taskList, roster, '#');
    const remade = await remakeList(
      { db, today: clock.today },
      inForce(snapshot),
      inForce({ roster, list: { ...list, settings } }),
    );
    await db.batch([
      deferForeignKeys(db),
      ...beginWideChange(db, snapshot.sequence, clock.now),
      ...writeListSettings(db, year, settings, { at: clock.now, keyId: access.keyId }),
      ...writeDecidedKinds(db, list.taskList, settings),
      ...remade,
      ...bringAgain(db, String(year), reread(list, { taskList: list.taskList, settings })),
    ]);
  });
}
