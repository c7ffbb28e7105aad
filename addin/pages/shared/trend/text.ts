import type { TrendMeasure } from '../../../../shared/progress/trend.ts';
import type { TrendBy } from '../../../../shared/wire/progressTrend.ts';
import { texts } from '../../../text/texts.ts';

/** The sentences about the trend. */
export const trendText = texts(
  {
    chart: {
      week: '每周到期的应报项',
      month: '每月到期的应报项',
      quarter: '每季度到期的应报项',
    } satisfies Record<TrendBy, string>,
    by: { week: '周', month: '月', quarter: '季度' } satisfies Record<TrendBy, string>,
    byLabel: '时段',
    today: '今天',
    pressBar: '按时限所在的时段累计。指向或按方向键查看各期，点按各色段查看应报项。',
    legend: '图例',
    table: { week: '各周数据', month: '各月数据', quarter: '各季度数据' } satisfies Record<TrendBy, string>,
    showTable: '显示数据表',
    hideTable: '收起数据表',
    nothing: '清单中没有有时限的应报项。',
    together: '合计',
    heat: (measure: string) => `各单位${measure}`,
    heatHint: '格中为百分数，颜色越醒目，差得越多；空白为没有到期。点按格子查看其应报项。',
    notDue: '未到期',
    measure: '比率',
    measures: { timeliness: '按时率', completeness: '上报率', fulfilment: '完成率' } satisfies Record<
      TrendMeasure,
      string
    >,
    levels: ['100%', '75%以上', '50%以上', '25%以上', '不足25%'],
    cell: (unit: string, span: string, words: string) => `${unit} ${span}：${words}`,
    rate: (name: string, rate: string) => `${name} ${rate}`,
    asOf: (today: string) => `截至 ${today}，`,
    lately: {
      week: (now: string, before: string) => `最近 4 个整周按时率 ${now}，再往前 4 周 ${before}`,
      month: (now: string, before: string) => `最近 1 个整月按时率 ${now}，前一个月 ${before}`,
      quarter: (now: string, before: string) => `最近 1 个整季度按时率 ${now}，前一季度 ${before}`,
    } satisfies Record<TrendBy, (now: string, before: string) => string>,
  },
  {
    chart: {
      week: 'What falls due each week',
      month: 'What falls due each month',
      quarter: 'What falls due each quarter',
    },
    by: { week: 'Week', month: 'Month', quarter: 'Quarter' },
    byLabel: 'Span',
    today: 'today',
    pressBar: 'By due date. Point at a bar or use the arrow keys; press a part to see its obligations.',
    legend: 'Legend',
    table: { week: 'Week by week', month: 'Month by month', quarter: 'Quarter by quarter' },
    showTable: 'Show the table',
    hideTable: 'Hide the table',
    nothing: 'The list has no dated obligation.',
    together: 'Together',
    heat: (measure) => `${measure}, by unit`,
    heatHint:
      'Cells hold percents. The stronger the colour, the more is lacking; blank: nothing was due. Press a cell to see its obligations.',
    notDue: 'Not due yet',
    measure: 'Rate',
    measures: { timeliness: 'On time', completeness: 'Reported', fulfilment: 'Fulfilled' },
    levels: ['100%', '75% or more', '50% or more', '25% or more', 'less than 25%'],
    cell: (unit, span, words) => `${unit}, ${span}: ${words}`,
    rate: (name, rate) => `${name} ${rate}`,
    asOf: (today) => `By ${today}: `,
    lately: {
      week: (now, before) => `On time in the last 4 whole weeks ${now}, in the 4 before ${before}`,
      month: (now, before) => `On time in the last whole month ${now}, in the one before ${before}`,
      quarter: (now, before) => `On time in the last whole quarter ${now}, in the one before ${before}`,
    },
  },
);
