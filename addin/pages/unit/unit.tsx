import { render } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { browserKeyStore } from '../../api/keyStore.ts';
import '../shared/keyed/keyed.css';
import { KeyedPage, type Opened } from '../shared/keyed/keyedPage.tsx';
import { calendarApi } from '../shared/calendar/calendarApi.ts';
import { CalendarLinks } from '../shared/calendar/calendarLinks.tsx';
import { calendarText } from '../shared/calendar/text.ts';
import { yearOf } from '../shared/keyed/year.ts';
import { followTheme } from '../../controls/theme.ts';
import '../shared/progress/behind.css';
import { progressApi } from '../shared/progress/progressApi.ts';
import '../shared/progress/progress.css';
import { ProgressTextContext } from '../shared/progress/text.ts';
import { Progress } from '../shared/progress/progress.tsx';
import '../shared/progress/table.css';
import './unit.css';
import { type ChangeView, changed, type Tab, type View } from '../shared/progress/view.ts';
import { LazyTrend } from '../shared/trend/lazyTrend.tsx';
import { Tabs } from '../../controls/tabs.tsx';
import { useText } from '../../controls/useText.ts';
import { UnitDue } from './due.tsx';
import { unitProgressText, unitText } from './text.ts';

const tabs: readonly Tab[] = ['task', 'arrangement', 'period', 'trend', 'quantity'];

export interface UnitPageOptions {
  /** Office's partition of the browser's storage. */
  partition: string;
  /** Goes to an obligation's row in the ledger; `null` where the page stands beside no ledger. */
  onFillIn: ((key: string) => void) | null;
  /** A key that was handed over, where none is kept here. */
  given?: string | null;
}

/** The unit that the address names. */
export const unitOfAddress = (): string | null => new URLSearchParams(location.search).get('unit');

/**
 * The progress of one unit, for its own clerks. The key is the one that the pane keeps on this computer for the
 * unit that the address names (`?unit=…`), or that it hands over; never one of the address.
 */
export function mountUnit(
  element: HTMLElement,
  { partition, onFillIn, given = null }: UnitPageOptions,
): void {
  const keys = browserKeyStore(partition);
  const unit = unitOfAddress();
  followTheme();
  render(
    <KeyedPage
      given={keys.read(unit) ?? given}
      text={unitText}
      audience="unit"
      onKept={(accepted) => {
        if (accepted?.me.unit) keys.write(accepted.accessKey, accepted.me.unit.id);
        else keys.clear(unit);
      }}
      refreshes
    >
      {(opened) => <UnitProgress {...opened} onFillIn={onFillIn} />}
    </KeyedPage>,
    element,
  );
}

function UnitProgress(props: Opened & Pick<UnitPageOptions, 'onFillIn'>) {
  const { accessKey, me, turn, onFillIn } = props;
  const api = useMemo(() => progressApi(accessKey), [accessKey]);
  const year = yearOf(me);
  const { text: progressWords } = useText(unitProgressText);
  const { text: words } = useText(unitText);
  const { text: calendarWords } = useText(calendarText);
  const calendars = useMemo(() => calendarApi(accessKey), [accessKey]);
  const [showsCalendar, setShowsCalendar] = useState(false);
  const [view, setView] = useState<View>({ tab: 'task' });
  const change: ChangeView = (what) => setView((before) => changed(before, what));
  const given = { api, year, turn, view, change };
  return (
    <ProgressTextContext.Provider value={unitProgressText}>
      <p class="unit-head">
        <span class="unit-name">{me.unit?.name}</span>
        {onFillIn === null && <a href={`/upload?unit=${me.unit?.id ?? ''}`}>{words.upload}</a>}
      </p>
      <UnitDue api={api} year={year} today={me.today} turn={turn} onFillIn={onFillIn} />
      <details
        class="card unit-calendar"
        onToggle={(event) => setShowsCalendar((event.currentTarget as HTMLDetailsElement).open)}
      >
        <summary>{calendarWords.title}</summary>
        {showsCalendar && <CalendarLinks api={calendars} unit={me.unit?.id} turn={turn} />}
      </details>
      <Tabs
        label={progressWords.tabList}
        active={view.tab}
        tabs={tabs.map((id) => ({ id, name: progressWords.tabs[id] }))}
        onChange={(tab) => change({ tab, open: undefined, sort: undefined })}
      />
      {view.tab === 'trend' ? <LazyTrend {...given} /> : <Progress {...given} />}
    </ProgressTextContext.Provider>
  );
}
