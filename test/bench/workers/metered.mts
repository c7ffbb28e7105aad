import type { D1Call } from './calls.ts';

/** A D1 database that notes what it is asked, and passes everything on. */
export function metered(db: D1Database): { db: D1Database; calls: D1Call[] } {
  const calls: D1Call[] = [];
  const start = performance.now();
  const inner = new WeakMap<object, { statement: D1PreparedStatement; sql: string }>();
  const metaOf = (sql: string, { meta }: D1Result) => ({
    sql: sql.replaceAll(/\s+/g, ' ').trim().slice(0, 90),
    duration: meta.duration,
    read: meta.rows_read,
    written: meta.rows_written,
  });
  const wrap = (statement: D1PreparedStatement, sql: string): D1PreparedStatement => {
    const wrapped = new Proxy(statement, {
      get(target, name) {
        if (name === 'bind') return (...values: unknown[]) => wrap(target.bind(...values), sql);
        const member = Reflect.get(target, name) as unknown;
        if (typeof member !== 'function') return member;
        return async (...args: unknown[]) => {
          const begun = performance.now();
          const result = await (member as (...all: unknown[]) => Promise<unknown>).apply(target, args);
          const ms = performance.now() - begun;
          // raw() and first() come without meta: they are asked for single rows by key, each read once.
          const known = (result as Partial<D1Result> | null)?.meta !== undefined;
          const read = Array.isArray(result) ? result.length : 1;
          const own = known
            ? metaOf(sql, result as D1Result)
            : { sql: sql.slice(0, 90), duration: 0, read, written: 0 };
          calls.push({ at: begun - start, ms, statements: [own] });
          return result;
        };
      },
    });
    inner.set(wrapped, { statement, sql });
    return wrapped;
  };
  const proxy = new Proxy(db, {
    get(target, name) {
      if (name === 'prepare') return (sql: string) => wrap(target.prepare(sql), sql);
      if (name === 'batch') {
        return async (statements: D1PreparedStatement[]) => {
          const known = statements.map((each) => inner.get(each)!);
          const begun = performance.now();
          const results = await target.batch(known.map(({ statement }) => statement));
          const ms = performance.now() - begun;
          calls.push({
            at: begun - start,
            ms,
            statements: results.map((result, at) => metaOf(known[at]!.sql, result)),
          });
          return results;
        };
      }
      const member = Reflect.get(target, name) as unknown;
      return typeof member === 'function' ? (member as () => unknown).bind(target) : member;
    },
  });
  return { db: proxy, calls };
}
