import { useMemo, useState } from 'preact/hooks';
import { Tabs } from '../../controls/tabs.tsx';
import { useText } from '../../controls/useText.ts';
import { useView } from '../shared/desk/useView.ts';
import type { Opened } from '../shared/keyed/keyedPage.tsx';
import { ProblemBar } from '../shared/keyed/problemBar.tsx';
import { useLoaded } from '../shared/keyed/useLoaded.ts';
import { yearOf } from '../shared/keyed/year.ts';
import { pathOf, progressApi } from '../shared/progress/progressApi.ts';
import { useGroups } from '../shared/progress/useGroups.ts';
import { Button } from '../../controls/button.tsx';
import { Filters } from './filters.tsx';
import { countOf, GroupList } from './groups.tsx';
import { QueueList } from './queueList.tsx';
import { reviewText } from './text.ts';
import { type Queue, queues, searchOf, viewOf } from './view.ts';

/** The officer's queues: what waits to be accepted, what is returned, late, or without a due date. */
export function Review({ accessKey, me, turn }: Opened) {
  const { text } = useText(reviewText);
  const api = useMemo(() => progressApi(accessKey), [accessKey]);
  const [view, change] = useView(viewOf, searchOf);
  const [acted, setActed] = useState(0);
  const year = yearOf(me, view.year);
  const groups = useGroups(api, year);
  const { queue, unit, category, period, by } = view;
  const filters = Object.fromEntries(
    Object.entries({ unit, category, period }).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  );
  const counts = useLoaded(
    () => api.progress(year, by ?? 'unit', false, filters),
    [api, year, by, JSON.stringify(filters), turn, acted],
  );
  // Progress knows neither lights nor single arrangements: then only the list itself counts.
  const counted = counts.value !== null && view.light === undefined && view.arrangement === undefined;
  const countOn = (each: Queue) =>
    counted && each !== 'all' ? countOf(counts.value!.total, each) : undefined;
  const grouped = by !== undefined && view[by] === undefined;
  return (
    <div class="review">
      <Tabs
        label={text.queueList}
        active={queue}
        tabs={queues.map((id) => ({ id, name: text.queueCount(text.queues[id], countOn(id)) }))}
        onChange={(next) => change({ queue: next, at: undefined })}
      />
      <div class="filters">
        <Filters groups={groups} view={view} change={change} />
      </div>
      {counts.problem !== null && <ProblemBar problem={counts.problem} again={counts.again} />}
      {by !== undefined && !grouped && (
        <p class="review-back">
          <Button small look="subtle" onClick={() => change({ [by]: undefined, at: undefined })}>
            {text.back[by]}
          </Button>
        </p>
      )}
      {grouped ? (
        <section class="card" aria-label={text.groupsLabel} aria-busy={counts.loading}>
          <GroupList
            files={api.file}
            path={pathOf('/progress', { year: String(year), groupBy: by, ...filters })}
            by={by}
            queue={queue}
            groups={counts.value?.groupBy === by ? counts.value.groups : []}
            onOpen={(id) => change({ [by]: id })}
          />
        </section>
      ) : (
        <QueueList
          {...{ accessKey, api, year, view, change, turn }}
          units={new Map(groups.unit.map(({ id, name }) => [id, name]))}
          mayAct={me.role !== 'viewer'}
          onActed={() => setActed((before) => before + 1)}
        />
      )}
    </div>
  );
}
