import { quantityNames, modeNames } from '../progress/quantityNames.ts';
import { scheduleWords } from '../taskList/scheduleWords.ts';
import type { TaskList } from '../taskList/taskList.ts';
import { type Cell, count, type Table, text } from './table.ts';

const columns = {
  code: { zh: '编码', en: 'Code' },
  category: { zh: '类别', en: 'Category' },
  task: { zh: '重点工作', en: 'Task' },
  text: { zh: '工作安排', en: 'Arrangement' },
  when: { zh: '时限', en: 'Due' },
  units: { zh: '责任单位', en: 'Units' },
} as const;

/** A list arrangement by arrangement, in its order; one that counts several things has a row for each. */
export function arrangementsTable(list: TaskList, language: 'zh' | 'en'): Table {
  const name = (column: keyof typeof columns): string => columns[column][language];
  const comma = language === 'zh' ? '；' : '; ';
  const categoryOf = new Map(list.categories.map((each) => [each.number, each.name]));
  return {
    title: list.title,
    columns: [
      text(name('code'), 8),
      text(name('category'), 16),
      text(name('task'), 24),
      text(name('text'), 56),
      text(name('when'), 24),
      text(quantityNames.indicator[language], 24),
      count(quantityNames.target[language]),
      text(quantityNames.measure[language], 8),
      text(quantityNames.mode[language], 10),
      text(name('units'), 30),
    ],
    rows: list.tasks.flatMap((task) =>
      task.arrangements.flatMap((arrangement) =>
        arrangement.indicators.map(({ id, label, target, unitOfMeasure, mode }): Cell[] => {
          const counts = id !== 'done';
          return [
            arrangement.code,
            categoryOf.get(task.category) ?? null,
            `${task.code} ${task.name}`,
            arrangement.text,
            arrangement.schedules.map((schedule) => scheduleWords(schedule, language)).join(comma),
            counts ? label : null,
            counts ? target : null,
            counts ? unitOfMeasure : null,
            counts ? modeNames[mode][language] : null,
            task.units.join(language === 'zh' ? '、' : ', '),
          ];
        }),
      ),
    ),
  };
}
