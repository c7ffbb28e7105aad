import type { ArrangementView, ReadingView, TaskView } from './readingView.ts';

export type Shown = 'all' | 'decision' | 'diagnosed' | 'changed';

/** An arrangement as a row of the page. */
export interface ShownRow {
  view: ArrangementView;
  task: TaskView;
}

/** The arrangements that a filter and the words looked for leave, in the order of the list. */
export function shownRows(
  { tasks }: ReadingView,
  shown: Shown,
  words: string,
  changed: ReadonlySet<string>,
): ShownRow[] {
  const wanted = words.trim();
  return tasks.flatMap((task) =>
    task.arrangements
      .filter((view) => isShown(view, task, shown, changed) && says(view, task, wanted))
      .map((view) => ({ view, task })),
  );
}

function isShown(
  { place, diagnostics }: ArrangementView,
  task: TaskView,
  shown: Shown,
  changed: ReadonlySet<string>,
): boolean {
  const all = [...diagnostics, ...task.diagnostics];
  switch (shown) {
    case 'all':
      return true;
    case 'decision':
      return all.some(({ severity }) => severity === 'decision');
    case 'diagnosed':
      return all.length > 0;
    case 'changed':
      return changed.has(place);
  }
}

function says({ place, arrangement }: ArrangementView, { task }: TaskView, words: string): boolean {
  return (
    words === '' ||
    place.startsWith(words) ||
    [arrangement.text, arrangement.textAsPrinted, task.name, task.unitsAsPrinted].some((text) =>
      text.includes(words),
    )
  );
}
