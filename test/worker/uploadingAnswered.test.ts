import { describe, expect, test } from 'vitest';
import { pull, pushRow, rowOf, underWay } from '../support/api/clerk.ts';
import { confirming, formOf, send } from '../support/api/uploading.ts';
import { Uploads } from '../support/api/uploads.ts';

const uploads = new Uploads();

describe('S14.8: the ledger as a workbook', () => {
  test('comes with the rows that a pull gives, and is read as any file', async () => {
    const sheet = await pull(uploads.town.client);
    await pushRow(uploads.town.client, rowOf(sheet, '1-3-1').key, null, underWay(5, '已有5家出台制度。'));
    const answer = await uploads.town.client.file(`/v1/workbooks/${uploads.town.id}.xlsx`);
    expect(answer.status).toBe(200);
    expect(decodeURIComponent(answer.headers.get('content-disposition')!)).toContain('台账 2024-04-10.xlsx');
    const body = await uploads.proposed({}, { bytes: answer.body, name: '台账.xlsx' });
    const [report] = body.reports.filter(({ arrangement }) => arrangement === '1-3-1');
    expect([report!.state, report!.outcome]).toEqual(['ready', 'unchanged']);
    expect((await uploads.town.client.file('/v1/workbooks/xuejia.xlsx')).status).toBe(404);
  });
});

describe('S13.16: a ledger that was downloaded before somebody reported something else', () => {
  test('reports only what was changed in it since', async () => {
    const { client, id } = uploads.town;
    const first = rowOf(await pull(client), '1-3-1').key;
    const other = rowOf(await pull(client), '1-2-1').key;
    await pushRow(client, first, null, underWay(5, '已有5家出台制度。'));
    await pushRow(client, other, null, underWay(2, '已评2家。'));
    const { body: bytes } = await client.file(`/v1/workbooks/${id}.xlsx`);
    await pushRow(client, first, 1, { ...underWay(6, '已有6家出台制度。'), problems: '1家停用' });
    const body = await uploads.proposed({}, { bytes, name: '台账.xlsx' });
    const of = (code: string) => body.reports.find(({ arrangement }) => arrangement === code)!;
    expect(of('1-3-1')).toMatchObject({ state: 'leftOut', questions: [] });
    expect(of('1-2-1')).toMatchObject({ state: 'ready', outcome: 'unchanged' });
  });
});

describe('S14.7: her own file comes back', () => {
  test('the very same upload with Accept is answered by the file', async () => {
    const answers = confirming(await uploads.proposed());
    await send(uploads.town.client, uploads.file, answers);
    const { body, type } = await formOf(uploads.file, answers);
    const answer = await uploads.town.client.raw('POST', '/v1/workbooks', body, {
      'content-type': type,
      accept: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    });
    expect(answer.status).toBe(200);
    expect(decodeURIComponent(answer.headers.get('content-disposition')!)).toContain('台账（校验结果）.xlsx');
    expect(new Uint8Array(await answer.arrayBuffer()).slice(0, 2)).toEqual(Uint8Array.from([0x50, 0x4b]));
    expect(
      (await pull(uploads.town.client)).rows
        .filter(({ version }) => version !== null)
        .map(({ version }) => version),
    ).toEqual([1, 1]);
  });
});
