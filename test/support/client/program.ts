/**
 * A program as somebody outside would write it, over types that are made from the description. It is text, since those types
 * are made when the test runs.
 */
export const program = `import createClient from 'openapi-fetch';
import type { components, paths } from './api.d.ts';

const [, , baseUrl = '', key = ''] = process.argv;
// Of the forms that an answer has, this program reads JSON.
type Json = 'application/json' | 'application/problem+json';
const client = createClient<paths, Json>({ baseUrl, headers: { authorization: \`Bearer \${key}\` } });

const me = await client.GET('/v1/me');
if (me.error !== undefined) throw new Error(me.error.messages.en);

const query = { unit: 'xuejia', state: 'overdue', limit: 5 } as const;
const listed = await client.GET('/v1/obligations', { params: { query } });
if (listed.error !== undefined) throw new Error(listed.error.messages.en);
const first: components['schemas']['Obligation'] | undefined = listed.data.obligations[0];

const progress = await client.GET('/v1/progress', { params: { query: { groupBy: 'unit' } } });
if (progress.error !== undefined) throw new Error(progress.error.messages.en);
const groups: components['schemas']['ProgressGroup'][] = progress.data.groups;

// What is not described does not compile.
if (key === '') {
  // @ts-expect-error: a parameter that does not exist
  await client.GET('/v1/obligations', { params: { query: { units: 'xuejia' } } });
  // @ts-expect-error: a route that does not exist
  await client.GET('/v1/nothing');
  // @ts-expect-error: a field that does not exist
  console.log(first?.colour);
  // @ts-expect-error: what may be null is not used as if it were not
  console.log(first?.due.length);
}

const nowhere = await client.GET('/v1/obligations', { params: { query: { unit: 'nowhere' } } });
const file = await client.GET('/v1/obligations', { params: { query: { format: 'csv', state: 'overdue' } }, parseAs: 'text' });

console.log(
  JSON.stringify({
    role: me.data.role,
    first: first?.unit.id,
    groups: groups.length,
    refused: nowhere.error?.code,
    csv: String(file.data).startsWith('\\uFEFF') || String(file.data).includes(','),
  }),
);
`;
