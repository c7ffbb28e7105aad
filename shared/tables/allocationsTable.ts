import type { Allocation } from '../wire/allocations.ts';
import { count, type Table, text } from './table.ts';

/** The columns of a file of shares. */
export const allocationColumns = {
  code: { zh: '编码', en: 'Code' },
  text: { zh: '工作安排', en: 'Arrangement' },
  indicator: { zh: '指标', en: 'Indicator' },
  unit: { zh: '责任单位', en: 'Unit' },
  share: { zh: '分解指标', en: 'Share' },
  measure: { zh: '单位', en: 'Measure' },
  target: { zh: '全区目标', en: 'District target' },
  indicatorId: { zh: '指标编号', en: 'Indicator id' },
  unitId: { zh: '单位编号', en: 'Unit id' },
} as const;

/** What a share is of, in words. */
export interface ShareWords {
  text: string;
  label: string;
  unitOfMeasure: string;
  target: number | null;
}

/** The shares of a list (B2.2), in the order of the answer. */
export function allocationsTable(
  allocations: readonly Allocation[],
  words: { of: (share: Allocation) => ShareWords | undefined; unit: (id: string) => string },
  year: number,
  language: 'zh' | 'en',
): Table {
  const name = (column: keyof typeof allocationColumns): string => allocationColumns[column][language];
  return {
    title: language === 'zh' ? `${year}年分解指标` : `Shares of ${year}`,
    columns: [
      text(name('code'), 8),
      text(name('text'), 48),
      text(name('indicator'), 24),
      text(name('unit'), 16),
      count(name('share')),
      text(name('measure'), 8),
      count(name('target')),
      text(name('indicatorId'), 10),
      text(name('unitId'), 14),
    ],
    rows: allocations.map((share) => {
      const said = words.of(share);
      return [
        share.arrangement,
        said?.text ?? null,
        said?.label ?? null,
        words.unit(share.unit),
        share.share,
        said?.unitOfMeasure ?? null,
        said?.target ?? null,
        share.indicator,
        share.unit,
      ];
    }),
  };
}
