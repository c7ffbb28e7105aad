import { useState } from 'preact/hooks';
import type { SheetAnswer } from '../../../shared/wire/workbookAnswers.ts';
import type { WorkbookProposal, WorkbookSheet } from '../../../shared/wire/workbookProposal.ts';
import { Button } from '../../controls/button.tsx';
import { LinkButton } from '../../controls/linkButton.tsx';
import { useText } from '../../controls/useText.ts';
import { MatchPicker } from './matchPicker.tsx';
import { uploadText } from './text.ts';

type Match = WorkbookSheet['matches'][number];

/** Opens the place where a match is changed; `of`: whose match it is, for who hears the page. */
export function ChangeLink({ match, of, onOpen }: { match: Match; of: string; onOpen: () => void }) {
  const { text } = useText(uploadText);
  return (
    <div class="change-link">
      <LinkButton label={text.changeMatchOf(of)} onClick={onOpen}>
        {match.code === null ? text.giveMatch : text.changeMatch}
      </LinkButton>
    </div>
  );
}

interface ChangeMatchProps {
  proposal: WorkbookProposal;
  sheet: string;
  match: Match;
  onSaid: (said: SheetAnswer) => void;
  onClose: () => void;
}

/** Says of a row that it is of another arrangement, or of none, however certain it was read. */
export function ChangeMatch({ proposal, sheet, match, onSaid, onClose }: ChangeMatchProps) {
  const { text } = useText(uploadText);
  const { row, item, code, candidates } = match;
  const [chosen, setChosen] = useState(code ?? '');
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
            onClose();
            onSaid({ sheet, matches: [{ row, item, code: chosen || null }] });
          }}
        >
          {text.change}
        </Button>
        <Button onClick={onClose}>{text.cancel}</Button>
      </div>
    </div>
  );
}
