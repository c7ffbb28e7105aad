import type { HandRead } from './handRead.ts';

/** A chemical park: tasks of two levels, no column of numbers, a header of two rows, items （一） one after the other in a cell. */
export const parkWithoutSequence: HandRead = {
  differs:
    '化工园区；一级任务、二级任务两栏，没有序号；表头两行；条目以（一）（二）编号且不换行；一句多个时限',
  text: `
附件1
东港化工新材料产业园2026年安全整治提升任务清单
填报单位：园区管委会安监局

一级任务	二级任务	年度目标	落实举措	责任单位	
				牵头	配合
一、夯实园区安全基础	封闭化管理提升	完成5个出入口改造	（一）6月底前，完成5个出入口升级改造。（二）危险货物运输车辆预约率100%，每月通报一次。（三）封闭区外来施工人员控制在300人以内。	园区管委会安监局	区交通局
	整体性安全风险评估	完成新一轮评估	（一）3月至5月，委托专业机构开展园区整体性安全风险评估。（二）6月底前，形成评估报告；9月底前，完成问题整改。	园区管委会安监局	
二、强化企业过程管控	重大危险源包保责任落实	现有重大危险源14处，包保责任落实率100%	（一）督促9家重大危险源企业主要负责人每月带队检查1次。（二）汛期每周开展1次罐区专项巡查。（三）3月底前建立评估办法，每半年组织1次履职评估。	园区管委会安监局	区生态环境局、区消防救援大队
	特殊作业和承包商管理		（一）每月5日前，汇总通报特殊作业报备情况。（二）每季度抽查不少于8家企业作业票证。（三）发现违规作业的，即时叫停。（四）现有承包商62家，上半年完成约15家重点承包商信用评价。	园区管委会安监局	区住建局
三、提升应急处置能力	应急队伍建设	专职应急救援人员不少于25名	（一）12月底前，配备专职应急救援人员25名以上。（二）二季度末前，完成园区综合预案修订；11月，组织1次实战演练。	园区管委会应急中心	区消防救援大队
	信息报送与宣传		（一）6月20日前、12月10日前分别报送工作总结。（二）5月12日前后，开展防灾减灾宣传。（三）每季度对11家加油站开展1次检查。	园区管委会办公室	各入园企业
`,
  title: '东港化工新材料产业园2026年安全整治提升任务清单',
  year: 2026,
  categories: ['1 夯实园区安全基础', '2 强化企业过程管控', '3 提升应急处置能力'],
  tasks: [
    {
      code: '1-1',
      name: '封闭化管理提升',
      units: ['园区管委会安监局', '区交通局'],
      goal: ['5 个 出入口'],
      arrangements: ['（一）|once 2026-06-30|5个 出入口|', '（二）|monthly|done|', '（三）|undated|done|'],
    },
    {
      code: '1-2',
      name: '整体性安全风险评估',
      units: ['园区管委会安监局'],
      goal: [],
      arrangements: [
        '（一）|window 2026-03-01 2026-05-31|done|',
        '（二）|once 2026-06-30；once 2026-09-30|done|',
      ],
    },
    {
      code: '2-1',
      name: '重大危险源包保责任落实',
      units: ['园区管委会安监局', '区生态环境局', '区消防救援大队'],
      goal: ['14 处 重大危险源'],
      arrangements: [
        '（一）|monthly|9家 重大危险源企业|',
        '（二）|weekly 汛期|done|',
        '（三）|once 2026-03-31；half-yearly|done|',
      ],
    },
    {
      code: '2-2',
      name: '特殊作业和承包商管理',
      units: ['园区管委会安监局', '区住建局'],
      goal: [],
      arrangements: [
        '（一）|monthly|done|',
        '（二）|quarterly|done|',
        '（三）|undated|done|即时',
        '（四）|window 2026-01-01 2026-06-30|现有62家 承包商|',
      ],
    },
    {
      code: '3-1',
      name: '应急队伍建设',
      units: ['园区管委会应急中心', '区消防救援大队'],
      goal: ['25 名 专职应急救援人员'],
      arrangements: [
        '（一）|once 2026-12-31|25名 专职应急救援人员|',
        '（二）|once 2026-06-30；window 2026-11-01 2026-11-30|done|',
      ],
    },
    {
      code: '3-2',
      name: '信息报送与宣传',
      units: ['园区管委会办公室', '各入园企业'],
      goal: [],
      arrangements: [
        '（一）|once 2026-06-20；once 2026-12-10|done|',
        '（二）|undated|done|5月12日前后',
        '（三）|quarterly|done|',
      ],
    },
  ],
  diagnostics: [
    'info sequence-none - -',
    'warning supporting-units - 区交通局',
    'decision undated 1-1-3 -',
    'decision season-months-open 2-1-2 汛期',
    'warning cadence-day-open 2-2-1 每月5日前',
    'decision quantity-inexact 2-2-2 每季度抽查不少于8家',
    'decision undated 2-2-3 即时',
    'decision quantity-inexact 2-2-4 约15家',
    'decision undated 3-2-2 5月12日前后',
    'decision quantity-inexact 3-2-3 每季度对11家',
  ],
};
