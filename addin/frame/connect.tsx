import { useState } from 'preact/hooks';
import { Button, KeyInput, ProblemBar } from './controls.tsx';
import { useFrameText } from './language.ts';

/** Asks for the bureau's key. */
export function Connect({ onKey, problem }: { onKey: (key: string) => void; problem: unknown }) {
  const { text } = useFrameText();
  const [draft, setDraft] = useState('');
  const [empty, setEmpty] = useState(false);
  const open = () => {
    const key = draft.trim();
    setEmpty(key === '');
    if (key !== '') onKey(key);
  };
  return (
    <section class="card narrow">
      <h2>{text.keyTitle}</h2>
      <p class="quiet">{text.keyHint}</p>
      {problem !== null && <ProblemBar problem={problem} />}
      <div class="key-line">
        <KeyInput label={text.keyLabel} value={draft} onInput={setDraft} onEnter={open} />
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
