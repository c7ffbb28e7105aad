import { packedSheet, unpackSheet } from '../../shared/wire/sheet.ts';
import { packedAnswer, unpackAnswer } from '../../shared/wire/pushAnswer.ts';
import { askWith } from './ask.ts';
import { me } from '../../shared/wire/me.ts';
import { ledgerMemories } from '../../shared/wire/ledgerMemories.ts';
import { ledgerMemoryKept } from '../../shared/wire/ledgerMemoryKept.ts';
import { askListFacts } from './listFacts.ts';
import type { Api } from './port.ts';

/** The API over HTTP, as the workbook asks it. */
export function httpApi(key: string, base?: string, send?: typeof fetch): Api {
  const ask = askWith(key, base, send);
  return {
    me: () => ask(me.strip(), '/me'),
    async sheet({ year, cursor }) {
      const query = new URLSearchParams();
      if (year !== undefined) query.set('year', String(year));
      if (cursor !== undefined) query.set('cursor', cursor);
      return unpackSheet(await ask(packedSheet, query.size === 0 ? '/sheet' : `/sheet?${query}`));
    },
    listFacts: (year) => askListFacts(ask, year),
    ledgerMemories: async () => (await ask(ledgerMemories, '/ledger-shapes')).shapes,
    async keepLedgerMemory(shape, kept) {
      await ask(ledgerMemoryKept, `/ledger-shapes/${shape}`, {
        method: 'PUT',
        body: JSON.stringify(kept),
        headers: { 'content-type': 'application/json' },
      });
    },
    push: async (year, body) =>
      unpackAnswer(
        await ask(packedAnswer, `/sync?year=${year}`, {
          method: 'POST',
          body,
          headers: { 'content-type': 'application/json' },
        }),
      ),
  };
}
