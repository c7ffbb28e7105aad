import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../controls/button.tsx';
import { Jump } from '../controls/jump.tsx';
import { Message } from '../controls/message.tsx';
import { useText } from '../controls/useText.ts';
import { findLost } from '../flows/mend.ts';
import type { Misplaced } from '../flows/misplaced.ts';
import type { ScannedRow } from '../workbook/port.ts';
import { RowName, rowName } from './names.tsx';
import { usePane } from './paneContext.ts';
import { tally } from './summary.ts';
import { paneText } from './text.ts';

/** Named here at most: the count tells the rest. */
const named = 5;
const moreNamed = 20;

/** Rows that are missing, copied, foreign, refused or put back: each told, with what can be done. */
export function RowNotices() {
  const { view, session } = usePane();
  const { text, language } = useText(paneText);
  const { index, ledger, restored, laidOutAgain, notices } = view;
  const shownRefused = useShown();
  const shownPrefilled = useShown();
  const shownAccepted = useShown();
  if (!index || !ledger) return null;
  const { refused, prefilled, accepted } = tally(view);
  const nameOf = (key: string) => rowName(ledger.rows.get(key)!.server, language);
  const lost = findLost(index, ledger.rows);
  const isLost = new Set(lost.map(({ row }) => row.position));
  const foreign = index.foreign.filter(({ row }) => !isLost.has(row.position));
  const strays = index.strays.filter(({ position }) => !isLost.has(position));
  const known = ([key]: [string, unknown]) => ledger.rows.has(key);
  const list = (items: string[]): ComponentChildren => <span class="tz-names">{items.join(text.comma)}</span>;

  return (
    <div class="tz-notices" role="region" aria-label={text.rows.heading}>
      {laidOutAgain && (
        <Message
          intent="warning"
          dismiss={{ label: text.actions.dismiss, onClick: () => session.dismiss('laidOutAgain') }}
        >
          {text.rows.laidOutAgain}
        </Message>
      )}
      {notices.length > 0 && (
        <Message
          intent="info"
          dismiss={{ label: text.actions.dismiss, onClick: () => session.dismiss('notices') }}
        >
          {notices.map((notice) => text.rows.notices[notice]).join('')}
        </Message>
      )}
      {restored.length > 0 && (
        <Message
          intent="info"
          dismiss={{ label: text.actions.dismiss, onClick: () => session.dismiss('restored') }}
        >
          {text.rows.restored(restored.length)}
        </Message>
      )}
      {[...index.duplicates].filter(known).map(([key, copies]) => (
        <Message
          key={key}
          intent="warning"
          actions={copies.map((copy) => (
            <Button small key={copy.position} onClick={() => void session.chooseCopy(key, copy)}>
              {text.rows.keep(copy.row)}
            </Button>
          ))}
        >
          {text.rows.duplicate(copies.length)} {list([nameOf(key)])}
        </Message>
      ))}
      {index.misplaced.size > 0 && <MisplacedRows rows={[...index.misplaced]} nameOf={nameOf} />}
      {index.missing.length > 0 && !ledger.hers && (
        <Message
          intent="warning"
          actions={
            <Button small onClick={() => void session.bringBack()}>
              {text.rows.bringBack}
            </Button>
          }
        >
          {text.rows.missing(index.missing.length)}
        </Message>
      )}
      {lost.length > 0 && (
        <Message
          intent="warning"
          actions={
            <Button small onClick={() => void session.reconnect()}>
              {text.rows.reconnectNow}
            </Button>
          }
        >
          {text.rows.reconnect(lost.length)}
          <Places rows={lost.map(({ row, key }) => ({ row, what: nameOf(key) }))} />
        </Message>
      )}
      {foreign.length > 0 && (
        <Message intent="warning">
          {text.rows.foreign(foreign.length)}
          <Places rows={foreign.map(({ row, fault }) => ({ row, what: text.rows.fault[fault] }))} />
        </Message>
      )}
      {strays.length > 0 && !ledger.hers && (
        <Message intent="info">
          {text.rows.stray(strays.length)}
          <Places rows={strays.map((row) => ({ row, what: '' }))} />
        </Message>
      )}
      {refused.slice(0, shownRefused.shown).map((standing) => {
        const { server, refusal } = ledger.rows.get(standing.key)!;
        const lock = refusal?.reason === 'locked' ? refusal : null;
        return (
          <Message
            key={standing.key}
            intent="warning"
            actions={
              <Button small onClick={() => void session.select(standing.key, 'status')}>
                {text.actions.show}
              </Button>
            }
          >
            <strong>{rowName(server, language)}</strong>{' '}
            {standing.kind === 'unknown'
              ? text.rows.unknown
              : text.rows.locked(lock?.on ?? server.lock ?? '')}{' '}
            {lock?.contact ? text.rows.contact(lock.contact) : ''}
          </Message>
        );
      })}
      {refused.length > shownRefused.shown && (
        <Message intent="warning">
          {text.status.refused(refused.length)} <More {...shownRefused} of={refused.length} />
        </Message>
      )}
      {accepted.length > 0 && (
        <Message intent="info">
          {text.rows.accepted(accepted.length)}
          <ul class="tz-list-plain">
            {accepted.slice(0, shownAccepted.shown).map(({ key }) => (
              <li key={key}>
                <Jump onClick={() => void session.select(key, 'status')}>
                  <RowName row={ledger.rows.get(key)!.server} />
                </Jump>
              </li>
            ))}
          </ul>
          <More {...shownAccepted} of={accepted.length} />
        </Message>
      )}
      {prefilled.length > 0 && (
        <Message intent="info">
          {text.rows.prefilled(prefilled.length)}
          <ul class="tz-list-plain">
            {prefilled.slice(0, shownPrefilled.shown).map(({ key }) => (
              <li class="tz-confirm" key={key}>
                <Jump onClick={() => void session.select(key, 'status')}>{nameOf(key)}</Jump>
                <Button small onClick={() => void session.confirmPrefilled(key)}>
                  {text.rows.confirm}
                </Button>
              </li>
            ))}
          </ul>
          <More {...shownPrefilled} of={prefilled.length} />
        </Message>
      )}
    </div>
  );
}

