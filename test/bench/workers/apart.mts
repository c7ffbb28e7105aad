import { createApp } from '../../../worker/app.ts';
import type { FarAnswer, FarStatement } from './calls.ts';

/**
 * The product's app whose database is in another process, behind HTTP and JSON as on Cloudflare: what this process grows by is the
 * isolate's own.
 */
const app = createApp();

class Statement implements FarStatement {
  readonly sql: string;
  readonly values: unknown[];
  private readonly ask: (statements: FarStatement[]) => Promise<D1Result[]>;

  constructor(ask: Statement['ask'], sql: string, values: unknown[] = []) {
    this.ask = ask;
    this.sql = sql;
    this.values = values;
  }

  bind(...values: unknown[]): Statement {
    return new Statement(this.ask, this.sql, values);
  }

  async all(): Promise<D1Result> {
    return (await this.ask([this]))[0]!;
  }

  run(): Promise<D1Result> {
    return this.all();
  }

  async raw(): Promise<unknown[][]> {
    const { results } = await this.all();
    return results.map((row) => Object.values(row as Record<string, unknown>));
  }

  async first(column?: string): Promise<unknown> {
    const row = (await this.all()).results[0] as Record<string, unknown> | undefined;
    return column === undefined ? (row ?? null) : (row?.[column] ?? null);
  }
}

function farD1(url: string): D1Database {
  const ask = async (statements: FarStatement[]): Promise<D1Result[]> => {
    const body = JSON.stringify(statements.map(({ sql, values }) => ({ sql, values })));
    const response = await fetch(url, { method: 'POST', body });
    const answers = (await response.json()) as FarAnswer[];
    return answers.map(({ columns, rows, meta }) => ({
      success: true,
      results: rows.map((row) => Object.fromEntries(columns.map((column, at) => [column, row[at]]))),
      meta: meta as D1Meta & Record<string, unknown>,
    }));
  };
  return {
    prepare: (sql: string) => new Statement(ask, sql),
    batch: (statements: Statement[]) => ask(statements),
  } as unknown as D1Database;
}

export default {
  fetch: (request: Request, env: { STORE: string }): Response | Promise<Response> =>
    app.fetch(request, { ...env, DB: farD1(env.STORE) }),
};
