import type { AsPublished } from './asPublished.ts';
import { leadersWithinUnits } from './leadersWithinUnits.ts';

export const bracketsAtTheEnd: AsPublished = {
  slug: 'national-2018',
  layout: '没有表格；（一）为类别，1.为任务；句末括号内写单位和时限',
  source:
    '危险化学品安全综合治理方案 五、治理内容、工作措施及分工（国办发〔2016〕88号），www.121jk.cn/news/redianzhuanti/show51438_2.html，节选第1-4项',
  year: 2018,
  text: `
五、治理内容、工作措施及分工
（一）全面摸排危险化学品安全风险。
1.全面摸排风险。公布涉危化品的行业目录，各行业把风险摸清，建风险分布档案。（各有关部门按职责分工负责，2018年3月底前完成）
2.重点排查重大危险源。重大危险源排查一遍，建数据库。（各有关部门按职责分工负责，2018年3月底前完成）
（二）有效防范遏制危险化学品重特大事故。
3.加强高危化学品管控。定出高危化学品目录。硝酸铵、氰化钠等从生产到处置全程管住。（安全监管总局牵头，工业和信息化部、公安部、交通运输部、国家国防科工局等按职责分工负责，2018年3月底前完成）
4.加强危险化学品重大危险源管控。属地责任要落实，安监和行业部门之间共享重大危险源信息。（各有关部门按职责分工负责，持续推进）
`,
  truth: { categories: 2, tasks: 4, items: leadersWithinUnits.truth.items },
};
