import { periodWords } from '../calendar/periodWords.ts';
import { dueNames } from '../progress/dueNames.ts';
import { figureNames } from '../progress/names.ts';
import { type Scope, scopeWords } from '../progress/scopeWords.ts';
import { partOf, type TrendMeasure, trendParts, trendRate } from '../progress/trend.ts';
import { spanNames, trendNames } from '../progress/trendNames.ts';
import type { ProgressTrend } from '../wire/progressTrend.ts';
import { count, date, rate, type Table, text } from './table.ts';

/** What has become of what fell due (B21): a row for each week, month or quarter. */
export function trendTable(answer: ProgressTrend, scope: Scope, language: 'zh' | 'en'): Table {
  return {
    title: (language === 'zh' ? '填报走势' : 'Trend of reports') + scopeWords(scope, language),
    columns: [
      text(spanNames[answer.by][language], 24),
      date(language === 'zh' ? '起' : 'From'),
      count(dueNames.expected[language]),
      ...trendParts.map((part) => count(trendNames[part][language])),
      rate(figureNames.timeliness[language]),
    ],
    rows: answer.spans.map((span) => [
      periodWords(span.id, language),
      span.from,
      span.expected,
      ...trendParts.map((part) => partOf(span, part)),
      trendRate(span, 'timeliness'),
    ]),
  };
}

/** The same unit by unit: a row for each unit, a column for each span, and in each cell the rate of what is due. */
export function trendUnitsTable(
  answer: ProgressTrend,
  measure: TrendMeasure,
  scope: Scope,
  language: 'zh' | 'en',
): Table {
  const cellOf = new Map(answer.cells.map((cell) => [`${cell.unit} ${cell.span}`, cell]));
  const name = figureNames[measure][language];
  return {
    title: (language === 'zh' ? `各单位${name}` : `${name}, by unit`) + scopeWords(scope, language),
    columns: [
      text(dueNames.unit[language], 20),
      rate(language === 'zh' ? '合计' : 'Together'),
      ...answer.spans.map(({ id }) => rate(periodWords(id, language))),
    ],
    rows: answer.units.map((unit) => [
      unit.name,
      trendRate(unit, measure),
      ...answer.spans.map(({ id }) => {
        const cell = cellOf.get(`${unit.id} ${id}`);
        return cell ? trendRate(cell, measure) : null;
      }),
    ]),
  };
}
