import type { Extent } from '../text/extent.ts';

/** A count that the text prints: `number` is where the digits and their measure stand, `extent` the words it was read from. */
export type Quantity = {
  value: number;
  unitOfMeasure: string;
  label: string;
  /** Whether the text names what is counted. */
  isNamed: boolean;
  /** 现有 and its like stand before it: what exists now, no target. */
  isBaseline: boolean;
  number: Extent;
  extent: Extent;
};

/** A number and a measure, before it is known what they count. */
export type Count = Extent & { value: number; unitOfMeasure: string };

/** Classes of measures: what kind of noun they count. */
export type MeasureClass = 'body' | 'thing' | 'person' | 'any';

const measuresByClass: Readonly<Record<MeasureClass, readonly string[]>> = {
  body: ['家次', '家（次）', '家（户）', '户次', '家', '户', '所', '间'],
  thing: [
    '台次',
    '辆次',
    '艘次',
    '处次',
    '座次',
    '套次',
    '条次',
    '套',
    '台',
    '部',
    '座',
    '处',
    '辆',
    '艘',
    '栋',
    '幢',
    '口',
    '组',
    '条',
    '支',
    '只',
    '块',
    '具',
    '根',
  ],
  person: ['人次', '人（次）', '名', '人'],
  any: [
    '项次',
    '件次',
    '个次',
    '点次',
    '批次',
    '场次',
    '场（次）',
    '个',
    '份',
    '件',
    '项',
    '场',
    '期',
    '宗',
    '起',
    '张',
    '册',
    '本',
    '篇',
    '幅',
    '枚',
    '箱',
    '瓶',
    '桶',
    '袋',
    '棵',
    '盏',
    '例',
  ],
};

const classOf = new Map<string, MeasureClass>(
  Object.entries(measuresByClass).flatMap(([name, measures]) =>
    measures.map((measure) => [measure, name as MeasureClass] as const),
  ),
);

/** Measures that begin other words, too: 2部门, 3处室, 5本质. */
const notBefore: Readonly<Record<string, string>> = {
  部: '部(?![门委])',
  具: '具(?![体有备])',
  根: '根(?![据本治])',
  箱: '箱(?![涵体式])',
  瓶: '瓶(?!装)',
  桶: '桶(?!装)',
  袋: '袋(?!装)',
  处: '处(?![室理置罚])',
  本: '本(?![质地区市级年月])',
  张: '张(?![贴挂榜])',
  幅: '幅(?!度)',
  例: '例(?![如会行外])',
};

/** Measures (I7), longest first, as a regex. Times (次, 轮) measure how often and are none; 个月 and its like measure time. */
export const measurePattern = `(?:${[...classOf.keys()]
  .toSorted((a, b) => b.length - a.length)
  .map((measure) =>
    measure === '个'
      ? '个(?!月|工作日|小时|季度|星期|百分点|方面|自然日|年)'
      : measure === '家'
        ? '家(?![庭具])'
        : (notBefore[measure] ?? measure),
  )
  .join('|')})`;

/** Measures of how much or how long: what they measure is left to a person. */
export const amountPattern =
  '(?:平方公里|平方米|立方米|公里|千米|公斤|千克|公顷|米|吨|亩|(?:[百千万亿]{1,2})?元|学时|课时|人天|架次|车次|船次|班次)';

export function measureClass(unitOfMeasure: string): MeasureClass {
  return classOf.get(unitOfMeasure) ?? 'any';
}
