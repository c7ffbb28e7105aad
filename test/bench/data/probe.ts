import type { D1Call } from '../workers/calls.ts';
import { must, type Answer } from '../serve/http.ts';

export interface Probed extends Answer {
  handlerMs: number;
  calls: D1Call[];
  rowsRead: number;
}

/** One request to the probe, and what its database was asked for it. */
export async function probe(...args: Parameters<typeof must>): Promise<Probed> {
  const answer = await must(...args);
  const { text } = await must(args[0], 'GET', '/bench/last');
  const { handlerMs, calls } = JSON.parse(text) as Pick<Probed, 'handlerMs' | 'calls'>;
  const rowsRead = calls.flatMap((call) => call.statements).reduce((sum, { read }) => sum + read, 0);
  return { ...answer, handlerMs, calls, rowsRead };
}
