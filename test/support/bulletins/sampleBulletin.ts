import type { BulletinContent, BulletinSentence, BulletinTable } from '../../../shared/bulletin/content.ts';

const sentence = (id: string, made: string, edited: string | null = null): BulletinSentence => ({
  id,
  made,
  edited,
  figures: [],
});

/** A table of so many units. */
export const unitTable = (rows: number, title = '各单位工作任务落实情况'): BulletinTable => ({
  id: 'units',
  title,
  columns: [
    { name: '责任单位', kind: 'text' },
    { name: '应报', kind: 'count' },
    { name: '已收', kind: 'count' },
    { name: '已完成', kind: 'count' },
    { name: '完成率', kind: 'rate' },
    { name: '最近填报', kind: 'date' },
  ],
  rows: Array.from({ length: rows }, (_, index) => [
    `第${index + 1}街道`,
    20 + index,
    19,
    18,
    index === 2 ? null : 0.9,
    '2024-04-07',
  ]),
});

/** A bulletin as an office would issue it, with texts as long as real ones. */
export const sampleBulletin = (changes: Partial<BulletinContent> = {}): BulletinContent => ({
  number: { year: 2024, sequence: 3 },
  title: '某区危险化学品安全监管工作任务落实情况通报',
  office: '某区安全生产委员会办公室',
  code: '某安办',
  units: [],
  preset: 'weekly',
  period: '2024-W14',
  from: '2024-04-01',
  to: '2024-04-07',
  asOf: '2024-04-10',
  change: 120,
  salutation: '各镇（街道）、园区，各有关单位：',
  sections: [
    {
      id: 'opening',
      heading: null,
      sentences: [
        sentence(
          'opening',
          '按照《某区2024年危险化学品安全监管工作任务清单》每周调度并通报的要求，现将4月1日至4月7日各单位工作任务落实情况通报如下。',
        ),
      ],
      table: null,
    },
    {
      id: 'totals',
      heading: '一、总体情况',
      sentences: [
        sentence(
          'due',
          '本期应报工作任务260项，已收248项，收报率95.4%；已完成231项，完成率88.8%，其中按时完成219项、迟报12项。',
        ),
        sentence('late', '逾期未完成29项，比上期增加4项。', '逾期未完成29项，比上期增加4项，须引起重视。'),
      ],
      table: unitTable(4),
    },
    {
      id: 'missing',
      heading: '二、未报单位',
      sentences: [
        sentence(
          'missing',
          '第一街道、第二街道、第三镇、第四镇、第五园区等5个单位有应报未报事项，共12项。其中第三镇未报4项，涉及“双重预防机制”运行、重大危险源包保责任落实、特殊作业视频抽查和应急演练等工作。'.repeat(
            4,
          ),
        ),
      ],
      table: null,
    },
    {
      id: 'demands',
      heading: '三、下步要求',
      sentences: [
        sentence('until', '（一）限期补报。请未报单位于4月12日前补报，逾期事项逐项说明原因。'),
        sentence(
          'again',
          `（二）举一反三。${'各单位要对照清单逐项梳理本季度工作任务，把握时间节点，压实工作责任。'.repeat(6)}`,
        ),
      ],
      table: null,
    },
  ],
  signature: '某区安全生产委员会办公室',
  date: '2024-04-10',
  attachments: [
    unitTable(60, '各单位工作任务落实情况一览表'),
    {
      id: 'overdue',
      title: '逾期未完成事项清单',
      columns: [
        { name: '责任单位', kind: 'text' },
        { name: '工作安排', kind: 'text' },
        { name: '时限', kind: 'date' },
        { name: '逾期天数', kind: 'count' },
      ],
      rows: Array.from({ length: 30 }, (_, index) => [
        `第${index + 1}街道`,
        '对辖区内涉及重点监管危险化工工艺的企业开展自动化控制系统投用情况检查，督促问题整改到位',
        index % 2 === 0 ? '2024-03-31' : '2023-12-31',
        10 + index,
      ]),
    },
  ],
  corrects: null,
  ...changes,
});