/** How many of a list are shown: a few, then as many more at a time. */
function useShown(): { shown: number; show: (shown: number) => void } {
  const [shown, show] = useState(named);
  return { shown, show };
}

/** Says how many more there are, and shows them. */
function More({ shown, show, of }: ReturnType<typeof useShown> & { of: number }) {
  const { text } = useText(paneText);
  if (of <= shown) return null;
  return (
    <Button small look="subtle" onClick={() => show(shown + moreNamed)}>
      {text.rows.next(Math.min(moreNamed, of - shown), of - shown)}
    </Button>
  );
}

/** Places in the sheet, each a way to its row: a few, then as many more at a time, to the last. */
function Places({ rows }: { rows: { row: ScannedRow; what: string }[] }) {
  const { session } = usePane();
  const { text } = useText(paneText);
  const places = useShown();
  return (
    <>
      <ul class="tz-places">
        {rows.slice(0, places.shown).map(({ row, what }) => (
          <li key={row.position}>
            <Jump onClick={() => void session.select(row.position, 'status')}>
              {[row.cell ?? text.rows.at(row.row), what].filter(Boolean).join(' ')}
            </Jump>
          </li>
        ))}
      </ul>
      <More {...places} of={rows.length} />
    </>
  );
}

/** Rows in which stands what may not be theirs: only the clerk knows. */
function MisplacedRows({ rows, nameOf }: { rows: [string, Misplaced][]; nameOf: (key: string) => string }) {
  const { session } = usePane();
  const { text } = useText(paneText);
  const places = useShown();
  const keep = (key: string) => (
    <Button small onClick={() => void session.keepContent([key])}>
      {text.rows.keepHere}
    </Button>
  );
  const single = rows.length === 1 ? rows[0] : undefined;
  return (
    <Message
      intent="warning"
      actions={
        <>
          <Button small onClick={() => void session.moveContent()}>
            {text.rows.moveContent}
          </Button>
          {single && keep(single[0])}
        </>
      }
    >
      {text.rows.misplaced(rows.length)}
      <ul class="tz-list-plain">
        {rows.slice(0, places.shown).map(([key, { shows, isOlder }]) => (
          <li class="tz-confirm" key={key}>
            <span>
              <Jump onClick={() => void session.select(key, 'status')}>{nameOf(key)}</Jump>{' '}
              {isOlder && text.rows.showsOlder}
              {!isOlder && (shows === null ? text.rows.showsNone : text.rows.shows(nameOf(shows)))}
            </span>
            {!single && keep(key)}
          </li>
        ))}
      </ul>
      <More {...places} of={rows.length} />
    </Message>
  );
}
