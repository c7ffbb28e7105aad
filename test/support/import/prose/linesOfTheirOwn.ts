import type { HandReadProse } from './handRead.ts';

/** Units and deadline on lines of their own; one section says them once for all of its items. */
export const linesOfTheirOwn: HandReadProse = {
  differs: '责任单位、完成时限各占一行；一节之下统一写一次责任单位，条目自己不写',
  text: `关于印发《临海市2025年城镇燃气安全整治任务分解方案》的通知
各镇人民政府、各街道办事处，市各有关部门：
现将方案印发给你们，请认真组织实施。
临海市2025年城镇燃气安全整治任务分解方案
一、整治目标
年底前基本消除重大隐患。
二、整治任务
（一）老化管道更新改造
完成老化管道更新46公里，同步改造调压站12座。
责任单位：市住建局、市城投集团
完成时限：2025年10月底前
（二）餐饮场所整治
1.对餐饮场所逐户排查，建立台账。
责任单位：市商务局，各镇（街道）
完成时限：5月底前
2.安装报警器3200台，不留死角。
责任单位：市住建局，各镇（街道）
完成时限：9月底前
（三）宣传教育
牵头单位：市住建局
责任单位：市融媒体中心、各镇（街道）
1.每季度开展一次进社区宣传。
2.11月底前，举办应急演练6场。
三、有关要求
（一）压实责任。各单位按月报送进展。
联系人：张某，电话：12345678
`,
  title: '临海市2025年城镇燃气安全整治任务分解方案',
  year: 2025,
  categories: ['整治任务'],
  tasks: [
    {
      name: '老化管道更新改造',
      units: ['市住建局', '市城投集团'],
      arrangements: [
        { contains: '同步改造调压站', schedules: ['once 2025-10-31'], targets: ['12 座 调压站'] },
      ],
    },
    {
      name: '餐饮场所整治',
      units: ['市商务局', '各镇（街道）', '市住建局'],
      arrangements: [
        {
          contains: '逐户排查',
          schedules: ['once 2025-05-31'],
          targets: [],
          units: ['市商务局', '各镇（街道）'],
        },
        {
          contains: '安装报警器',
          schedules: ['once 2025-09-30'],
          targets: ['3200 台 报警器'],
          units: ['市住建局', '各镇（街道）'],
        },
      ],
    },
    {
      name: '宣传教育',
      units: ['市住建局', '市融媒体中心', '各镇（街道）'],
      arrangements: [
        { contains: '进社区宣传', schedules: ['quarterly'], targets: [] },
        { contains: '举办应急演练', schedules: ['once 2025-11-30'], targets: ['6 场 应急演练'] },
      ],
    },
  ],
  leftOut: [
    '请认真组织实施',
    '整治目标',
    '年底前基本消除重大隐患',
    '有关要求',
    '各单位按月报送进展',
    '联系人',
  ],
};
