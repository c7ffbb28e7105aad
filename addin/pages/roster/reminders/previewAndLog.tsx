import { reminderStateNames } from '../../../../shared/reminders/stateNames.ts';
import type { Unit } from '../../../../shared/roster/roster.ts';
import type { ReminderLog } from '../../../../shared/wire/reminderLog.ts';
import type { ReminderPreview } from '../../../../shared/wire/reminderPreview.ts';
import { useText } from '../../../controls/useText.ts';
import type { FileApi } from '../../shared/tables/fileApi.ts';
import { TableFrame } from '../../shared/tables/tableFrame.tsx';
import { remindersText } from './text.ts';

interface PreviewProps {
  preview: ReminderPreview;
  enabled: boolean;
  units: readonly Unit[];
}

/** What would be sent today. */
export function Preview({ preview, enabled, units }: PreviewProps) {
  const { text } = useText(remindersText);
  const nameOf = (id: string): string => units.find((unit) => unit.id === id)?.name ?? id;
  return (
    <section class="card">
      <h2>{text.preview}</h2>
      {!enabled && <p class="quiet">{text.previewOff}</p>}
      {!preview.workingDay && <p class="late">{text.dayOff}</p>}
      {preview.messages.length === 0 && <p class="quiet">{text.nothing}</p>}
      {preview.messages.map(({ channel, hasChannel, units: told, text: message }) => (
        <details
          key={told.map(({ id }) => id).join()}
          class="reminder-message"
          open={preview.messages.length <= 2}
        >
          <summary>
            {told.map(({ name }) => name).join('、')}
            <span class="quiet">
              {' → '}
              {channel === null ? text.toDistrict : text.toUnit(nameOf(channel))}
            </span>
            {!hasChannel && <span class="late"> {text.missing}</span>}
          </summary>
          <p class="message-preview">{message}</p>
        </details>
      ))}
    </section>
  );
}

const tones = {
  sent: 'good',
  refused: 'bad',
  unknown: 'late',
  sending: 'quiet',
  nothing: 'quiet',
  dayOff: 'quiet',
};

/** What was sent, the newest day first. */
export function SentLog({ log, files }: { log: ReminderLog; files: FileApi }) {
  const { text, language } = useText(remindersText);
  const { day, unit, state, answer, text: content } = text.columns;
  return (
    <section class="card">
      {log.messages.length === 0 ? (
        <>
          <h2>{text.log}</h2>
          <p class="quiet">{text.noLog}</p>
        </>
      ) : (
        <TableFrame reached label={text.log} head={text.log} files={files} path="/reminders/log">
          <table class="key-table">
            <thead>
              <tr>
                {[day, unit, state, answer, content].map((head) => (
                  <th key={head} scope="col">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {log.messages.map((message) => (
                <tr key={`${message.day} ${message.unit?.id ?? ''}`}>
                  <td>{message.day}</td>
                  <th scope="row">
                    {message.unit?.name ?? '—'}
                    {message.digest && <small class="quiet">{text.digestMark}</small>}
                  </th>
                  <td class={tones[message.state]}>
                    {reminderStateNames[message.state][language]}
                    {message.attempts > 1 && <small>{text.attempts(message.attempts)}</small>}
                  </td>
                  <td class="quiet">{message.answer}</td>
                  <td class="reminder-text" title={message.text} data-text={message.text}>
                    {message.text.split('\n').slice(0, 3).join(' ')}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableFrame>
      )}
      {log.next !== null && <p class="quiet">{text.olderInFile(log.messages.length)}</p>}
    </section>
  );
}
