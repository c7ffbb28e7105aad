import { beforeAll, describe, expect, test } from 'vitest';
import type { Api, Client } from '../support/api/client.ts';
import {
  addressOf,
  Contract,
  examplesOf,
  readDescription,
  type Operation,
} from '../support/api/description.ts';
import type { WorkbookProposal } from '../../shared/wire/workbookProposal.ts';
import { startPublished } from '../support/api/published.ts';

let api: Api;
let reporter: Client;
let contract: Contract;

beforeAll(async () => {
  api = await startPublished();
  reporter = await api.reporter('xuejia');
  contract = new Contract(await readDescription(api.as(null)));
});

/** An example may meet a district that has a list already, or lacks what it names; what it says itself is sound. */
const unsound = [400, 401, 403, 415];

/** What changes the whole district comes after what asks for it. */
const last = ['publishTaskList', 'undoPublishing', 'narrowAssignment', 'replaceRoster'];

/** Sends the example of an operation, of the version that stands where it asks for one. */
async function sendExample(
  operation: Operation,
  query: Record<string, string>,
  { type, body }: { type?: string; body?: unknown },
): Promise<Response> {
  const client = operation.path.includes('ledger-shapes') ? reporter : api.admin;
  const address = addressOf(operation, query);
  const headers: Record<string, string> = {};
  if (operation.parameters.some(({ in: place }) => place === 'header')) {
    headers['if-match'] = (await client.raw('GET', address.split('?')[0]!)).headers.get('etag') ?? '';
  }
  return client.raw(operation.method, address, body, { ...headers, ...(type && { 'content-type': type }) });
}

describe('A7.3: examples are answered as described', () => {
  test('every body that is no file alone has an example, and the example of a ledger is read as it says', async () => {
    for (const { id, takes } of contract.description.operations) {
      const lacking = Object.entries(takes).filter(
        ([type, { schema, example }]) =>
          example === undefined && schema['format'] !== 'binary' && !type.startsWith('text/'),
      );
      expect([id, lacking]).toEqual([id, []]);
    }
    const upload = contract.description.operations.find(({ id }) => id === 'uploadWorkbook')!;
    const [form, csv] = await examplesOf(upload);
    const proposals = [];
    for (const body of [form!, csv!]) {
      const answer = await sendExample(upload, { dryRun: 'true', unit: 'xuejia' }, body);
      proposals.push((await answer.json<WorkbookProposal>()).reports);
    }
    expect(proposals[1]).toMatchObject([{ arrangement: '1-7-1', period: '2024-W15', state: 'ready' }]);
    expect(proposals[0]).toMatchObject([{ id: proposals[1]![0]!.id, state: 'leftOut' }]);
  });

  test('the example of every route, with each of its parameters', async () => {
    const { operations } = contract.description;
    const others: string[] = [];
    const rank = ({ id }: Operation): number => last.indexOf(id);
    for (const operation of operations.toSorted((a, b) => rank(a) - rank(b))) {
      const query = operation.parameters.filter((each) => each.in === 'query');
      const needed = query.filter(
        ({ required, name }) =>
          required ||
          (['pullSheet', 'uploadWorkbook'].includes(operation.id) && name === 'unit') ||
          (operation.id === 'uploadWorkbook' && name === 'dryRun'),
      );
      const optional = query.filter((each) => !needed.includes(each) && each.schema.example !== undefined);
      const ofExample = (parameters: typeof query) =>
        Object.fromEntries(parameters.map(({ name, schema }) => [name, String(schema.example)]));
      const isRead = operation.method === 'GET';
      const asked = [
        ofExample(needed),
        ...(isRead ? optional.map((each) => ofExample([...needed, each])) : []),
      ];
      if (operation.id === 'pushRows') asked[0] = { unit: 'xuejia' };
      if (operation.id === 'replaceRoster') asked.unshift({ dryRun: 'true' });
      const bodies = await examplesOf(operation);
      for (const each of asked)
        for (const body of bodies.length === 0 ? [{}] : bodies) {
          const answer = await sendExample(operation, each, body);
          const about = `${operation.id} ${JSON.stringify(each)} ${'type' in body ? body.type : ''}`;
          expect(await contract.faultOf(operation, answer), about).toBeNull();
          if (unsound.includes(answer.status)) others.push(`${about}: ${answer.status}`);
        }
    }
    expect(others).toEqual([]);
  });

  test('the test of answers sees what is not described', async () => {
    const me = contract.description.operations.find(({ id }) => id === 'whoAmI')!;
    const json = { 'content-type': 'application/json' };
    expect(await contract.faultOf(me, new Response('{}', { status: 418, headers: json }))).toContain('418');
    expect(await contract.faultOf(me, new Response('{}', { headers: json }))).toContain('role');
    expect(
      await contract.faultOf(me, new Response('a,b', { headers: { 'content-type': 'text/csv' } })),
    ).toContain('csv');
  });
});

test('A7.3: every route has a name of its own, and every parameter says what it is', () => {
  const { operations } = contract.description;
  const names = operations.map(({ id }) => id);
  expect(new Set(names).size).toBe(names.length);
  expect(names).not.toContain(undefined);
});

test('C18: a parameter that does not exist is refused on every route', async () => {
  for (const operation of contract.description.operations) {
    const client = operation.path.includes('ledger-shapes') ? reporter : api.admin;
    const body = operation.takes['application/json']?.example;
    const answer = await client.send(
      operation.method,
      addressOf(operation, { nosuch: '1' }),
      body ?? undefined,
    );
    if (operation.path === '/openapi.json') continue;
    expect([operation.id, answer.status, answer.body?.code]).toEqual([operation.id, 400, 'invalid-request']);
  }
});
