import type { HandRead } from './handRead.ts';

/** Units first, one unnumbered sentence each, dates such as 3.15前, no goal column. */
export const oneSentence: HandRead = {
  differs: '责任单位在最前；每项只有一句话、不编号；日期写作“3.15前”',
  text: `
青石市2025年烟花爆竹与危险化学品经营安全工作任务表

落实单位	分类	编号	重点任务	任务安排
市应急局	一、经营环节	1	经营门店整治	3.15前，完成236家经营门店排查，整改隐患不少于400条。
各镇	一、经营环节	2	加油站检查	2025年6月30日前，对加油站（共41座）开展全覆盖检查。
市应急局、各镇	二、储存环节	1	仓库安全	6月底，组织7座专用仓库开展安全评估，库存量控制在核定量以内。
各镇	二、储存环节	2	打非治违	长期坚持，发现非法储存即时处置。
`,
  title: '青石市2025年烟花爆竹与危险化学品经营安全工作任务表',
  year: 2025,
  categories: ['1 经营环节', '2 储存环节'],
  tasks: [
    {
      code: '1-1',
      name: '经营门店整治',
      units: ['市应急局'],
      goal: [],
      arrangements: ['-|once 2025-03-15|236家 经营门店；400条 隐患|'],
    },
    {
      code: '1-2',
      name: '加油站检查',
      units: ['各镇'],
      goal: [],
      arrangements: ['-|once 2025-06-30|41座 加油站|'],
    },
    {
      code: '2-1',
      name: '仓库安全',
      units: ['市应急局', '各镇'],
      goal: [],
      arrangements: ['-|once 2025-06-30|7座 专用仓库|'],
    },
    {
      code: '2-2',
      name: '打非治违',
      units: ['各镇'],
      goal: [],
      arrangements: ['-|undated|done|长期坚持；即时'],
    },
  ],
  diagnostics: [
    'warning number-missing 1-1-1 -',
    'warning number-missing 1-2-1 -',
    'warning number-missing 2-1-1 -',
    'warning number-missing 2-2-1 -',
    'decision undated 2-2-1 长期坚持、即时',
  ],
};
