import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Unit } from '../../../../shared/roster/roster.ts';
import { Actions } from '../../../controls/actions.tsx';
import { Button } from '../../../controls/button.tsx';
import { Message } from '../../../controls/message.tsx';
import { useText } from '../../../controls/useText.ts';
import { Loading } from '../../shared/keyed/loading.tsx';
import { ProblemBar } from '../../shared/keyed/problemBar.tsx';
import { useLoaded } from '../../shared/keyed/useLoaded.ts';
import type { RosterApi } from '../rosterApi.ts';
import { ChannelEditor } from './channelEditor.tsx';
import { draftOf, newChannel, type RemindersDraft, settingsOf } from './draft.ts';
import { Preview, SentLog } from './previewAndLog.tsx';
import './reminders.css';
import { remindersApi, type RemindersApi } from './remindersApi.ts';
import { Rules } from './rules.tsx';
import { remindersText } from './text.ts';

interface RemindersTabProps {
  api: RosterApi;
  accessKey: string;
  admin: boolean;
  demo: boolean;
  turn: number;
}

/** 自动提醒: of what is reminded, where the messages go, what goes out today, what was sent. */
export function RemindersTab({ api, accessKey, admin, demo, turn }: RemindersTabProps) {
  const { text } = useText(remindersText);
  const calls = useMemo(() => remindersApi(accessKey), [accessKey]);
  const { value, problem, again } = useLoaded(
    () => Promise.all([api.roster(), calls.read(), calls.preview(), calls.log()]),
    [api, calls, turn],
  );
  if (problem !== null) return <ProblemBar problem={problem} again={again} />;
  if (!value) return <Loading />;
  const [{ value: roster }, { value: settings, version }, preview, log] = value;
  return (
    <>
      <p class="quiet">{text.intro}</p>
      {demo && <Message intent="warning">{text.demo}</Message>}
      {!admin && <p class="quiet">{text.readOnly}</p>}
      <Settings
        key={version}
        calls={calls}
        units={roster.units}
        first={draftOf(settings)}
        version={version}
        admin={admin}
        onSaved={again}
      />
      <Preview preview={preview} enabled={settings.enabled} units={roster.units} />
      <SentLog log={log} files={calls.file} />
    </>
  );
}

interface SettingsProps {
  calls: RemindersApi;
  units: readonly Unit[];
  first: RemindersDraft;
  version: number;
  admin: boolean;
  onSaved: () => void;
}

function Settings({ calls, units, first, version, admin, onSaved }: SettingsProps) {
  const { text } = useText(remindersText);
  const [draft, setDraft] = useState(first);
  const [problem, setProblem] = useState<unknown>(null);
  const changed = JSON.stringify(draft) !== JSON.stringify(first);
  useEffect(() => {
    if (!changed) return undefined;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [changed]);
  const change = (what: Partial<RemindersDraft>) => setDraft((before) => ({ ...before, ...what }));
  const { channels } = draft;
  const free = [null, ...units.map(({ id }) => id)].find(
    (unit) => !channels.some((channel) => channel.unit === unit),
  );
  const save = () => {
    setProblem(null);
    calls.save(settingsOf(draft), version).then(onSaved, setProblem);
  };
  return (
    <fieldset class="card reminder-settings" disabled={!admin}>
      <h2>{text.rules}</h2>
      <Rules draft={draft} onChange={change} />
      <h2>{text.channels}</h2>
      {channels.length === 0 && <p class="late">{text.noChannel}</p>}
      {channels.map((channel, at) => (
        <ChannelEditor
          key={at}
          api={calls}
          channel={channel}
          units={units}
          saved={!changed}
          onChange={(next) => change({ channels: channels.with(at, next) })}
          onRemove={() => change({ channels: channels.toSpliced(at, 1) })}
        />
      ))}
      {problem !== null && <ProblemBar problem={problem} />}
      {admin && (
        <Actions>
          {free !== undefined && (
            <Button onClick={() => change({ channels: [...channels, { ...newChannel, unit: free }] })}>
              {text.add}
            </Button>
          )}
          <Button look="primary" disabled={!changed} onClick={save}>
            {text.save}
          </Button>
          {changed && <span class="late">{text.unsaved}</span>}
        </Actions>
      )}
    </fieldset>
  );
}
