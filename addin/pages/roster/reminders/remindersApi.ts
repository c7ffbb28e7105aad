import { reminderLog } from '../../../../shared/wire/reminderLog.ts';
import { reminderPreview } from '../../../../shared/wire/reminderPreview.ts';
import { reminders } from '../../../../shared/wire/reminders.ts';
import type { RemindersToSet } from '../../../../shared/wire/remindersToSet.ts';
import { reminderTested } from '../../../../shared/wire/reminderTested.ts';
import { fileApi } from '../../shared/tables/fileApi.ts';
import { askVersionedWith, askWith } from '../../../api/ask.ts';

const json = { 'content-type': 'application/json' };

/** What the tab of reminders asks of the API. Every call answers or throws an `ApiProblem`. */
export function remindersApi(key: string) {
  const ask = askWith(key);
  const askVersioned = askVersionedWith(key);
  return {
    file: fileApi(key),
    read: () => askVersioned(reminders, '/reminders'),
    /** `version`: of the settings that were looked at; refused where somebody has changed them since. */
    save: (next: RemindersToSet, version: number) =>
      askVersioned(reminders, '/reminders', {
        method: 'PUT',
        body: JSON.stringify(next),
        headers: { ...json, 'if-match': `"${version}"` },
      }),
    preview: () => ask(reminderPreview, '/reminders/preview'),
    test: (unit: string | null) =>
      ask(reminderTested, '/reminders/test', {
        method: 'POST',
        body: JSON.stringify({ unit }),
        headers: json,
      }),
    log: () => ask(reminderLog, '/reminders/log?limit=100'),
  };
}

export type RemindersApi = ReturnType<typeof remindersApi>;
