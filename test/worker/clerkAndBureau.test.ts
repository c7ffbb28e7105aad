import { beforeEach, describe, expect, test } from 'vitest';
import { httpApi } from '../../addin/api/http.ts';
import { rowsIn } from '../../addin/flows/views.ts';
import { stands } from '../../addin/pane/stands.ts';
import { paneText } from '../../addin/pane/text.ts';
import { openDesk, type Desk } from '../addin/flows/support/desk.ts';
import { obligationOf } from '../../shared/sheet/returnedRows.ts';
import { acted } from '../support/api/acts.ts';
import type { Client } from '../support/api/client.ts';
import { startSmall, type SmallApi } from '../support/api/smallApi.ts';
import { asProposed, confirming, ledgerOf, propose, send, formOf } from '../support/api/uploading.ts';

const { zh } = paneText;
const training = '4月底前组织企业负责人培训。';
const drill = '5月底前开展一次应急演练。';
const weekly = '每周调度装货企业。';
const longReason = '请补充佐证材料并核对数量：'.padEnd(200, '所报数量与分解表不一致，');

let small: SmallApi;
let officer: Client;
let clerk: Client;
let desk: Desk;
/** Row keys by the arrangement's text, the first of each. */
let keys: Record<string, string>;

/** A clerk's workbook over the real API. */
const openClerk = (): Promise<Desk> =>
  openDesk(
    httpApi('tz_test', '', async (url, init = {}) => {
      const { authorization: _, ...headers } = init.headers as Record<string, string>;
      return clerk.raw(init.method ?? 'GET', String(url), init.body ?? undefined, headers);
    }),
    undefined,
    undefined,
    'nan',
  );

const done = { status: '已完成', completedOn: '4月9日', note: '已培训全部企业负责人' } as const;

function type(key: string, cells: Record<string, string | number>): void {
  for (const [field, value] of Object.entries(cells)) desk.workbook.edit(key, field as 'note', value);
}

const result = async (key: string) => (await desk.cells(key)).result;
const obligation = (text: string): string => obligationOf(keys[text]!);
const of = (text: string) => ({ on: { keys: [obligation(text)] } });

beforeEach(async () => {
  small = await startSmall();
  await small.published([{ name: '例行工作', items: [training, drill, weekly] }]);
  await small.settings({ contact: '区应急管理局 0519-12345678' });
  officer = await small.api.officer();
  clerk = await small.api.reporter('nan');
  desk = await openClerk();
  keys = {};
  for (const { server } of desk.session.view.ledger!.rows.values())
    keys[server.arrangementText] ??= server.key;
});

/** The training is reported as done. */
async function report(): Promise<void> {
  type(keys[training]!, done);
  await desk.settle();
  await desk.session.sync();
  expect(await result(keys[training]!)).toBe('✓ 已同步');
}

