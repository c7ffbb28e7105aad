import { useState } from 'preact/hooks';
import type { SheetAnswer } from '../../../shared/wire/workbookAnswers.ts';
import type { WorkbookProposal, WorkbookSheet } from '../../../shared/wire/workbookProposal.ts';
import { Button } from '../../controls/button.tsx';
import { LinkButton } from '../../controls/linkButton.tsx';
import { useText } from '../../controls/useText.ts';
import { MatchPicker } from './matchPicker.tsx';
import { uploadText } from './text.ts';

interface ChangeMatchProps {
  proposal: WorkbookProposal;
  sheet: string;
  match: WorkbookSheet['matches'][number];
  /** Whose match it is, for who hears the page. */
  of: string;
  onSaid: (said: SheetAnswer) => void;
}

/** Says of a row that it is of another arrangement, or of none, however certain it was read. */
export function ChangeMatch({ proposal, sheet, match, of, onSaid }: ChangeMatchProps) {
  const { text } = useText(uploadText);
  const [chosen, setChosen] = useState<string | null>(null);
  const { row, item, code, candidates } = match;
  if (chosen === null)
    return (
      <div class="change-link">
        <LinkButton label={text.changeMatchOf(of)} onClick={() => setChosen(code ?? '')}>
          {code === null ? text.giveMatch : text.changeMatch}
        </LinkButton>
      </div>
    );
  return (
    <div class="change-match">
      <MatchPicker
        arrangements={proposal.arrangements}
        candidates={candidates}
        value={chosen}
        onChange={setChosen}
      />
      <div class="upload-acts">
        <Button
          look="primary"
          disabled={chosen === (code ?? '')}
          onClick={() => {
            onSaid({ sheet, matches: [{ row, item, code: chosen || null }] });
            setChosen(null);
          }}
        >
          {text.change}
        </Button>
        <Button onClick={() => setChosen(null)}>{text.cancel}</Button>
      </div>
    </div>
  );
}
