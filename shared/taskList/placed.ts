import type { Arrangement, Task, TaskList } from './taskList.ts';

/** An arrangement where it stands in its list. */
export interface Placed {
  /** Category, sequence and position, such as `1-6-3`: what its code was where it was first published there. */
  place: string;
  arrangement: Arrangement;
  task: Task;
  /** The name of its category. */
  category: string;
}

/** The arrangements of a list in its order, each with its place. */
export function placed(list: TaskList): Placed[] {
  const categories = new Map(list.categories.map(({ number, name }) => [number, name]));
  return list.tasks.flatMap((task) =>
    task.arrangements.map((arrangement, index) => ({
      place: `${task.code}-${index + 1}`,
      arrangement,
      task,
      category: categories.get(task.category) ?? '',
    })),
  );
}
