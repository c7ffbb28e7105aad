import { describe, expect, test } from 'vitest';
import { pull, pushRow, rowOf } from '../support/api/clerk.ts';
import { asProposed, confirming, ledgerOf, send, type UploadFile } from '../support/api/uploading.ts';
import { Uploads } from '../support/api/uploads.ts';

const uploads = new Uploads();
const header = ['序号', '工作安排', '完成情况', '完成数量', '完成时间', '工作情况', '存在问题', '联系人'];
const whistle = '完善内部隐患举报制度，建立“吹哨人”机制';
const ledger = (cells: string[], note = '已有7家出台制度。'): Promise<UploadFile> =>
  ledgerOf([['1', whistle, '推进中', '7', '', note, ...cells]], { header });
const stored = async () => rowOf(await pull(uploads.town.client), '1-3-1');
const before = {
  ...{ status: '进行中', count: 7, note: '已有7家出台制度。', problems: '2家未建立' },
  ...{ contact: '张测试 13800000001', evidence: '截图3张' },
};
const push = async (values: object = before): Promise<void> => {
  const { key, version } = await stored();
  await pushRow(uploads.town.client, key, version, values);
};

describe('S14.10: what a blank in her file means', () => {
  test('an optional field that is stored is asked; of what has no column, and of status, count and note, nothing is', async () => {
    await push();
    const [report] = (await uploads.proposed({}, await ledger(['', '']))).reports;
    expect(report).toMatchObject({ state: 'asked', outcome: 'applied' });
    expect(report!.questions).toEqual([
      { about: 'problems', why: 'emptied', proposal: '' },
      { about: 'contact', why: 'emptied', proposal: '张测试 13800000001' },
    ]);
    expect(report!.changes).toEqual([{ field: 'problems', before: '2家未建立', after: null }]);
    const blank = await ledgerOf([['1', whistle, '', '', '', '在推进', '2家未建立', '张测试 13800000001']], {
      header,
    });
    const [unsaid] = (await uploads.proposed({}, blank)).reports;
    expect(unsaid!.changes.map(({ field }) => field)).toEqual(['note']);
  });

  test('cleared as confirmed, kept as it was where she says so; the same file asks nothing again', async () => {
    await push();
    const file = await ledger(['', '—']);
    const answers = asProposed(await uploads.proposed({}, file));
    const second = await uploads.proposed(answers, file);
    expect(second.reports[0]!.state).toBe('ready');
    const { body } = await send(uploads.town.client, file, confirming(second, answers));
    expect(body.reports.map(({ outcome }) => outcome)).toEqual(['applied']);
    expect((await stored()).values).toMatchObject({
      ...{ count: 7, problems: null, contact: '张测试 13800000001', evidence: '截图3张' },
    });
    expect((await uploads.proposed({}, file)).reports).toMatchObject([
      { state: 'ready', outcome: 'unchanged' },
    ]);
    // Next week’s note is another; the contact that she left as it is is not asked again.
    const later = await uploads.proposed({}, await ledger(['', ''], '已有7家出台制度，1家在报批。'));
    expect(later.reports[0]).toMatchObject({ state: 'ready', questions: [] });
    // What was stored since is asked: that she cleared something once says nothing of it.
    await push({ ...before, problems: '又有1家停用' });
    expect((await uploads.proposed({}, file)).reports[0]!.questions).toMatchObject([
      { about: 'problems', why: 'emptied', proposal: '' },
    ]);
  });

  test('the day of completion of what is under way again is asked; 0 is no blank', async () => {
    await push({ ...before, status: '已完成', count: 7, completedOn: '2024-03-28' });
    const file = await ledgerOf(
      [['1', whistle, '推进中', '0', '', '退回重做', '2家未建立', '张测试 13800000001']],
      { header },
    );
    const [report] = (await uploads.proposed({}, file)).reports;
    expect(report!.values).toMatchObject({ count: 0, completedOn: '' });
    expect(report!.questions).toMatchObject([{ about: 'completedOn', why: 'emptied', proposal: '' }]);
  });
});
