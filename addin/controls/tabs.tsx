import '@fluentui/web-components/tab.js';
import '@fluentui/web-components/tablist.js';
import { element } from './element.ts';
import './tabs.css';

const FluentTabList = element<{ activeid: string; size?: string; appearance: string }>('fluent-tablist');
const FluentTab = element<Record<never, never>>('fluent-tab');

interface TabsProps<Id extends string> {
  label: string;
  active: Id;
  tabs: readonly { id: Id; name: string }[];
  onChange: (id: Id) => void;
  /** The id of the panel that the tabs switch; a tab's own id then begins with it. */
  controls?: string;
  small?: boolean;
}

/** Tabs, of which one is active. */
export function Tabs<Id extends string>(props: TabsProps<Id>) {
  const { label, active, tabs, onChange, controls, small } = props;
  const idOf = (id: Id) => (controls === undefined ? id : `${controls}-${id}`);
  return (
    <FluentTabList
      class="tz-tabs"
      role="tablist"
      aria-label={label}
      {...(small ? { size: 'small' } : {})}
      appearance="subtle"
      activeid={idOf(active)}
      onChange={(event) => {
        const { activeid } = event.currentTarget as HTMLElement & { activeid: string };
        const chosen = tabs.find((tab) => idOf(tab.id) === activeid);
        if (chosen && chosen.id !== active) onChange(chosen.id);
      }}
    >
      {tabs.map((tab) => (
        <FluentTab key={tab.id} id={idOf(tab.id)} role="tab">
          {tab.name}
        </FluentTab>
      ))}
    </FluentTabList>
  );
}
