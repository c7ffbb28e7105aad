/** D1's documented errors: what is safe to retry, what asks to shed load, and one that says nothing. */
export const d1Errors = [
  'D1_ERROR: Network connection lost.',
  'D1_ERROR: Internal error in D1 DB storage caused object to be reset.',
  'D1_ERROR: D1 DB reset because its code was updated.',
  'D1_ERROR: D1 DB is overloaded. Too many requests queued.',
  'D1_ERROR: internal error',
] as const;

export interface D1Fault {
  /** Which call of the request fails: its first is 0. */
  call: number;
  /** Before anything is done, or after the commit with the answer lost. */
  when: 'before' | 'after';
  message: string;
}

/** One request's line to D1: fails where it is told to, and says when something was committed. */
export class D1Line {
  private calls = 0;
  /** Whether the fault has come about. */
  failed = false;
  private readonly fault: D1Fault | null;
  private readonly committed: (sql: string[]) => void;

  constructor(fault: D1Fault | null, committed: (sql: string[]) => void) {
    this.fault = fault;
    this.committed = committed;
  }

  async call<T>(sql: string[], act: () => Promise<T>): Promise<T> {
    const fault = this.fault?.call === this.calls ? this.fault : null;
    this.calls += 1;
    this.failed ||= fault !== null;
    if (fault?.when === 'before') throw new Error(fault.message);
    const result = await act();
    this.committed(sql);
    if (fault) throw new Error(fault.message);
    return result;
  }

  over(db: D1Database): D1Database {
    const inner = new WeakMap<object, { statement: D1PreparedStatement; sql: string }>();
    const wrap = (statement: D1PreparedStatement, sql: string): D1PreparedStatement => {
      const single =
        (name: 'all' | 'first' | 'run' | 'raw') =>
        (...args: unknown[]) =>
          this.call([sql], () => (statement[name] as (...all: unknown[]) => Promise<unknown>)(...args));
      const wrapped = {
        bind: (...values: unknown[]) => wrap(statement.bind(...values), sql),
        all: single('all'),
        first: single('first'),
        run: single('run'),
        raw: single('raw'),
      } as unknown as D1PreparedStatement;
      inner.set(wrapped, { statement, sql });
      return wrapped;
    };
    return {
      prepare: (sql: string) => wrap(db.prepare(sql), sql),
      batch: (statements: D1PreparedStatement[]) => {
        const all = statements.map((statement) => inner.get(statement)!);
        return this.call(
          all.map(({ sql }) => sql),
          () => db.batch(all.map(({ statement }) => statement)),
        );
      },
    } as unknown as D1Database;
  }
}
