import type { HandRead } from './handRead.ts';

/** A city's share of a three years' programme: the numbers are those of the measures, each a row with its units and its time. */
export const numberedMeasures: HandRead = {
  differs: '三年行动年度分解；序号编的是措施，一项措施一行；类别为“第一部分”；每行各有牵头、配合和时间安排',
  text: `
附件2
宁川市危险化学品安全治本攻坚三年行动（2024—2026年）2026年度任务分解表

重点任务	序号	具体措施	时间安排	牵头单位	配合单位
第一部分　本质安全提升
老旧装置改造退出	1	对43套老旧装置开展“回头看”评估	2026年4月底前	市应急局	各县（市、区）
	2	完成12套高风险装置改造，逐套验收销号	2026年11月底前	市应急局	市工信局、各县（市、区）
	3	每季度调度改造进度	全年	市应急局	
自动化改造	4	精细化工企业自动化改造完成率达到100%	二〇二六年六月底前	市应急局	各县（市、区）
	5	建成“机械化换人”示范企业8家	2026年12月	市应急局	各县（市、区）
第二部分　从业人员素质提升
安全培训	6	开展安全培训不少于20期，“三项岗位人员”持证率100%	长期坚持	市应急局	市人社局
	7	现有化工安全技能实训基地3个，新增实训基地2个	年底前	市应急局	市人社局
班组建设	8	每镇培育2家标准化班组示范企业	9月底前	市总工会	市应急局
	9	评选“最美安全员”30名以内	6月	市总工会	市应急局
第三部分　执法与帮扶
执法检查和指导服务	10	检查企业90家以上	1月至11月	市应急局	市消防救援支队
	11	约谈上年度发生事故的企业	一季度	市应急局	市消防救援支队
	12	6月底前完成30家企业专家指导服务，12月底前完成60家		市应急局	市消防救援支队
警示教育	13	组织典型事故警示教育	每半年	各县（市、区）	
	14	汇总报送年度工作情况	2026年12月20日前	各县（市、区）	
`,
  title: '宁川市危险化学品安全治本攻坚三年行动（2024—2026年）2026年度任务分解表',
  year: 2026,
  categories: ['1 本质安全提升', '2 从业人员素质提升', '3 执法与帮扶'],
  tasks: [
    {
      code: '1-1',
      name: '老旧装置改造退出',
      units: ['市应急局', '各县（市、区）', '市工信局'],
      goal: [],
      arrangements: [
        '1|once 2026-04-30|43套 老旧装置|',
        '2|once 2026-11-30|12套 高风险装置|',
        '3|quarterly|done|',
      ],
    },
    {
      code: '1-4',
      name: '自动化改造',
      units: ['市应急局', '各县（市、区）'],
      goal: [],
      arrangements: ['4|once 2026-06-30|done|', '5|once 2026-12-31|8家 “机械化换人”示范企业|'],
    },
    {
      code: '2-6',
      name: '安全培训',
      units: ['市应急局', '市人社局'],
      goal: [],
      arrangements: [
        '6|undated|20期 安全培训|长期坚持',
        '7|once 2026-12-31|现有3个 化工安全技能实训基地；2个 实训基地|',
      ],
    },
    {
      code: '2-8',
      name: '班组建设',
      units: ['市总工会', '市应急局'],
      goal: [],
      arrangements: ['8|once 2026-09-30|done|', '9|once 2026-06-30|done|'],
    },
    {
      code: '3-10',
      name: '执法检查和指导服务',
      units: ['市应急局', '市消防救援支队'],
      goal: [],
      arrangements: [
        '10|window 2026-01-01 2026-11-30|90家 企业|',
        '11|once 2026-03-31|done|',
        '12|once 2026-06-30；once 2026-12-31|done|',
      ],
    },
    {
      code: '3-13',
      name: '警示教育',
      units: ['各县（市、区）'],
      goal: [],
      arrangements: ['13|half-yearly|done|', '14|once 2026-12-20|done|'],
    },
  ],
  diagnostics: [
    'warning supporting-units - 各县（市、区）',
    'warning measure-numbered - 老旧装置改造退出',
    'warning measure-numbered - 老旧装置改造退出',
    'warning measure-numbered - 自动化改造',
    'warning measure-numbered - 安全培训',
    'warning measure-numbered - 班组建设',
    'warning measure-numbered - 执法检查和指导服务',
    'warning measure-numbered - 执法检查和指导服务',
    'warning measure-numbered - 警示教育',
    'decision units-of-row 1-1-1 市应急局、各县（市、区）',
    'decision units-of-row 1-1-3 市应急局',
    'decision undated 2-6-1 长期坚持',
    'decision quantity-inexact 2-8-1 每镇培育2家',
    'decision quantity-inexact 3-10-3 6月底前完成30家',
    'decision quantity-inexact 3-10-3 12月底前完成60家',
  ],
};
