/** What the ribbon's buttons do, in their order. `connect` opens the pane; the others run in it. */
export const acts = ['connect', 'pull', 'check', 'sync', 'stats', 'help'] as const;
export type Act = (typeof acts)[number];

/** Label, and what Office shows on hovering, in both languages. */
export const actWords: Readonly<Record<Act, { zh: [string, string]; en: [string, string] }>> = {
  connect: {
    zh: ['连接', '打开台账侧栏，填入本单位的访问密钥；以后打开同一工作簿会自动连接。'],
    en: ['Connect', 'Opens the Taizhang pane, where you enter your unit’s access key once.'],
  },
  pull: {
    zh: ['拉取', '从服务器取回本单位的应报项和最新状态，写入台账表；已填的内容不会被覆盖。'],
    en: [
      'Pull',
      'Brings your unit’s rows and their latest state into the ledger; what you typed is never overwritten.',
    ],
  },
  check: {
    zh: ['校验', '检查台账里的每一行，标出错误和需要核实的地方，并说明怎样改。'],
    en: [
      'Check',
      'Checks every row of the ledger, marks what is wrong or doubtful, and says how to mend it.',
    ],
  },
  sync: {
    zh: ['同步', '上报改过的行，并取回最新状态。逐行入库，有问题的行不影响其他行。'],
    en: [
      'Sync',
      'Reports the rows that you changed and brings what is new. A bad row never holds back a good one.',
    ],
  },
  stats: {
    zh: ['统计', '查看本单位的进度：已收、已完成、按时、逾期，以及本周要报的。'],
    en: [
      'Progress',
      'Shows your unit’s progress: received, fulfilled, on time, overdue, and what is due this week.',
    ],
  },
  help: {
    zh: ['帮助', '五分钟填报指南：颜色的含义、核实说明、冲突、离线，以及找谁帮忙。'],
    en: [
      'Help',
      'A five-minute guide (in Chinese): colours, explanations, conflicts, offline work, whom to call.',
    ],
  },
};
