import { periodWords } from '../calendar/periodWords.ts';
import { cellWords, received } from '../progress/dueCell.ts';
import { dueNames } from '../progress/dueNames.ts';
import { type Scope, scopeWords } from '../progress/scopeWords.ts';
import type { DueReports } from '../wire/dueReports.ts';
import { count, type Table, text } from './table.ts';

/** Who has reported what falls due (B10): a row for each unit, a column for each period. */
export function dueTable(answer: DueReports, scope: Scope, language: 'zh' | 'en'): Table {
  const name = (column: keyof typeof dueNames): string => dueNames[column][language];
  const cellOf = new Map(answer.cells.map((cell) => [`${cell.unit} ${cell.period}`, cell]));
  return {
    title: (language === 'zh' ? '到期填报情况' : 'Reports due') + scopeWords(scope, language),
    columns: [
      text(name('unit'), 20),
      count(name('expected')),
      count(name('reported')),
      count(name('empty')),
      count(name('daysLate')),
      ...answer.periods.map((period) => text(periodWords(period, language), 14)),
    ],
    rows: answer.units.map((unit) => [
      unit.name,
      unit.expected,
      received(unit),
      unit.empty,
      unit.daysLate || null,
      ...answer.periods.map((period) => cellWords(cellOf.get(`${unit.id} ${period}`), language)),
    ]),
  };
}
