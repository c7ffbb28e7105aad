import type { HandRead } from './handRead.ts';

/** A deadline column: one entry for all items of a row, one for each by number or by line, and entries that do not fit. Items （1）. */
export const deadlineColumn: HandRead = {
  differs: '完成时限单列，一格管全部或逐项对应；条目以（1）编号；年份写作“二○二五年”；另有备注栏',
  text: `
金岭县二○二五年度危险化学品安全风险防控工作清单

序号	任务类别	工作任务	年度目标	工作措施	完成时限	责任部门	备注
1	一、夯实企业基础	双重预防机制评估	对27家生产企业开展评估，评估率100%	"（1）对27家生产企业开展运行质量评估，出具报告27份以上。
（2）举办不少于3期专题培训，每期50人以内。
（3）问题整改率100%，企业全覆盖。"	2025年11月底前	县应急管理局，各乡镇	市级重点
2		老旧装置整治	改造6套老旧装置	"（1）摸排使用20年以上的装置，逐套建立档案。
（2）完成6套老旧装置改造。
（3）外来施工人员控制在30人以内。"	"（1）3.15前
（2）二○二五年十月底前
（3）每半年"	县应急管理局	
3		经营单位检查		"（1）9月底前，制定检查计划。
（2）每月抽查4家以上经营单位。
（3）发现问题，督促整改。"	"上半年
全年
即时"	县应急管理局	
4	二、提升应急能力	应急预案与演练		"（1）修订预案。
（2）组织2场演练。"	"3月底前
6月底前
9月底前"	各乡镇	
5		执法检查		对辖区企业开展“双随机”检查，检查覆盖率100%。	每年	县应急管理局、县消防大队	
6		事故警示		吸取事故教训，落实“一案一改”。	长期坚持	各乡镇	
7		信息报送		"（1）5月10日前，报送企业名单。
（2）每季度报送1次。"		各乡镇	
8		风险研判		"（1）每周研判1次。
（2）对11处重大危险源开展风险评估。"	（2）12月	县应急管理局	
`,
  title: '金岭县二○二五年度危险化学品安全风险防控工作清单',
  year: 2025,
  categories: ['1 夯实企业基础', '2 提升应急能力'],
  tasks: [
    {
      code: '1-1',
      name: '双重预防机制评估',
      units: ['县应急管理局', '各乡镇'],
      goal: ['27 家 生产企业'],
      arrangements: [
        '1|once 2025-11-30|27家 生产企业；27份 报告|',
        '2|once 2025-11-30|3期 专题培训|',
        '3|once 2025-11-30|done|',
      ],
    },
    {
      code: '1-2',
      name: '老旧装置整治',
      units: ['县应急管理局'],
      goal: ['6 套 老旧装置'],
      arrangements: ['1|once 2025-03-15|done|', '2|once 2025-10-31|6套 老旧装置|', '3|half-yearly|done|'],
    },
    {
      code: '1-3',
      name: '经营单位检查',
      units: ['县应急管理局'],
      goal: [],
      arrangements: ['1|once 2025-06-30|done|', '2|monthly|done|', '3|undated|done|即时'],
    },
    {
      code: '2-4',
      name: '应急预案与演练',
      units: ['各乡镇'],
      goal: [],
      arrangements: ['1|undated|done|', '2|undated|2场 演练|'],
    },
    {
      code: '2-5',
      name: '执法检查',
      units: ['县应急管理局', '县消防大队'],
      goal: [],
      arrangements: ['-|once 2025-12-31|done|'],
    },
    {
      code: '2-6',
      name: '事故警示',
      units: ['各乡镇'],
      goal: [],
      arrangements: ['-|undated|done|长期坚持'],
    },
    {
      code: '2-7',
      name: '信息报送',
      units: ['各乡镇'],
      goal: [],
      arrangements: ['1|once 2025-05-10|done|', '2|quarterly|done|'],
    },
    {
      code: '2-8',
      name: '风险研判',
      units: ['县应急管理局'],
      goal: [],
      arrangements: ['1|weekly|done|', '2|once 2025-12-31|11处 重大危险源|'],
    },
  ],
  diagnostics: [
    'warning column-unread - 备注',
    'decision deadline-differs 1-3-1 9月底前',
    'decision quantity-inexact 1-3-2 每月抽查4家',
    'decision undated 1-3-3 即时',
    'warning deadline-entries-differ 2-4 3月底前、6月底前、9月底前',
    'decision undated 2-4-1 -',
    'decision undated 2-4-2 -',
    'warning number-missing 2-5-1 -',
    'warning number-missing 2-6-1 -',
    'decision undated 2-6-1 长期坚持',
  ],
};
