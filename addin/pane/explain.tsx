import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { SheetRow } from '../../shared/wire/sheet.ts';
import type { Standing } from '../flows/standing.ts';
import { Button } from './controls.tsx';
import { rowName, usePane } from './shared.tsx';

/** The explanation (核实说明) of a row, written into its cell. */
export function Explain({
  standing,
  row,
  onDone,
}: {
  standing: Standing;
  row: SheetRow;
  onDone: () => void;
}) {
  const { session, text } = usePane();
  const [words, setWords] = useState(String(standing.raw.explanation ?? ''));
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <div class="tz-explain">
      <label for={id}>{text.findings.explainFor(rowName(row))}</label>
      <textarea
        id={id}
        ref={field}
        rows={3}
        maxLength={500}
        value={words}
        aria-describedby={`${id}-hint`}
        onInput={(event) => setWords(event.currentTarget.value)}
      />
      <p class="tz-hint" id={`${id}-hint`}>
        {text.findings.explanationHint}
      </p>
      <div class="tz-actions">
        <Button
          small
          primary
          disabled={words.trim() === ''}
          onClick={() => {
            void session.explain(standing.key, words);
            onDone();
          }}
        >
          {text.findings.save}
        </Button>
        <Button small subtle onClick={onDone}>
          {text.findings.cancel}
        </Button>
      </div>
    </div>
  );
}
