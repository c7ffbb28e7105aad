import { read } from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { pull, pushRow, rowOf, underWay } from '../support/api/clerk.ts';
import {
  confirming,
  formOf,
  ledgerHeader,
  ledgerOf,
  send,
  type UploadFile,
} from '../support/api/uploading.ts';
import { rows, Uploads } from '../support/api/uploads.ts';
import { gb18030 } from '../support/documents/gb18030.ts';

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

  const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  // 已完成 needs its day: the report is kept as a draft, which does not count.
  const bad = [...rows[2]!.slice(0, 4), '', '9家企业全部完成评议。'] as string[];
  const marked = async (upload: UploadFile, answers: Parameters<typeof send>[2]) => {
    const { body, type } = await formOf(upload, answers);
    const answer = await uploads.town.client.raw('POST', '/v1/workbooks', body, {
      ...{ 'content-type': type, accept: xlsx },
    });
    return read(new Uint8Array(await answer.arrayBuffer()), { cellStyles: true });
  };
  const good = ['1', rows[0]![1] as string, '推进中', '7', '', '已有7家出台制度。'];
  const csv = `危化品工作台账\r\n${[ledgerHeader, good, bad].map((row) => row.join()).join('\r\n')}`;

  test.each([
    ['a workbook', () => ledgerOf([good, bad]), '台账'],
    ['a text file in GB 18030', async () => ({ bytes: gb18030(csv), name: '台账.csv' }), '(csv)'],
  ])(
    '%s: a comment at the wrong cell, 校验结果 that leads to it, the key of each row',
    async (_, make, name) => {
      const upload = await make();
      const answers = confirming(await uploads.proposed({}, upload));
      await send(uploads.town.client, upload, answers);
      const { Sheets, SheetNames } = await marked(upload, answers);
      expect(SheetNames).toEqual([name, '校验结果']);
      const hers = Sheets[name]!;
      const comments = Object.entries(hers).filter(([, cell]) => cell?.c !== undefined);
      expect(comments.map(([at]) => at)).toEqual(['E4']);
      expect(comments[0]![1].c[0].t).toMatch(/【有误】.*完成日期/u);
      const keys = answers.confirmed!.rows.map(({ key }) => key);
      expect([hers['G3'].v, hers['G4'].v].toSorted()).toEqual(keys.toSorted());
      expect(hers['!cols']![6]!.hidden).toBe(true);
      const results = Object.entries(Sheets['校验结果']!).filter(([at]) => /^B[3-9]/u.test(at));
      expect(results.map(([, cell]) => [cell.v, cell.l.Target ?? cell.l.location])).toContainEqual([
        'E4',
        expect.stringContaining(`'${name}'!E4`),
      ]);
    },
  );

  test('S14.2: a wrong row that comes again as it was is told again: it still does not count', async () => {
    const upload = await ledgerOf([bad]);
    await send(uploads.town.client, upload, confirming(await uploads.proposed({}, upload)));
    const body = await uploads.proposed({}, upload);
    expect(body.reports.map(({ outcome, findings }) => [outcome, findings.length])).toEqual([['invalid', 1]]);
    const answers = confirming(body);
    const sent = (await send(uploads.town.client, upload, answers)).body;
    expect(sent.reports[0]).toMatchObject({ outcome: 'invalid', column: 4, version: 1 });
    expect(sent.reports[0]!.said.zh).toMatch(/未通过校验，存为草稿，不计入：.*完成日期/u);
    const { Sheets } = await marked(upload, answers);
    expect(Sheets['台账']!['E3'].c[0].t).toContain('完成日期');
  });
});
