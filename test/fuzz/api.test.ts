import { env } from 'cloudflare:workers';
import fc from 'fast-check';
import { beforeAll, expect, test, vi } from 'vitest';
import { issueKey, type Api } from '../support/api/client.ts';
import { Contract, readDescription, type Operation } from '../support/api/description.ts';
import { startPublished } from '../support/api/published.ts';
import { type holders, requestsFor, type FuzzRequest } from './apiRequests.ts';
import { readFingerprint } from './fingerprint.ts';

/** Set by `npm run fuzz:api`. Without it a share is sent, as many as a busy machine sends `within` milliseconds. */
const { FUZZ_API_RUNS, FUZZ_API_SEED, THOROUGH } = env as unknown as Record<string, string | undefined>;
const runs = Number(FUZZ_API_RUNS || 300);
const seed = Number(FUZZ_API_SEED || 20_240_410);
const within = FUZZ_API_RUNS ? Infinity : THOROUGH ? 12_000 : 5_000;

let api: Api;
let contract: Contract;
let operations: Map<string, Operation>;
let fingerprint: () => Promise<string>;
let keys: Record<(typeof holders)[number], string>;

beforeAll(async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  api = await startPublished();
  const description = await readDescription(api.as(null));
  contract = new Contract(description);
  operations = new Map(description.operations.map((each) => [each.id, each]));
  fingerprint = await readFingerprint(env.DB);
  const bearer = async (role: 'admin' | 'officer' | 'viewer') => `Bearer ${(await issueKey(role)).key}`;
  keys = {
    admin: await bearer('admin'),
    officer: await bearer('officer'),
    viewer: await bearer('viewer'),
    reporter: `Bearer ${(await issueKey('reporter', 'xuejia')).key}`,
    basic: `Basic ${btoa(`excel:${(await issueKey('viewer')).key}`)}`,
    nobody: '',
  };
});

function send({ operation: id, as, path, query, headers, body }: FuzzRequest): Promise<Response> {
  const operation = operations.get(id)!;
  const at = operation.path.replaceAll(/\{(\w+)\}/gu, (_, name: string) => encodeURIComponent(path[name]!));
  const asked = query.length === 0 ? '' : `?${new URLSearchParams(query).toString()}`;
  const all = { ...headers, authorization: keys[as], ...(body && { 'content-type': body.type }) };
  return api.as(null).raw(operation.method, at + asked, body?.text, all);
}

/** Statuses that say that the API itself has failed, or has no such route. */
const isFault = (status: number): boolean => status >= 500 || status === 405;

test('A7.3: whatever is sent, the answer is as described, and a refusal stores nothing', async () => {
  let stored = await fingerprint();
  let sent = 0;
  let taken = 0;
  const began = Date.now();
  const statuses = new Map<number, number>();
  const check = async (request: FuzzRequest): Promise<void> => {
    if (Date.now() - began > within) return;
    const operation = operations.get(request.operation)!;
    const answer = await send(request);
    sent += 1;
    statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
    const { status } = answer;
    if (isFault(status))
      throw new Error(
        `${status}: ${(await answer.text()).slice(0, 600)} ${JSON.stringify(api.lines.at(-1))}`,
      );
    // An empty or dotted name in a path is another address.
    const isElsewhere = Object.values(request.path).some((value) => ['', '.', '..'].includes(value));
    const fault = isElsewhere ? null : await contract.faultOf(operation, answer);
    if (fault !== null) throw new Error(fault);
    if (status < 400) taken += 1;
    const now = operation.method === 'GET' && status < 400 ? stored : await fingerprint();
    if (status >= 400 && now !== stored) {
      stored = now;
      throw new Error(`${status} has stored something`);
    }
    stored = now;
  };
  const all = requestsFor(contract.description);
  const result = await fc.check(fc.asyncProperty(all, check), { seed, numRuns: runs });
  const told = [...statuses].sort(([a], [b]) => a - b).map(([status, times]) => `${status} ${times}`);
  const spent = ((Date.now() - began) / 1000).toFixed(1);
  console.log(
    `fuzz of the API: seed ${seed}, ${sent} requests in ${spent} s, ${taken} taken: ${told.join(', ')}`,
  );
  if (result.failed) {
    const [request] = result.counterexample ?? [];
    expect.fail(`npm run fuzz:api -- --runs ${runs} --seed ${seed}
${String(result.errorInstance instanceof Error ? result.errorInstance.message : result.errorInstance)}
shrunk in ${result.numShrinks} steps:
${JSON.stringify(request, null, 1)}`);
  }
  expect(taken).toBeGreaterThan(0);
});
