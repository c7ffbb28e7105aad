import { useEffect, useState } from 'preact/hooks';
import { periodWords } from '../../../shared/calendar/periodWords.ts';
import { scopeWords } from '../../../shared/progress/scopeWords.ts';
import { obligationsTable } from '../../../shared/tables/obligationsTable.ts';
import type { ActKind } from '../../../shared/wire/act.ts';
import { Button } from '../../controls/button.tsx';
import { useText } from '../../controls/useText.ts';
import { ActDialog } from '../shared/acts/actDialog.tsx';
import { ActPanel } from '../shared/acts/actPanel.tsx';
import { asks } from '../shared/acts/offered.ts';
import type { On, Said } from '../shared/acts/send.ts';
import { actsText } from '../shared/acts/text.ts';
import { useActs } from '../shared/acts/useActs.ts';
import { obligationAddress } from '../shared/desk/obligationAddress.ts';
import type { ChangeOf } from '../shared/desk/useView.ts';
import { withYear } from '../shared/desk/withYear.ts';
import { Loading } from '../shared/keyed/loading.tsx';
import { ProblemBar } from '../shared/keyed/problemBar.tsx';
import { obligationFiles } from '../shared/progress/obligationFiles.ts';
import type { ProgressApi } from '../shared/progress/progressApi.ts';
import { useProgressText } from '../shared/progress/text.ts';
import { copyRows } from '../shared/tables/copyTable.ts';
import { Take } from '../shared/tables/take.tsx';
import { Entry } from './entry.tsx';
import { Glance } from './glance.tsx';
import { KeysHelp } from './keysHelp.tsx';
import { SelectionBar } from './selectionBar.tsx';
import { reviewText } from './text.ts';
import { useKeys } from './useKeys.ts';
import { useQueue } from './useQueue.ts';
import { useSelection } from './useSelection.ts';
import { filterOf, queryOf, type ReviewView } from './view.ts';

interface QueueListProps {
  accessKey: string;
  api: ProgressApi;
  year: number;
  view: ReviewView;
  change: ChangeOf<ReviewView>;
  turn: number;
  mayAct: boolean;
  /** Names of units by id: an act by filter answers for more than what is listed. */
  units: ReadonlyMap<string, string>;
  /** Something was done: the counts are others now. */
  onActed: () => void;
}

/** So many are read, to find again the one that was looked at. */
const mostToFind = 200;

/** An act that is asked about, and what it would be on. */
interface Asked {
  /** Which time something is asked: another act is another dialog. */
  id: number;
  act: ActKind;
  on: On;
}

