import type { TaskList } from '../../../shared/taskList/taskList.ts';

/** What the list says, without what any change of words moves: texts, offsets and the words themselves. */
export function meaning(of: TaskList) {
  return of.tasks.map(({ code, category, sequence, name, units, goalQuantities, arrangements: items }) => ({
    code,
    category,
    sequence,
    name,
    units,
    goalQuantities: goalQuantities.map(({ value, unitOfMeasure, label }) => ({
      value,
      unitOfMeasure,
      label,
    })),
    arrangements: items.map(
      ({ code: own, position, printedNumber, schedules, indicators, undatedWords }) => ({
        code: own,
        position,
        printedNumber,
        undatedWords,
        schedules: schedules.map(withoutSource),
        indicators: indicators.map(withoutSource),
      }),
    ),
  }));
}
export function withoutSource<T extends { source: unknown }>(value: T): Omit<T, 'source'> {
  const { source, ...rest } = value;
  return source === undefined ? value : rest;
}
export type Meaning = ReturnType<typeof meaning>;

/** The meaning of one arrangement. */
export function find(tasks: Meaning, code: string) {
  const found = tasks.flatMap((task) => task.arrangements).find((one) => one.code === code);
  if (found === undefined) throw new Error(code);
  return found;
}
