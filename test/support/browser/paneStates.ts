import { ApiProblem } from '../../../addin/api/problem.ts';
import { blankRow } from '../../../shared/row/row.ts';
import type { Review } from '../../../shared/wire/parts/review.ts';
import type { SheetRow } from '../../../shared/wire/parts/sheetRow.ts';
import { keyOf } from '../../addin/flows/support/rows.ts';
import { paneRow } from './paneRows.ts';
import type { PaneStage } from './paneStage.ts';

/** A state of the pane: how it comes about, and the words by which a clerk knows it. */
export interface PaneState {
  name: string;
  shows: string | RegExp;
  /** Brings the stage there. Returns what ends it, where something is held. */
  reach(stage: PaneStage): Promise<void | (() => void | Promise<void>)>;
  /** Lists that a clerk reads there, by their names, row by row. */
  lists?: Record<string, string[]>;
  /** What the browser itself says on its console of answers that fail, and nobody can keep it from saying. */
  complains?: RegExp;
}

const underWay = { status: '进行中', count: 3, note: '已检查三家企业，其余九月底前完成' } as const;
const done = {
  status: '已完成',
  count: 10,
  completedOn: '2024-07-20',
  note: '十家企业均已检查完毕',
} as const;
const failed = /Failed to load resource/;

/** Of a Wednesday, 2024-07-31: overdue, due this week, due next week, due later. */
export const ledger = (): SheetRow[] => [
  paneRow(1, underWay, { due: '2024-07-25', state: 'overdue' }),
  paneRow(2, underWay, { due: '2024-08-04', state: 'received', period: '2024-W31' }),
  paneRow(3, null, { due: '2024-07-31', period: '2024-07' }),
  paneRow(4, null, { due: '2024-08-04', period: '2024-W31' }),
  paneRow(5, underWay, { due: '2024-08-09', state: 'received' }),
  paneRow(6, done, { due: '2024-08-30', state: 'fulfilled' }),
  paneRow(7),
  paneRow(8),
];

/** As long as an officer writes it, in full sentences. */
const longReason =
  '所报数量与分解表不一致：分解表为十家，本次填报三家，且未附企业名单和现场照片。请逐家核对已检查企业，补充检查记录、隐患清单和整改前后对比照片；对尚未检查的七家写明原因和计划完成日期。佐证材料请按企业分别命名后放入共享文件夹，并在“佐证材料”一栏写明存放位置。上一次填报的工作情况与本次完全相同，请按本周期实际工作重新填写，不要沿用旧内容。';

const returned = (reason: string, answerBy: string): Review => ({
  ...{ state: 'returned', resubmitted: false, reason, answerBy },
  ...{ returnedOn: '2024-07-30', returnedBy: '李敏' },
});
const nothingReturned = { reason: null, answerBy: null, returnedOn: null, returnedBy: null };

const longNote = (who: string) =>
  `${who}：已会同派出所、消防救援站对三家企业开展联合检查，发现隐患十二条，现场整改九条，其余三条下达整改指令书，限九月十日前整改到位并组织复查。`;

/** Two rows, three fields, over which two clerks differ. */
export async function reachConflicts(stage: PaneStage): Promise<void> {
  await stage.begin([paneRow(1, underWay), paneRow(3, underWay), ...ledger().slice(3)]);
  await stage.edit([1, { count: 4, note: longNote('本人') }], [3, { count: 6 }]);
  stage.server.edit(keyOf(1), { count: 5, note: longNote('同事') });
  stage.server.edit(keyOf(3), { count: 7 });
  await stage.headline.getByText('待同步').waitFor();
  await stage.button('同步').click();
  await stage.headline.getByText('2 行有冲突').waitFor();
}

/** Errors and warnings in more rows than are seen at a glance, one of which has both. */
export async function reachFindings(stage: PaneStage): Promise<void> {
  await stage.begin(ledger());
  await stage.edit(
    [1, { count: '约80' }],
    [2, { count: 12 }],
    [3, { status: '完成', count: 10, completedOn: '2024-12-30', note: '均已检查完毕，整改到位' }],
    [4, { status: '进行中', count: 12, note: '' }],
    [5, { count: 11 }],
    [7, { status: '已完成', count: 5, completedOn: '2024.7.18', note: '正常' }],
    [8, { status: '进行中', count: 1, note: '无' }],
  );
  await stage.headline.getByText('行需处理').waitFor();
}

/** Six hundred rows, the last hundred of which wait for their answer. */
async function reachSyncing(stage: PaneStage): Promise<() => void> {
  const numbers = Array.from({ length: 600 }, (_, at) => at + 1);
  await stage.begin(numbers.map((number) => paneRow(number, null, { due: null, state: 'undated' })));
  await stage.paste(
    1,
    numbers.map(() => [underWay.status, underWay.count, null, underWay.note]),
  );
  await stage.headline.getByText('600 行待同步').waitFor();
  const letGo = stage.api.hold(1);
  await stage.button('同步').click();
  return letGo;
}

