import { useMemo, useState } from 'preact/hooks';
import { periodWords } from '../../../shared/calendar/periodWords.ts';
import { dueWords } from '../../../shared/obligations/reviewWords.ts';
import type { ActKind } from '../../../shared/wire/act.ts';
import type { ObligationDetail } from '../../../shared/wire/obligationDetail.ts';
import type { ObligationItem } from '../../../shared/wire/parts/obligation.ts';
import { useText } from '../../controls/useText.ts';
import { ActButtons } from '../shared/acts/actButtons.tsx';
import { ActDialog } from '../shared/acts/actDialog.tsx';
import { ActPanel } from '../shared/acts/actPanel.tsx';
import { asks } from '../shared/acts/offered.ts';
import { Decided, Standing } from '../shared/acts/standing.tsx';
import { actsText } from '../shared/acts/text.ts';
import { useActs } from '../shared/acts/useActs.ts';
import { openedFrom } from '../shared/desk/obligationAddress.ts';
import type { Opened } from '../shared/keyed/keyedPage.tsx';
import { Loading } from '../shared/keyed/loading.tsx';
import { ProblemBar } from '../shared/keyed/problemBar.tsx';
import { useLoaded } from '../shared/keyed/useLoaded.ts';
import { timeOf, Values } from '../shared/progress/obligationEntry.tsx';
import { type ProgressApi, progressApi } from '../shared/progress/progressApi.ts';
import type { FileApi } from '../shared/tables/fileApi.ts';
import { useProgressText } from '../shared/progress/text.ts';
import { ActList } from './actList.tsx';
import { History } from './historyTable.tsx';
import { obligationText } from './text.ts';

/** The obligation with all that happened to it, and the last change before it was read: nothing later is acted on unseen. */
async function read(
  api: ProgressApi,
  key: string,
): Promise<ObligationDetail & { seen: number | null; today: string }> {
  const [list = '', arrangement = '', , unit = '', period = ''] = key.split('.');
  const asked = { unit, arrangement, period, total: 'true' };
  const { change, today } = await api.obligations(Number(list), asked, null, 1);
  return { ...(await api.obligation(key)), seen: change, today };
}

/** The obligation that the address names (`?key=…`). */
export function ObligationPage({ accessKey, me, turn }: Opened) {
  const { text } = useText(obligationText);
  const key = new URLSearchParams(location.search).get('key');
  const from = openedFrom(location.search);
  const api = useMemo(() => progressApi(accessKey), [accessKey]);
  const [acted, setActed] = useState(0);
  const { value, problem, loading, again } = useLoaded(
    () => (key === null ? Promise.resolve(null) : read(api, key)),
    [api, key, turn, acted],
  );
  return (
    <div class="obligation" aria-busy={loading}>
      <p class="no-print">
        <a href={from ?? '/review'}>{text.back}</a>
      </p>
      {key === null ? (
        <p class="quiet">{text.noKey}</p>
      ) : problem ? (
        <ProblemBar problem={problem} again={again} />
      ) : value === null ? (
        <Loading />
      ) : (
        <Shown
          detail={value}
          files={api.file}
          seen={value.seen}
          today={value.today}
          accessKey={accessKey}
          mayAct={me.role !== 'viewer'}
          onActed={() => setActed((before) => before + 1)}
        />
      )}
    </div>
  );
}

interface ShownProps {
  files: FileApi;
  detail: ObligationDetail;
  seen: number | null;
  today: string;
  accessKey: string;
  mayAct: boolean;
  onActed: () => void;
}

function Shown({ files, detail, seen, today, accessKey, mayAct, onActed }: ShownProps) {
  const { text, language } = useText(obligationText);
  const { text: words } = useText(actsText);
  const { obligation: item, rows } = detail;
  const [asked, setAsked] = useState<ActKind | null>(null);
  const acts = useActs(accessKey, onActed);
  const on = { items: [{ key: item.key, change: seen }] };
  const name = words.one(item.unit.name, item.arrangement, periodWords(item.period, language));
  return (
    <>
      <ActPanel acts={acts} nameOf={() => name} onFresh={onActed} />
      <section class="card">
        <h2>{name}</h2>
        <p class="tags">
          <Standing item={item} />
        </p>
        <p class="obligation-sentence">{item.arrangementText}</p>
        <p class="quiet">{text.place(item.category, item.task, item.taskName, item.arrangement)}</p>
        <Decided item={item} />
        <Dates item={item} />
        {mayAct ? (
          <div class="no-print">
            <ActButtons
              items={[item]}
              today={today}
              offers
              onAct={(act) => (asks[act].length === 0 ? acts.run(act, on) : setAsked(act))}
            />
          </div>
        ) : (
          <p class="quiet">{text.readOnly}</p>
        )}
      </section>
      <Reported rows={rows} item={item} />
      <section class="card">
        <ActList acts={detail.acts} />
      </section>
      <section class="card">
        <History rows={rows} files={files} path={`/obligations/${encodeURIComponent(item.key)}`} />
      </section>
      {asked && (
        <ActDialog
          act={asked}
          count={1}
          items={[item]}
          today={today}
          onConfirm={(said) => acts.run(asked, on, said)}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  );
}

/** Its days and times. */
function Dates({ item }: { item: ObligationItem }) {
  const { text, language } = useText(obligationText);
  const time = (at: string | null) => (at === null ? text.none : timeOf(at));
  const said: readonly [string, string][] = [
    [text.due, dueWords(item, language) ?? text.none],
    [text.opens, item.opens],
    [text.lock, item.lock ?? text.noLock],
    [text.received, time(item.firstReceivedAt)],
    [text.fulfilled, time(item.firstFulfilledAt)],
    [text.changed, time(item.lastChangedAt)],
  ];
  return (
    <dl class="dates">
      {said.map(([name, words]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Its rows with what counts now, and drafts beside it. */
function Reported({ rows, item }: { rows: ObligationDetail['rows']; item: ObligationItem }) {
  const { text } = useText(obligationText);
  const { text: words } = useProgressText();
  return (
    <section class="card" aria-label={text.rows}>
      <h2>
        {text.rows} <span class="quiet">{text.rowsReceived(item.receivedRows, item.rows)}</span>
      </h2>
      {rows.map((row) => (
        <div key={row.key} class="reported">
          {row.indicator !== 'done' && <h3>{row.label}</h3>}
          {row.values ? (
            <Values values={row.values} measure={row.unitOfMeasure} />
          ) : (
            <p class="quiet">{words.notFilledIn}</p>
          )}
          {row.draft && (
            <div class="draft">
              <p class="warn">{words.draft}</p>
              <Values values={row.draft.values} measure={row.unitOfMeasure} />
            </div>
          )}
        </div>
      ))}
    </section>
  );
}
