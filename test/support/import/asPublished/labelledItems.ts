import type { AsPublished } from './asPublished.ts';
import { windowsAndActivities } from './windowsAndActivities.ts';

export const labelledItems: AsPublished = {
  slug: 'wangjiang-month',
  layout: '没有表格；（一）为活动，其下“1.活动时间：2.活动内容：3.组织单位：”；内容以“一是”“二是”列举',
  source:
    '望江县“安全生产月”活动方案（四、活动安排），yuwenmi.com/fanwen/wenmi/216524_2.html，节选（一）-（三）；年份按6月16日咨询日推为2017年',
  year: 2017,
  text: `
三、活动时间
6月1日至6月30日。
四、活动安排
（一）开展安全生产事故警示教育周活动
1.活动时间：6月1日至6月7日。
2.活动内容：各乡镇和部门把企业特别是小企业召集起来做警示教育，看展览、看片子，剖析身边的事故，吸取教训。
3.组织单位：各乡镇人民政府，县直有关部门和单位。
（二）开展安全文化周系列活动
1.活动时间：6月8日至6月14日。
2.活动内容：一是推动示范企业、示范乡镇、平安校园的创建；二是组织“安全电影”巡回放映，放电影《某片》；三是举办“安全法治”征文；四是开展安全文化进企业、进校园、进家庭。
3.组织单位：各乡镇人民政府、总工会。
（三）开展安全生产宣传咨询日活动
1.活动时间：6月16日。
2.活动内容：各乡镇和部门用媒体、展板、现场答问等办法做政策法规咨询，送资料，收举报。
3.组织单位：县安办、各乡镇人民政府、县有关部门和单位。
`,
  truth: { categories: 1, tasks: 3, items: windowsAndActivities.truth.items },
};
