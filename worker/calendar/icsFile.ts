import ical, {
  ICalCalendarMethod,
  ICalEventBusyStatus,
  ICalEventTransparency,
  ICalAlarmRelatesTo,
  ICalAlarmType,
} from 'ical-generator';
import type { CalendarEvent } from '../../shared/calendarFeed/calendarEvents.ts';
import { plainText } from '../../shared/calendarFeed/plainText.ts';

export interface CalendarFile {
  /** What clients call the calendar. */
  name: string;
  /** Rises whenever a date of it may have moved. */
  sequence: number;
  /** When it last changed, in milliseconds. */
  stamp: number;
  events: readonly CalendarEvent[];
  /** Reminds at nine in the morning, so many days before; `null`: it does not. */
  alarmDays: number | null;
}

const hour = 3600;
/** Clients are asked to look again after so long. */
const refreshAfter = 4 * hour;

/** A calendar as iCalendar (RFC 5545): all-day events, lines of at most 75 bytes. The same calendar gives the same bytes. */
export function icsFile({ name, sequence, stamp, events, alarmDays }: CalendarFile): string {
  const calendar = ical({
    name: plainText(name),
    prodId: { company: 'Taizhang', product: 'calendar', language: 'ZH' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: refreshAfter,
    scale: 'GREGORIAN',
  });
  for (const { uid, day, summary, description } of events) {
    const event = calendar.createEvent({
      id: uid,
      sequence,
      // Dates without a zone: the day is the same wherever it is looked at.
      start: new Date(`${day}T00:00:00Z`),
      allDay: true,
      stamp: new Date(stamp),
      summary,
      description,
      transparency: ICalEventTransparency.TRANSPARENT,
      busystatus: ICalEventBusyStatus.FREE,
    });
    if (alarmDays !== null)
      event.createAlarm({
        type: ICalAlarmType.display,
        description: summary,
        // From the midnight at which the day begins, back to nine of a day before it.
        ...(alarmDays === 0
          ? { triggerAfter: 9 * hour, relatesTo: ICalAlarmRelatesTo.start }
          : { triggerBefore: alarmDays * 24 * hour - 9 * hour }),
      });
  }
  return `${calendar.toString()}\r\n`;
}
