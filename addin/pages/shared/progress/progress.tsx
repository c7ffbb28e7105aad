import { useState } from 'preact/hooks';
import type { GroupBy } from '../../../../shared/wire/progress.ts';
import type { Me } from '../../../../shared/wire/me.ts';
import { Tabs } from '../../../controls/tabs.tsx';
import { Loading } from '../keyed/loading.tsx';
import { ProblemBar } from '../keyed/problemBar.tsx';
import { useLoaded } from '../keyed/useLoaded.ts';
import { BehindDialog } from './behind.tsx';
import { GroupTable } from './groupTable.tsx';
import type { Behind } from './numbers.ts';
import type { ProgressApi } from './progressApi.ts';
import { QuantityTable } from './quantityTable.tsx';
import { useProgressText } from './text.ts';
import { Totals } from './totals.tsx';

/** How progress can be looked at. */
export type Tab = GroupBy | 'quantity';

/** The year of the newest list; where there is none yet, this year: the API then says what is missing. */
export const yearOf = (me: Me): number => me.year ?? Number(me.today.slice(0, 4));

interface ProgressProps {
  api: ProgressApi;
  year: number;
  turn: number;
  /** How it can be grouped; the first is shown first. */
  tabs: readonly Tab[];
}

/** Totals of whatever the key may see, progress by group, and the obligations behind a number. */
export function Progress({ api, year, turn, tabs }: ProgressProps) {
  const { text } = useProgressText();
  const [tab, setTab] = useState<Tab>(tabs[0] ?? 'task');
  const [behind, setBehind] = useState<Behind | null>(null);
  const quantities = tab === 'quantity';
  const groupBy = tab === 'quantity' ? 'arrangement' : tab;
  const { value, problem, loading, again } = useLoaded(
    () => api.progress(year, groupBy, quantities),
    [api, year, groupBy, quantities, turn],
  );
  if (value === null) {
    return problem ? <ProblemBar problem={problem} again={again} /> : <Loading />;
  }
  const hasQuantities = value.groups.every((group) => group.quantities !== undefined);
  const current = value.groupBy === groupBy && (!quantities || hasQuantities);
  return (
    <>
      <p class="list-title">{value.list.title}</p>
      {problem !== null && <ProblemBar problem={problem} again={again} />}
      <Totals
        total={value.total}
        today={value.today}
        onNumber={(number) => setBehind({ number, group: null })}
      />
      <Tabs
        label={text.tabList}
        active={tab}
        tabs={tabs.map((id) => ({ id, name: text.tabs[id] }))}
        onChange={setTab}
      />
      <section class="card" aria-busy={loading} aria-label={text.tabs[tab]}>
        {!current ? (
          <Loading />
        ) : tab === 'quantity' ? (
          <QuantityTable answer={value} />
        ) : (
          <GroupTable key={groupBy} answer={value} onNumber={setBehind} />
        )}
      </section>
      {behind && <BehindDialog api={api} year={year} behind={behind} onClose={() => setBehind(null)} />}
    </>
  );
}
