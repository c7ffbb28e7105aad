import { useMemo } from 'preact/hooks';
import { Tabs } from '../../controls/tabs.tsx';
import { useText } from '../../controls/useText.ts';
import { useView } from '../shared/desk/useView.ts';
import type { Opened } from '../shared/keyed/keyedPage.tsx';
import { CalendarsTab } from './calendarsTab.tsx';
import { KeysTab } from './keysTab.tsx';
import { rosterTabs, rosterViewOf, searchOfRoster } from './model/view.ts';
import { RemindersTab } from './reminders/remindersTab.tsx';
import { rosterApi } from './rosterApi.ts';
import { rosterText } from './text.ts';
import { UnitsTab } from './unitsTab.tsx';

/** The roster, and the keys by unit; administrators change them, officers look. */
export function RosterPage({ accessKey, me, turn }: Opened) {
  const { text } = useText(rosterText);
  const api = useMemo(() => rosterApi(accessKey), [accessKey]);
  const [view, change] = useView(rosterViewOf, searchOfRoster);
  const given = { api, admin: me.role === 'admin', turn };
  return (
    <>
      <Tabs
        label={text.tabList}
        active={view.tab}
        tabs={rosterTabs.map((id) => ({ id, name: text.tabs[id] }))}
        onChange={(tab) => change({ tab })}
      />
      <div hidden={view.tab !== 'units'}>
        <UnitsTab {...given} />
      </div>
      {view.tab === 'calendars' && <CalendarsTab {...{ api, accessKey, turn, view, change }} />}
      {view.tab === 'reminders' && <RemindersTab {...given} accessKey={accessKey} demo={me.demo} />}
      {view.tab === 'keys' && <KeysTab {...given} me={me} view={view} change={change} />}
    </>
  );
}
