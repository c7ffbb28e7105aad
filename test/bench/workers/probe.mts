import { createApp } from '../../../worker/app.ts';
import { moveRollup, rebuildDistrictTotals } from '../../../worker/progress/rollups.repository.ts';
import { timeChecks } from '../data/checkedRows.ts';
import type { D1Call } from './calls.ts';
import { metered } from './metered.mts';

/**
 * The product's app over a metered database. `/bench/last` tells of the last request: milliseconds in the
 * handler, and every call of D1. `/bench/check` times the rules in this very runtime; `/bench/rebuild` adds up a
 * list's roll-up anew, as a first publishing does.
 */
const app = createApp();
let last: { handlerMs: number; calls: D1Call[] } = { handlerMs: 0, calls: [] };

async function rebuilt(db: D1Database, list: string): Promise<D1PreparedStatement[]> {
  const of = async (column: string): Promise<string[]> => {
    const sql = `SELECT DISTINCT ${column} AS id FROM obligations WHERE list_id = ?1`;
    return (await db.prepare(sql).bind(list).all<{ id: string }>()).results.map(({ id }) => id);
  };
  return [
    db.prepare(`DELETE FROM progress_rollups WHERE list_id = ?1`).bind(list),
    ...moveRollup(db, list, [[await of('unit_id'), await of('arrangement_code')]], 'in'),
    ...rebuildDistrictTotals(db, list),
  ];
}

export default {
  async fetch(request: Request, env: { DB: D1Database }): Promise<Response> {
    const { pathname, searchParams } = new URL(request.url);
    if (pathname === '/bench/last') return Response.json(last);
    if (pathname === '/bench/check') {
      return Response.json(timeChecks(Number(searchParams.get('rows')), Number(searchParams.get('runs'))));
    }
    if (pathname === '/bench/rebuild') {
      const list = searchParams.get('list') ?? '';
      await env.DB.batch(await rebuilt(env.DB, list));
      return Response.json({});
    }
    const { db, calls } = metered(env.DB);
    const begun = performance.now();
    const response = await app.fetch(request, { ...env, DB: db });
    const body = await response.arrayBuffer();
    last = { handlerMs: performance.now() - begun, calls };
    return new Response(body, response);
  },
};
