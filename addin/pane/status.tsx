import { Button, Message, Progress, Section } from './controls.tsx';
import { usePane } from './shared.tsx';
import { clockTime, lastSyncWords, problemSentence, tally } from './summary.ts';

/** How the ledger stands, in one line, and what can be done: sync, pull, stop. */
export function Status() {
  const { view, session, text } = usePane();
  const { ledger, busy, progress, phase, offline } = view;
  const counts = tally(view.standings);
  const laidOut = view.index !== null;
  const working = busy === 'pulling' || busy === 'syncing';
  const connected = phase === 'connected';

  return (
    <Section title={text.status.heading}>
      <div class="tz-card">
        <p class="tz-headline" role="status" aria-live="polite">
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

/** The last problem, until it is dismissed or something succeeds. */
export function Problem() {
  const { view, session, text, language } = usePane();
  const { problem } = view;
  if (!problem) return null;
  return (
    <Message
      intent={problem.offline || problem.code === 'workbook-busy' ? 'warning' : 'error'}
      actions={
        <Button small subtle onClick={() => session.dismiss('problem')}>
          {text.actions.dismiss}
        </Button>
      }
    >
      {problemSentence(problem, language, text)}
    </Message>
  );
}
