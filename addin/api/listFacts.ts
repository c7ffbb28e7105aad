import * as z from 'zod';
import type { KnownArrangement } from '../../shared/ledgers/known.ts';
import type { Ask } from './ask.ts';

/** What a clerk's own ledger is read against besides her rows: the arrangements of all units, and who they are. */
export interface ListFacts {
  arrangements: KnownArrangement[];
  units: { id: string; kind: string; name: string; aliases: string[] }[];
}

const list = z.object({
  tasks: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      arrangements: z.array(
        z.object({ code: z.string(), text: z.string(), printedNumber: z.string().nullish() }),
      ),
    }),
  ),
});

const roster = z.object({
  units: z.array(
    z.object({ id: z.string(), kind: z.string(), name: z.string(), aliases: z.array(z.string()) }),
  ),
});

export async function askListFacts(ask: Ask, year: number): Promise<ListFacts> {
  const [{ tasks }, { units }] = await Promise.all([
    ask(list, `/task-lists/${year}`),
    ask(roster, '/roster'),
  ]);
  return {
    units,
    arrangements: tasks.flatMap((task) =>
      task.arrangements.map(({ code, text, printedNumber }) => ({
        ...{ code, text, task: task.code, taskName: task.name },
        printedNumber: printedNumber?.replace(/\D/gu, '') || null,
      })),
    ),
  };
}
