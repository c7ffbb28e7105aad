import { env } from 'cloudflare:workers';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { WorkbookProposal } from '../../shared/wire/workbookProposal.ts';
import { createApp } from '../../worker/app.ts';
import { pull, push, pushRow, rowOf, underWay } from '../support/api/clerk.ts';
import { Client, demoMorning, issueKey, startApi, type Api } from '../support/api/client.ts';
import { counted } from '../support/api/limits.ts';
import { document, roster } from '../support/api/published.ts';
import {
  asProposed,
  confirming,
  formOf,
  ledgerOf,
  propose,
  send,
  type UploadFile,
} from '../support/api/uploading.ts';

let api: Api;
let unit: string;
let clerk: Client;
let key: string;
let file: UploadFile;

/** Made-up towns, all alike: one for each test. */
const towns = Array.from({ length: 50 }, (_, at) => `made${at + 1}`);
const units = [...towns];
const next = async (): Promise<{ id: string; client: Client; key: string }> => {
  const id = units.pop()!;
  const issued = await issueKey('reporter', id);
  return { id, client: api.as(issued.key), key: issued.key };
};

const rows = [
  ['1', '完善内部隐患举报制度，建立“吹哨人”机制', '推进中', { number: 7, style: 0 }, '', '已有7家出台制度。'],
  ['2', '每月调度举报奖励制度执行情况', '√', '', '', '按月调度，兑现举报2条。'],
  ['3', '主要负责人完成职工代表评议并报告履职情况', '已完成', '9家', '2024-03-28', '9家企业全部完成评议。'],
  ['4', '慰问一线职工', '已完成', '', '', '全部走访。'],
];

beforeAll(async () => {
  api = await startApi();
  const group = roster.groups.find(({ members }) => members.length > 5)!;
  const more = {
    units: [
      ...roster.units,
      ...towns.map((id, at) => ({ id, name: `第${at + 1}试镇`, kind: 'town', aliases: [] })),
    ],
    groups: roster.groups.map((each) =>
      each === group
        ? { ...each, members: [...each.members, ...towns.map((id) => ({ ...each.members[0]!, unit: id }))] }
        : each,
    ),
  };
  for (const answer of [
    await api.admin.replace('/v1/roster', more),
    await api.admin.put('/v1/task-lists/2024', document),
  ])
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  file = await ledgerOf(rows);
});

beforeEach(async () => {
  api.clock.at = demoMorning;
  ({ id: unit, client: clerk, key } = await next());
});

const proposed = async (answers = {}, upload = file): Promise<WorkbookProposal> => {
  const { status, body } = await propose(clerk, upload, answers);
  expect(status, JSON.stringify(body)).toBe(200);
  return body;
};
const linesOf = ({ reports }: WorkbookProposal): string[] =>
  reports.map(
    ({ arrangement, period, state, questions, outcome }) =>
      `${arrangement} ${period} ${state} ${questions.map(({ about }) => about).join()} ${outcome}`,
  );

describe('S14.1: what a file would report, before anything of it is stored', () => {
  test('reports, questions with what she would probably say, and what a push would be answered', async () => {
    const before = await pull(clerk);
    const body = await proposed();
    expect(linesOf(body)).toEqual([
      '1-3-1 2024 ready  applied',
      '1-3-2 2024-04 asked period applied',
      '1-2-1 2024 ready  applied',
    ]);
    expect(body.reports[1]!.periods).toEqual(['2024-01', '2024-02', '2024-03', '2024-04']);
    expect(body.sheets[0]).toMatchObject({ isRead: true, layout: 'rows', rows: { arrangement: 4 } });
    expect(body.sheets[0]!.matches[3]).toMatchObject({ code: null, why: 'own-work' });
    expect(body.unit.id).toBe(unit);
    expect(await pull(clerk)).toEqual(before);
  });

  test('what is stored now: new, the same, and what would change', async () => {
    const sheet = await pull(clerk);
    await pushRow(clerk, rowOf(sheet, '1-3-1').key, null, underWay(5, '已有5家出台制度。'));
    const same = { status: '已完成', count: 9, completedOn: '2024-03-28', note: '9家企业全部完成评议。' };
    await pushRow(clerk, rowOf(sheet, '1-2-1').key, null, same);
    const body = await proposed();
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
    const answer = await clerk.send('POST', '/v1/workbooks?dryRun=true&name=a.xlsx', file.bytes, {
      'content-type': 'application/octet-stream',
    });
    expect(answer.body.file.name).toBe('a.xlsx');
    expect(answer.body.reports).toHaveLength(3);
  });
});