export const paneStates: PaneState[] = [
  {
    name: 'not-connected',
    shows: '粘贴管理员发给本单位的访问密钥',
    reach: (stage) => stage.begin([], false),
  },
  {
    name: 'key-refused',
    shows: '这把密钥已于 2024-07-30 作废',
    complains: failed,
    async reach(stage) {
      await stage.begin([], false, (server) =>
        server.fail(
          new ApiProblem(401, 'key-revoked', {
            zh: '这把密钥已于 2024-07-30 作废，请向区应急管理局管理员领取新的密钥。',
            en: 'This key was revoked on 2024-07-30. Ask the administrator for a new one.',
          }),
        ),
      );
      await stage.pane.getByRole('textbox', { name: '访问密钥' }).fill('tz_revoked');
      await stage.button('连接').click();
    },
  },
  {
    name: 'disconnected',
    shows: '未连接时可以继续填写和校验',
    async reach(stage) {
      await stage.begin(ledger());
      await stage.edit([3, underWay]);
      await stage.headline.getByText('1 行待同步').waitFor();
      await stage.button('断开连接').click();
      await stage.pane.getByText('还有 1 行未同步').waitFor();
      await stage.pane.getByRole('dialog').getByRole('button', { name: '断开连接' }).click();
    },
  },
  {
    name: 'no-ledger',
    shows: '还没有台账',
    complains: failed,
    async reach(stage) {
      await stage.begin([], false, (server) => {
        server.sheet = () =>
          Promise.reject(
            new ApiProblem(404, 'no-list-yet', {
              zh: '还没有发布任务清单，发布后再拉取。',
              en: 'No task list has been published yet. Pull again once there is one.',
            }),
          );
      });
      await stage.pane.getByRole('textbox', { name: '访问密钥' }).fill('tz_test');
      await stage.button('连接').click();
      await stage.pane.getByText('还没有发布任务清单').waitFor();
    },
  },
  {
    name: 'other-rules',
    shows: '校验规则已更新',
    reach: (stage) =>
      stage.begin(ledger(), true, (server) => {
        const sheet = server.sheet.bind(server);
        server.sheet = async (from) => ({ ...(await sheet(from)), rulesVersion: '2099.1' });
      }),
  },
  { name: 'clean', shows: '全部已同步', reach: (stage) => stage.begin(ledger()) },
  {
    name: 'due-this-week',
    shows: '本周到期 6 行',
    lists: {
      '逾期未完成 1 项（1 行）': [
        '1-1-1 推进企业安全生产标准化创建 · 标准化证书 · 2024年 已逾期 6 天（已报，应于 7 月 25 日前完成）',
      ],
      // To the Sunday, by day; what has been done is not among them.
      '本周到期 6 行': [
        '1-3-1 开展重大危险源企业专项检查督导 · 重大危险源企业 · 7月 今天到期',
        '1-6-1 夯实从业人员培训基础 · 培训人员 · 2024年 8 月 1 日到期',
        '1-7-1 建设双重预防数字化系统 · 接入企业 · 2024年 8 月 2 日到期',
        '1-5-1 推进老旧装置淘汰退出和更新改造 · 老旧装置 · 2024年 8 月 3 日到期',
        '1-2-1 落实企业主要负责人安全生产责任 · 约谈企业 · 第31周（7月29日—8月4日） 8 月 4 日到期',
        '1-4-1 强化装卸环节安全管控 · 装货企业 · 第31周（7月29日—8月4日） 8 月 4 日到期',
      ],
      '下周到期 1 行': ['1-9-1 推进企业安全生产标准化创建 · 标准化证书 · 2024年 8 月 5 日到期'],
    },
    async reach(stage) {
      await stage.begin([
        ...ledger().slice(0, 4),
        paneRow(5, underWay, { due: '2024-08-03', state: 'received' }),
        paneRow(6, null, { due: '2024-08-01' }),
        paneRow(7, null, { due: '2024-08-02' }),
        paneRow(8, done, { due: '2024-08-02', state: 'received' }),
        paneRow(9, null, { due: '2024-08-05' }),
        paneRow(10, null, { due: '2024-08-12' }),
      ]);
      await stage.pane.getByRole('button', { name: '另有 1 行，全部显示' }).click();
    },
  },
  {
    name: 'changed',
    shows: '2 行待同步',
    async reach(stage) {
      await stage.begin(ledger());
      await stage.edit([3, underWay], [4, underWay]);
    },
  },
  {
    name: 'checking',
    shows: '正在校验…',
    async reach(stage) {
      await stage.begin(ledger());
      await stage.holdSheet(true);
      await stage.edit([3, underWay]);
      return () => stage.holdSheet(false);
    },
  },
  {
    name: 'syncing',
    shows: '已完成 500 / 600 行',
    reach: reachSyncing,
  },
  {
    name: 'stopping',
    shows: '正在停止',
    async reach(stage) {
      const letGo = await reachSyncing(stage);
      await stage.button('停止').click();
      return letGo;
    },
  },
  {
    name: 'editing',
    shows: '表格正在编辑',
    async reach(stage) {
      await stage.begin(ledger());
      await stage.editing(true);
      await stage.edit([3, underWay]);
      return () => stage.editing(false);
    },
  },
  {
    name: 'offline',
    shows: '恢复连接后会自动同步',
    complains: failed,
    async reach(stage) {
      await stage.begin(ledger());
      await stage.edit([3, underWay], [8, { count: '约80' }]);
      await stage.headline.getByText('待同步').waitFor();
      stage.server.fail('down');
      await stage.button('同步').click();
    },
  },
  { name: 'findings', shows: '将按规范写法上报', reach: reachFindings },
  {
    name: 'explaining',
    shows: '只写“核实无误”不算',
    async reach(stage) {
      await reachFindings(stage);
      await stage.pane.getByRole('tab', { name: /需核实/ }).click();
      await stage.pane
        .getByRole('button', { name: /填写核实说明/ })
        .first()
        .click();
    },
  },
  { name: 'conflicts', shows: '逐项选定后', reach: reachConflicts },
  {
    name: 'conflict-typed',
    shows: '数量另填为',
    async reach(stage) {
      await reachConflicts(stage);
      await stage.button('另填 数量').first().click();
    },
  },
  {
    name: 'rows-told',
    shows: '这一行在表格里有 2 份',
    async reach(stage) {
      await stage.begin([
        ...ledger().slice(0, 4),
        paneRow(5, underWay, { lock: '2024-07-30' }),
        paneRow(6, null, { prefill: { ...blankRow, ...done } }),
        paneRow(7, underWay),
        paneRow(8, underWay),
      ]);
      await stage.deleteRow(7);
      await stage.copyRow(3);
      await stage.copyRow(2);
      await stage.edit(
        [5, { count: 4 }],
        [1, { task: '别的任务' }],
        // One copy loses its key and is the clerk's own; another row takes a foreign one.
        [2, { key: null }],
        [8, { task: '别的任务', key: keyOf(8, 'menghe') }],
      );
    },
  },
  {
    name: 'misplaced',
    shows: '可能填错了行',
    async reach(stage) {
      await stage.begin(ledger());
      const { result: _, key: __, base: ___, ...seen } = await stage.cells(1);
      await stage.edit([5, seen]);
      await stage.headline.getByText('1 行待确认').waitFor();
    },
  },
  {
    name: 'decided',
    shows: '退回 2 项，请在8月2日前重新提交',
    lists: {
      已退回: [
        `1-1-1 推进企业安全生产标准化创建 · 标准化证书 · 2024年 7月30日由李敏退回 ${longReason} 请于8月2日前修改并重新提交。 有疑问请联系李敏（区应急管理局 0519-85127110）。`,
        '1-2-1 落实企业主要负责人安全生产责任 · 约谈企业 · 第31周（7月29日—8月4日） 7月30日由李敏退回 缺少现场照片。 请于8月5日前修改并重新提交。 有疑问请联系李敏（区应急管理局 0519-85127110）。',
      ],
    },
    async reach(stage) {
      const [first, second, ...others] = ledger();
      const extended = {
        ...{ due: '2024-08-30', dueOriginal: '2024-06-30', light: 'yellow' as const },
        extension: { reason: '企业停产检修，区局批复同意延期', document: '应急〔2024〕3号' },
      };
      await stage.begin([
        { ...first!, ...extended, review: returned(longReason, '2024-08-02') },
        { ...second!, review: returned('缺少现场照片。', '2024-08-05') },
        ...others.slice(0, 3),
        { ...others[3]!, review: { ...returned('', ''), ...nothingReturned, state: 'accepted' } },
      ]);
      await stage.edit([6, { note: '十家企业均已检查完毕，隐患全部整改' }]);
      await stage.pane.getByText('改动同步后变为待审核').first().waitFor();
      await stage.pane.getByRole('list', { name: '已退回' }).getByRole('button').first().click();
    },
  },
  {
    name: 'synced-when',
    shows: '此前的同步',
    async reach(stage) {
      await stage.begin(ledger());
      for (const cells of [{ count: 4 }, { count: '约80' }, { count: 5, note: '已检查五家企业' }]) {
        await stage.edit([1, cells]);
        await stage.headline.getByText('待同步').waitFor();
        await stage.button('同步').click();
        await stage.headline.getByText('待同步').waitFor({ state: 'hidden' });
        await stage.button('同步').waitFor();
      }
      await stage.pane.getByText('此前的同步').click();
    },
  },
];
