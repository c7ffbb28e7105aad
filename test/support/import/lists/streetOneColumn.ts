import type { HandRead } from './handRead.ts';

/** A street's list: one column of tasks that are sentences, each with its deadline; categories are words above them; a note below. */
export const streetOneColumn: HandRead = {
  differs: '街道；只有一栏任务，任务本身就是一句话；类别为不编号的独行文字；责任科室；表后有注',
  text: `
云溪街道办事处
云溪街道2026年度危险化学品安全工作要点任务分解表
（2026年2月10日党工委会议审议通过）

序号	工作任务	完成时间	责任科室
日常监管
1	排查沿街油漆、涂料、稀释剂销售门店，逐户登记造册	3月底前	应急管理办
2	对辖区6座加油站每月检查一次	全年	应急管理办，综合执法队
3	督促19家危化品使用单位签订安全承诺书	2026年4月15日前	应急管理办
4	全年检查用气餐饮场所不少于120户	年底前	综合执法队、各社区
集中整治
5	完成低洼地段3处危化品仓库防汛检查	汛期前	应急管理办
6	核查停产、复产企业现场	即时	
7	组织社区网格员培训2期，每期不少于40人	上半年	应急管理办、党群工作办
8	走访约30家“三合一”小作坊，每季度通报一次情况	11月底前	各社区
注：完成时间为“即时”的，接报后当天到场。
`,
  title: '云溪街道2026年度危险化学品安全工作要点任务分解表',
  year: 2026,
  categories: ['1 日常监管', '2 集中整治'],
  tasks: [
    {
      code: '1-1',
      name: '排查沿街油漆、涂料、稀释剂销售门店，逐户登记造册',
      units: ['应急管理办'],
      goal: [],
      arrangements: ['-|once 2026-03-31|done|'],
    },
    {
      code: '1-2',
      name: '对辖区6座加油站每月检查一次',
      units: ['应急管理办', '综合执法队'],
      goal: [],
      arrangements: ['-|monthly|6座 加油站|'],
    },
    {
      code: '1-3',
      name: '督促19家危化品使用单位签订安全承诺书',
      units: ['应急管理办'],
      goal: [],
      arrangements: ['-|once 2026-04-15|19家 危化品使用单位|'],
    },
    {
      code: '1-4',
      name: '全年检查用气餐饮场所不少于120户',
      units: ['综合执法队', '各社区'],
      goal: [],
      arrangements: ['-|once 2026-12-31|120户 用气餐饮场所|'],
    },
    {
      code: '2-5',
      name: '完成低洼地段3处危化品仓库防汛检查',
      units: ['应急管理办'],
      goal: [],
      arrangements: ['-|undated|3处 危化品仓库|汛期前'],
    },
    {
      code: '2-6',
      name: '核查停产、复产企业现场',
      units: [],
      goal: [],
      arrangements: ['-|undated|done|即时'],
    },
    {
      code: '2-7',
      name: '组织社区网格员培训2期，每期不少于40人',
      units: ['应急管理办', '党群工作办'],
      goal: [],
      arrangements: ['-|once 2026-06-30|2期 社区网格员培训|'],
    },
    {
      code: '2-8',
      name: '走访约30家“三合一”小作坊，每季度通报一次情况',
      units: ['各社区'],
      goal: [],
      arrangements: ['-|quarterly；once 2026-11-30|done|'],
    },
  ],
  diagnostics: [
    'warning category-unnumbered - 日常监管',
    'warning category-unnumbered - 集中整治',
    ...['1-1-1', '1-2-1', '1-3-1', '1-4-1', '2-5-1', '2-6-1', '2-7-1', '2-8-1'].map(
      (code) => `warning number-missing ${code} -`,
    ),
    'decision undated 2-5-1 汛期前',
    'decision units-missing 2-6 -',
    'decision undated 2-6-1 即时',
    'decision quantity-inexact 2-8-1 约30家',
    'decision quantity-inexact 2-7-1 每期不少于40人',
    'warning row-unread - 注：完成时间为“即时”的，接报后当天到场。',
  ],
};
