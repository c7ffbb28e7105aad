import { useEffect, useState } from 'preact/hooks';
import type { Publishing } from '../../../shared/wire/publishings.ts';
import { Button } from '../../controls/button.tsx';
import { useText } from '../../controls/useText.ts';
import { Loading } from '../shared/keyed/loading.tsx';
import { ProblemBar } from '../shared/keyed/problemBar.tsx';
import { useLoaded } from '../shared/keyed/useLoaded.ts';
import { publishingsTable } from '../../../shared/tables/publishingsTable.ts';
import { copyRows } from '../shared/tables/copyTable.ts';
import { Take } from '../shared/tables/take.tsx';
import { AskDialog } from './askDialog.tsx';
import type { ListsApi } from './listsApi.ts';
import { pageOf } from './model/pages.ts';
import { isFirst } from './model/readiness.ts';
import { Pager } from './pager.tsx';
import { listsText } from './text.ts';
import { usePageSize } from './usePageSize.ts';

interface HistoryProps {
  api: ListsApi;
  admin: boolean;
  year: number;
  /** Counts what was published here: the history is another then. */
  turn: number;
  onUndone: () => void;
}

/** Every publishing of the year's list, the newest first; the last one can be taken back. */
export function History({ api, admin, year, turn, onUndone }: HistoryProps) {
  const { text, language } = useText(listsText);
  const { value, problem, again } = useLoaded(() => api.publishings(year), [api, year, turn]);
  const [page, setPage] = useState(0);
  const size = usePageSize(20);
  const [asked, setAsked] = useState<number | null>(null);
  const [refused, setRefused] = useState<unknown>(null);
  useEffect(() => setRefused(null), [turn]);
  if (problem !== null) return <ProblemBar problem={problem} again={again} />;
  if (value === null) return <Loading />;
  const seen = pageOf(value, size, page);
  if (seen.total === 0) return <p class="quiet">{text.history.none(year)}</p>;
  const newest = value[0]?.version;
  const undo = async (version: number) => {
    setAsked(null);
    setRefused(null);
    try {
      await api.undo(year, version);
      onUndone();
    } catch (thrown) {
      setRefused(thrown);
    }
  };
  return (
    <>
      {refused !== null && <ProblemBar problem={refused} again={again} againName={text.history.again} />}
      <div class="taken-top">
        <Take
          label={text.tabs.history(0)}
          onCopy={async () => copyRows(publishingsTable({ year, publishings: value }, language))}
          from={[{ files: api.file, path: `/task-lists/${year}/publishings` }]}
        />
      </div>
      <ol class="changes">
        {seen.items.map((publishing) => (
          <li key={publishing.version} class="change">
            <Entry publishing={publishing} />
            {admin && publishing.version === newest && (
              <p class="undo">
                <Button onClick={() => setAsked(publishing.version)}>{text.history.undo}</Button>
                {!publishing.undoable && <span class="quiet">{text.history.blocked}</span>}
              </p>
            )}
          </li>
        ))}
      </ol>
      <Pager of={seen} onPage={setPage} />
      {asked !== null && (
        <AskDialog
          heading={text.history.undoHeading(asked)}
          confirm={text.history.confirm}
          onConfirm={() => void undo(asked)}
          onClose={() => setAsked(null)}
        >
          <p>
            {isFirst(value[0]!.summary.counts) ? text.history.undoFirstHint(year) : text.history.undoHint}
          </p>
        </AskDialog>
      )}
    </>
  );
}

function Entry({ publishing }: { publishing: Publishing }) {
  const { text } = useText(listsText);
  const { version, publishedAt, by, undoes, summary } = publishing;
  const { counts } = summary;
  return (
    <>
      <p class="change-head">
        <b>{text.history.version(version)}</b>
        {undoes !== null && <span class="tag moved">{text.history.undoes(undoes)}</span>}
        <time dateTime={publishedAt}>{publishedAt.slice(0, 16).replace('T', ' ')}</time>
        <span class="quiet">{by}</span>
      </p>
      <p class="change-text">
        {text.publish.counts(counts)}{' '}
        {summary.retired.length > 0 && text.history.retired(summary.retired.length)}
      </p>
    </>
  );
}
