import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ProseLevels } from '../../../shared/import/prose/levels.ts';
import { defaultListSettings } from '../../../shared/taskList/listSettings.ts';
import { Button } from '../../controls/button.tsx';
import { Tabs } from '../../controls/tabs.tsx';
import { useText } from '../../controls/useText.ts';
import { useLoaded } from '../shared/keyed/useLoaded.ts';
import { Changes } from './changes.tsx';
import { DecisionsPanel } from './decisions.tsx';
import { History } from './history.tsx';
import type { Source } from './lists.tsx';
import type { ListsApi } from './listsApi.ts';
import { choose, type Choices, noChoices } from './model/choices.ts';
import { type Candidates, candidatesWith, decisionsOf } from './model/decisions.ts';
import type { NameAnswers } from './model/names.ts';
import { compareBody, unreadOf } from './model/publishBody.ts';
import { readingView } from './model/readingView.ts';
import { withDecided } from './model/settled.ts';
import { readinessOf } from './model/readiness.ts';
import { toldOnce } from './model/toldOnce.ts';
import { NamesTab } from './names/namesTab.tsx';
import { Notes } from './notes.tsx';
import { ProsePanel } from './prose.tsx';
import { PublishBar } from './publishBar.tsx';
import { Sentences } from './sentences.tsx';
import { SettingsTab } from './settings/settingsTab.tsx';
import { listsText } from './text.ts';

type Tab = 'prose' | 'sentences' | 'names' | 'decisions' | 'changes' | 'notes' | 'settings' | 'history';
const commonTabs: readonly Tab[] = [
  'sentences',
  'names',
  'decisions',
  'changes',
  'notes',
  'settings',
  'history',
];

interface WorkspaceProps {
  api: ListsApi;
  /** Whether the key may publish. */
  admin: boolean;
  source: Source;
  onAnother: () => void;
  /** Reads a list without a table anew, its levels being what a person says. */
  onLevels: (levels: ProseLevels) => void;
  /** The list before it is stored again. */
  onUndone: () => void;
}