describe('S14.2: what she confirmed is a push of the same rows', () => {
  test('the same rows, uploaded and pushed, end the same', async () => {
    const first = await proposed();
    const answers = asProposed(first);
    const second = await proposed(answers);
    expect(linesOf(second).every((line) => line.includes(' ready '))).toBe(true);
    const confirmed = confirming(second, answers);
    const sent = await send(clerk, file, confirmed);
    const other = await next();
    const theirs = await pull(other.client);
    const pushed = await push(
      other.client,
      confirmed.confirmed!.rows.map(({ values }, at) => {
        const { arrangement, period } = second.reports[at]!;
        return { key: rowOf(theirs, arrangement, { period: period! }).key, base: null, values };
      }),
    );
    expect(sent.status, JSON.stringify(sent.body)).toBe(200);
    expect(sent.body.reports.map(({ outcome, version }) => [outcome, version])).toEqual(
      pushed.body.outcomes.map(({ outcome, version }) => [outcome, version]),
    );
    const plain = async (client: Client) =>
      (await pull(client)).rows.map(({ key: _, context: { key: __, ...context }, ...row }) => ({
        ...row,
        context,
      }));
    expect(await plain(clerk)).toEqual(await plain(other.client));
    const revisions = await env.DB.prepare(
      `SELECT count(*) AS n FROM revisions WHERE row_key LIKE '%.' || ? || '.%'`,
    );
    expect(await revisions.bind(unit).first('n')).toBe(await revisions.bind(other.id).first('n'));
  });

  test('sent twice it is applied once, and answered alike', async () => {
    const answers = confirming(await proposed());
    const once = await send(clerk, file, answers);
    const again = await send(clerk, file, answers);
    expect(again.body.reports).toEqual(once.body.reports);
    expect(once.body.reports.map(({ outcome, row }) => [outcome, row])).toEqual([
      ['applied', 2],
      ['applied', 4],
    ]);
    expect(
      (await pull(clerk)).rows.filter(({ version }) => version !== null).map(({ version }) => version),
    ).toEqual([1, 1]);
  });

  test('a row that moved since she saw it is a conflict, and nothing is overwritten', async () => {
    const sheet = await pull(clerk);
    const row = rowOf(sheet, '1-3-1').key;
    await pushRow(clerk, row, null, underWay(5, '已有5家出台制度。'));
    const answers = confirming(await proposed());
    await pushRow(clerk, row, 1, underWay(6, '已有6家出台制度。'));
    const { body } = await send(clerk, file, answers);
    const conflict = body.reports.find((each) => each.key === row)!;
    expect(conflict).toMatchObject({ outcome: 'conflict', version: 2, sheet: '台账', row: 2, column: 3 });
    expect(conflict.said.zh).toContain('数量 6');
    expect(body.reports.filter(({ outcome }) => outcome === 'applied')).toHaveLength(1);
    expect(rowOf(await pull(clerk), '1-3-1').values).toMatchObject({ count: 6, note: '已有6家出台制度。' });
  });

  test('the push in it takes two round trips; one reads before, one remembers after', async () => {
    const answers = confirming(await proposed());
    const { db, usage } = counted(env.DB);
    const client = new Client(createApp({ now: () => api.clock.at }), key, db);
    expect((await send(client, file, answers)).status).toBe(200);
    expect(usage.roundTrips).toBe(4);
  });
});

describe('S14.3: nothing is reported that she did not see and confirm', () => {
  const refused = async (
    answers: Parameters<typeof send>[2],
    status: number,
    code: string,
    upload = file,
  ) => {
    const before = await pull(clerk);
    const answer = await send(clerk, upload, answers);
    expect([answer.status, (answer.body as unknown as { code: string }).code]).toEqual([status, code]);
    expect(await pull(clerk)).toEqual(before);
  };

  test('a file without confirmation', () => refused({}, 422, 'upload-unconfirmed'));

  test('another file than the one that was proposed', async () => {
    const other = await ledgerOf(rows.slice(1));
    await refused(confirming(await proposed()), 409, 'upload-changed', other);
  });

  test('a report that is still asked', async () => {
    const body = await proposed();
    const asked = body.reports.find(({ state }) => state === 'asked')!;
    const answers = confirming(body);
    answers.confirmed!.rows.push({ key: asked.key!, base: null, values: asked.values });
    await refused(answers, 409, 'upload-not-as-seen');
  });

  test('other values than the file and her answers say', async () => {
    const answers = confirming(await proposed());
    answers.confirmed!.rows[0]!.values.count = 70;
    await refused(answers, 409, 'upload-not-as-seen');
  });

  test('a report that she left out is not sent; one that she mended goes as she said', async () => {
    const first = await proposed();
    const [mended, , left] = first.reports;
    const answers = {
      reports: [
        { id: mended!.id, values: { count: 8 } },
        { id: left!.id, isLeftOut: true },
      ],
    };
    const second = await proposed(answers);
    expect(second.reports.map(({ state }) => state)).toEqual(['ready', 'asked', 'leftOut']);
    const { body } = await send(clerk, file, confirming(second, answers));
    expect(body.reports).toHaveLength(1);
    expect(rowOf(await pull(clerk), '1-3-1').values!.count).toBe(8);
  });

  test('two rows for one report: she says which one counts', async () => {
    const twice = await ledgerOf([
      rows[0]!,
      ['9', rows[0]![1]!, '已完成', { number: 9, style: 0 }, '2024-04-01', '9家全部建立。'],
    ]);
    const body = await proposed({}, twice);
    expect(body.reports.map(({ state }) => state)).toEqual(['asked', 'asked']);
    const answers = { ...asProposed(body) };
    expect((await proposed(answers, twice)).reports.map(({ state }) => state)).toEqual(['asked', 'asked']);
    answers.reports!.push({ id: body.reports[1]!.id, isLeftOut: true });
    expect((await proposed(answers, twice)).reports.map(({ state }) => state)).toEqual(['ready', 'leftOut']);
  });
});

