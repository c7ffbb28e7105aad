import { changesBetween, whatOf } from '../../shared/audit/changes.ts';
import { arrangementsIn, namedSettings } from '../../shared/audit/named.ts';
import { isSame } from '../../shared/taskList/isSame.ts';
import { wholeListSettings, type GivenListSettings } from '../../shared/taskList/listSettings.ts';
import { auditStatement } from '../audit/auditEntry.repository.ts';
import { beginWideChange, deferForeignKeys, untilPlanHolds } from '../db/change.ts';
import { checkOverdueAtOnce } from '../obligations/overdueAtOnce.usecase.ts';
import { remakeList } from '../obligations/remakeList.usecase.ts';
import { bringAgain } from '../obligations/remake.repository.ts';
import { inForce } from '../taskLists/listInForce.ts';
import { readPublishedList } from '../taskLists/listSnapshot.repository.ts';
import { writeDecidedKinds } from '../taskLists/listWrite.repository.ts';
import { writeListSettings } from '../taskLists/taskLists.repository.ts';
import { checkVersion } from '../versions/guard.ts';
import { checkDecisions } from './checkDecisions.ts';
import type { By } from '../identity/by.ts';
import { reread } from './storePublishing.usecase.ts';

/**
 * Sets what the bureau decides of a list: seasons, dates, names, lock, holidays, lights, contact, fields. What stands there already changes
 * nothing, whichever version was looked at.
 * @param said what an earlier client does not know is left out, and stays as it is.
 * @param given versions that were looked at.
 * @param overdue how many obligations the request knows that it makes overdue at once.
 * @throws Problem `list-not-found`, `changed-meanwhile`, `invalid-request`, `reference-unknown`, `overdue-at-once`.
 */
export function changeListSettings(
  year: number,
  said: GivenListSettings,
  { given, overdue }: { given: readonly number[]; overdue: number | undefined },
  by: By,
): Promise<void> {
  const { db, access, clock } = by;
  return untilPlanHolds(async () => {
    const snapshot = await readPublishedList(db, year);
    const { list, roster } = snapshot;
    const settings = wholeListSettings.parse({ ...list.settings, ...said });
    if (isSame(list.settings, settings)) return;
    checkVersion(given, snapshot.settingsVersion, {
      zh: `${year} 年清单的设置`,
      en: `The settings of the list of ${year}`,
    });
    checkDecisions(list.settings, settings, list.taskList, roster, '#');
    const on = { db, today: clock.today };
    const next = inForce({ roster, list: { ...list, settings } });
    await checkOverdueAtOnce(on, next, list.settings, overdue);
    const remade = await remakeList(on, inForce(snapshot), next);
    const changes = changesBetween(namedSettings(list.settings), namedSettings(settings));
    const arrangements = arrangementsIn(changes.map(({ place }) => place));
    await db.batch([
      deferForeignKeys(db),
      ...beginWideChange(db, snapshot.sequence, clock.now),
      ...writeListSettings(db, year, settings, { at: clock.now, keyId: access.keyId }),
      ...writeDecidedKinds(db, list.taskList, settings),
      ...remade,
      ...bringAgain(db, String(year), reread(list, { taskList: list.taskList, settings })),
      auditStatement(db, { kind: 'settings', by, year, arrangements, what: whatOf(changes) }),
    ]);
  });
}
