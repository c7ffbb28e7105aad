import { saidOf, type ListHead } from '../../../../shared/columns/listHead.ts';
import type { ProseReading } from '../../../../shared/import/prose/proseReading.ts';
import type { Diagnostic } from '../../../../shared/taskList/diagnostic.ts';
import type { ListDecisions } from '../../../../shared/taskList/listSettings.ts';
import type { TaskList } from '../../../../shared/taskList/taskList.ts';
import { readingsOf, type Choices } from './choices.ts';

/** What was chosen of a reading itself: which arrangements it has, and what is left open of them. */
const chosenOf = (choices: Choices) => ({ matches: choices.matches, readings: readingsOf(choices) });

/** The body of a comparison: the reading, and what was chosen of it. */
export const compareBody = (list: TaskList, choices: Choices): string =>
  JSON.stringify({ taskList: list, ...chosenOf(choices) });

/** The body of a publishing, made from the version that the reading was compared with; what was not read goes with it. */
export const publishBody = (
  list: TaskList,
  choices: Choices,
  decisions: ListDecisions,
  {
    version,
    unread,
    head = null,
    prose,
  }: {
    version: number;
    unread: readonly Diagnostic[];
    head?: ListHead | null;
    prose?: ProseReading | undefined;
  },
): string =>
  JSON.stringify({
    taskList: list,
    ...(head && saidOf(head) !== null && { head }),
    ...(prose && prose.from !== 'proposed' && { prose: levelsOf(prose) }),
    ...(unread.length > 0 && { diagnostics: unread }),
    ...chosenOf(choices),
    ...{ decisions, version },
  });

/** What is kept of how prose was read. */
const levelsOf = ({ levels, from, shape }: ProseReading) => ({ levels, from, shape });

/** What of a document could not be read, and is in no list. */
export const unreadOf = (diagnostics: readonly Diagnostic[]): Diagnostic[] =>
  diagnostics.filter(({ severity }) => severity === 'error');
