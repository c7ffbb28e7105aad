import type { HandReadProse } from './handRead.ts';

/** Activities described by labels that are numbered themselves. */
export const activities: HandReadProse = {
  differs: '活动方案：每个活动下“1.活动时间：”“2.活动内容：”“3.组织单位：”，内容里再分一是二是',
  text: `桃源镇2026年“安全生产月”活动方案
一、活动主题
人人讲安全，个个会应急。
二、活动时间
6月1日至6月30日。
三、活动安排
（一）开展主题宣讲
1.活动时间：6月1日至6月10日
2.活动内容：一是镇主要领导讲一堂安全课；二是组织企业负责人座谈2场；三是播放警示片。
3.组织单位：镇应急管理办公室
4.参加单位：各村（社区）、各企业
（二）开展应急演练
1.活动时间：6月20日前
2.活动内容：组织化工企业泄漏应急演练1次，观摩人员不少于80人。
3.组织单位：镇应急管理办公室、镇消防站
四、活动要求
（一）高度重视。各村（社区）要精心组织。
（二）及时总结。7月5日前将总结报镇应急管理办公室。
`,
  title: '桃源镇2026年“安全生产月”活动方案',
  year: 2026,
  categories: ['活动安排'],
  tasks: [
    {
      name: '开展主题宣讲',
      units: ['镇应急管理办公室', '各村（社区）', '各企业'],
      arrangements: [
        { contains: '讲一堂安全课', schedules: ['window 2026-06-01 2026-06-10'], targets: [] },
        {
          contains: '组织企业负责人座谈',
          schedules: ['window 2026-06-01 2026-06-10'],
          targets: ['2 场 座谈'],
        },
        { contains: '播放警示片', schedules: ['window 2026-06-01 2026-06-10'], targets: [] },
      ],
    },
    {
      name: '开展应急演练',
      units: ['镇应急管理办公室', '镇消防站'],
      arrangements: [
        { contains: '泄漏应急演练', schedules: ['once 2026-06-20'], targets: ['80 人 观摩人员'] },
      ],
    },
  ],
  leftOut: ['活动主题', '个个会应急', '活动时间', '6月1日至6月30日', '活动要求', '7月5日前将总结报'],
};
