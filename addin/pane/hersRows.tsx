import { useState } from 'preact/hooks';
import { periodWords } from '../../shared/calendar/periodWords.ts';
import { Button } from '../controls/button.tsx';
import { Jump } from '../controls/jump.tsx';
import { useText } from '../controls/useText.ts';
import type { HersView } from '../flows/hers/hers.ts';
import type { BindProposal, ProposedRow } from '../flows/hers/proposed.ts';
import { seriesOf } from '../flows/hers/knownOf.ts';
import { isIndicatorBlock } from '../flows/hers/sideBySideText.ts';
import { addressIn, hersText, wordsFor } from './hersText.ts';
import { usePane } from './paneContext.ts';

const shownAtOnce = 10;
const left = '';
const any = '*';

/** What each of her rows is taken for: those that wait for her word, those of none, and the others. */
export function HersRows({ hers, proposal }: { hers: HersView; proposal: BindProposal }) {
  const { text: all } = useText(hersText);
  const text = wordsFor(all, proposal);
  const asked = proposal.rows.filter(({ isAsked }) => isAsked);
  const none = proposal.rows.filter((row) => isOfNone(row));
  const others = proposal.rows.filter((row) => !row.isAsked && !isOfNone(row));
  const listed = { hers, proposal };
  return (
    <>
      {asked.length > 0 && (
        <div>
          <h3>{text.asked(asked.length)}</h3>
          <RowList {...listed} rows={asked} label={text.asked(asked.length)} />
        </div>
      )}
      {others.length > 0 && (
        <details open={asked.length === 0}>
          <summary>{text.matched(others.length)}</summary>
          <RowList {...listed} rows={others} label={text.matched(others.length)} />
        </details>
      )}
      {none.length > 0 && (
        <details>
          <summary>{text.ofNone(none.length)}</summary>
          <RowList {...listed} rows={none} label={text.ofNone(none.length)} />
        </details>
      )}
      <datalist id={everyName}>
        {[...hers.names.keys()].map((series) => (
          <option key={series} value={nameOf(hers, series)} />
        ))}
      </datalist>
    </>
  );
}

const everyName = 'tz-hers-names';

const isOfNone = ({ series, isAsked, isLeftOut }: ProposedRow): boolean =>
  series === null && !isAsked && !isLeftOut;

function nameOf({ names }: HersView, series: string): string {
  const named = names.get(series);
  if (!named) return series;
  const indicator = named.indicator === '' ? '' : `（${named.indicator}）`;
  // What tells two of one arrangement apart is seen in a narrow list, too.
  return `${named.code}${indicator} ${named.text.slice(0, 40)}`;
}

/** Where a row is of several indicators, in which of her columns each one's count stands. */
function indicatorsOf({ names }: HersView, { columns, blocks }: BindProposal, { keys }: ProposedRow) {
  return keys.flatMap(({ key, block }) => {
    const column = columns.find((each) => each.block === block && isIndicatorBlock(blocks[block - 1] ?? ''));
    const indicator = names.get(seriesOf({ key }))?.indicator ?? '';
    return column && keys.length > 1 ? [{ indicator, heading: column.heading }] : [];
  });
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
  return (
    <>
      <ul aria-label={label}>
        {rows.slice(0, shown).map((row) => (
          <li key={row.row} class="tz-hers-row">
            <Jump onClick={() => void session.hers.go(proposal.sheet, row.row, at)}>
              {addressIn(proposal, row.row, at) ?? text.row(row.row + 1)} {row.text.slice(0, 60)}
            </Jump>
            <span class="tz-hers-match">
              <Match hers={hers} row={row} address={addressIn(proposal, row.row, at)} />
              {row.isAsked && row.series !== null && (
                <Button small onClick={() => void session.hers.sayRow(row.row, row.series)}>
                  {text.confirm}
                </Button>
              )}
            </span>
            {indicatorsOf(hers, proposal, row).map(({ indicator, heading }) => (
              <span class="tz-hint" key={indicator}>
                {text.indicator(indicator, heading)}
              </span>
            ))}
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

/** Which arrangement a row is: one that it may be, any other that is looked for by words, or none. */
function Match({ hers, row, address }: { hers: HersView; row: ProposedRow; address: string | null }) {
  const { session } = usePane();
  const { text } = useText(hersText);
  const where = address === null ? text.where(row.row + 1) : text.whereCell(address);
  const [isLookedFor, lookFor] = useState(false);
  const say = (series: string | null): void => {
    lookFor(false);
    void session.hers.sayRow(row.row, series);
  };
  const chosen = isLookedFor ? any : row.isLeftOut ? left : (row.series ?? any);
  return (
    <>
      <select
        aria-label={text.match(where)}
        value={chosen}
        onChange={({ currentTarget: { value } }) =>
          value === any ? lookFor(true) : say(value === left ? null : value)
        }
      >
        {row.candidates.map((series) => (
          <option key={series} value={series}>
            {nameOf(hers, series)}
          </option>
        ))}
        <option value={any}>{text.other}</option>
        <option value={left}>{text.leaveOut}</option>
      </select>
      {chosen === any && (
        <input
          class="tz-hers-search"
          list={everyName}
          aria-label={text.search(where)}
          placeholder={text.searchHint}
          onInput={({ currentTarget: { value } }) => {
            const found = [...hers.names.keys()].find((series) => nameOf(hers, series) === value);
            if (found !== undefined) say(found);
          }}
        />
      )}
    </>
  );
}
