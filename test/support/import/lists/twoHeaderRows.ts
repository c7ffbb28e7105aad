import type { HandRead } from './handRead.ts';

/** A header of two rows over lead and supporting units, other column words, items 1、 in lines of a quoted cell. */
export const twoHeaderRows: HandRead = {
  differs: '表头两行，责任单位下分牵头、配合；单元格内换行；条目以“1、”编号',
  text: `
附件2
2026年滨湖新区危化品领域治本攻坚任务清单

工作类别	序号	任务名称	年度目标	工作举措	责任单位	
					牵头单位	协同单位
（一）源头治理	1	严格项目准入	新建项目联合审查率100%	"1、全年联合审查新建项目不超过20个。
2、5月底前，对13家高风险企业逐家评估，形成评估报告13份。"	区应急管理局	区发改局、区资规局
	2	老旧装置退出	年内退出老旧装置8套	"1、2026年10月31日前，完成8套老旧装置退出。
2、年底前，回头看1次。"	区应急管理局	各街道
（二）过程监管	1	特殊作业监管	特殊作业线上报备全覆盖	"1、1月至3月，完成22家企业特殊作业专项检查。
2、每月抽查不少于6家企业。"	区应急管理局	各街道
`,
  title: '2026年滨湖新区危化品领域治本攻坚任务清单',
  year: 2026,
  categories: ['1 源头治理', '2 过程监管'],
  tasks: [
    {
      code: '1-1',
      name: '严格项目准入',
      units: ['区应急管理局', '区发改局', '区资规局'],
      goal: [],
      arrangements: ['1|undated|done|全年', '2|once 2026-05-31|13家 高风险企业；13份 评估报告|'],
    },
    {
      code: '1-2',
      name: '老旧装置退出',
      units: ['区应急管理局', '各街道'],
      goal: ['8 套 老旧装置'],
      arrangements: ['1|once 2026-10-31|8套 老旧装置|', '2|once 2026-12-31|done|'],
    },
    {
      code: '2-1',
      name: '特殊作业监管',
      units: ['区应急管理局', '各街道'],
      goal: [],
      arrangements: ['1|window 2026-01-01 2026-03-31|22家 企业|', '2|monthly|done|'],
    },
  ],
  diagnostics: [
    'warning supporting-units - 区发改局、区资规局',
    'decision undated 1-1-1 全年',
    'decision quantity-inexact 2-1-2 每月抽查不少于6家',
  ],
};
