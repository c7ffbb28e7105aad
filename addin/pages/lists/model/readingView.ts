import type { Arrangement, Task, TaskList } from '../../../../shared/taskList/taskList.ts';
import { goalMarks, unitMarks } from './marks.ts';
import { type Segment, segmentsOf } from './segments.ts';
import type { ShownDiagnostic } from './settled.ts';

/** One arrangement beside its sentence. */
export interface ArrangementView {
  /** Category, sequence and position in this reading, such as `1-6-3`. */
  place: string;
  arrangement: Arrangement;
  diagnostics: ShownDiagnostic[];
}

export interface TaskView {
  task: Task;
  category: string;
  goal: Segment[];
  units: Segment[];
  /** Of the task itself; those of its arrangements stand with them. */
  diagnostics: ShownDiagnostic[];
  arrangements: ArrangementView[];
}

export interface ReadingView {
  tasks: TaskView[];
  /** What is said of the document as a whole, or of a place that is in no task. */
  general: ShownDiagnostic[];
  /** The sums that the text itself states. */
  crossFoots: ShownDiagnostic[];
}

/** A reading as the page shows it: every value at its words, every diagnostic at its place, each exactly once. */
export function readingView(
  list: TaskList,
  diagnostics: readonly ShownDiagnostic[],
  unknownUnits: readonly string[] = [],
): ReadingView {
  const unknown = new Set(unknownUnits);
  const categories = new Map(list.categories.map(({ number, name }) => [number, name]));
  const byPlace = Map.groupBy(diagnostics, ({ at }) => at ?? '');
  const shown = new Set<string>();
  const of = (place: string): ShownDiagnostic[] => {
    shown.add(place);
    return byPlace.get(place) ?? [];
  };
  const tasks = list.tasks.map((task): TaskView => ({
    task,
    category: categories.get(task.category) ?? '',
    goal: segmentsOf(task.goal, goalMarks(task)),
    units: segmentsOf(task.unitsAsPrinted, unitMarks(task, unknown)),
    diagnostics: of(task.code),
    arrangements: task.arrangements.map((arrangement, index) => {
      const place = `${task.code}-${index + 1}`;
      return { place, arrangement, diagnostics: of(place) };
    }),
  }));
  return {
    tasks,
    general: diagnostics.filter(({ at }) => !shown.has(at ?? '')),
    crossFoots: diagnostics.filter(({ code }) => code === 'cross-foot'),
  };
}
