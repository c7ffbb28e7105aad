import type { AsPublished } from './asPublished.ts';

export const groupedHeads: AsPublished = {
  slug: 'hongyang-2022',
  layout: '表头两行，“责任清单”“措施清单”下各分三栏；没有一栏是通常的栏名',
  source:
    '海原县红羊乡2022年度普法责任制“四清单”工作分解表，hy.gov.cn/…/t20220511_3495747.html，页内表格，第1行；姓名已替换',
  year: 2022,
  before: [
    '关于印发《红羊乡2022年度普法责任制“四清单一办法”》的通知',
    '海原县红羊乡“谁执法谁普法”四个清单工作分解表',
  ],
  grid: [
    ['序号', '内容清单', '责任清单', '', '', '措施清单', '', '', '标准清单'],
    ['', '', '责任领导', '责任人', '责任处室', '普法对象', '学习宣传载体', '方式措施', ''],
    [
      '1',
      '重点宣传《章程》等规定。',
      '领导甲',
      '干部乙',
      '党建办公室',
      '全体乡村两级干部',
      '1.学习、讲座；2.LED屏、网站、微信、展板等；3.例会；4.日常管理。',
      '1.领导干部带头学法，列入中心组学习；2.拟定学习计划，每月更新补充；3.办业务时顺带普法；4.公众号上及时发信息。',
      '1.配合完成年度普法。',
    ],
  ],
  merges: [
    { row: 0, column: 0, rows: 2, columns: 1 },
    { row: 0, column: 1, rows: 2, columns: 1 },
    { row: 0, column: 2, rows: 1, columns: 3 },
    { row: 0, column: 5, rows: 1, columns: 3 },
    { row: 0, column: 8, rows: 2, columns: 1 },
  ],
  truth: { categories: 0, tasks: 0, items: [] },
};
