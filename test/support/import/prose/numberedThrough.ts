import type { HandReadProse } from './handRead.ts';

/** Flat under two categories, in Traditional characters here and there, with `1、` and units after the sentence. */
export const numberedThrough: HandReadProse = {
  differs: '两章之下每节写条目，序号写“1、”，编号在节内重起；“責任單位”等繁体，句中写时限，段落折行',
  text: `附件
金岭市2025年烟花爆竹和危险货物安全责任分解表（文字版）
第一部分 烟花爆竹
一、零售经营
1、元月底前，完成零售点布点规划，零售点压减到150个以内。（責任單位：市應急局、各鎮）
2、春节前对零售点逐个检查，发现超量储存的
当场处理，检查零售点150个。（责任单位：各镇；时限：1月20日前）
二、打非治违
1、每月开展一次联合打非，端掉窝点5处。（责任单位：市公安局和各镇）
第二部分 危险货物
一、港口作业
1、对6家港口企业开展驻点检查。（责任单位：市交通局；时限：二季度）
2、每个作业区配备应急车2辆。（责任单位：市交通局、港务集团；时限：年底前）
注：以上任务由市安委办负责调度。
`,
  title: '金岭市2025年烟花爆竹和危险货物安全责任分解表（文字版）',
  year: 2025,
  categories: ['烟花爆竹', '危险货物'],
  tasks: [
    {
      name: '零售经营',
      units: ['市应急局', '各镇'],
      arrangements: [
        { contains: '零售点布点规划', schedules: ['once 2025-01-31'], targets: [] },
        {
          contains: '当场处理，检查零售点150个',
          schedules: ['once 2025-01-20'],
          targets: ['150 个 零售点'],
          units: ['各镇'],
        },
      ],
    },
    {
      name: '打非治违',
      units: ['市公安局', '各镇'],
      arrangements: [{ contains: '联合打非', schedules: ['monthly'], targets: ['5 处 窝点'] }],
    },
    {
      name: '港口作业',
      units: ['市交通局', '港务集团'],
      arrangements: [
        {
          contains: '驻点检查',
          schedules: ['once 2025-06-30'],
          targets: ['6 家 港口企业'],
          units: ['市交通局'],
        },
        { contains: '配备应急车', schedules: ['once 2025-12-31'], targets: [] },
      ],
    },
  ],
  leftOut: ['以上任务由市安委办负责调度'],
};
