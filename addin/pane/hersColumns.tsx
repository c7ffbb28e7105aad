import { periodWords } from '../../shared/calendar/periodWords.ts';
import type { LedgerRole } from '../../shared/columns/roleNames.ts';
import { fieldNames } from '../../shared/row/fieldNames.ts';
import { Jump } from '../controls/jump.tsx';
import { useText } from '../controls/useText.ts';
import { lettersOf } from '../flows/hers/address.ts';
import { boundRoles } from '../flows/hers/boundRoles.ts';
import type { BindProposal, ProposedColumn } from '../flows/hers/proposed.ts';
import { isIndicatorBlock } from '../flows/hers/sideBySideText.ts';
import { addressIn, hersText, wordsFor } from './hersText.ts';
import { usePane } from './paneContext.ts';

type Text = (typeof hersText)['zh'];

/** What each of her columns is taken for, hers to change; those of periods side by side together. */
export function HersColumns({ proposal }: { proposal: BindProposal }) {
  const { text: all } = useText(hersText);
  const text = wordsFor(all, proposal);
  const seen = proposal.columns.filter(({ heading, filled }) => heading !== '' || filled > 0);
  const isAcross = ({ block }: ProposedColumn): boolean =>
    block > 0 && !isIndicatorBlock(proposal.blocks[block - 1] ?? '');
  const [plain, across] = [seen.filter((each) => !isAcross(each)), seen.filter(isAcross)];
  return (
    <div>
      <h3>{text.columns}</h3>
      <Columns proposal={proposal} columns={plain} label={text.columns} />
      {across.length > 0 && (
        <details>
          <summary>{text.across(proposal.blocks.filter((of) => of !== '').length, across.length)}</summary>
          <Columns proposal={proposal} columns={across} label={text.acrossColumns} />
        </details>
      )}
    </div>
  );
}

function Columns({
  proposal,
  columns,
  label,
}: {
  proposal: BindProposal;
  columns: readonly ProposedColumn[];
  label: string;
}) {
  const { session } = usePane();
  const { text: all, language } = useText(hersText);
  const text = wordsFor(all, proposal);
  const { sheet, header, blocks } = proposal;
  const nameOf = (role: string): string =>
    text.roles[role as keyof Text['roles']] ??
    fieldNames[boundRoles[role as LedgerRole] as 'status'][language];
  const letterOf = ({ at }: ProposedColumn): string => addressIn(proposal, header, at) ?? lettersOf(at);
  const headingOf = ({ heading, block }: ProposedColumn): string => {
    const of = blocks[block - 1] ?? '';
    if (isIndicatorBlock(of)) return heading;
    const period = /^\d/u.test(of) ? periodWords(of, language) : of;
    return period === '' || heading === period ? heading : `${heading}（${period}）`;
  };
  return (
    <ul aria-label={label}>
      {columns.map((column) => (
        <li key={column.at} class={column.id === null ? 'tz-unread' : ''}>
          <Jump onClick={() => void session.hers.go(sheet, header, column.at)}>
            {text.column(letterOf(column), headingOf(column))}
          </Jump>
          <select
            aria-label={text.role(headingOf(column) || letterOf(column))}
            value={roleOf(column)}
            onChange={(event) =>
              void session.hers.sayRole(column.at, event.currentTarget.value as LedgerRole | 'unread')
            }
          >
            {['unread', ...Object.keys(boundRoles)].map((role) => (
              <option key={role} value={role}>
                {nameOf(role)}
              </option>
            ))}
          </select>
          {column.formulas > 0 && column.id !== null && (
            <span class="tz-hint">{text.formulas(column.formulas)}</span>
          )}
        </li>
      ))}
    </ul>
  );
}

const roleOf = ({ role, id }: ProposedColumn): string => (id === null ? 'unread' : role);
