import { useState } from 'preact/hooks';
import type { GroupBy } from '../../shared/wire/progress.ts';
import { BehindDialog } from './behind.tsx';
import type { BureauApi } from './bureauApi.ts';
import { ProblemBar, Tabs } from './controls.tsx';
import { GroupTable } from './groupTable.tsx';
import { useText } from './language.ts';
import type { Behind } from './numbers.ts';
import { QuantityTable } from './quantityTable.tsx';
import { Totals } from './totals.tsx';
import { useLoaded } from './useLoaded.ts';

type Tab = GroupBy | 'quantity';
const tabs: readonly Tab[] = ['unit', 'category', 'task', 'arrangement', 'period', 'quantity'];

/** Totals of the district, progress by group, and the obligations behind a number. */
export function Progress({ api, year, turn }: { api: BureauApi; year: number; turn: number }) {
  const { text } = useText();
  const [tab, setTab] = useState<Tab>('unit');
  const [behind, setBehind] = useState<Behind | null>(null);
  const groupBy = tab === 'quantity' ? 'arrangement' : tab;
  const { value, problem, loading, again } = useLoaded(
    () => api.progress(year, groupBy),
    [api, year, groupBy, turn],
  );
  if (value === null) {
    return problem ? <ProblemBar problem={problem} again={again} /> : <p class="quiet">{text.loading}</p>;
  }
  const current = value.groupBy === groupBy;
  return (
    <>
      <p class="list-title">{value.list.title}</p>
      {problem !== null && <ProblemBar problem={problem} again={again} />}
      <Totals total={value.total} onNumber={(number) => setBehind({ number, group: null })} />
      <Tabs
        label={text.tabList}
        active={tab}
        tabs={tabs.map((id) => ({ id, name: text.tabs[id] }))}
        onChange={setTab}
      />
      <section class="card" aria-busy={loading} aria-label={text.tabs[tab]}>
        {!current ? (
          <p class="quiet">{text.loading}</p>
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