/** One queue: its obligations, the one that is looked at, what is selected, and the acts on them. */
export function QueueList(props: QueueListProps) {
  const { accessKey, api, year, view, change, turn, mayAct, units, onActed } = props;
  const { text, language } = useText(reviewText);
  const { text: words } = useText(actsText);
  const { text: progressWords } = useProgressText();
  const [fresh, setFresh] = useState(0);
  const query = queryOf(view);
  const asFile = { year: String(year), ...query };
  const queue = useQueue(api, year, query, turn + fresh);
  const selection = useSelection(JSON.stringify([year, query, turn, fresh]));
  const [at, setAt] = useState(view.at);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [helps, setHelps] = useState(false);
  const [done, setDone] = useState<ReadonlyMap<string, ActKind>>(new Map());
  const acts = useActs(accessKey, (result) => {
    onActed();
    if (result.count > 1) {
      setFresh((before) => before + 1);
      return;
    }
    for (const { key, outcome } of result.outcomes) {
      if (outcome === 'applied') setDone((before) => new Map(before).set(key, result.act));
      void queue.readAgain(key);
    }
  });
  useEffect(() => setDone(new Map()), [JSON.stringify(query), turn, fresh]);

  const { queued, total } = queue;
  const found = queued.findIndex(({ item }) => item.key === at);
  const index = found === -1 ? 0 : found;
  const current = queued[index];
  const nameOf = (key: string): string => {
    const item = queued.find((each) => each.item.key === key)?.item;
    const [, code = '', , unit = '', period = ''] = key.split('.');
    return item
      ? words.one(item.unit.name, item.arrangement, periodWords(item.period, language))
      : words.one(units.get(unit) ?? unit, code, periodWords(period, language));
  };

  // Who comes back from an obligation's page finds it again, within reason.
  useEffect(() => {
    if (view.at !== undefined && at === view.at && found === -1 && queued.length < mostToFind) queue.more();
  }, [queued.length]);

  const goTo = (next: number) => {
    const to = queued[next];
    if (to) setAt(to.item.key);
    if (next >= queued.length - 1) queue.more();
  };
  const open = (key: string) => {
    change({ at: key }, true);
    location.assign(obligationAddress(key));
  };
  const seenOf = (keys: ReadonlySet<string>) =>
    queued.flatMap(({ item, seen }) => (keys.has(item.key) ? [{ key: item.key, change: seen }] : []));
  /** What an act is on now: the selection, or else the current one. */
  const onNow = (): On | null => {
    if (selection.all && total !== null)
      return { filter: filterOf(view, year), count: total, change: queue.change };
    const keys = selection.keys.size > 0 ? selection.keys : new Set(current ? [current.item.key] : []);
    const items = seenOf(keys);
    return items.length === 0 ? null : { items };
  };
  const run = (act: ActKind, on: On, said: Said = {}) => {
    acts.run(act, on, said);
    if ('items' in on && on.items.length === 1) goTo(index + 1);
  };
  const start = (act: ActKind, on = onNow()) => {
    if (!mayAct || on === null || (acts.running !== null && acts.running.problem === null)) return;
    // One that says nothing goes at once, and can be taken back; many, or what has something to say, are asked about.
    const one = 'items' in on && on.items.length === 1;
    if (one && asks[act].length === 0) run(act, on);
    else setAsked((before) => ({ id: (before?.id ?? 0) + 1, act, on }));
  };
  const onCurrent = (act: ActKind) =>
    current && start(act, { items: [{ key: current.item.key, change: current.seen }] });
  const select = (key: string) => mayAct && selection.toggle(key);

  useKeys({
    j: () => goTo(index + 1),
    ArrowDown: () => goTo(index + 1),
    k: () => goTo(index - 1),
    ArrowUp: () => goTo(index - 1),
    a: () => start('accept'),
    r: () => start('return'),
    e: () => start('extend'),
    x: () => current && select(current.item.key),
    o: () => current && open(current.item.key),
    Enter: () => current && open(current.item.key),
    Escape: selection.clear,
    '?': () => setHelps(!helps),
  });

  const askedItems =
    asked && 'items' in asked.on
      ? asked.on.items.flatMap(({ key }) => queued.find(({ item }) => item.key === key)?.item ?? [])
      : [];
  return (
    <>
      <p class="print-only">
        {text.queues[view.queue]}
        {scopeWords({ ...view, unit: view.unit && (units.get(view.unit) ?? view.unit) }, language)}
      </p>
      <ActPanel acts={acts} nameOf={nameOf} onFresh={() => setFresh(fresh + 1)} />
      {!mayAct && <p class="quiet">{text.readOnly}</p>}
      {view.queue === 'undated' && (
        <p class="quiet">
          {text.undatedHint} <a href={withYear('/lists')}>{text.openLists}</a>
        </p>
      )}
      {queue.problem !== null && <ProblemBar problem={queue.problem} again={queue.again} />}
      <SelectionBar
        {...{ selection, total, mayAct, today: queue.today }}
        shown={queued.map(({ item }) => item)}
        helps={helps}
        onHelp={() => setHelps(!helps)}
        onAct={start}
      />
      {helps && <KeysHelp />}
      <div class="review-split">
        <section class="card queue" aria-label={text.list} aria-busy={queue.loading}>
          {queued.length > 0 && (
            <div class="taken-top">
              <Take
                label={text.queues[view.queue]}
                onCopy={async () =>
                  copyRows(
                    obligationsTable(
                      queued.map(({ item }) => item),
                      {},
                      queue.today,
                      language,
                    ),
                  )
                }
                from={obligationFiles(api, asFile, progressWords)}
              />
            </div>
          )}
          {queued.length === 0 ? (
            queue.loading ? (
              <Loading />
            ) : (
              queue.problem === null && <p class="quiet">{text.empty[view.queue]}</p>
            )
          ) : (
            <ol class="queued-list">
              {queued.map(({ item }, place) => (
                <Entry
                  key={item.key}
                  item={item}
                  current={place === index}
                  selected={mayAct ? selection.all || selection.keys.has(item.key) : null}
                  acted={done.get(item.key)}
                  onCurrent={() => setAt(item.key)}
                  onSelect={() => select(item.key)}
                  onOpen={() => open(item.key)}
                />
              ))}
            </ol>
          )}
          {queue.cursor !== null && (
            <div class="no-print">
              <Button waiting={queue.loading} onClick={queue.more}>
                {text.more}
              </Button>
            </div>
          )}
        </section>
        <Glance
          api={api}
          item={current?.item}
          seen={current?.seen ?? 0}
          today={queue.today}
          acts={mayAct}
          onAct={onCurrent}
          onOpen={() => current && open(current.item.key)}
        />
      </div>
      {asked && (
        <ActDialog
          key={asked.id}
          act={asked.act}
          count={'filter' in asked.on ? asked.on.count : asked.on.items.length}
          items={askedItems}
          today={queue.today}
          onConfirm={(said) => run(asked.act, asked.on, said)}
          onClose={() => setAsked((now) => (now === asked ? null : now))}
        />
      )}
    </>
  );
}
