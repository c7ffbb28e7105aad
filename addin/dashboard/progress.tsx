import { useMemo, useState } from 'preact/hooks';
import type { GroupBy } from '../../shared/wire/progress.ts';
import { BehindDialog } from './behind.tsx';
import { type BureauApi, bureauApi } from './bureauApi.ts';
import { Loading, ProblemBar, Tabs } from '../frame/controls.tsx';
import type { Opened } from '../frame/keyedPage.tsx';
import { GroupTable } from './groupTable.tsx';
import { useText } from './language.ts';
import type { Behind } from './numbers.ts';
import { QuantityTable } from './quantityTable.tsx';
import { Totals } from './totals.tsx';
import { useLoaded } from '../frame/useLoaded.ts';

type Tab = GroupBy | 'quantity';
const tabs: readonly Tab[] = ['unit', 'category', 'task', 'arrangement', 'period', 'quantity'];

/** The progress of the newest list, with the key that opened the page. */
export function ProgressPage({ accessKey, me, turn }: Opened) {
  const api = useMemo(() => bureauApi(accessKey), [accessKey]);
  return <Progress api={api} year={me.year ?? Number(me.today.slice(0, 4))} turn={turn} />;
}

/** Totals of the district, progress by group, and the obligations behind a number. */
function Progress({ api, year, turn }: { api: BureauApi; year: number; turn: number }) {
  const { text } = useText();
  const [tab, setTab] = useState<Tab>('unit');
  const [behind, setBehind] = useState<Behind | null>(null);
  const groupBy = tab === 'quantity' ? 'arrangement' : tab;
  const { value, problem, loading, again } = useLoaded(
    () => api.progress(year, groupBy),
    [api, year, groupBy, turn],
  );
  if (value === null) {
    return problem ? <ProblemBar problem={problem} again={again} /> : <Loading />;
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
