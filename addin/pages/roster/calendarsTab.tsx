import { useMemo } from 'preact/hooks';
import { Select } from '../../controls/select.tsx';
import { useText } from '../../controls/useText.ts';
import { calendarApi } from '../shared/calendar/calendarApi.ts';
import { CalendarLinks } from '../shared/calendar/calendarLinks.tsx';
import type { ChangeOf } from '../shared/desk/useView.ts';
import { useLoaded } from '../shared/keyed/useLoaded.ts';
import type { RosterView } from './model/view.ts';
import type { RosterApi } from './rosterApi.ts';
import { rosterText } from './text.ts';

interface CalendarsTabProps {
  api: RosterApi;
  accessKey: string;
  turn: number;
  view: RosterView;
  change: ChangeOf<RosterView>;
}

/** Links of all units' calendars; of a unit that is chosen, they are made here, too. */
export function CalendarsTab({ api, accessKey, turn, view, change }: CalendarsTabProps) {
  const { text } = useText(rosterText);
  const calendars = useMemo(() => calendarApi(accessKey), [accessKey]);
  const { value } = useLoaded(() => api.roster(), [api, turn]);
  const units = value?.value.units ?? [];
  const chosen = units.find(({ id }) => id === view.unit)?.id;
  return (
    <>
      <div class="filters">
        <Select
          label={text.unit}
          value={chosen ?? ''}
          options={[{ value: '', name: text.all }, ...units.map(({ id, name }) => ({ value: id, name }))]}
          onChange={(unit) => change({ unit: unit === '' ? undefined : unit })}
        />
        {chosen === undefined && <span class="quiet">{text.chooseForLink}</span>}
      </div>
      <section class="card">
        <CalendarLinks api={calendars} unit={chosen} turn={turn} />
      </section>
    </>
  );
}
