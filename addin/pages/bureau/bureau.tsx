import { useMemo } from 'preact/hooks';
import { spanOn } from '../../../shared/calendar/spans.ts';
import { Tabs } from '../../controls/tabs.tsx';
import { obligationAddress } from '../shared/desk/obligationAddress.ts';
import type { Opened } from '../shared/keyed/keyedPage.tsx';
import { yearOf } from '../shared/keyed/year.ts';
import { ObligationPageContext } from '../shared/progress/obligationEntry.tsx';
import { Progress } from '../shared/progress/progress.tsx';
import { progressApi } from '../shared/progress/progressApi.ts';
import { useProgressText } from '../shared/progress/text.ts';
import type { Tab } from '../shared/progress/view.ts';
import { LazyTrend } from '../shared/trend/lazyTrend.tsx';
import { Due } from './due.tsx';
import { Each } from './each.tsx';
import { Filters } from './filters.tsx';
import { SpanPicker } from './spanPicker.tsx';
import { useAddress } from './useAddress.ts';
import { useGroups } from '../shared/progress/useGroups.ts';

const tabs: readonly Tab[] = [
  'due',
  'trend',
  'unit',
  'category',
  'task',
  'arrangement',
  'period',
  'quantity',
  'each',
];

/** The district's progress in the newest list, with the key that opened the page. */
export function Bureau({ accessKey, me, turn }: Opened) {
  const { text } = useProgressText();
  const api = useMemo(() => progressApi(accessKey), [accessKey]);
  const [view, change] = useAddress('due');
  const year = yearOf(me, view.year);
  const groups = useGroups(api, year);
  const unitName = view.unit && (groups.unit.find(({ id }) => id === view.unit)?.name ?? view.unit);
  const given = { api, year, turn, view, change, unitName };
  return (
    <ObligationPageContext.Provider value={obligationAddress}>
      <Tabs
        label={text.tabList}
        active={view.tab}
        tabs={tabs.map((id) => ({ id, name: text.tabs[id] }))}
        onChange={(tab) => change({ tab, open: undefined, sort: undefined })}
      />
      <div class="filters">
        {view.tab === 'due' && (
          <SpanPicker
            span={view.span ?? spanOn('week', me.today)}
            year={year}
            today={me.today}
            onChange={(span) => change({ span })}
          />
        )}
        <Filters groups={groups} view={view} change={change} />
      </div>
      {view.tab === 'due' ? (
        <Due {...given} today={me.today} />
      ) : view.tab === 'trend' ? (
        <LazyTrend {...given} />
      ) : view.tab === 'each' ? (
        <Each {...given} />
      ) : (
        <Progress {...given} />
      )}
    </ObligationPageContext.Provider>
  );
}
