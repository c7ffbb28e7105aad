import { roster } from '../../../shared/roster/roster.ts';
import { taskList } from '../../../shared/taskList/taskList.ts';
import type { Allocation } from '../../../shared/wire/allocations.ts';
import { allocationsAnswer } from '../../../shared/wire/allocationsAnswer.ts';
import { allocationsSaved } from '../../../shared/wire/allocationsSaved.ts';
import { fileApi } from '../shared/tables/fileApi.ts';
import { askVersionedWith, askWith } from '../../api/ask.ts';

/** What the page asks of the API. Every call answers or throws an `ApiProblem`. */
export function sharesApi(key: string) {
  const ask = askWith(key);
  const askVersioned = askVersionedWith(key);
  return {
    file: fileApi(key),
    list: (year: number) => ask(taskList, `/task-lists/${year}`),
    roster: () => ask(roster, '/roster'),
    shares: (year: number) => askVersioned(allocationsAnswer, `/task-lists/${year}/allocations`),
    /** `version`: of the shares that were looked at; refused where somebody has changed them since. */
    save: (year: number, allocations: readonly Allocation[], version: number) =>
      askVersioned(allocationsSaved, `/task-lists/${year}/allocations`, {
        method: 'PUT',
        body: JSON.stringify({ allocations }),
        headers: { 'content-type': 'application/json', 'if-match': `"${version}"` },
      }),
  };
}

export type SharesApi = ReturnType<typeof sharesApi>;
