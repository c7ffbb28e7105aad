import { sheet } from '../../shared/wire/sheet.ts';
import { pushAnswer } from '../../shared/wire/sync.ts';
import { askWith } from './ask.ts';
import { me } from './me.ts';
import type { Api } from './port.ts';

/** The API over HTTP, as the workbook asks it. */
export function httpApi(key: string, base?: string, send?: typeof fetch): Api {
  const ask = askWith(key, base, send);
  return {
    me: () => ask(me, '/me'),
    sheet({ year, cursor }) {
      const query = new URLSearchParams();
      if (year !== undefined) query.set('year', String(year));
      if (cursor !== undefined) query.set('cursor', cursor);
      return ask(sheet, query.size === 0 ? '/sheet' : `/sheet?${query}`);
    },
    push: (year, body) =>
      ask(pushAnswer, `/sync?year=${year}`, {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/json' },
      }),
  };
}
