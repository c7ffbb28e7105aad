import { periodWords } from '../calendar/periodWords.ts';
import { quantityNames } from '../progress/quantityNames.ts';
import type { IndicatorUnits } from '../wire/indicatorUnits.ts';
import { count, date, type Table, text } from './table.ts';

/** The columns of a quantity's units, on the page and in the files. */
export const indicatorColumns = {
  unit: { zh: '责任单位', en: 'Unit' },
  reported: quantityNames.reported,
  allocated: quantityNames.allocated,
  measure: quantityNames.measure,
  period: { zh: '最近报告期', en: 'Latest period' },
  status: { zh: '状态', en: 'Status' },
  received: { zh: '填报日期', en: 'Reported on' },
  completed: { zh: '完成日期', en: 'Completed on' },
  note: { zh: '工作情况', en: 'Note' },
  counts: { zh: '计入合计', en: 'In the sum' },
} as const;

const yes = { zh: ['否', '是'], en: ['no', 'yes'] } as const;

/** A quantity by units (B11): count, dates and the latest note. */
export function indicatorTable(answer: IndicatorUnits, language: 'zh' | 'en'): Table {
  const name = (column: keyof typeof indicatorColumns): string => indicatorColumns[column][language];
  const { quantity } = answer;
  return {
    title: `${quantity.arrangement} ${quantity.label}`,
    columns: [
      text(name('unit'), 16),
      count(name('reported')),
      count(name('allocated')),
      text(name('measure'), 8),
      text(name('period'), 22),
      text(name('status'), 12),
      date(name('received')),
      date(name('completed')),
      text(name('note'), 56),
      text(name('counts'), 10),
    ],
    rows: answer.units.map(({ unit, counts, reported, allocated, latest }) => [
      unit.name,
      reported,
      allocated,
      quantity.unitOfMeasure,
      latest && periodWords(latest.period, language),
      latest && latest.status,
      latest && latest.receivedAt.slice(0, 10),
      latest && latest.completedOn,
      latest && latest.note,
      yes[language][Number(counts)] ?? '',
    ]),
  };
}
