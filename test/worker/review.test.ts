import { beforeAll, describe, expect, test } from 'vitest';
import type { ObligationsAnswer } from '../../shared/wire/obligations.ts';
import { protocol } from '../../shared/wire/protocol.ts';
import type { ProgressAnswer } from '../../shared/wire/progress.ts';
import { done, pull, push, pushRow, rowOf, underWay } from '../support/api/clerk.ts';
import type { Api, Client } from '../support/api/client.ts';
import { startPublished } from '../support/api/published.ts';
import { recount, storedCounts } from '../support/api/recount.ts';

let api: Api;
let viewer: Client;
let clerk: Client;
beforeAll(async () => {
  api = await startPublished();
  viewer = await api.officer();
  clerk = await api.reporter('weicun');
});

const listed = async (query: string): Promise<ObligationsAnswer['obligations']> =>
  (await viewer.get<ObligationsAnswer>(`/v1/obligations?limit=1000&${query}`)).body.obligations;
const totals = async (): Promise<ProgressAnswer['total']> =>
  (await viewer.get<ProgressAnswer>('/v1/progress?groupBy=unit')).body.total;

describe('B4.1: review', () => {
  const before = { review: null, dueOriginal: null, extension: null, movedFrom: null };

  test('begins with receipt of every row, and is counted, undated ones too', async () => {
    const sheet = await pull(clerk);
    const [i1, i2] = ['i1', 'i2'].map((indicator) => rowOf(sheet, '1-1-1', { indicator }).key);
    await pushRow(clerk, i1!, null, underWay(1));
    expect((await listed('unit=weicun&arrangement=1-1-1'))[0]).toMatchObject(before);
    await pushRow(clerk, i2!, null, underWay(1));
    const review = {
      ...{ state: 'toAccept', resubmitted: false, reason: null },
      ...{ returnedOn: null, returnedBy: null, answerBy: null },
    };
    expect((await listed('unit=weicun&arrangement=1-1-1'))[0]).toMatchObject({ review });
    expect(rowOf(await pull(clerk), '1-1-1', { indicator: 'i1' })).toMatchObject({ ...before, review });
    const open = sheet.rows.find(({ due, context }) => due === null && context.indicator.id === 'done')!;
    await push(clerk, [{ key: open.key, base: null, values: done('2024-04-02') }]);
    expect(await totals()).toMatchObject({ toAccept: 2, accepted: 0, returned: 0, received: 1 });
    const toAccept = await listed('counted=toAccept');
    expect(toAccept.map(({ due }) => due === null)).toEqual([false, true]);
    expect(await listed('counted=returned')).toEqual([]);
    expect(await storedCounts('2024')).toEqual(await recount('2024'));
  });

  test('C15.1: a client of the version before is answered without it', async () => {
    const older = { [protocol.header]: '19' };
    const asked = async (client: Client, path: string): Promise<string> =>
      JSON.stringify((await client.send('GET', path, undefined, older)).body);
    const paths = ['/v1/obligations?unit=weicun', '/v1/progress?groupBy=unit'];
    const [{ key } = { key: '' }] = await listed('unit=weicun&arrangement=1-1-1');
    for (const path of [...paths, `/v1/obligations/${key}`]) {
      expect(await asked(viewer, path)).not.toMatch(/"(?:review|toAccept|declared|light)"/u);
      expect(JSON.stringify((await viewer.get(path)).body)).toMatch(/"toAccept"/u);
    }
    expect(await asked(clerk, '/v1/sheet')).not.toContain('"review"');
    expect(await asked(clerk, '/v1/sheet')).toContain('"version":1');
    const row = rowOf(await pull(clerk), '1-3-1');
    const pushed = { pushId: 'older-push', rulesVersion: 'x' };
    const rows = [{ key: row.key, base: null, values: underWay(3) }];
    const answer = await clerk.send('POST', '/v1/sync', { ...pushed, rows }, older);
    expect(answer.body.outcomes[0]).toMatchObject({ outcome: 'applied' });
    expect(JSON.stringify(answer.body)).not.toContain('"review"');
  });
});