describe('S14.4: whose report it is, the key decides', () => {
  test('a reporter naming another unit gets the answer for one that does not exist', async () => {
    const answer = await propose(clerk, file, {}, '&unit=xuejia');
    expect(answer.status).toBe(404);
    expect((await propose(api.as(null), file)).status).toBe(401);
  });

  test('rows of another unit are refused, whatever was confirmed', async () => {
    const other = await next();
    const theirs = (await propose(other.client, file)).body;
    const answers = confirming(await proposed());
    answers.confirmed!.rows = confirming(theirs).confirmed!.rows;
    const answer = await send(clerk, file, answers);
    expect(answer.status).toBe(409);
    expect((await pull(other.client)).rows.every(({ version }) => version === null)).toBe(true);
  });

  test('an officer uploads for a unit, and that is marked; a viewer may not', async () => {
    const officer = await api.officer();
    expect((await propose(officer, file)).status).toBe(400);
    const body = (await propose(officer, file, {}, `&unit=${unit}`)).body;
    const sent = await send(officer, file, confirming(body), `?unit=${unit}`);
    expect(sent.body.reports.map(({ outcome }) => outcome)).toEqual(['applied', 'applied']);
    const marked = await env.DB.prepare(`SELECT on_behalf AS n FROM revisions WHERE row_key = ?`)
      .bind(sent.body.reports[0]!.key)
      .first('n');
    expect(marked).toBe(1);
    const viewer = api.as((await issueKey('viewer')).key);
    expect((await propose(viewer, file, {}, `&unit=${unit}`)).status).toBe(403);
  });
});

