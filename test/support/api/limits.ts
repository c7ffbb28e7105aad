/** D1's production limits that local D1 does not enforce, and what was used of them. */
export interface Usage {
  statements: number;
  roundTrips: number;
  mostParameters: number;
  longestSql: number;
  largestValue: number;
  /** From D1's own meta, of batches and of statements asked by `all` and `run`. */
  rowsRead: number;
}

const encoder = new TextEncoder();

/** A D1 database that counts what it is asked, and passes everything on. */
export function counted(db: D1Database): { db: D1Database; usage: Usage } {
  const usage: Usage = {
    statements: 0,
    roundTrips: 0,
    mostParameters: 0,
    longestSql: 0,
    largestValue: 0,
    rowsRead: 0,
  };
  const inner = new WeakMap<object, D1PreparedStatement>();
  const wrap = (statement: D1PreparedStatement, sql: string): D1PreparedStatement => {
    const wrapped = new Proxy(statement, {
      get(target, name) {
        if (name === 'bind') {
          return (...values: unknown[]) => {
            usage.mostParameters = Math.max(usage.mostParameters, values.length);
            for (const value of values) {
              if (typeof value === 'string') {
                usage.largestValue = Math.max(usage.largestValue, encoder.encode(value).length);
              }
            }
            return wrap(target.bind(...values), sql);
          };
        }
        const member = Reflect.get(target, name) as unknown;
        if (typeof member !== 'function') return member;
        return async (...args: unknown[]) => {
          usage.statements += 1;
          usage.roundTrips += 1;
          const result = await (member as (...all: unknown[]) => Promise<unknown>).apply(target, args);
          // raw() and first() come without meta.
          usage.rowsRead += (result as Partial<D1Result> | null)?.meta?.rows_read ?? 0;
          return result;
        };
      },
    });
    inner.set(wrapped, statement);
    usage.longestSql = Math.max(usage.longestSql, encoder.encode(sql).length);
    return wrapped;
  };
  const proxy = new Proxy(db, {
    get(target, name) {
      if (name === 'prepare') return (sql: string) => wrap(target.prepare(sql), sql);
      if (name === 'batch') {
        return async (statements: D1PreparedStatement[]) => {
          usage.statements += statements.length;
          usage.roundTrips += 1;
          const results = await target.batch(
            statements.map((statement) => inner.get(statement) ?? statement),
          );
          for (const { meta } of results) usage.rowsRead += meta.rows_read;
          return results;
        };
      }
      const member = Reflect.get(target, name) as unknown;
      return typeof member === 'function' ? (member as () => unknown).bind(target) : member;
    },
  });
  return { db: proxy, usage };
}
