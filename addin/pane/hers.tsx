import { useState } from 'preact/hooks';
import { periodWords } from '../../shared/calendar/periodWords.ts';
import type { LedgerRole } from '../../shared/columns/roleNames.ts';
import { fieldNames } from '../../shared/row/fieldNames.ts';
import { Actions } from '../controls/actions.tsx';
import { Button } from '../controls/button.tsx';
import { Jump } from '../controls/jump.tsx';
import { Message } from '../controls/message.tsx';
import { Option } from '../controls/option.tsx';
import { Section } from '../controls/section.tsx';
import { Select } from '../controls/select.tsx';
import { useText } from '../controls/useText.ts';
import type { HersView } from '../flows/hers/hers.ts';
import { boundRoles } from '../flows/hers/boundRoles.ts';
import type { BindProposal, ProposedColumn, ProposedRow } from '../flows/hers/proposed.ts';
import './hers.css';
import { hersText } from './hersText.ts';
import { usePane } from './paneContext.ts';

type Text = (typeof hersText)['zh'];

const shownAtOnce = 10;
const left = '';

/** The proposal for a sheet of the clerk's own, beside the sheet: what each column and row is, hers to change, and what stays unread. */
export function Hers() {
  const { view, session, host } = usePane();
  const { text } = useText(hersText);
  const { hers } = view;
  if (!hers) return null;
  const { sheets, proposal, hasResult, isAnew } = hers;
  const flow = session.hers;
  const bound = proposal?.rows.filter(({ key }) => key !== null).length ?? 0;
  return (
    <Section title={text.heading}>
      <div class="tz-hers">
        <p class="tz-hint">{text.intro}</p>
        {host === 'browser' && <p class="tz-hint">{text.file.lost}</p>}
        {isAnew && <Message intent="warning">{text.anew}</Message>}
        {sheets.length > 1 && (
          <Select
            label={text.sheet}
            value={proposal?.sheet ?? ''}
            options={sheets.map(({ name, why }) => ({
              value: name,
              name: why === null ? name : `${name}（${text.why[why]}）`,
            }))}
            onChange={(sheet) => void flow.say({ sheet })}
          />
        )}
        {!proposal && (
          <Message intent="warning">
            {text.none}
            {sheets.length === 1 &&
              sheets[0]!.why !== null &&
              ` ${sheets[0]!.name}：${text.why[sheets[0]!.why]}`}
          </Message>
        )}
        {proposal?.why && <Message intent="warning">{text.why[proposal.why]}</Message>}
        {proposal && (
          <>
            <Counts proposal={proposal} bound={bound} />
            <Periods
              label={text.period.asked}
              periods={proposal.periods}
              onChange={(kind, period) => void flow.sayPeriod(kind, period)}
            />
            <Columns proposal={proposal} />
            <Rows hers={hers} proposal={proposal} />
            <Option checked={hasResult} onChange={(checked) => void flow.say({ hasResult: checked })}>
              {text.result}
            </Option>
          </>
        )}
        <Actions>
          {proposal && (
            <Button
              look="primary"
              disabled={proposal.why !== null || bound === 0}
              waiting={view.busy !== null}
              onClick={() => void flow.bind()}
            >
              {text.bind(bound)}
            </Button>
          )}
          <Button onClick={() => flow.cancel()}>{text.cancel}</Button>
        </Actions>
      </div>
    </Section>
  );
}

function Counts({ proposal, bound }: { proposal: BindProposal; bound: number }) {
  const { text } = useText(hersText);
  const { rows, unread, columns } = proposal;
  const asked = rows.filter(({ isAsked }) => isAsked).length;
  const kinds = Object.entries(unread) as [keyof typeof text.kinds, number][];
  const sum = kinds.reduce((all, [, n]) => all + n, 0);
  const unreadColumns = columns.filter(({ id, filled }) => id === null && filled > 0).length;
  return (
    <div>
      <p class="tz-hers-counts" role="status">
        {text.counts(bound, asked)}
      </p>
      {sum > 0 && (
        <p class="tz-hint">
          {text.unreadRows(sum, kinds.map(([kind, n]) => text.kinds[kind](n)).join('、'))}
        </p>
      )}
      {unreadColumns > 0 && <p class="tz-hint">{text.unreadColumns(unreadColumns)}</p>}
    </div>
  );
}

