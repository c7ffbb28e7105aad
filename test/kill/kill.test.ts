import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { build } from '../../worker/local/build.ts';
import { checkVersions, killTest } from './run.ts';

/** The same kills at every run; `node test/kill/run.ts --rounds 100` takes others. */
const seed = 20_240_410;

beforeAll(build, 180_000);

test(
  `S5, S2: whatever was answered before a kill is found after it, once (ten kills, seed ${seed})`,
  { timeout: 300_000 },
  async () => {
    const result = await killTest({ rounds: 10, seed });
    expect(result).toMatchObject({ rounds: 10, askedAgain: result.answered });
    expect(result.answered).toBeGreaterThan(20);
    expect(result.unanswered).toBeGreaterThan(10);
    expect(result.versions).toBeGreaterThan(50);
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