/** A reading with everything that is to be known, decided and done of it. */
export function Workspace({ api, admin, source, onAnother, onLevels, onUndone }: WorkspaceProps) {
  const { text } = useText(listsText);
  const { taskList: list, diagnostics, prose } = source.reading;
  const [tab, setTab] = useState<Tab>(prose ? 'prose' : 'sentences');
  const [choices, setChoices] = useState<Choices>(noChoices);
  const [answers, setAnswers] = useState<NameAnswers>({});
  /** How many names this list has brought into the roster. */
  const [written, setWritten] = useState(0);
  /** Counts publishings: what is stored is another then. */
  const [turn, setTurn] = useState(0);
  const [goTo, setGoTo] = useState<{ place: string } | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);

  // A reading by other columns has other places: what was chosen of the one before speaks of none of them.
  const shownList = useRef(list);
  if (shownList.current !== list) {
    shownList.current = list;
    setChoices(noChoices);
  }
  const body = compareBody(list, choices);
  const compared = useLoaded(() => api.compare(list.year, body), [api, list, body, turn]);
  const stored = useLoaded(
    async () => ({ known: await api.roster(), looked: await api.settings(list.year) }),
    [api, list, turn],
  );
  const comparison = compared.value;
  const settings = stored.value?.looked?.settings ?? defaultListSettings;

  const known = useRef<Candidates>(new Map());
  if (comparison) known.current = candidatesWith(known.current, comparison);
  const decisions = useMemo(
    () => decisionsOf(list, comparison, known.current, settings, choices),
    [list, comparison, settings, choices],
  );
  const view = useMemo(
    () =>
      readingView(
        list,
        withDecided(
          toldOnce(diagnostics, source.reading.gathered),
          decisions,
          comparison?.unknownUnits ?? null,
        ),
        comparison?.unknownUnits,
      ),
    [list, diagnostics, decisions, comparison?.unknownUnits.join()],
  );
  const tabs = prose ? (['prose', ...commonTabs] as const) : commonTabs;
  const nameOf = (id: Tab) => (id === 'prose' ? text.prose.tab : text.tabs[id](counts[id]));
  const counts = {
    sentences: view.tasks.reduce((sum, { arrangements }) => sum + arrangements.length, 0),
    names: decisions.units.filter(({ chosen }) => chosen === undefined).length,
    decisions: decisions.matches.filter(({ chosen }) => chosen === undefined).length + decisions.optional,
    changes: comparison?.diff.arrangements.length ?? 0,
    notes: view.general.length + view.crossFoots.length,
    settings: 0,
    history: 0,
  };
  const storedAnew = () => {
    setChoices(noChoices);
    known.current = new Map();
    setTurn(turn + 1);
  };
  const names = comparison?.names ?? [];
  /** Names come first: what else is to be decided may be another's by then. */
  const toDecide: Tab = counts.names > 0 ? 'names' : 'decisions';
  const shown = tabs.filter((id) => id !== 'names' || tab === 'names' || names.length > 0);
  const showPlace = (place: string) => {
    setGoTo({ place });
    setTab('sentences');
  };

  return (
    <>
      <header class="list-head">
        <div>
          <h2 ref={heading} tabIndex={-1}>
            {list.title}
          </h2>
          <p class="quiet">
            {source.stored
              ? text.published(list.year, comparison?.version ?? null)
              : (source.name ?? text.pasted)}
            {' · '}
            {text.summary(list.categories.length, list.tasks.length, counts.sentences)}
          </p>
        </div>
        <Button onClick={onAnother}>{text.intake.another}</Button>
      </header>
      <Tabs
        label={text.tabList}
        active={tab}
        tabs={shown.map((id) => ({ id, name: nameOf(id) }))}
        onChange={(next) => {
          setGoTo(null);
          setTab(next);
        }}
      />
      <section class="card panel" role="tabpanel" aria-label={nameOf(tab)}>
        {tab === 'prose' ? (
          prose && <ProsePanel prose={prose} list={list} onLevels={onLevels} onPlace={showPlace} />
        ) : tab === 'sentences' ? (
          <Sentences
            files={source.stored ? api.file : null}
            list={list}
            view={view}
            comparison={comparison}
            goTo={goTo?.place ?? null}
          />
        ) : tab === 'names' ? (
          stored.value && (
            <NamesTab
              api={api}
              admin={admin}
              names={names}
              looked={stored.value.known}
              answers={answers}
              onAnswers={setAnswers}
              meant={choices.units}
              onMeant={(name, meant) => setChoices((before) => choose(before, 'units', name, meant))}
              written={written}
              onWritten={(count) => {
                setWritten(written + count);
                setAnswers({});
                setTurn(turn + 1);
              }}
              onAgain={() => setTurn(turn + 1)}
              onPlace={showPlace}
            />
          )
        ) : tab === 'decisions' ? (
          <DecisionsPanel
            decisions={decisions}
            year={list.year}
            roster={stored.value?.known.roster ?? null}
            choices={choices}
            onChoices={setChoices}
            onPlace={showPlace}
          />
        ) : tab === 'changes' ? (
          <Changes comparison={comparison} year={list.year} onPlace={showPlace} />
        ) : tab === 'notes' ? (
          <Notes view={view} onPlace={showPlace} />
        ) : tab === 'settings' ? (
          stored.value && (
            <SettingsTab
              {...{ api, year: list.year, looked: stored.value.looked }}
              onAgain={() => setTurn(turn + 1)}
            />
          )
        ) : (
          <History
            api={api}
            admin={admin}
            year={list.year}
            turn={turn}
            onUndone={() => {
              storedAnew();
              onUndone();
            }}
          />
        )}
      </section>
      <PublishBar
        api={api}
        admin={admin}
        list={list}
        choices={choices}
        head={source.reading.head}
        prose={source.reading.prose}
        unread={unreadOf(diagnostics)}
        looked={stored.value?.looked ?? null}
        comparison={comparison}
        loading={compared.loading || stored.loading}
        problem={compared.problem ?? stored.problem}
        onAgain={() => {
          compared.again();
          stored.again();
        }}
        optional={decisions.optional}
        readiness={
          comparison && stored.value
            ? readinessOf(comparison, decisions, settings, choices, diagnostics)
            : null
        }
        onDecide={tab === toDecide ? null : () => setTab(toDecide)}
        onPublished={storedAnew}
      />
    </>
  );
}
