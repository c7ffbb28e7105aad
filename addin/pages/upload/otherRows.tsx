import { useState } from 'preact/hooks';
import type { SheetAnswer } from '../../../shared/wire/workbookAnswers.ts';
import type { WorkbookProposal, WorkbookSheet } from '../../../shared/wire/workbookProposal.ts';
import { useText } from '../../controls/useText.ts';
import { ChangeLink, ChangeMatch } from './changeMatch.tsx';
import { whereIn } from './places.ts';
import { uploadText } from './text.ts';

type Match = WorkbookSheet['matches'][number];

const most = 200;

/** Rows that were read as none of the unit's arrangements: each can be said to be one. */
export function OtherRows({
  proposal,
  onSaid,
}: {
  proposal: WorkbookProposal;
  onSaid: (said: SheetAnswer) => void;
}) {
  const { text } = useText(uploadText);
  const [open, setOpen] = useState<Match | null>(null);
  const rows = proposal.sheets.flatMap(({ name, matches }) =>
    matches.flatMap((match) => (match.code === null && match.text !== '' ? [{ sheet: name, match }] : [])),
  );
  if (rows.length === 0) return null;
  return (
    <details class="card">
      <summary>{text.otherRows(rows.length)}</summary>
      <ul class="other-rows">
        {rows.slice(0, most).map(({ sheet, match }) => (
          <li key={`${sheet}/${match.row}/${match.item}`}>
            <span class="quiet">{whereIn(proposal, sheet, text.row(match.row + 1), text)}</span> {match.text}{' '}
            <span class="quiet">（{match.why === 'not-assigned' ? text.notAssigned : text.notInList}）</span>
            {open === match ? (
              <ChangeMatch {...{ proposal, sheet, match, onSaid }} onClose={() => setOpen(null)} />
            ) : (
              <ChangeLink match={match} of={match.text} onOpen={() => setOpen(match)} />
            )}
          </li>
        ))}
      </ul>
      {rows.length > most && <p class="quiet">{text.moreRows(rows.length - most)}</p>}
    </details>
  );
}
