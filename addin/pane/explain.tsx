import { useState } from 'preact/hooks';
import type { SheetRow } from '../../shared/wire/parts/sheetRow.ts';
import { Actions } from '../controls/actions.tsx';
import { Button } from '../controls/button.tsx';
import { TextArea } from '../controls/textArea.tsx';
import { Unfolded } from '../controls/unfolded.tsx';
import { useText } from '../controls/useText.ts';
import type { Standing } from '../flows/standing.ts';
import { rowName } from './names.tsx';
import { usePane } from './paneContext.ts';
import { paneText } from './text.ts';

/** Longest explanation that the rules take (V9, V-text-long). */
const longest = 500;

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
  const { session } = usePane();
  const { text, language } = useText(paneText);
  const [words, setWords] = useState(String(standing.raw.explanation ?? ''));
  return (
    <Unfolded class="tz-explain" onClose={onDone}>
      <TextArea
        label={text.findings.explainFor(rowName(row, language))}
        hint={text.findings.explanationHint}
        longest={longest}
        value={words}
        onInput={setWords}
      />
      <p class="tz-hint">{text.findings.explanationHint}</p>
      <Actions>
        <Button
          small
          look="primary"
          disabled={words.trim() === ''}
          onClick={() => {
            void session.explain(standing.key, words);
            onDone();
          }}
        >
          {text.findings.save}
        </Button>
        <Button small look="subtle" onClick={onDone}>
          {text.actions.cancel}
        </Button>
      </Actions>
    </Unfolded>
  );
}
