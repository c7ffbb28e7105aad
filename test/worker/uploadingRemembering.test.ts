import { describe, expect, test } from 'vitest';
import { asProposed, confirming, ledgerOf, propose, send } from '../support/api/uploading.ts';
import { linesOf, rows, Uploads } from '../support/api/uploads.ts';

const uploads = new Uploads();

describe('S14.5: what she confirmed is remembered', () => {
  const settledOnce = async (): Promise<void> => {
    const answers = asProposed(await uploads.proposed());
    await send(uploads.town.client, uploads.file, confirming(await uploads.proposed(answers), answers));
  };

  test('the same file asks nothing, and has nothing new to report', async () => {
    await settledOnce();
    const again = await uploads.proposed();
    expect(again.file.wasSent).toBe(true);
    expect(again.remembered).toMatchObject({ revision: 1, isSameShape: true });
    expect(again.reports.map(({ state, outcome }) => [state, outcome])).toEqual(
      again.reports.map(() => ['ready', 'unchanged']),
    );
    const other = await uploads.next();
    const theirs = (await propose(other.client, uploads.file)).body;
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
    const body = await uploads.proposed({}, later);
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
    const body = await uploads.proposed(answers, upload);
    await send(uploads.town.client, upload, confirming(body, answers));
    const moved = await ledgerOf([[own[4]!, own[1]!, own[0]!, own[3]!, own[2]!, '新的一栏']], {
      header: ['说明一', '工作内容', '序号', '数目', '情况', '另外'],
      sheet: '四月',
    });
    const after = await uploads.proposed({}, moved);
    expect(after.remembered).toMatchObject({ isSameShape: false });
    expect(after.sheets[0]!.columns.slice(0, 5).map(({ role }) => role)).toEqual([
      ...['note', 'arrangements', 'sequence', 'count', 'status'],
    ]);
    expect(after.reports.map(({ arrangement }) => arrangement)).toEqual(['1-2-1']);
    await send(
      uploads.town.client,
      moved,
      confirming(after, { sheets: [{ sheet: '四月', isLeftOut: true }] }),
    );
    const left = { sheets: [{ sheet: '四月', isLeftOut: true }] };
    await send(uploads.town.client, moved, confirming(await uploads.proposed(left, moved), left));
    expect((await uploads.proposed({}, moved)).sheets[0]).toMatchObject({ isRead: false, why: 'left-out' });
  });

  test('A7.3: what a program had remembered may name no role, and a heading may be any word', async () => {
    const header = ['序号', '工作安排', '完成情况', 'constructor', 'toString', '工作开展情况'];
    const upload = await ledgerOf(rows, { header });
    const before = await uploads.proposed({}, upload);
    const columns = { 工作安排: 'nosuch', 完成情况: '__proto__' };
    const sheets = [{ name: '另一张', isLeftOut: false, columns, matches: {} }];
    const path = `/v1/ledger-shapes/${'0'.repeat(32)}`;
    const kept = await uploads.town.client.put(path, {
      revision: 0,
      memory: { sheets, reports: {}, files: [] },
    });
    expect(kept.body).toEqual({ revision: 1 });
    const after = await uploads.proposed({}, upload);
    expect(after.sheets).toEqual(before.sheets);
    expect(after.reports).toEqual(before.reports);
  });

  test('what nobody confirmed is not remembered', async () => {
    await uploads.proposed(asProposed(await uploads.proposed()));
    expect((await uploads.proposed()).remembered).toBe(null);
  });
});
