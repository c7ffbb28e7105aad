import { Actions } from '../controls/actions.tsx';
import { Button } from '../controls/button.tsx';
import { Message } from '../controls/message.tsx';
import { Option } from '../controls/option.tsx';
import { Section } from '../controls/section.tsx';
import { Select } from '../controls/select.tsx';
import { useText } from '../controls/useText.ts';
import { lettersOf } from '../flows/hers/address.ts';
import type { BindProposal } from '../flows/hers/proposed.ts';
import './hers.css';
import { HersColumns } from './hersColumns.tsx';
import { Periods } from './hersPeriods.tsx';
import { HersRows } from './hersRows.tsx';
import { addressIn, hersText, wordsFor } from './hersText.ts';
import { usePane } from './paneContext.ts';

/** Of so many sheets it is said why none of them can be the ledger; the list to choose from says it of all. */
const reasonsShown = 5;

/** The proposal for a sheet of the clerk's own, beside the sheet: what each column and row is, hers to change, and what stays unread. */
export function Hers() {
  const { view, session, host } = usePane();
  const { text } = useText(hersText);
  const { hers } = view;
  if (!hers) return null;
  const { sheets, proposal, hasResult, isAnew } = hers;
  const words = proposal ? wordsFor(text, proposal) : text;
  const flow = session.hers;
  const bound = proposal?.rows.filter(({ key }) => key !== null).length ?? 0;
  return (
    <Section title={text.heading}>
      <div class="tz-hers">
        <p class="tz-hint">{words.intro}</p>
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
            onChange={(sheet) => void flow.say({ sheet }).then(() => flow.go(sheet, 0, 0))}
          />
        )}
        {!proposal && (
          <Message intent="warning">
            {text.none}
            {sheets
              .slice(0, reasonsShown)
              .map(({ name, why }) => (why === null ? '' : ` ${name}：${text.why[why]}`))
              .join('；')}
          </Message>
        )}
        {proposal?.why && <Message intent="warning">{text.why[proposal.why]}</Message>}
        {(proposal ? [proposal] : sheets).some(({ why }) => why?.startsWith('upload-')) && (
          <p>
            <a href="/upload" target="_blank" rel="noopener">
              {text.toUpload}
            </a>
          </p>
        )}
        {proposal && (
          <>
            <Counts proposal={proposal} bound={bound} />
            <Periods
              periods={proposal.periods}
              onChange={(kind, period) => void flow.sayPeriod(kind, period)}
            />
            <HersColumns proposal={proposal} />
            <HersRows hers={hers} proposal={proposal} />
            {proposal.places === null && (
              <Option checked={hasResult} onChange={(checked) => void flow.say({ hasResult: checked })}>
                {text.result}
              </Option>
            )}
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
              {words.bind(bound)}
            </Button>
          )}
          <Button onClick={() => flow.cancel()}>{text.cancel}</Button>
        </Actions>
      </div>
    </Section>
  );
}

function Counts({ proposal, bound }: { proposal: BindProposal; bound: number }) {
  const { text: all } = useText(hersText);
  const text = wordsFor(all, proposal);
  const { rows, unread, columns, blocks, header } = proposal;
  const asked = rows.filter(({ isAsked }) => isAsked).length;
  const kinds = Object.entries(unread) as [keyof typeof text.kinds, number][];
  const sum = kinds.reduce((all, [, n]) => all + n, 0);
  const unreadColumns = columns.filter(({ id, filled }) => id === null && filled > 0);
  const reports = rows.flatMap(({ keys }) => keys).length;
  return (
    <div>
      <p class="tz-hers-counts" role="status">
        {text.counts(bound, asked)}
        {blocks.length > 0 && text.reports(reports)}
      </p>
      {sum > 0 && (
        <p class="tz-hint">
          {text.unreadRows(sum, kinds.map(([kind, n]) => text.kinds[kind](n)).join('、'))}
        </p>
      )}
      {unreadColumns.length > 0 && (
        <p class="tz-hint">
          {text.unreadColumns(
            unreadColumns.length,
            unreadColumns
              .map(({ heading, at }) => heading || (addressIn(proposal, header, at) ?? lettersOf(at)))
              .join('、'),
          )}
        </p>
      )}
    </div>
  );
}
