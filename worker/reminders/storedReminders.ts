import type { ReminderForm, ReminderChannel } from '../../shared/wire/parts/reminderChannel.ts';
import type { Reminders } from '../../shared/wire/reminders.ts';

/** An address with what is needed to write to it. It is a secret as a whole: its query is the robot's key. */
export interface StoredChannel {
  unit: string | null;
  form: ReminderForm;
  keyword: string;
  address: string;
  secret: string | null;
}

/** The settings as stored. */
export interface StoredReminders extends Omit<Reminders, 'channels'> {
  channels: StoredChannel[];
  /** The site from which they were set: where links in messages lead. */
  site: string;
}

export const noReminders: StoredReminders = {
  enabled: false,
  soonWorkingDays: 1,
  overdue: 'daily',
  digestAbove: 5,
  channels: [],
  site: '',
};

/** An address as it is told: host, and the last four characters. */
export const maskedAddress = (address: string): string => `${new URL(address).origin}/…${address.slice(-4)}`;

/** A channel without its secrets. */
export const toldChannel = ({ unit, form, keyword, address, secret }: StoredChannel): ReminderChannel => ({
  ...{ unit, form, keyword },
  address: maskedAddress(address),
  hasSecret: secret !== null,
});

/** The settings as they are told. */
export function toldReminders({ site: _, channels, ...rules }: StoredReminders): Reminders {
  return { ...rules, channels: channels.map(toldChannel) };
}