describe('S14.5: what she confirmed is remembered', () => {
  const settledOnce = async (): Promise<void> => {
    const answers = asProposed(await proposed());
    await send(clerk, file, confirming(await proposed(answers), answers));
  };

  test('the same file asks nothing, and has nothing new to report', async () => {
    await settledOnce();
    const again = await proposed();
    expect(again.file.wasSent).toBe(true);
    expect(again.remembered).toMatchObject({ revision: 1, isSameShape: true });
    expect(again.reports.map(({ state, outcome }) => [state, outcome])).toEqual(
      again.reports.map(() => ['ready', 'unchanged']),
    );
    const other = await next();
    const theirs = (await propose(other.client, file)).body;
    expect([theirs.file.wasSent, theirs.remembered]).toEqual([false, null]);
    expect(theirs.reports.some(({ state }) => state === 'asked')).toBe(true);
  });

  test('next week’s file of the same shape asks only about what is new in it', async () => {
    await settledOnce();
    const later = await ledgerOf([
      ['1', rows[0]![1]!, '推进中', { number: 8, style: 0 }, '', '已有8家出台制度。'],
      ...rows.slice(1, 3),
      ['4', '专家评议、监管部门评议', '推进中', '3/9', '', '已评3家。'],
    ]);
    const body = await proposed({}, later);
    expect(linesOf(body)).toEqual([
      '1-3-1 2024 ready  applied',
      '1-3-2 2024-04 ready  unchanged',
      '1-2-1 2024 ready  unchanged',
      '1-2-2 2024 asked count applied',
    ]);
  });

  test('roles and rows hold when columns move; a sheet that was left out stays out', async () => {
    const header = ['序号', '工作内容', '情况', '数目', '说明一'];
    const own = ['5', '吹哨人的事', '推进中', { number: 7, style: 0 }, '已有7家出台制度。'];
    const upload = await ledgerOf([own, ...rows.slice(0, 1)], { header });
    const columns = [
      ...[
        { column: 1, role: 'arrangements' as const },
        { column: 2, role: 'status' as const },
      ],
      ...[
        { column: 3, role: 'count' as const },
        { column: 4, role: 'note' as const },
      ],
    ];
    const answers = { sheets: [{ sheet: '台账', columns, matches: [{ row: 2, item: 0, code: '1-2-1' }] }] };
    const body = await proposed(answers, upload);
    await send(clerk, upload, confirming(body, answers));
    const moved = await ledgerOf([[own[4]!, own[1]!, own[0]!, own[3]!, own[2]!, '新的一栏']], {
      header: ['说明一', '工作内容', '序号', '数目', '情况', '另外'],
      sheet: '四月',
    });
    const after = await proposed({}, moved);
    expect(after.remembered).toMatchObject({ isSameShape: false });
    expect(after.sheets[0]!.columns.slice(0, 5).map(({ role }) => role)).toEqual([
      ...['note', 'arrangements', 'sequence', 'count', 'status'],
    ]);
    expect(after.reports.map(({ arrangement }) => arrangement)).toEqual(['1-2-1']);
    await send(clerk, moved, confirming(after, { sheets: [{ sheet: '四月', isLeftOut: true }] }));
    const left = { sheets: [{ sheet: '四月', isLeftOut: true }] };
    await send(clerk, moved, confirming(await proposed(left, moved), left));
    expect((await proposed({}, moved)).sheets[0]).toMatchObject({ isRead: false, why: 'left-out' });
  });

  test('what nobody confirmed is not remembered', async () => {
    await proposed(asProposed(await proposed()));
    expect((await proposed()).remembered).toBe(null);
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
    const answer = await propose(clerk, { bytes, name });
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
    const answer = await clerk.send('POST', '/v1/workbooks?dryRun=true', text.encode(body), {
      'content-type': type,
    });
    expect(answer.status).toBe(status);
    expect(answer.body.messages.zh.length).toBeGreaterThan(5);
  });

  test('answers that break the contract name their place', async () => {
    const wrong = { sheets: [{ sheet: '台账', columns: [{ column: -1, role: 'king' }] }] };
    const answer = await propose(clerk, file, wrong as never);
    expect(answer.status).toBe(400);
    const strange = {
      reports: [{ id: 'no such', period: '2024-99' }],
      sheets: [{ sheet: '没有', isLeftOut: true }],
    };
    expect((await propose(clerk, file, strange)).status).toBe(200);
  });

  test('a file of nothing that the list asks for says so of each sheet', async () => {
    const body = await proposed({}, await ledgerOf([['1', '走访困难家庭', '已完成', '', '', '走访']]));
    expect(body.reports).toEqual([]);
    expect(body.sheets[0]).toMatchObject({ isRead: false, why: 'nothing-of-the-list' });
    expect(
      (await send(clerk, await ledgerOf([['1', '走访困难家庭', '已完成', '', '', '走访']]), confirming(body)))
        .body.reports,
    ).toEqual([]);
  });
});

describe('S14.8: the ledger as a workbook', () => {
  test('comes with the rows that a pull gives, and is read as any file', async () => {
    const sheet = await pull(clerk);
    await pushRow(clerk, rowOf(sheet, '1-3-1').key, null, underWay(5, '已有5家出台制度。'));
    const answer = await clerk.file(`/v1/workbooks/${unit}.xlsx`);
    expect(answer.status).toBe(200);
    expect(decodeURIComponent(answer.headers.get('content-disposition')!)).toContain('台账 2024-04-10.xlsx');
    const body = await proposed({}, { bytes: answer.body, name: '台账.xlsx' });
    const [report] = body.reports.filter(({ arrangement }) => arrangement === '1-3-1');
    expect([report!.state, report!.outcome]).toEqual(['ready', 'unchanged']);
    expect((await clerk.file('/v1/workbooks/xuejia.xlsx')).status).toBe(404);
  });
});

describe('S14.7: her own file comes back', () => {
  test('the very same upload with Accept is answered by the file', async () => {
    const answers = confirming(await proposed());
    await send(clerk, file, answers);
    const { body, type } = await formOf(file, answers);
    const answer = await clerk.raw('POST', '/v1/workbooks', body, {
      'content-type': type,
      accept: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    });
    expect(answer.status).toBe(200);
    expect(decodeURIComponent(answer.headers.get('content-disposition')!)).toContain('台账（校验结果）.xlsx');
    expect(new Uint8Array(await answer.arrayBuffer()).slice(0, 2)).toEqual(Uint8Array.from([0x50, 0x4b]));
    expect(
      (await pull(clerk)).rows.filter(({ version }) => version !== null).map(({ version }) => version),
    ).toEqual([1, 1]);
  });
});
