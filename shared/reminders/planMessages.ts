import { digestReminder, type ReminderOn, unitReminder } from './reminderTexts.ts';
import type { UnitDue } from './whatIsDue.ts';

/** A message that is to be sent today. */
export interface PlannedMessage {
  /** By which address: a unit's own, or the district's (`null`). */
  channel: string | null;
  /** Whether there is such an address. */
  hasChannel: boolean;
  units: UnitDue[];
  text: string;
}

/** What units are told: one by itself, several by a line each. */
export const messageText = (units: readonly UnitDue[], on: ReminderOn): string =>
  units.length === 1 && units[0] ? unitReminder(units[0], on) : digestReminder(units, on);

/**
 * Today's messages: one for each unit, by its own address or the district's. Where the district's would take more than
 * `digestAbove`, it gets one for all of them.
 */
export function planMessages(
  due: readonly UnitDue[],
  { channels, digestAbove }: { channels: readonly (string | null)[]; digestAbove: number },
  on: ReminderOn,
): PlannedMessage[] {
  const has = new Set(channels);
  const own = due.filter(({ unit }) => has.has(unit.id));
  const others = due.filter(({ unit }) => !has.has(unit.id));
  const one = (each: UnitDue, channel: string | null): PlannedMessage => ({
    ...{ channel, hasChannel: has.has(channel), units: [each] },
    text: messageText([each], on),
  });
  const messages = own.map((each) => one(each, each.unit.id));
  if (others.length <= digestAbove) return [...messages, ...others.map((each) => one(each, null))];
  return [
    ...messages,
    { channel: null, hasChannel: has.has(null), units: others, text: messageText(others, on) },
  ];
}
