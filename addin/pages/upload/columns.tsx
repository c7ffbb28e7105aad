import type { SheetAnswer } from '../../../shared/wire/workbookAnswers.ts';
import type { WorkbookProposal } from '../../../shared/wire/workbookProposal.ts';
import { isExplanation } from '../../../shared/ledgers/explanation.ts';
import { Option } from '../../controls/option.tsx';
import { Select } from '../../controls/select.tsx';
import { useText } from '../../controls/useText.ts';
import { letterOf } from './places.ts';
import { reasonText } from './reasons.ts';
import { uploadText } from './text.ts';

interface ColumnsProps {
  proposal: WorkbookProposal;
  onSaid: (said: SheetAnswer) => void;
}

/** What each column was read as, to be said otherwise; and sheets to be left out, or read after all. */
export function Columns({ proposal, onSaid }: ColumnsProps) {
  const { text } = useText(uploadText);
  const { text: reasons } = useText(reasonText);
  const roles = Object.entries(reasons.roles).map(([value, name]) => ({ value, name }));
  const sheets = proposal.sheets.filter(({ isRead, why, columns }) =>
    isRead || why === 'nothing-of-the-list' ? columns.length > 0 : why === 'left-out',
  );
  if (sheets.length === 0) return null;
  return (
    <details class="card read-as">
      <summary>{text.readAs}</summary>
      {sheets.map(({ name, why, columns }) => (
        <fieldset key={name}>
          <legend>{name}</legend>
          <Option checked={why === 'left-out'} onChange={(isLeftOut) => onSaid({ sheet: name, isLeftOut })}>
            {text.leaveSheet}
          </Option>
          <div class="question-fields">
            {columns
              .filter(
                ({ filled, heading }) =>
                  why !== 'left-out' && (filled > 0 || heading.trim() !== '') && !isExplanation(heading),
              )
              .map(({ column, heading, role }) => (
                <Select
                  key={column}
                  label={heading.trim() || text.noHeading(letterOf(column))}
                  value={role}
                  options={roles}
                  onChange={(chosen) =>
                    onSaid({ sheet: name, columns: [{ column, role: chosen as typeof role }] })
                  }
                />
              ))}
          </div>
        </fieldset>
      ))}
    </details>
  );
}
