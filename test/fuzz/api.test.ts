import { env } from 'cloudflare:workers';
import fc from 'fast-check';
import { beforeAll, expect, test, vi } from 'vitest';
import { issueKey, type Api } from '../support/api/client.ts';
import { Contract, readDescription, type Operation } from '../support/api/description.ts';
import { startPublished } from '../support/api/published.ts';
import { type holders, requestsFor, type FuzzRequest } from './apiRequests.ts';
import type { WorkbookProposal } from '../../shared/wire/workbookProposal.ts';
import { bytesOf, confirming, formBytes } from './apiFiles.ts';
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

/** A body as it is sent. What is to be confirmed is proposed before. */
async function sentBody({ as, query, body }: FuzzRequest, address: string): Promise<[unknown, string] | []> {
  if (body === null) return [];
  if ('text' in body) return [body.text, body.type];
  if ('file' in body) return [await bytesOf(body.file), body.type];
  let { bytes, type } = await formBytes(body.form);
  if (body.form.isConfirmed && !query.some(([name]) => name === 'dryRun')) {
    const headers = { authorization: keys[as], 'content-type': type };
    const proposal = await api
      .as(null)
      .raw('POST', `${address}${address.includes('?') ? '&' : '?'}dryRun=true`, bytes, headers);
    if (proposal.status === 200)
      ({ bytes, type } = await formBytes(confirming(body.form, await proposal.json<WorkbookProposal>())));
  }
  return [bytes, type];
}

async function send(request: FuzzRequest): Promise<Response> {
  const { operation: id, as, path, query, headers } = request;
  const operation = operations.get(id)!;
  const at = operation.path.replaceAll(/\{(\w+)\}/gu, (_, name: string) => encodeURIComponent(path[name]!));
  const asked = query.length === 0 ? '' : `?${new URLSearchParams(query).toString()}`;
  const [body, type] = await sentBody(request, at + asked);
  const all = { ...headers, authorization: keys[as], ...(type !== undefined && { 'content-type': type }) };
  return api.as(null).raw(operation.method, at + asked, body, all);
}

/** Statuses that say that the API itself has failed, or has no such route. */
const isFault = (status: number): boolean => status >= 500 || status === 405;

test('A7.3: whatever is sent, the answer is as described, and a refusal stores nothing', async () => {
  let stored = await fingerprint();
  let sent = 0;
  let taken = 0;
  const began = Date.now();
  const statuses = new Map<number, number>();
  /** Of requests with a file or a form. */
  const ofFiles = new Map<number, number>();
  const check = async (request: FuzzRequest): Promise<void> => {
    if (Date.now() - began > within) return;
    const operation = operations.get(request.operation)!;
    const answer = await send(request);
    sent += 1;
    const { status } = answer;
    const { body } = request;
    for (const counts of body && ('file' in body || 'form' in body) ? [statuses, ofFiles] : [statuses])
      counts.set(status, (counts.get(status) ?? 0) + 1);
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
  const told = (counts: Map<number, number>): string =>
    [...counts]
      .sort(([a], [b]) => a - b)
      .map(([status, times]) => `${status} ${times}`)
      .join(', ');
  const spent = ((Date.now() - began) / 1000).toFixed(1);
  console.log(
    `fuzz of the API: seed ${seed}, ${sent} requests in ${spent} s, ${taken} taken: ${told(statuses)}; with files: ${told(ofFiles)}`,
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
