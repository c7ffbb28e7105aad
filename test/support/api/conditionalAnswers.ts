import { expect } from 'vitest';
import type { Client } from './client.ts';

/** Questions of the routes that answer 304, by path: enough that whatever a route tells is asked for. */
const questions: Record<string, readonly string[]> = {
  '/v1/progress': ['groupBy=unit', 'groupBy=arrangement&quantities=true', 'groupBy=period&format=csv'],
  '/v1/progress/due': ['dueFrom=YEAR-01-01&dueBefore=YEAR-12-31'],
  '/v1/progress/trend': ['by=month'],
  '/v1/progress/indicator': ['arrangement=1-1-2&indicator=i1'],
  '/v1/obligations': ['limit=1000', 'limit=1000&total=true', 'format=csv'],
  '/v1/submissions': ['limit=1000', 'reported=true', 'format=csv'],
  '/v1/drafts': ['limit=1000'],
  '/v1/revisions': ['limit=1000', 'order=oldest&limit=1'],
  '/v1/changes': ['limit=1000'],
};

interface Answered {
  tag: string;
  status: number;
  body: string;
}

let paths: Promise<string[]> | undefined;

/** The paths of the routes that are described as answering 304 to a key, whose tag names the change; the description is made once. */
export const conditionalPaths = (client: Client): Promise<string[]> => (paths ??= describedPaths(client));

async function describedPaths(client: Client): Promise<string[]> {
  const { body } = await client.get('/openapi.json');
  type Described = Record<string, { responses: object; security?: object[] }>;
  // A calendar has no key, and its tag is made of its bytes.
  return Object.entries<Described>(body.paths).flatMap(([path, { get }]) =>
    get && '304' in get.responses && get.security?.length ? [path] : [],
  );
}

/** What every such route answers now, and under which tag. */
export async function conditionalAnswers(client: Client, year: number): Promise<Map<string, Answered>> {
  const answers = new Map<string, Answered>();
  for (const path of await conditionalPaths(client)) {
    expect(questions, 'a route that answers 304 wants a question in conditionalAnswers.ts').toHaveProperty([
      path,
    ]);
    for (const question of questions[path]!) {
      const address = `${path}?year=${year}&${question.replaceAll('YEAR', String(year))}`;
      const response = await client.raw('GET', address);
      const tag = response.headers.get('etag') ?? '';
      answers.set(address, { tag, status: response.status, body: await response.text() });
    }
  }
  return answers;
}

/** Holds that what has changed has another tag, and gives how many answers have changed. */
export function changedTags(before: Map<string, Answered>, after: Map<string, Answered>): number {
  let changed = 0;
  for (const [address, { status, body, tag }] of after) {
    const was = before.get(address);
    if (!was || (was.body === body && was.status === status)) continue;
    changed += 1;
    expect(tag, `${address} has changed under the same tag`).not.toBe(was.tag);
  }
  return changed;
}
