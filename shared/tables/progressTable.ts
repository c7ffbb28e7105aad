import { periodWords } from '../calendar/periodWords.ts';
import { figureNames, type GroupFigure, groupFigures, groupNames, isRate } from '../progress/names.ts';
import { type Scope, scopeWords } from '../progress/scopeWords.ts';
import type { GroupBy, ProgressAnswer } from '../wire/progress.ts';
import { count, rate, type Table, text } from './table.ts';

type Language = 'zh' | 'en';

const figures: readonly GroupFigure[] = [...groupFigures.due, ...groupFigures.year];

/** A group as tables name it: a period in words, a task or an arrangement by code and name. */
export function groupLabel(by: GroupBy, id: string, name: string, language: Language): string {
  if (by === 'period') return periodWords(id, language);
  return by === 'unit' || id === name ? name : `${id} ${name}`;
}

/** Progress by group (B1), as the page shows it: rates and counts of what is due, then the year's. */
export function progressTable(answer: ProgressAnswer, scope: Scope, language: Language): Table {
  const { groupBy } = answer;
  const name = groupNames[groupBy][language];
  return {
    title:
      (language === 'zh' ? `填报进度（按${name}）` : `Progress by ${name.toLowerCase()}`) +
      scopeWords(scope, language),
    columns: [
      text(name, groupBy === 'unit' || groupBy === 'period' ? 20 : 48),
      ...figures.map((figure) => (isRate(figure) ? rate : count)(figureNames[figure][language])),
    ],
    rows: answer.groups.map((group) => [
      groupLabel(groupBy, group.id, group.name, language),
      ...figures.map((figure) => group[figure]),
    ]),
  };
}
