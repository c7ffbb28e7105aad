import { useState } from 'preact/hooks';
import { Actions } from '../controls/actions.tsx';
import { Button } from '../controls/button.tsx';
import { Section } from '../controls/section.tsx';
import { Spinner } from '../controls/spinner.tsx';
import { TextInput } from '../controls/textInput.tsx';
import { useText } from '../controls/useText.ts';
import { usePane } from './paneContext.ts';
import { paneText } from './text.ts';

/** Asks for the access key. Its form is looked at here, so that a half-copied key is told at once. */
export function Connect() {
  const { view, session } = usePane();
  const { text } = useText(paneText);
  const [key, setKey] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const connecting = view.phase === 'connecting';

  const submit = () => {
    const given = key.trim();
    const wrong = given === '' ? text.connect.empty : given.startsWith('tz_') ? null : text.connect.shape;
    setFault(wrong);
    if (!wrong && !connecting) void session.connect(given);
  };

  return (
    <Section title={text.connect.heading}>
      <p class="tz-hint">{text.connect.intro}</p>
      <TextInput
        secret
        label={text.connect.key}
        value={key}
        placeholder={text.connect.placeholder}
        fault={fault}
        onInput={setKey}
        onEnter={submit}
      />
      {fault && (
        <p class="tz-fault" role="alert">
          {fault}
        </p>
      )}
      <Actions>
        <Button look="primary" waiting={connecting} onClick={submit}>
          {connecting && <Spinner />}
          {connecting ? text.connect.connecting : text.connect.submit}
        </Button>
      </Actions>
      {view.ledger && <p class="tz-hint">{text.connect.carriedOn}</p>}
    </Section>
  );
}
