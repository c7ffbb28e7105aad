import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkVersions, killTest } from './run.ts';

/** The same kills at every run; `npm run kill -- --rounds 100` takes more, and others. */
const seed = 20_240_410;
const rounds = 1;
/** Five units and the bureau; each has a push under way at every kill. */
const clients = 6;

test(
  `S5, S2: whatever was answered before a kill is found after it, once (kills: ${rounds}, seed ${seed})`,
  { timeout: 300_000 },
  async () => {
    const result = await killTest({ rounds, seed });
    expect(result).toMatchObject({ rounds, askedAgain: result.answered, unanswered: clients * rounds });
    // A kill comes after the first answer of its round, and an answer promises a version at least.
    expect(result.answered).toBeGreaterThanOrEqual(rounds);
    expect(result.versions).toBeGreaterThan(rounds);
  },
);

describe('the search finds', () => {
  const row = '2024.1-2-1.1.i1.xuejia.2024.k';
  const revision = (version: number, note: string) => ({ version, kind: 'submission', values: { note } });
  const answer = {
    rows: [{ key: row, version: 2, draft: null, revisions: [revision(1, 'a'), revision(2, 'b')] }],
  };
  const server = createServer((_request, response) => {
    response.end(JSON.stringify(answer));
  });
  beforeAll(() => new Promise<void>((done) => void server.listen(0, '127.0.0.1', done)));
  afterAll(() => new Promise((done) => server.close(done)));
  const search = (...promised: [version: number, note: string][]) => {
    const { port } = server.address() as AddressInfo;
    return checkVersions(`http://127.0.0.1:${port}`, 'key', new Map([[row, new Map(promised)]]));
  };

  test.each<[string, [number, string][]]>([
    [
      'a version that was lost',
      [
        [1, 'a'],
        [2, 'b'],
        [3, 'c'],
      ],
    ],
    ['a version that nobody was answered', [[1, 'a']]],
    [
      'another push’s values',
      [
        [1, 'a'],
        [2, 'c'],
      ],
    ],
  ])('%s', async (_, promised) => {
    await expect(search(...promised)).rejects.toThrow(row);
  });

  test('nothing where all is as promised', async () => {
    expect(await search([1, 'a'], [2, 'b'])).toBe(2);
  });
});