/** Of each kind of overwritten row the period that it stands for. */
export function Periods<Kind extends string>({
  label,
  periods,
  onChange,
}: {
  label: string;
  periods: readonly { kind: Kind; candidates: readonly string[]; period: string }[];
  onChange: (kind: Kind, period: string) => void;
}) {
  const { language } = useText(hersText);
  return (
    <>
      {periods.map(({ kind, candidates, period }) => (
        <Select
          key={kind}
          label={label}
          value={period}
          options={candidates.map((each) => ({ value: each, name: periodWords(each, language) }))}
          onChange={(chosen) => onChange(kind, chosen)}
        />
      ))}
    </>
  );
}

function Columns({ proposal: { sheet, header, columns } }: { proposal: BindProposal }) {
  const { session } = usePane();
  const { text, language } = useText(hersText);
  const nameOf = (role: string): string =>
    text.roles[role as keyof Text['roles']] ??
    fieldNames[boundRoles[role as LedgerRole] as 'status'][language];
  const roles = ['unread', ...Object.keys(boundRoles)];
  return (
    <div>
      <h3>{text.columns}</h3>
      <ul aria-label={text.columns}>
        {columns
          .filter(({ heading, filled }) => heading !== '' || filled > 0)
          .map((column) => (
            <li key={column.at} class={column.id === null ? 'tz-unread' : ''}>
              <Jump onClick={() => void session.hers.go(sheet, header, column.at)}>
                {text.column(lettersOf(column.at), column.heading)}
              </Jump>
              <select
                aria-label={text.role(column.heading)}
                value={roleOf(column)}
                onChange={(event) =>
                  void session.hers.sayRole(column.at, event.currentTarget.value as LedgerRole | 'unread')
                }
              >
                {roles.map((role) => (
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
    </div>
  );
}

const roleOf = ({ role, id }: ProposedColumn): string => (id === null ? 'unread' : role);

function Rows({ hers, proposal }: { hers: HersView; proposal: BindProposal }) {
  const { text } = useText(hersText);
  const asked = proposal.rows.filter(({ isAsked }) => isAsked);
  const others = proposal.rows.filter(({ isAsked }) => !isAsked);
  return (
    <>
      {asked.length > 0 && (
        <div>
          <h3>{text.asked(asked.length)}</h3>
          <RowList hers={hers} proposal={proposal} rows={asked} label={text.asked(asked.length)} />
        </div>
      )}
      {others.length > 0 && (
        <details open={asked.length === 0}>
          <summary>{text.matched(others.length)}</summary>
          <RowList hers={hers} proposal={proposal} rows={others} label={text.matched(others.length)} />
        </details>
      )}
    </>
  );
}

function RowList({
  hers,
  proposal,
  rows,
  label,
}: {
  hers: HersView;
  proposal: BindProposal;
  rows: ProposedRow[];
  label: string;
}) {
  const { session } = usePane();
  const { text, language } = useText(hersText);
  const [shown, setShown] = useState(shownAtOnce);
  const at = proposal.columns.find(({ id }) => id === 'arrangement')?.at ?? 0;
  const nameOf = (series: string): string => {
    const named = hers.names.get(series);
    if (!named) return series;
    const indicator = named.indicator === '' ? '' : `（${named.indicator}）`;
    return `${named.code} ${named.text.slice(0, 40)}${indicator}`;
  };
  return (
    <>
      <ul aria-label={label}>
        {rows.slice(0, shown).map((row) => (
          <li key={row.row} class="tz-hers-row">
            <Jump onClick={() => void session.hers.go(proposal.sheet, row.row, at)}>
              {text.row(row.row + 1)} {row.text.slice(0, 60)}
            </Jump>
            <span class="tz-hers-match">
              <select
                aria-label={text.match(row.row + 1)}
                value={row.isLeftOut ? left : (row.series ?? left)}
                onChange={(event) =>
                  void session.hers.sayRow(
                    row.row,
                    event.currentTarget.value === left ? null : event.currentTarget.value,
                  )
                }
              >
                {row.candidates.map((series) => (
                  <option key={series} value={series}>
                    {nameOf(series)}
                  </option>
                ))}
                <option value={left}>{text.leaveOut}</option>
              </select>
              {row.isAsked && row.series !== null && (
                <Button small onClick={() => void session.hers.sayRow(row.row, row.series)}>
                  {text.confirm}
                </Button>
              )}
            </span>
            {row.period !== null && <span class="tz-hint">{periodWords(row.period, language)}</span>}
            {row.why !== null && <span class="tz-late">{text.whyNot[row.why]}</span>}
          </li>
        ))}
      </ul>
      {rows.length > shown && (
        <Button small look="subtle" onClick={() => setShown(rows.length)}>
          {text.more(rows.length - shown)}
        </Button>
      )}
    </>
  );
}

function lettersOf(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}
