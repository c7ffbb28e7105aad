import { useState } from 'preact/hooks';
import { Button } from '../controls/button.tsx';
import { Message } from '../controls/message.tsx';
import { useText } from '../controls/useText.ts';
import { isWanting } from '../flows/wanting.ts';
import { periodsFor } from '../flows/hers/planTurn.ts';
import type { Hers } from '../flows/ledger.ts';
import { Periods } from './hersPeriods.tsx';
import { hersText } from './hersText.ts';
import { usePane } from './paneContext.ts';
import { paneText } from './text.ts';

/** What is told of a clerk's own sheet once it is the ledger, and which period its overwritten rows stand for. */
export function HersNotices() {
  const { view, session } = usePane();
  const { text } = useText(hersText);
  const { ledger, index, hers, phase } = view;
  if (!ledger?.hers || !index || hers) return null;
  // Blocks side by side of one row of hers are one row.
  const strays = new Set(index.strays.map(({ row }) => row)).size;
  const elsewhere = [...ledger.rows.values()].filter(
    ({ says, server }) => says === null && isWanting(server),
  );
  const isOverwritten = Object.keys(ledger.hers.overwritten).length > 0;
  const gone = ledger.hers.inCells ? text.inCells.gone : text.gone;
  const told = [
    ...(index.missing.length > 0 ? [gone(index.missing.length)] : []),
    ...(strays > 0 ? [text.strays(strays)] : []),
    ...(elsewhere.length > 0 && !isOverwritten ? [text.elsewhere(elsewhere.length)] : []),
  ];
  return (
    <>
      {view.asksPeriods && <AskPeriods overwritten={ledger.hers.overwritten} />}
      {told.length > 0 && (
        <Message
          intent="info"
          actions={
            phase === 'connected' && (
              <Button small onClick={() => void session.hers.propose()}>
                {text.again}
              </Button>
            )
          }
        >
          {told.join('')}
        </Message>
      )}
    </>
  );
}

function AskPeriods({ overwritten }: { overwritten: Hers['overwritten'] }) {
  const { view, session } = usePane();
  const { text } = useText(hersText);
  const { text: own } = useText(paneText);
  const asked = periodsFor(view.ledger!);
  // The newest is proposed: what she has overwritten is most likely of now. What was never sent is of the period that she has just named.
  const { lastSync, earlier } = view.ledger!;
  const isSent = [lastSync, ...earlier].some((each) => each !== null && Object.keys(each.counts).length > 0);
  const [chosen, choose] = useState<Hers['overwritten']>(() => ({
    ...overwritten,
    ...Object.fromEntries(
      asked.flatMap(({ kind, candidates: [newest] }) => (newest && isSent ? [[kind, newest]] : [])),
    ),
  }));
  return (
    <Message
      intent="warning"
      actions={
        <Button small look="primary" onClick={() => void session.syncFor(chosen)}>
          {text.syncNow}
        </Button>
      }
      dismiss={{ label: own.actions.cancel, onClick: () => session.dismiss('asksPeriods') }}
    >
      <Periods
        isSync
        periods={asked.map((each) => ({ ...each, period: chosen[each.kind] ?? '' }))}
        onChange={(kind, period) => choose({ ...chosen, [kind]: period })}
      />
    </Message>
  );
}
