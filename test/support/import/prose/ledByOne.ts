import type { HandReadProse } from './handRead.ts';

/** Headings are tasks; items are one sentence each, with who leads, who shares the work, and until when. */
export const ledByOne: HandReadProse = {
  differs: '一级标题是任务，其下各条一句话；“某牵头，某按职责分工负责，某月底前完成”，编号连着数字',
  text: `青田县2026年校园及周边安全重点工作要点

一、食品安全
1.3月底前，检查学校食堂84所，问题清单一校一份。（县市场监管局牵头，县教育局、各乡镇按职责分工负责，3月底前完成）
2.培训食堂管理员120名。（县教育局负责，6月底前完成）
3.开学前对校外供餐单位全面检查，每学期不少于一次。（县市场监管局牵头，县教育局等配合，持续推进）
二、交通安全
1.更新校车25辆，其中新能源校车10辆。（县交通局牵头，县教育局、县公安局按照职责分工负责，8月底前完成）
2.每周在校门口设护学岗。（县公安局牵头，各乡镇负责）
三、保障措施
各单位要配齐人员，经费列入预算，县政府督查室适时督查。
`,
  title: '青田县2026年校园及周边安全重点工作要点',
  year: 2026,
  categories: ['青田县2026年校园及周边安全重点工作要点'],
  tasks: [
    {
      name: '食品安全',
      units: ['县市场监管局', '县教育局', '各乡镇'],
      arrangements: [
        { contains: '检查学校食堂84所', schedules: ['once 2026-03-31'], targets: ['84 所 学校食堂'] },
        {
          contains: '培训食堂管理员',
          schedules: ['once 2026-06-30'],
          targets: ['120 名 食堂管理员'],
          units: ['县教育局'],
        },
        {
          contains: '校外供餐单位',
          schedules: ['undated'],
          targets: [],
          units: ['县市场监管局', '县教育局'],
        },
      ],
    },
    {
      name: '交通安全',
      units: ['县交通局', '县公安局', '县教育局', '各乡镇'],
      arrangements: [
        {
          contains: '更新校车25辆',
          schedules: ['once 2026-08-31'],
          targets: ['25 辆 校车'],
          units: ['县交通局', '县教育局', '县公安局'],
        },
        { contains: '护学岗', schedules: ['weekly'], targets: [], units: ['县公安局', '各乡镇'] },
      ],
    },
  ],
  leftOut: ['保障措施', '县政府督查室适时督查'],
};
