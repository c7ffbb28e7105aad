import { useEffect, useState } from 'preact/hooks';
import { rulesVersion } from '../../shared/rules/ruleIds.ts';
import { Actions } from '../controls/actions.tsx';
import { Button } from '../controls/button.tsx';
import { Message } from '../controls/message.tsx';
import { ProgressBar } from '../controls/progressBar.tsx';
import { Section } from '../controls/section.tsx';
import { Spinner } from '../controls/spinner.tsx';
import { useText } from '../controls/useText.ts';
import type { Progress } from '../flows/view.ts';
import { passes } from '../flows/workbookProblem.ts';
import { hersText } from './hersText.ts';
import { usePane } from './paneContext.ts';
import { stands } from './stands.ts';
import { otherRules, problemSentence, seconds } from './summary.ts';
import { paneText } from './text.ts';

/** How the ledger stands, in one line, and what can be done: sync, pull, stop. */
export function Status() {
  const { view, session } = usePane();
  const { text } = useText(paneText);
  const { text: hers } = useText(hersText);
  const { ledger, busy, progress, phase, offline } = view;
  const laidOut = view.index !== null;
  const working = busy === 'pulling' || busy === 'syncing';
  const connected = phase === 'connected';
  const pushing = busy === 'syncing' ? progress : null;
  const checking = useLasting(busy === 'checking');
  const { duty, isLate, isClean, headline, changed } = stands(view, text, checking);

  return (
    <Section quiet title={text.status.heading}>
      <div class="tz-card">
        <div class={isClean ? 'tz-headline tz-clean' : 'tz-headline'} tabIndex={-1}>
          {(working || checking) && <Spinner />}
          <p role="status" aria-live="polite">
            {duty && <span class={isLate ? 'tz-duty tz-due-now' : 'tz-duty'}>{duty}</span>}
            <span class={duty ? 'tz-stands' : ''}>{headline}</span>
          </p>
        </div>
        {pushing && <Pushing progress={pushing} />}
        {hint() && <p class="tz-hint">{hint()}</p>}
        <Actions>
          {busy === 'syncing' ? (
            <Button waiting={progress?.stopping ?? false} onClick={() => session.stop()}>
              {progress?.stopping ? text.actions.stopping : text.actions.stop}
            </Button>
          ) : (
            <Button
              look={laidOut ? 'primary' : 'outline'}
              disabled={!connected || !laidOut}
              waiting={working}
              onClick={() => void session.sync()}
            >
              {text.actions.sync}
            </Button>
          )}
          <Button
            look={laidOut ? 'outline' : 'primary'}
            disabled={!connected}
            waiting={working}
            onClick={() => void session.pull()}
          >
            {text.actions.pull}
          </Button>
          {!laidOut && view.hasTables && !view.hers && (
            <Button disabled={!connected} waiting={working} onClick={() => void session.hers.propose()}>
              {hers.use}
            </Button>
          )}
        </Actions>
      </div>
    </Section>
  );

  function hint(): string | null {
    if (working || checking) return null;
    if (!laidOut) return view.hasTables ? hers.hint : text.status.noneHint;
    if (offline) return text.status.offlineHint;
    if (ledger?.pending) return text.status.pending;
    return connected && changed > 0 ? text.status.changedHint : null;
  }
}

/** A bar of rows, and seconds: those that it has taken, and about how many are left. Seconds are not read out as they pass. */
function Pushing({ progress }: { progress: Progress }) {
  const { text } = useText(paneText);
  const now = useNow(1000);
  const { taken, left } = seconds(progress, now);
  return (
    <div class="tz-pushing">
      <ProgressBar
        done={progress.done}
        total={progress.total}
        label={text.status.syncing(progress.done, progress.total)}
      />
      <p class="tz-hint">
        {text.status.seconds(taken)}
        {left !== null && left > 0 && text.comma + text.status.left(left)}
      </p>
    </div>
  );
}

/** A check of a few rows is done before anybody could read of it. */
const noticedMs = 300;

/** Whether something has been going on for long enough to be told. */
function useLasting(going: boolean): boolean {
  const [lasting, setLasting] = useState(false);
  useEffect(() => {
    setLasting(false);
    if (!going) return;
    const timer = setTimeout(() => setLasting(true), noticedMs);
    return () => clearTimeout(timer);
  }, [going]);
  return going && lasting;
}

function useNow(everyMs: number): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}

/** Says that the server's rules are not this pane's. */
export function Outdated() {
  const { view } = usePane();
  const { text } = useText(paneText);
  const theirs = otherRules(view.ledger);
  return theirs && <Message intent="warning">{text.status.otherRules(theirs, rulesVersion)}</Message>;
}

/** The last problem, until it is dismissed or something succeeds. */
export function Problem() {
  const { view, session, host } = usePane();
  const { text, language } = useText(paneText);
  const { problem } = view;
  // Being offline is a state, and told as one.
  if (!problem || (problem.offline && view.index)) return null;
  const key = session.keyTried();
  const elsewhere =
    problem.code === 'other-unit' && host === 'browser' && view.me?.unit && key
      ? `${location.pathname}?unit=${view.me.unit.id}#key=${encodeURIComponent(key)}`
      : null;
  return (
    <Message
      intent={problem.offline || passes(problem) ? 'warning' : 'error'}
      actions={
        elsewhere && (
          <Button small onClick={() => location.assign(elsewhere)}>
            {text.problem.open(view.me!.unit!.name)}
          </Button>
        )
      }
      dismiss={{ label: text.actions.dismiss, onClick: () => session.dismiss('problem') }}
    >
      {problemSentence(problem, language, text)}
    </Message>
  );
}
