import type { ListDecisions } from '../../../shared/taskList/listSettings.ts';
import type { TaskList } from '../../../shared/taskList/taskList.ts';
import type { Choices } from './choices.ts';

/** The body of a comparison: the reading, and what was chosen of its matches. */
export const compareBody = (list: TaskList, { matches }: Choices): string =>
  JSON.stringify({ taskList: list, matches });

/** The body of a publishing, made from the version that the reading was compared with. */
export const publishBody = (
  list: TaskList,
  { matches }: Choices,
  decisions: ListDecisions,
  version: number,
): string => JSON.stringify({ taskList: list, matches, decisions, version });
