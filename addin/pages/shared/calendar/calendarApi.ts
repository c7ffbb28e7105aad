import * as z from 'zod';
import { calendarTokens } from '../../../../shared/wire/calendarTokens.ts';
import { mintedCalendarToken } from '../../../../shared/wire/mintedCalendarToken.ts';
import type { NewCalendarToken } from '../../../../shared/wire/newCalendarToken.ts';
import { fileApi } from '../tables/fileApi.ts';
import { askWith } from '../../../api/ask.ts';

/** The route of the links in use, of a unit or of all. */
export const linksPath = (unit: string | undefined): string =>
  `/calendar-tokens?inUse=true${unit === undefined ? '' : `&unit=${encodeURIComponent(unit)}`}`;

/** What is asked of the API for links of calendars. Every call answers or throws an `ApiProblem`. */
export function calendarApi(key: string) {
  const ask = askWith(key);
  return {
    file: fileApi(key),
    list: async (unit: string | undefined) => (await ask(calendarTokens, linksPath(unit))).calendars,
    make: (wanted: NewCalendarToken) =>
      ask(mintedCalendarToken, '/calendar-tokens', {
        method: 'POST',
        body: JSON.stringify(wanted),
        headers: { 'content-type': 'application/json' },
      }),
    revoke: (id: string) => ask(z.null(), `/calendar-tokens/${encodeURIComponent(id)}`, { method: 'DELETE' }),
  };
}

export type CalendarApi = ReturnType<typeof calendarApi>;