describe('T13: what the bureau does is in the clerk’s sheet with the next pull', () => {
  test('T13.1, T13.3: returned with a long reason, mended, submitted again, accepted, changed once more', async () => {
    const key = keys[training]!;
    await report();
    expect(await acted(officer, { act: 'return', ...of(training), reason: longReason })).toEqual({
      [obligation(training)]: 'applied',
    });
    await desk.session.pull();
    // Three working days from a Wednesday.
    expect(await result(key)).toBe(`↩ 已退回，请于4月15日前重新提交：${longReason}`);
    const note = desk.workbook.markOf(key, 'period');
    expect(note.mark).toBe('returned');
    expect(note.message).toContain(longReason);
    expect(note.message).toMatch(/^4月10日由.+退回：/u);
    expect(note.message).toMatch(/有疑问请联系.+（区应急管理局 0519-12345678）。$/u);
    expect(stands(desk.session.view, zh).duty).toMatch(/^退回 1 项，请在4月15日前重新提交/u);
    expect(rowsIn('returned', desk.session.view.ledger!)).toEqual([key]);

    type(key, { note: '已培训全部企业负责人，附签到表' });
    await desk.settle();
    await desk.session.sync();
    expect(await result(key)).toBe('✓ 重新提交（待审核）');
    expect(desk.workbook.markOf(key, 'period').mark).toBe('none');
    expect(rowsIn('returned', desk.session.view.ledger!)).toEqual([]);

    await acted(officer, { act: 'accept', ...of(training) });
    await desk.session.pull();
    expect(await result(key)).toBe('✓ 已审核通过');
    type(key, { note: '已培训全部企业负责人，附签到表和照片' });
    await desk.settle();
    await desk.session.sync();
    expect(desk.session.view.ledger!.rows.get(key)!.server.review!.state).toBe('toAccept');
    expect(desk.session.view.ledger!.rows.get(key)!.server.punctuality).toBe('onTime');
    // A workbook that begins anew sees the same.
    const other = await openClerk();
    expect((await other.cells(key)).result).toBe(await result(key));
  });

  test('T13.4: extended with a document number, and withdrawn', async () => {
    const key = keys[training]!;
    const document = '应急〔2024〕3号';
    const due = small.day('05-20');
    await acted(officer, { act: 'extend', ...of(training), due, reason: '停产检修', document });
    await desk.session.pull();
    expect((await desk.cells(key)).due).toBe(`${due}（原04-30）`);
    expect(desk.workbook.markOf(key, 'due').message).toBe(
      `时限：5月20日（原4月30日，延期文号${document}）\n延期理由：停产检修`,
    );
    await acted(officer, { act: 'withdrawExtension', ...of(training) });
    await desk.session.pull();
    expect((await desk.cells(key)).due).toBe(small.day('04-30'));
    expect(desk.workbook.markOf(key, 'due').message).toBeNull();
  });

  test('T13.6: unlocked until a day, taken until then, and refused after it', async () => {
    const key = keys[training]!;
    await small.settings({ lockDaysAfterDue: 2 });
    small.api.clock.set(`${small.day('05-06')}T09:00:00+08:00`);
    await desk.session.pull();
    type(key, done);
    await desk.settle();
    await desk.session.sync();
    expect(desk.session.view.standings.get(key)!.kind).toBe('locked');
    await acted(officer, { act: 'unlock', ...of(training), until: small.day('05-08') });
    await desk.session.pull();
    expect(desk.session.view.standings.get(key)!.kind).toBe('changed');
    expect(desk.workbook.markOf(key, 'due').message).toBe('已临时解锁，5月8日前可以填报。');
    await desk.session.sync();
    expect(await result(key)).toBe('✓ 已同步');
    small.api.clock.set(`${small.day('05-09')}T09:00:00+08:00`);
    await desk.session.pull();
    type(key, { note: '又补充了一次培训的情况' });
    await desk.settle();
    expect(desk.session.view.standings.get(key)!.kind).toBe('locked');
  });

  test('T13.6: declared 本地无此类, and withdrawn', async () => {
    const key = keys[drill]!;
    await acted(officer, { act: 'declareNotApplicable', ...of(drill), reason: '辖区没有此类企业' });
    await desk.session.pull();
    expect(await result(key)).toBe('— 本地无此类（区里认定）：辖区没有此类企业');
    await acted(officer, { act: 'withdrawDeclaration', ...of(drill) });
    await desk.session.pull();
    expect(await result(key)).toBeNull();
  });
});

test('S14.8, S14.7: the ledger as a file and an answered file say what was returned', async () => {
  await report();
  await acted(officer, { act: 'return', ...of(training), reason: longReason });
  const file = await clerk.file('/v1/workbooks/nan.xlsx');
  const own = { bytes: file.body, name: '台账.xlsx' };
  const proposal = (await propose(clerk, own)).body;
  // What 校验结果 says is nobody's report.
  expect(proposal.reports.every(({ outcome }) => outcome === 'unchanged')).toBe(true);
  const given = await ledgerOf([['1', weekly, '已开展', '', '', '已调度全部装货企业']]);
  const first = (await propose(clerk, given)).body;
  const answers = asProposed(first);
  const seen = (await propose(clerk, given, answers)).body;
  const confirmed = confirming(seen, answers);
  expect((await send(clerk, given, confirmed)).status).toBe(200);
  const { body, type: contentType } = await formOf(given, confirmed);
  const answered = await clerk.raw('POST', '/v1/workbooks', body, {
    'content-type': contentType,
    accept: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  });
  const { readXlsx } = await import('hucre');
  const { sheets } = await readXlsx(new Uint8Array(await answered.arrayBuffer()));
  const lines = sheets.find(({ name }) => name === '校验结果')!.rows.map(([cell]) => String(cell ?? ''));
  expect(lines[1]).toBe('被退回、尚未重新提交 1 项：');
  expect(lines[2]).toContain(longReason);
});
