import { useState } from 'preact/hooks';
import { Button } from '../../../controls/button.tsx';
import { TextInput } from '../../../controls/textInput.tsx';
import { useText } from '../../../controls/useText.ts';
import { ProblemBar } from './problemBar.tsx';
import { keyedText } from './text.ts';

interface ConnectProps {
  onKey: (key: string) => void;
  problem: unknown;
  audience: 'bureau' | 'unit';
}

/** Asks for a key. */
export function Connect({ onKey, problem, audience }: ConnectProps) {
  const { text } = useText(keyedText);
  const [draft, setDraft] = useState('');
  const [empty, setEmpty] = useState(false);
  const open = () => {
    const key = draft.trim();
    setEmpty(key === '');
    if (key !== '') onKey(key);
  };
  return (
    <section class="card narrow">
      <h2>{audience === 'unit' ? text.unitKeyTitle : text.keyTitle}</h2>
      <p class="quiet">{audience === 'unit' ? text.unitKeyHint : text.keyHint}</p>
      {problem !== null && <ProblemBar problem={problem} />}
      <div class="key-line">
        <TextInput label={text.keyLabel} value={draft} placeholder="tz_…" onInput={setDraft} onEnter={open} />
        <Button look="primary" onClick={open}>
          {text.keyOpen}
        </Button>
      </div>
      {empty && (
        <p class="warn" role="alert">
          {text.keyMissing}
        </p>
      )}
    </section>
  );
}
