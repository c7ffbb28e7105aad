import type { BulletinContent, BulletinFigure } from './content.ts';

const keyOf = (arrangement: string, unit: string, week: number): string =>
  `2024.${arrangement}.1.${unit}.2024-W${week}`;
const figure = (name: string, ...keys: string[]): BulletinFigure => ({ name, value: keys.length, keys });

const jia = [keyOf('1-7-1', 'jia', 14), keyOf('1-7-2', 'jia', 14)];
const yi = [keyOf('1-7-1', 'yi', 14), keyOf('1-7-2', 'yi', 14)];
const bing = [keyOf('1-7-1', 'bing', 14), keyOf('1-7-2', 'bing', 14)];
const done = [...jia, yi[0]!];
const all = [...jia, ...yi, ...bing];
const later = all.map((key) => key.replace('W14', 'W15'));

const count = (name: string) => ({ name, kind: 'count' as const });
const text = (name: string) => ({ name, kind: 'text' as const });
const rate = (name: string) => ({ name, kind: 'rate' as const });

/** A weekly bulletin of a small district, for the examples of messages and for whoever renders one. */
export const bulletinContentExample: BulletinContent = {
  number: { year: 2024, sequence: 3 },
  title: '某区危险化学品安全监管工作任务落实情况通报',
  office: '某区应急管理局',
  code: '某应急',
  preset: 'weekly',
  period: '2024-W14',
  from: '2024-04-01',
  to: '2024-04-07',
  asOf: '2024-04-10',
  change: 812,
  salutation: '各镇（街道）、园区：',
  sections: [
    {
      id: 'opening',
      heading: null,
      sentences: [
        {
          id: 'opening',
          made: '按照《2024年危险化学品安全监管工作任务清单》要求，现将2024年第14周（4月1日—7日）工作任务落实情况通报如下。',
          edited: null,
          figures: [],
        },
      ],
      table: null,
    },
    {
      id: 'overall',
      heading: '一、总体情况',
      sentences: [
        {
          id: 'overall.due',
          made: '截至4月10日，本周到期应报6项，已报4项，上报率66.7%；按时完成3项，按时率50.0%；逾期完成1项；未报2项。',
          edited: null,
          figures: [
            figure('due', ...all),
            figure('dueReceived', ...jia, ...yi),
            figure('dueOnTime', ...done),
            figure('completedLate', yi[1]!),
            figure('missing', ...bing),
          ],
        },
        {
          id: 'overall.year',
          made: '全年应报12项，已完成4项，占33.3%。',
          edited: '从全年看，应报12项，已完成4项，占33.3%，总体与时序进度相当。',
          figures: [figure('expected', ...all, ...later), figure('fulfilled', ...jia, ...yi)],
        },
      ],
      table: null,
    },
    {
      id: 'units',
      heading: '二、各单位情况',
      sentences: [{ id: 'units.table', made: '各单位到期事项落实情况如下表。', edited: null, figures: [] }],
      table: {
        id: 'units',
        title: '各单位到期事项落实情况表',
        columns: [
          text('单位'),
          count('应报'),
          count('已报'),
          rate('上报率'),
          count('按时完成'),
          rate('按时率'),
          count('未报'),
          count('逾期未完成'),
        ],
        rows: [
          ['甲镇', 2, 2, 1, 2, 1, 0, 0],
          ['乙镇', 2, 2, 1, 1, 0.5, 0, 0],
          ['丙街道', 2, 0, 0, 0, 0, 2, 2],
          ['合计', 6, 4, 4 / 6, 3, 0.5, 2, 2],
        ],
      },
    },
    {
      id: 'overdue',
      heading: '三、未报和逾期情况',
      sentences: [
        {
          id: 'overdue.silent',
          made: '到期事项一项未报的单位有1个：丙街道（2项）。',
          edited: null,
          figures: [figure('missing', ...bing)],
        },
        {
          id: 'overdue.list',
          made: '逾期未完成2项，详见附件。',
          edited: null,
          figures: [figure('overdue', ...bing)],
        },
      ],
      table: null,
    },
    {
      id: 'demands',
      heading: '四、工作要求',
      sentences: [
        {
          id: 'demands.missing',
          made: '（一）限期补报。丙街道对未报事项逐项核实，于4月15日前补报到位。',
          edited: null,
          figures: [],
        },
        {
          id: 'demands.going',
          made: '（二）按时报送。各单位对照任务清单倒排时间，做到事项不漏、时限不误、数据真实。',
          edited: null,
          figures: [],
        },
      ],
      table: null,
    },
  ],
  units: [
    { id: 'jia', name: '甲镇', figures: [figure('due', ...jia), figure('dueReceived', ...jia)] },
    { id: 'yi', name: '乙镇', figures: [figure('due', ...yi), figure('dueReceived', ...yi)] },
    { id: 'bing', name: '丙街道', figures: [figure('due', ...bing), figure('dueReceived')] },
  ],
  signature: '某区应急管理局',
  date: '2024-04-10',
  attachments: [
    {
      id: 'overdue',
      title: '逾期未完成事项表',
      columns: [
        text('单位'),
        text('编号'),
        text('工作安排'),
        text('报告期'),
        { name: '应完成日期', kind: 'date' },
        count('逾期天数'),
      ],
      rows: [
        ['丙街道', '1-7-1', '每周调度装货企业。', '2024-W14', '2024-04-07', 3],
        ['丙街道', '1-7-2', '每周检查1家企业。', '2024-W14', '2024-04-07', 3],
      ],
    },
  ],
  corrects: null,
};
