import { useId, useState } from 'preact/hooks';
import { addDays } from '../../../../shared/calendar/days.ts';
import { daysWords } from '../../../../shared/calendar/daysWords.ts';
import { periodWords } from '../../../../shared/calendar/periodWords.ts';
import { daysOfSpan } from '../../../../shared/calendar/spans.ts';
import { dueNames } from '../../../../shared/progress/dueNames.ts';
import { placeWords, type Scope, scopeWords } from '../../../../shared/progress/scopeWords.ts';
import {
  behindPart,
  partOf,
  type TrendPart,
  trendMeasures,
  trendParts,
} from '../../../../shared/progress/trend.ts';
import { trendNames } from '../../../../shared/progress/trendNames.ts';
import { type ProgressTrend, trendBy } from '../../../../shared/wire/progressTrend.ts';
import { Button } from '../../../controls/button.tsx';
import { Kinds } from '../../../controls/kinds.tsx';
import { LinkButton } from '../../../controls/linkButton.tsx';
import { Select } from '../../../controls/select.tsx';
import { useText } from '../../../controls/useText.ts';
import { Loading } from '../keyed/loading.tsx';
import { ProblemBar } from '../keyed/problemBar.tsx';
import { useLoaded } from '../keyed/useLoaded.ts';
import { BehindDialog } from '../progress/behind.tsx';
import type { Behind } from '../progress/numbers.ts';
import type { ProgressProps } from '../progress/progress.tsx';
import { pathOf } from '../progress/progressApi.ts';
import { useProgressText } from '../progress/text.ts';
import { filtersOf, type Open, type View } from '../progress/view.ts';
import { TableFrame } from '../tables/tableFrame.tsx';
import { summaryWords } from './chartWords.ts';
import { HeatMap } from './heatMap.tsx';
import { SpanTable } from './spanTable.tsx';
import { trendText } from './text.ts';
import './trend.css';
import { TrendChart } from './trendChart.tsx';
import { css, partColours } from './trendColours.ts';

/** What has become of what fell due: bars for weeks, months or quarters, and a heat map of units by the same spans. */
export function Trend({ api, year, turn, view, change, unitName }: ProgressProps) {
  const { text, language } = useText(trendText);
  const { text: progressWords } = useProgressText();
  const by = view.by ?? 'week';
  const measure = view.measure ?? 'timeliness';
  const filters = filtersOf(view);
  const query = { year: String(year), ...filters, by };
  const { value, problem, loading, again } = useLoaded(
    () => api.trend(query),
    [api, turn, JSON.stringify(query)],
  );
  const summary = useId();
  const [listed, setListed] = useState(false);
  const scope: Scope = { ...filters, unit: unitName };
  const open = (what: TrendPart | 'expected', at?: string, of?: string) =>
    change({ open: { what, ...(of ? { of } : {}), ...(at ? { at } : {}) } });
  return (
    <>
      {problem !== null && <ProblemBar problem={problem} again={again} />}
      {value === null ? (
        problem === null && <Loading />
      ) : (
        <>
          <p class="list-title">
            {value.list.title}
            {scopeWords(scope, language)}
          </p>
          {value.total.expected === 0 ? (
            <p class="quiet">{text.nothing}</p>
          ) : (
            <>
              <div class="trend-tools no-print">
                <Kinds
                  label={text.byLabel}
                  chosen={by}
                  kinds={trendBy.options.map((id) => ({ id, name: text.by[id] }))}
                  onChange={(next) => change({ by: next === 'week' ? undefined : next })}
                />
              </div>
              <section class="card" aria-busy={loading} aria-label={text.chart[value.by]}>
                <TableFrame
                  label={text.table[value.by]}
                  files={api.file}
                  path={pathOf('/progress/trend', query)}
                  head={text.chart[value.by]}
                >
                  <p id={summary} class="trend-summary">
                    {summaryWords(value, text, language)}
                  </p>
                  <Legend total={value} onOpen={(part) => open(part)} />
                  <TrendChart
                    answer={value}
                    label={text.chart[value.by]}
                    describedBy={summary}
                    onOpen={open}
                  />
                  <div class="no-print">
                    <Button small look="subtle" onClick={() => setListed(!listed)}>
                      {listed ? text.hideTable : text.showTable}
                    </Button>
                  </div>
                  <div class={listed ? 'trend-table' : 'trend-table folded'}>
                    <SpanTable answer={value} onOpen={open} />
                  </div>
                </TableFrame>
              </section>
              <section class="card" aria-busy={loading} aria-label={text.heat(text.measures[measure])}>
                <TableFrame
                  label={text.heat(text.measures[measure])}
                  files={api.file}
                  path={pathOf('/progress/trend', { ...query, rows: 'unit', measure })}
                  head={text.heat(text.measures[measure])}
                >
                  <div class="trend-tools no-print">
                    <Select
                      label={text.measure}
                      value={measure}
                      options={trendMeasures.map((id) => ({ value: id, name: text.measures[id] }))}
                      onChange={(next) =>
                        change({ measure: next === 'timeliness' ? undefined : (next as typeof measure) })
                      }
                    />
                  </div>
                  <HeatMap
                    answer={value}
                    measure={measure}
                    onOpen={(unit, span) => open('expected', span, unit)}
                  />
                </TableFrame>
              </section>
            </>
          )}
          {view.open && (
            <BehindDialog
              api={api}
              year={year}
              behind={behindOf(value, view, view.open, scope, progressWords.whole, language)}
              onClose={() => change({ open: undefined })}
            />
          )}
        </>
      )}
    </>
  );
}

/** The colours of the parts, each with how much of it there is: a way to all of it. */
function Legend({ total: { total }, onOpen }: { total: ProgressTrend; onOpen: (part: TrendPart) => void }) {
  const { text, language } = useText(trendText);
  return (
    <ul class="trend-legend" aria-label={text.legend}>
      {trendParts.map((part) => {
        const words = `${trendNames[part][language]} ${partOf(total, part).toLocaleString('en')}`;
        return (
          <li key={part}>
            <i style={{ background: css(partColours[part]) }} />{' '}
            {partOf(total, part) === 0 ? (
              words
            ) : (
              <LinkButton onClick={() => onOpen(part)}>{words}</LinkButton>
            )}
          </li>
        );
      })}
    </ul>
  );
}

const isPart = (what: string): what is TrendPart => trendParts.includes(what as TrendPart);

/** What stands behind what is open: a part of a span, a cell, or all of a part. */
function behindOf(
  answer: ProgressTrend,
  view: View,
  { what, of, at }: Open,
  scope: Scope,
  whole: string,
  language: 'zh' | 'en',
): Behind {
  const unit = of === undefined ? scope.unit : (answer.units.find(({ id }) => id === of)?.name ?? of);
  const all = {
    from: answer.spans[0]?.from ?? answer.today,
    before: answer.spans.at(-1)?.before ?? answer.today,
  };
  const days = (at === undefined ? null : daysOfSpan(at)) ?? all;
  const part = isPart(what) ? what : 'expected';
  const name = part === 'expected' ? dueNames.expected[language] : trendNames[part][language];
  return {
    title: [placeWords(whole, { ...scope, unit }, language), at && periodWords(at, language), name]
      .filter(Boolean)
      .join(' · '),
    hint: daysWords(days.from, addDays(days.before, -1), language),
    query: {
      ...filtersOf(view),
      ...(of === undefined ? {} : { unit: of }),
      ...behindPart(part, days, answer.today),
    },
  };
}
