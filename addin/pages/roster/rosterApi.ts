import * as z from 'zod';
import { type Roster, roster } from '../../../shared/roster/roster.ts';
import { accessKeys } from '../../../shared/wire/accessKeys.ts';
import { calendarTokens } from '../../../shared/wire/calendarTokens.ts';
import { mintedKey } from '../../../shared/wire/mintedKey.ts';
import type { NewKey } from '../../../shared/wire/newKey.ts';
import { rosterEffect } from '../../../shared/wire/rosterEffect.ts';
import { fileApi } from '../shared/tables/fileApi.ts';
import { askVersionedWith, askWith } from '../../api/ask.ts';

/** A revoked key is answered without a body. */
const nothing = z.null();

/** What the page asks of the API. Every call answers or throws an `ApiProblem`. */
export function rosterApi(key: string) {
  const ask = askWith(key);
  const askVersioned = askVersionedWith(key);
  const put = (next: Roster, version: number): RequestInit => ({
    method: 'PUT',
    body: JSON.stringify(next),
    headers: { 'content-type': 'application/json', 'if-match': `"${version}"` },
  });
  return {
    file: fileApi(key),
    roster: () => askVersioned(roster, '/roster'),
    /** What a roster would do to obligations; nothing is stored. */
    effect: (next: Roster, version: number) => ask(rosterEffect, '/roster?dryRun=true', put(next, version)),
    /** `version`: of the roster that was looked at; refused where somebody has changed it since. */
    save: (next: Roster, version: number) => askVersioned(roster, '/roster', put(next, version)),
    keys: async () => (await ask(accessKeys, '/keys')).keys,
    issue: (wanted: NewKey) =>
      ask(mintedKey, '/keys', {
        method: 'POST',
        body: JSON.stringify(wanted),
        headers: { 'content-type': 'application/json' },
      }),
    /** Links of calendars in use that were made with a key. */
    linksOf: async (keyId: string) =>
      (await ask(calendarTokens, '/calendar-tokens?inUse=true')).calendars.filter(
        (each) => each.keyId === keyId,
      ),
    /** `calendars`: what becomes of those links. */
    revoke: (id: string, calendars: 'revoke' | 'keep') =>
      ask(nothing, `/keys/${encodeURIComponent(id)}?calendars=${calendars}`, { method: 'DELETE' }),
  };
}

export type RosterApi = ReturnType<typeof rosterApi>;
