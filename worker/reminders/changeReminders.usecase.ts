import { changesBetween, whatOf } from '../../shared/audit/changes.ts';
import { isSame } from '../../shared/taskList/isSame.ts';
import type { ProblemPlace } from '../../shared/wire/problem.ts';
import type { RemindersToSet } from '../../shared/wire/remindersToSet.ts';
import { auditStatement } from '../audit/auditEntry.repository.ts';
import { untilPlanHolds } from '../db/change.ts';
import type { By } from '../identity/by.ts';
import { invalidAt } from '../problems/invalidRequest.ts';
import { loadRoster } from '../units/units.repository.ts';
import { checkVersion } from '../versions/guard.ts';
import { addressFault } from './checkAddress.ts';
import { loadReminders, writeReminders } from './reminders.repository.ts';
import { toldChannel, type StoredChannel, type StoredReminders } from './storedReminders.ts';

/** The settings with each channel under its unit, without what opens it: what the account of who did what may say. */
function named({ channels, site: _, ...rules }: StoredReminders): Record<string, unknown> {
  const told = channels.map((channel) => [channel.unit ?? 'district', toldChannel(channel)] as const);
  return {
    ...rules,
    channels: Object.fromEntries(told.map(([name, { unit: __, ...rest }]) => [name, rest])),
  };
}

/** Channels with the addresses that stay what they are. @throws Problem `invalid-request`. */
function channelsOf(
  said: RemindersToSet['channels'],
  standing: readonly StoredChannel[],
  { units, local }: { units: ReadonlySet<string>; local: boolean },
): StoredChannel[] {
  const places: ProblemPlace[] = [];
  const seen = new Set<string | null>();
  const channels = said.flatMap(({ unit, form, keyword, address, secret }, at): StoredChannel[] => {
    const pointer = `#/channels/${at}`;
    const wrong = (field: string, zh: string, en: string): [] => {
      places.push({ pointer: `${pointer}/${field}`, zh, en });
      return [];
    };
    if (unit !== null && !units.has(unit))
      return wrong('unit', `没有单位“${unit}”`, `There is no unit “${unit}”`);
    if (seen.has(unit)) return wrong('unit', '同一单位只能有一个地址', 'A unit has one address');
    seen.add(unit);
    const kept = standing.find((each) => each.unit === unit);
    if (address === undefined) {
      if (!kept) return wrong('address', '请填写机器人的地址', 'Enter the address of the robot');
      return [
        {
          unit,
          form,
          keyword,
          address: kept.address,
          secret: secret === undefined ? kept.secret : secret || null,
        },
      ];
    }
    const fault = addressFault(address, local);
    if (fault) return wrong('address', fault.zh, fault.en);
    return [{ unit, form, keyword, address: new URL(address).href, secret: secret || null }];
  });
  if (places.length > 0) throw invalidAt(places);
  return channels;
}

/**
 * Sets who is reminded of what, and where messages go. What stands there already changes nothing.
 * @param given versions that were looked at.
 * @param site where links in messages lead: the site from which it is set.
 * @throws Problem `changed-meanwhile`, `invalid-request`.
 */
export function changeReminders(
  { channels, ...rules }: RemindersToSet,
  { given, site, local }: { given: readonly number[]; site: string; local: boolean },
  by: By,
): Promise<void> {
  const { db, access, clock } = by;
  return untilPlanHolds(async () => {
    const { settings, version } = await loadReminders(db);
    const units = new Set((await loadRoster(db)).units.map(({ id }) => id));
    const next = { ...rules, site, channels: channelsOf(channels, settings.channels, { units, local }) };
    if (isSame({ ...settings, site }, { ...settings, ...next })) return;
    checkVersion(given, version, { zh: '自动提醒的设置', en: 'The settings of reminders' });
    const what = whatOf(changesBetween(named(settings), named(next)));
    await db.batch([
      ...writeReminders(db, next, version, { at: clock.now, keyId: access.keyId }),
      auditStatement(db, { kind: 'reminders', by, what }),
    ]);
  });
}
