import type { ReminderForm } from '../../../../shared/wire/parts/reminderChannel.ts';
import type { Reminders } from '../../../../shared/wire/reminders.ts';
import type { RemindersToSet } from '../../../../shared/wire/remindersToSet.ts';

/** An address as it is edited: what is kept of it is told, and never read back. */
export interface ChannelDraft {
  unit: string | null;
  form: ReminderForm;
  keyword: string;
  /** A new address; empty keeps what is kept. */
  address: string;
  secret: string;
  /** Host and end of the kept address; `null`: there is none. */
  kept: string | null;
  keptSecret: boolean;
}

export interface RemindersDraft extends Omit<Reminders, 'channels'> {
  channels: ChannelDraft[];
}

export const newChannel: ChannelDraft = {
  ...{ unit: null, form: 'wecom', keyword: '', address: '', secret: '', kept: null, keptSecret: false },
};

export const draftOf = ({ channels, ...rules }: Reminders): RemindersDraft => ({
  ...rules,
  channels: channels.map(({ unit, form, keyword, address, hasSecret }) => ({
    ...{ unit, form, keyword, address: '', secret: '' },
    kept: address,
    keptSecret: hasSecret,
  })),
});

/** What is sent of a draft: addresses and secrets that were not typed are left out, and stay. */
export const settingsOf = ({ channels, ...rules }: RemindersDraft): RemindersToSet => ({
  ...rules,
  channels: channels.map(({ unit, form, keyword, address, secret }) => ({
    ...{ unit, form, keyword: keyword.trim() },
    ...(address.trim() === '' ? {} : { address: address.trim() }),
    ...(secret.trim() === '' ? {} : { secret: secret.trim() }),
  })),
});
