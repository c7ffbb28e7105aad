import { Button, Message, Progress, Section } from './controls.tsx';
import { usePane } from './shared.tsx';
import { rulesVersion } from '../../shared/rules/ruleIds.ts';
import { clockTime, lastSyncWords, otherRules, problemSentence, tally } from './summary.ts';

/** How the ledger stands, in one line, and what can be done: sync, pull, stop. */
export function Status() {
  const { view, session, text } = usePane();
  const { ledger, busy, progress, phase, offline } = view;
  const counts = tally(view.standings);
  const wanting = new Set([...counts.errors, ...counts.warnings]).size;
  const clean =
    view.index !== null &&
    counts.changed + counts.conflicts.length + counts.refused.length + wanting === 0 &&
    !offline;
  const laidOut = view.index !== null;
  const working = busy === 'pulling' || busy === 'syncing';
  const connected = phase === 'connected';

  return (
    <Section quiet title={text.status.heading}>
      <div class="tz-card">
        <p
          class={clean && !working ? 'tz-headline tz-clean' : 'tz-headline'}
          role="status"
          aria-live="polite"
        >
          {headline()}
        </p>
        {progress && busy === 'syncing' && (
          <Progress
            done={progress.done}
            total={progress.total}
            label={text.status.syncing(progress.done, progress.total)}
          />
        )}
        {hint() && <p class="tz-hint">{hint()}</p>}
        <div class="tz-actions">
          {busy === 'syncing' ? (
            <Button disabled={progress?.stopping ?? false} onClick={() => session.stop()}>
              {progress?.stopping ? text.actions.stopping : text.actions.stop}
            </Button>
          ) : (
            <Button
              primary={laidOut}
              disabled={!connected || working || !laidOut}
              onClick={() => void session.sync()}
            >
              {text.actions.sync}
            </Button>
          )}
          <Button primary={!laidOut} disabled={!connected || working} onClick={() => void session.pull()}>
            {text.actions.pull}
          </Button>
        </div>
        {ledger?.lastSync && (
          <p class="tz-last">
            {text.last.at(clockTime(ledger.lastSync.at, new Date()))}
            <br />
            {lastSyncWords(ledger.lastSync, text)}
          </p>
        )}
      </div>
    </Section>
  );

  function headline(): string {
    if (progress && busy === 'syncing') return text.status.syncing(progress.done, progress.total);
    if (busy === 'pulling' || busy === 'syncing') return text.status.pulling;
    if (!laidOut) return text.status.none;
    const parts = [
      ...(offline ? [text.status.offline] : []),
      ...(counts.conflicts.length > 0 ? [text.status.conflicts(counts.conflicts.length)] : []),
      ...(counts.changed > 0 ? [text.status.changed(counts.changed)] : []),
      ...(counts.refused.length > 0 ? [text.status.refused(counts.refused.length)] : []),
      // Kept as drafts at the server, they are synced and still wanting.
      ...(counts.changed === 0 && wanting > 0 ? [text.status.findings(wanting)] : []),
    ];
    return parts.length > 0 ? parts.join(text.comma) : text.status.clean;
  }

  function hint(): string | null {
    if (working) return null;
    if (!laidOut) return text.status.noneHint;
    if (offline) return text.status.offlineHint;
    if (ledger?.pending) return text.status.pending;
    return counts.changed > 0 ? text.status.changedHint : null;
  }
}

/** Says that the server's rules are not this pane's. */
export function Outdated() {
  const { view, text } = usePane();
  const theirs = otherRules(view.ledger);
  return theirs && <Message intent="warning">{text.status.otherRules(theirs, rulesVersion)}</Message>;
}

/** The last problem, until it is dismissed or something succeeds. */
export function Problem() {
  const { view, session, text, language, host } = usePane();
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
      intent={problem.offline || problem.code === 'workbook-busy' ? 'warning' : 'error'}
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
