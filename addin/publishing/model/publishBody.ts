import type { TaskList } from '../../../shared/taskList/taskList.ts';
import type { Choices } from './choices.ts';

/** The body of a comparison or a publishing: the reading, and what was chosen of its matches. */
export function publishBody(list: TaskList, { matches }: Choices, version: number | null): string {
  return JSON.stringify({ taskList: list, matches, ...(version === null ? {} : { version }) });
}
