import type { FarAnswer, FarStatement } from './calls.ts';

/** A database for the Worker of another process (`apart.mts`): statements come in as JSON, and go out as D1 itself answers. */
export default {
  async fetch(request: Request, { DB }: { DB: D1Database }): Promise<Response> {
    const statements = (await request.json()) as FarStatement[];
    const results = await DB.batch<Record<string, unknown>>(
      statements.map(({ sql, values }) => DB.prepare(sql).bind(...values)),
    );
    const answers: FarAnswer[] = results.map(({ results: found, meta }) => {
      const columns = Object.keys(found[0] ?? {});
      return { columns, rows: found.map((row) => columns.map((column) => row[column])), meta };
    });
    return Response.json(answers);
  },
};
