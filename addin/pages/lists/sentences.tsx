import { useEffect, useMemo, useState } from 'preact/hooks';
import { placed } from '../../../shared/taskList/placed.ts';
import type { Arrangement, TaskList } from '../../../shared/taskList/taskList.ts';
import type { ArrangementMatch, Comparison } from '../../../shared/wire/comparison.ts';
import { arrangementsTable } from '../../../shared/tables/arrangementsTable.ts';
import { useText } from '../../controls/useText.ts';
import { copyRows } from '../shared/tables/copyTable.ts';
import type { FileApi } from '../shared/tables/fileApi.ts';
import { Take } from '../shared/tables/take.tsx';
import { ArrangementCard } from './arrangementCard.tsx';
import { DiagnosticList } from './diagnosticList.tsx';
import { Legend, Marked } from './marked.tsx';
import { pageOf, pageWith } from './model/pages.ts';
import type { ReadingView, TaskView } from './model/readingView.ts';
import { type Shown, type ShownRow, shownRows } from './model/shownRows.ts';
import { isFirst } from './model/readiness.ts';
import { Pager } from './pager.tsx';
import { listsText } from './text.ts';
import { usePageSize } from './usePageSize.ts';

const pageSize = 40;
const filters: readonly Shown[] = ['all', 'decision', 'diagnosed', 'changed'];

interface SentencesProps {
  /** Where a list that is stored comes from as a file; none of one that is not published. */
  files: FileApi | null;
  list: TaskList;
  view: ReadingView;
  comparison: Comparison | null;
  /** A task or an arrangement to show first. */
  goTo: string | null;
}

/** Every arrangement's sentence, with what was read of it. Only one page of them is drawn at a time. */
export function Sentences({ files, list, view, comparison, goTo }: SentencesProps) {
  const { text, language } = useText(listsText);
  const [shown, setShown] = useState<Shown>('all');
  const [words, setWords] = useState('');
  const [page, setPage] = useState(() => pageOfPlace(view, goTo));
  const matches = useMemo(
    () => new Map(comparison?.matches.map((match) => [match.place, match])),
    [comparison],
  );
  const decided = useMemo(() => decidedAt(list, comparison), [list, comparison]);
  const changed = useMemo(
    () => new Set(comparison?.diff.arrangements.map(({ place }) => place ?? '')),
    [comparison],
  );
  const rows = useMemo(
    () => shownRows(view, shown, words, changed),
    [view, shown, words, shown === 'changed' ? changed : null],
  );
  useEffect(() => {
    if (goTo === null) return;
    const place = document.getElementById(`at-${goTo}`);
    place?.scrollIntoView({ block: 'center' });
    place?.focus();
  }, [goTo]);
  const seen = pageOf(rows, usePageSize(pageSize), page);
  const isWhole = shown === 'all' && words.trim() === '';
  return (
    <>
      <div class="filters">
        <label>
          {text.shown.label}{' '}
          <select
            value={shown}
            onChange={(event) => {
              setShown(filters.find((filter) => filter === event.currentTarget.value) ?? 'all');
              setPage(0);
            }}
          >
            {filters.map((filter) => (
              <option key={filter} value={filter}>
                {text.shown[filter]}
              </option>
            ))}
          </select>
        </label>
        <label>
          {text.find}{' '}
          <input
            type="search"
            value={words}
            placeholder={text.findHint}
            onInput={(event) => {
              setWords(event.currentTarget.value);
              setPage(0);
            }}
          />
        </label>
        <Legend />
      </div>
      <div class="taken-top">
        <Take
          label={list.title}
          onCopy={async () => copyRows(arrangementsTable(withOnly(list, rows), language))}
          from={
            files
              ? [{ files, path: `/task-lists/${list.year}`, ...(isWhole ? {} : { name: text.wholeList }) }]
              : []
          }
        />
      </div>
      {seen.total === 0 && <p class="quiet">{text.noneShown}</p>}
      {byTask(seen.items).map(({ task, rows: own }) => (
        <section key={task.task.code} class="task" aria-labelledby={`at-${task.task.code}`}>
          <TaskHead view={task} />
          {own.map(({ view: one }) => (
            <ArrangementCard
              key={one.place}
              view={one}
              decided={decided.get(one.place) ?? one.arrangement}
              match={stands(matches.get(one.place), comparison)}
            />
          ))}
        </section>
      ))}
      <Pager
        of={seen}
        onPage={(next) => {
          setPage(next);
          scrollTo({ top: 0 });
        }}
      />
    </>
  );
}

/** A list with those arrangements only that are shown. */
function withOnly(list: TaskList, rows: readonly ShownRow[]): TaskList {
  const codes = new Set(rows.map(({ view }) => view.arrangement.code));
  return {
    ...list,
    tasks: list.tasks.map((task) => ({
      ...task,
      arrangements: task.arrangements.filter(({ code }) => codes.has(code)),
    })),
  };
}

/** The arrangements as they are decided, by their places in the reading, whose order they keep. */
function decidedAt(list: TaskList, comparison: Comparison | null): Map<string, Arrangement> {
  const prepared = comparison ? placed(comparison.taskList) : [];
  return new Map(
    placed(list).flatMap(({ place, arrangement }, at) => {
      const decided = prepared[at]?.arrangement;
      // An answer to an earlier reading says nothing of this one.
      return decided?.textAsPrinted === arrangement.textAsPrinted ? [[place, decided]] : [];
    }),
  );
}

/** How an arrangement stands to the stored list; where none is stored, that every one is new goes without saying. */
function stands(match: ArrangementMatch | undefined, comparison: Comparison | null): ArrangementMatch | null {
  return comparison && !isFirst(comparison.diff.counts) ? (match ?? null) : null;
}

function pageOfPlace(view: ReadingView, place: string | null): number {
  if (place === null) return 0;
  const rows = shownRows(view, 'all', '', new Set());
  return pageWith(rows, pageSize, (row) => row.view.place === place || row.task.task.code === place);
}

function byTask(rows: readonly ShownRow[]): { task: TaskView; rows: ShownRow[] }[] {
  return [...Map.groupBy(rows, ({ task }) => task)].map(([task, own]) => ({ task, rows: own }));
}

function TaskHead({ view: { task, category, goal, units, diagnostics } }: { view: TaskView }) {
  const { text } = useText(listsText);
  return (
    <div class="task-head">
      <p class="category" lang="zh-Hans">
        {category}
      </p>
      <h3 id={`at-${task.code}`} tabIndex={-1}>
        <span class="code">{task.code}</span> <span lang="zh-Hans">{task.name}</span>
      </h3>
      <dl>
        {task.goal !== '' && (
          <div>
            <dt>{text.goal}</dt>
            <dd>
              <Marked segments={goal} />
            </dd>
          </div>
        )}
        <div>
          <dt>{text.units}</dt>
          <dd>
            <Marked segments={units} />
          </dd>
        </div>
      </dl>
      <DiagnosticList diagnostics={diagnostics} />
    </div>
  );
}
