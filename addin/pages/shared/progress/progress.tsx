import { figureNames } from '../../../../shared/progress/names.ts';
import { placeWords, type Scope, scopeWords } from '../../../../shared/progress/scopeWords.ts';
import { groupLabel } from '../../../../shared/tables/progressTable.ts';
import type { GroupBy, ProgressAnswer } from '../../../../shared/wire/progress.ts';
import { Loading } from '../keyed/loading.tsx';
import { ProblemBar } from '../keyed/problemBar.tsx';
import { useLoaded } from '../keyed/useLoaded.ts';
import { BehindDialog } from './behind.tsx';
import { GroupTable } from './groupTable.tsx';
import { IndicatorDialog } from './indicatorDialog.tsx';
import type { Behind } from './numbers.ts';
import type { ProgressApi } from './progressApi.ts';
import { QuantityTable } from './quantityTable.tsx';
import { useProgressText } from './text.ts';
import { Totals } from './totals.tsx';
import { type ChangeView, filtersOf, type View } from './view.ts';

/** What every part of a page of progress is given. */
export interface ProgressProps {
  api: ProgressApi;
  year: number;
  turn: number;
  view: View;
  change: ChangeView;
  /** The unit that the view leaves, by name. */
  unitName?: string | undefined;
}

/** Totals of whatever the key may see and the view leaves, progress by group, and the obligations behind a number. */
export function Progress({ api, year, turn, view, change, unitName }: ProgressProps) {
  const { text, language } = useProgressText();
  const { tab } = view;
  const quantities = tab === 'quantity';
  const groupBy = groupOf(view);
  const filters = filtersOf(view);
  const { value, problem, loading, again } = useLoaded(
    () => api.progress(year, groupBy, quantities, filters),
    [api, year, groupBy, quantities, turn, JSON.stringify(filters)],
  );
  if (value === null) {
    return problem ? <ProblemBar problem={problem} again={again} /> : <Loading />;
  }
  const hasQuantities = value.groups.every((group) => group.quantities !== undefined);
  const current = value.groupBy === groupBy && (!quantities || hasQuantities);
  const close = () => change({ open: undefined });
  const { open } = view;
  const query = { year: String(year), ...filters };
  const scope: Scope = { ...filters, unit: unitName };
  return (
    <>
      <p class="list-title">
        {value.list.title}
        {scopeWords(scope, language)}
      </p>
      {problem !== null && <ProblemBar problem={problem} again={again} />}
      {!quantities && (
        <Totals
          place={placeWords(text.whole, scope, language)}
          total={value.total}
          today={value.today}
          onNumber={(number) => change({ open: { what: number } })}
        />
      )}
      <section class="card" aria-busy={loading} aria-label={text.tabs[tab]}>
        {!current ? (
          <Loading />
        ) : quantities ? (
          <QuantityTable answer={value} files={api.file} query={query} view={view} change={change} />
        ) : (
          <GroupTable answer={value} files={api.file} query={query} view={view} change={change} />
        )}
      </section>
      {open?.what === 'quantity'
        ? open.of !== undefined &&
          open.at !== undefined && (
            <IndicatorDialog
              api={api}
              year={year}
              arrangement={open.of}
              indicator={open.at}
              onClose={close}
            />
          )
        : open &&
          open.what in figureNames && (
            <BehindDialog
              api={api}
              year={year}
              behind={behindOf(value, view, scope, text.whole, language)}
              onClose={close}
            />
          )}
    </>
  );
}

/** By what the view groups; quantities stand by arrangement. */
function groupOf({ tab }: View): GroupBy {
  return tab === 'quantity' || tab === 'due' || tab === 'trend' || tab === 'each' ? 'arrangement' : tab;
}

/** What stands behind the number that is open. */
function behindOf(
  answer: ProgressAnswer,
  view: View,
  scope: Scope,
  whole: string,
  language: 'zh' | 'en',
): Behind {
  const { what, of } = view.open!;
  const figure = figureNames[what as keyof typeof figureNames];
  const group = answer.groups.find(({ id }) => id === of);
  // What the group itself says is not said again.
  const place =
    of === undefined
      ? placeWords(whole, scope, language)
      : (group ? groupLabel(answer.groupBy, group.id, group.name, language) : of) +
        scopeWords({ ...scope, [answer.groupBy]: undefined }, language);
  return {
    title: `${place} · ${figure[language]}`,
    hint: figure.hint[language],
    query: { ...filtersOf(view), ...(of === undefined ? {} : { [answer.groupBy]: of }), counted: what },
  };
}
