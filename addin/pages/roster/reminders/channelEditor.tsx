import { useState } from 'preact/hooks';
import type { Unit } from '../../../../shared/roster/roster.ts';
import { reminderForms } from '../../../../shared/wire/parts/reminderChannel.ts';
import type { ReminderTested } from '../../../../shared/wire/reminderTested.ts';
import { Actions } from '../../../controls/actions.tsx';
import { Button } from '../../../controls/button.tsx';
import { Select } from '../../../controls/select.tsx';
import { TextInput } from '../../../controls/textInput.tsx';
import { useText } from '../../../controls/useText.ts';
import { ProblemBar } from '../../shared/keyed/problemBar.tsx';
import type { ChannelDraft } from './draft.ts';
import type { RemindersApi } from './remindersApi.ts';
import { remindersText } from './text.ts';

interface ChannelEditorProps {
  api: RemindersApi;
  channel: ChannelDraft;
  units: readonly Unit[];
  /** Whether all is saved, and a test can be sent. */
  saved: boolean;
  onChange: (channel: ChannelDraft) => void;
  onRemove: () => void;
}

/** One address: whose messages go there, to what kind of robot, and a test. */
export function ChannelEditor({ api, channel, units, saved, onChange, onRemove }: ChannelEditorProps) {
  const { text } = useText(remindersText);
  const [tested, setTested] = useState<ReminderTested | 'sending' | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const change = (what: Partial<ChannelDraft>) => onChange({ ...channel, ...what });
  const test = () => {
    setProblem(null);
    setTested('sending');
    api.test(channel.unit).then(setTested, (failed: unknown) => {
      setTested(null);
      setProblem(failed);
    });
  };
  return (
    <fieldset class="reminder-channel">
      <div class="filters">
        <Select
          label={text.unit}
          value={channel.unit ?? ''}
          options={[
            { value: '', name: text.district },
            ...units.map(({ id, name }) => ({ value: id, name })),
          ]}
          onChange={(unit) => change({ unit: unit === '' ? null : unit })}
        />
        <Select
          label={text.form}
          value={channel.form}
          options={reminderForms.map((form) => ({ value: form, name: text.forms[form] }))}
          onChange={(form) => change({ form: form as ChannelDraft['form'] })}
        />
      </div>
      <div class="reminder-fields">
        <TextInput
          label={text.address}
          value={channel.address}
          placeholder={channel.kept === null ? text.newAddress : text.kept(channel.kept)}
          onInput={(address) => change({ address })}
        />
        {channel.form === 'dingtalk' && (
          <TextInput
            label={text.secret}
            secret
            value={channel.secret}
            placeholder={channel.keptSecret ? text.secretKept : ''}
            onInput={(secret) => change({ secret })}
          />
        )}
        <TextInput label={text.keyword} value={channel.keyword} onInput={(keyword) => change({ keyword })} />
      </div>
      <Actions>
        <Button
          small
          disabled={!saved || channel.kept === null}
          waiting={tested === 'sending'}
          onClick={test}
        >
          {text.test}
        </Button>
        <Button small look="subtle" onClick={onRemove}>
          {text.remove}
        </Button>
        <span
          role="status"
          class={tested !== null && tested !== 'sending' && tested.outcome !== 'sent' ? 'bad' : 'quiet'}
        >
          {tested === 'sending' && text.testing}
          {tested !== null && tested !== 'sending' && `${text.tested[tested.outcome]}（${tested.answer}）`}
        </span>
      </Actions>
      {problem !== null && <ProblemBar problem={problem} />}
    </fieldset>
  );
}
