import { expect } from 'vitest';
import type { ActAnswer } from '../../../shared/wire/actAnswer.ts';
import type { ActRequest } from '../../../shared/wire/act.ts';
import type { ObligationItem } from '../../../shared/wire/parts/obligation.ts';
import type { ObligationsAnswer } from '../../../shared/wire/obligations.ts';
import type { SheetRow } from '../../../shared/wire/parts/sheetRow.ts';
import { unpackSheet, type PackedSheet } from '../../../shared/wire/sheet.ts';
import type { Answer, Client } from './client.ts';
import { recount, storedCounts } from './recount.ts';

let acts = 0;

/** A new act id. */
export const nextActId = (): string => `test-act-${(acts += 1)}`;

type Asked = Omit<ActRequest, 'actId'> & { actId?: string } & Record<string, unknown>;

/** Acts as a page would. */
export const act = (client: Client, request: Asked): Promise<Answer<ActAnswer>> =>
  client.post('/v1/acts', { actId: nextActId(), ...request });

/** The outcomes of an act by key; a refusal as its code. */
export async function acted(client: Client, request: Asked): Promise<Record<string, string>> {
  const answer = await act(client, request);
  if (answer.status !== 200) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  return Object.fromEntries(answer.body.outcomes.map(({ key, outcome, code }) => [key, code ?? outcome]));
}

export async function listed(client: Client, query: string): Promise<ObligationItem[]> {
  const answer = await client.get<ObligationsAnswer>(`/v1/obligations?limit=1000&${query}`);
  if (answer.status !== 200) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body.obligations;
}

/** A row without what changes by the calendar alone. */
const told = ({ state: _s, light: _l, context: { today: _t, ...context }, ...row }: SheetRow) => ({
  ...row,
  context,
});

/** Holds what is stored against a recount of it, and a pull of changes against a whole one. */
export class Watch {
  private readonly client: Client;
  private known: Map<string, SheetRow> | null = null;
  private cursor = '';

  constructor(client: Client) {
    this.client = client;
  }

  async holds(listId = '2024'): Promise<void> {
    expect(await storedCounts(listId)).toEqual(await recount(listId));
    const whole = unpackSheet((await this.client.get<PackedSheet>('/v1/sheet')).body);
    if (this.known) {
      const { body } = await this.client.get<PackedSheet>(`/v1/sheet?cursor=${this.cursor}`);
      for (const row of unpackSheet(body).rows) this.known.set(row.key, row);
      for (const row of whole.rows) expect(told(this.known.get(row.key)!)).toEqual(told(row));
    }
    this.known = new Map(whole.rows.map((row) => [row.key, row]));
    this.cursor = whole.cursor;
  }
}
