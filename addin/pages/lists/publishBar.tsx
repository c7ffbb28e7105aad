import { useState } from 'preact/hooks';
import type { ListHead } from '../../../shared/columns/listHead.ts';
import type { Diagnostic } from '../../../shared/taskList/diagnostic.ts';
import type { TaskList } from '../../../shared/taskList/taskList.ts';
import type { Comparison } from '../../../shared/wire/comparison.ts';
import { ApiProblem } from '../../api/problem.ts';
import { Button } from '../../controls/button.tsx';
import { useText } from '../../controls/useText.ts';
import { ProblemBar } from '../shared/keyed/problemBar.tsx';
import type { ProseReading } from '../../../shared/import/prose/proseReading.ts';
import { applyChoices } from './apply.ts';
import type { Published, ListsApi, VersionedSettings } from './listsApi.ts';
import type { Choices } from './model/choices.ts';
import type { Readiness } from './model/readiness.ts';
import { OverdueDialog } from './overdueDialog.tsx';
import { PublishDialog } from './publishDialog.tsx';
import { listsText } from './text.ts';

interface PublishBarProps {
  api: ListsApi;
  admin: boolean;
  list: TaskList;
  choices: Choices;
  /** What of the document could not be read. */
  unread: readonly Diagnostic[];
  /** The header of the document; `null` for a list that is published. */
  head: ListHead | null;
  /** How a document without a table was read. */
  prose: ProseReading | undefined;
  comparison: Comparison | null;
  /** The settings that are looked at; `null` where there are none. */
  looked: VersionedSettings | null;
  /** `null` until it is compared. */
  readiness: Readiness | null;
  optional: number;
  loading: boolean;
  problem: unknown;
  onAgain: () => void;
  /** `null` where the decisions are in sight. */
  onDecide: (() => void) | null;
  onPublished: () => void;
}

/** What stands between the reading and its publishing, and the way to it; always in sight. */
export function PublishBar(props: PublishBarProps) {
  const { text } = useText(listsText);
  const { admin, readiness, loading, problem, onAgain, onDecide } = props;
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<unknown>(null);
  const [done, setDone] = useState<Published | null>(null);

  async function publish(overdue: number | null = null): Promise<void> {
    const { api, list, choices, comparison, looked, unread, head, prose, onPublished } = props;
    if (comparison === null) return;
    setAsked(false);
    setBusy(true);
    setRefused(null);
    try {
      const said = { head, prose, overdue };
      setDone(await applyChoices(api, list, choices, comparison, looked, unread, said));
      onPublished();
    } catch (thrown) {
      setRefused(thrown);
    } finally {
      setBusy(false);
    }
  }
  const movedOn =
    refused instanceof ApiProblem && ['list-moved-on', 'changed-meanwhile'].includes(refused.code);
  const past = refused instanceof ApiProblem && refused.code === 'overdue-at-once' ? refused : null;
  const again = () => {
    setRefused(null);
    onAgain();
  };
  return (
    <footer class="publish-bar" aria-label={text.publish.label}>
      {problem !== null && <ProblemBar problem={problem} again={onAgain} />}
      {refused !== null && past === null && (
        <ProblemBar
          problem={refused}
          again={movedOn ? again : () => void publish()}
          {...(movedOn ? { againName: text.publish.again409 } : {})}
        />
      )}
      <div class="publish-line" aria-busy={loading || busy}>
        <p role="status">
          {busy ? (
            text.publish.publishing
          ) : readiness === null ? (
            problem === null && text.comparing
          ) : readiness.kind === 'open' ? (
            <span class="late">{text.publish.open(readiness.required)}</span>
          ) : readiness.kind === 'unchanged' ? (
            done?.version === props.comparison?.version && done ? (
              <>
                <span class="good">
                  {done.changed ? text.publish.done(done.year, done.version) : text.publish.same(done.year)}
                </span>{' '}
                <a href="/bureau">{text.publish.bureau}</a>
              </>
            ) : (
              text.publish.unchanged
            )
          ) : (
            <>
              <b>{text.publish.ready}</b> <span class="quiet">{text.publish.counts(readiness.counts)}</span>
            </>
          )}
        </p>
        {readiness?.kind === 'open' && onDecide && <Button onClick={onDecide}>{text.publish.show}</Button>}
        {admin ? (
          <Button
            look="primary"
            disabled={readiness?.kind !== 'ready' || loading || busy || movedOn}
            onClick={() => setAsked(true)}
          >
            {text.publish.act}
          </Button>
        ) : (
          <span class="quiet">{text.publish.notAdmin}</span>
        )}
      </div>
      {asked && readiness?.kind === 'ready' && (
        <PublishDialog
          year={props.list.year}
          readiness={readiness}
          optional={props.optional}
          onConfirm={() => void publish()}
          onClose={() => setAsked(false)}
        />
      )}
      {past && (
        <OverdueDialog
          problem={past}
          onConfirm={() => void publish(past.known)}
          onClose={() => setRefused(null)}
        />
      )}
    </footer>
  );
}
