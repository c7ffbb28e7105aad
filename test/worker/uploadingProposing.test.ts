import { describe, expect, test } from 'vitest';
import { pull, pushRow, rowOf, underWay } from '../support/api/clerk.ts';
import { confirming, ledgerOf, propose, send } from '../support/api/uploading.ts';
import { linesOf, Uploads } from '../support/api/uploads.ts';

const uploads = new Uploads();

describe('S14.1: what a file would report, before anything of it is stored', () => {
  test('reports, questions with what she would probably say, and what a push would be answered', async () => {
    const before = await pull(uploads.town.client);
    const body = await uploads.proposed();
    expect(linesOf(body)).toEqual([
      '1-3-1 2024 ready  applied',
      '1-3-2 2024-04 asked period applied',
      '1-2-1 2024 ready  applied',
    ]);
    expect(body.reports[1]!.periods).toEqual(['2024-01', '2024-02', '2024-03', '2024-04']);
    expect(body.sheets[0]).toMatchObject({ isRead: true, layout: 'rows', rows: { arrangement: 4 } });
    expect(body.sheets[0]!.matches[3]).toMatchObject({ code: null, why: 'own-work' });
    expect(body.unit.id).toBe(uploads.town.id);
    expect(await pull(uploads.town.client)).toEqual(before);
  });

  test('what is stored now: new, the same, and what would change', async () => {
    const sheet = await pull(uploads.town.client);
    await pushRow(uploads.town.client, rowOf(sheet, '1-3-1').key, null, underWay(5, '已有5家出台制度。'));
    const same = { status: '已完成', count: 9, completedOn: '2024-03-28', note: '9家企业全部完成评议。' };
    await pushRow(uploads.town.client, rowOf(sheet, '1-2-1').key, null, same);
    const body = await uploads.proposed();
    expect(body.reports.map(({ outcome, isStored, base }) => [outcome, isStored, base])).toEqual([
      ['applied', true, 1],
      ['applied', false, null],
      ['unchanged', true, 1],
    ]);
    expect(body.reports[0]!.changes).toEqual([
      { field: 'count', before: 5, after: 7 },
      { field: 'note', before: '已有5家出台制度。', after: '已有7家出台制度。' },
    ]);
  });

  test('the file alone, with its name in the address, is read as well', async () => {
    const answer = await uploads.town.client.send(
      'POST',
      '/v1/workbooks?dryRun=true&name=a.xlsx',
      uploads.file.bytes,
      {
        'content-type': 'application/octet-stream',
      },
    );
    expect(answer.body.file.name).toBe('a.xlsx');
    expect(answer.body.reports).toHaveLength(3);
  });
});

describe('S14.6: whatever comes, a clear answer', () => {
  const text = new TextEncoder();
  test.each<[string, Uint8Array, string, number, string]>([
    ['nothing', new Uint8Array(), 'a.xlsx', 422, 'document-empty'],
    [
      'an old workbook',
      Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]),
      'a.xls',
      422,
      'file-old-format',
    ],
    ['a PDF', text.encode('%PDF-1.7 …'), 'a.pdf', 422, 'file-not-as-named'],
    ['half a package', text.encode('PK\u0003\u0004 half'), 'a.xlsx', 422, 'file-damaged'],
    ['more than 10 MB', new Uint8Array(10_000_001).fill(65), 'a.csv', 413, 'file-too-large'],
  ])('%s', async (_, bytes, name, status, code) => {
    const answer = await propose(uploads.town.client, { bytes, name });
    expect([answer.status, (answer.body as unknown as { code: string }).code]).toEqual([status, code]);
  });

  test.each<[string, string, string, number]>([
    ['no form at all', 'multipart/form-data; boundary=x', 'nothing', 400],
    ['no boundary', 'multipart/form-data', 'nothing', 400],
    [
      'a form without a file',
      'multipart/form-data; boundary=x',
      '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb\r\n--x--\r\n',
      400,
    ],
    ['another type', 'application/json', '{}', 415],
  ])('%s', async (_, type, body, status) => {
    const answer = await uploads.town.client.send('POST', '/v1/workbooks?dryRun=true', text.encode(body), {
      'content-type': type,
    });
    expect(answer.status).toBe(status);
    expect(answer.body.messages.zh.length).toBeGreaterThan(5);
  });

  test('answers that break the contract name their place', async () => {
    const wrong = { sheets: [{ sheet: '台账', columns: [{ column: -1, role: 'king' }] }] };
    const answer = await propose(uploads.town.client, uploads.file, wrong as never);
    expect(answer.status).toBe(400);
    const strange = {
      reports: [{ id: 'no such', period: '2024-99' }],
      sheets: [{ sheet: '没有', isLeftOut: true }],
    };
    expect((await propose(uploads.town.client, uploads.file, strange)).status).toBe(200);
  });

  test('a file of nothing that the list asks for says so of each sheet', async () => {
    const body = await uploads.proposed(
      {},
      await ledgerOf([['1', '走访困难家庭', '已完成', '', '', '走访']]),
    );
    expect(body.reports).toEqual([]);
    expect(body.sheets[0]).toMatchObject({ isRead: false, why: 'nothing-of-the-list' });
    expect(
      (
        await send(
          uploads.town.client,
          await ledgerOf([['1', '走访困难家庭', '已完成', '', '', '走访']]),
          confirming(body),
        )
      ).body.reports,
    ).toEqual([]);
  });
});
