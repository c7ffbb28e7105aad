import type { HandRead } from './handRead.ts';

/** A development zone: no category anywhere, lead and supporting units, items ① ② ③. */
export const circledItems: HandRead = {
  differs: '没有类别；牵头单位与配合单位分列；条目以①②③编号',
  text: `
临港经济开发区2026年危险化学品安全重点任务分解表

序号	工作任务	具体措施	牵头单位	配合单位
1	推进装卸环节整治	①4月底前，对31家涉及装卸作业企业开展全覆盖检查，问题整改率100%。②督促5家码头企业每月5日前报送装卸作业计划。③汛期每周巡查罐区。	区应急局	区交通局、各镇（街道）
2	开展应急演练	①上半年，组织2场综合演练，参演企业不少于12家。②二季度末前，完成预案备案。	区应急局	
3	规范停产复产	停产企业复产前须经专家核查，未经核查不得复产。	各镇（街道）	区应急局，区工信局
`,
  title: '临港经济开发区2026年危险化学品安全重点任务分解表',
  year: 2026,
  categories: ['1 临港经济开发区2026年危险化学品安全重点任务分解表'],
  tasks: [
    {
      code: '1-1',
      name: '推进装卸环节整治',
      units: ['区应急局', '区交通局', '各镇（街道）'],
      goal: [],
      arrangements: [
        '①|once 2026-04-30|31家 涉及装卸作业企业|',
        '②|monthly|5家 码头企业|',
        '③|weekly 汛期|done|',
      ],
    },
    {
      code: '1-2',
      name: '开展应急演练',
      units: ['区应急局'],
      goal: [],
      arrangements: [
        '①|window 2026-01-01 2026-06-30|2场 综合演练；12家 参演企业|',
        '②|once 2026-06-30|done|',
      ],
    },
    {
      code: '1-3',
      name: '规范停产复产',
      units: ['各镇（街道）', '区应急局', '区工信局'],
      goal: [],
      arrangements: ['-|undated|done|'],
    },
  ],
  diagnostics: [
    'warning supporting-units - 区交通局、各镇（街道）',
    'info category-none - 临港经济开发区2026年危险化学品安全重点任务分解表',
    'warning cadence-day-open 1-1-2 每月5日前',
    'decision season-months-open 1-1-3 汛期',
    'warning number-missing 1-3-1 -',
    'decision undated 1-3-1 -',
  ],
};
