/**
 * D1's interface over the SQLite storage of a Durable Object, in the same isolate: the same SQLite, the same
 * atomic batch, without D1's round trips. For many seeds in little time; the bounded set runs on D1 itself.
 */
class Statement {
  readonly sql: string;
  readonly values: unknown[];
  private readonly storage: DurableObjectStorage;

  constructor(storage: DurableObjectStorage, sql: string, values: unknown[] = []) {
    this.storage = storage;
    this.sql = sql;
    this.values = values;
  }

  bind(...values: unknown[]): Statement {
    return new Statement(this.storage, this.sql, values);
  }

  execute(): D1Result {
    try {
      const cursor = this.storage.sql.exec(this.sql, ...(this.values as SqlStorageValue[]));
      return { success: true, results: cursor.toArray(), meta: {} } as unknown as D1Result;
    } catch (error) {
      throw new Error(`D1_ERROR: ${error instanceof Error ? error.message : String(error)}`, {
        cause: error,
      });
    }
  }

  async all(): Promise<D1Result> {
    return this.execute();
  }

  async run(): Promise<D1Result> {
    return this.execute();
  }

  async first(column?: string): Promise<unknown> {
    const row = this.execute().results[0] as Record<string, unknown> | undefined;
    return column === undefined ? (row ?? null) : (row?.[column] ?? null);
  }

  async raw(): Promise<unknown[]> {
    return [...this.storage.sql.exec(this.sql, ...(this.values as SqlStorageValue[])).raw()];
  }
}

export function nearD1(storage: DurableObjectStorage): D1Database {
  return {
    prepare: (sql: string) => new Statement(storage, sql),
    // A turn of the event loop before and after, as a round trip takes: others go on in between.
    async batch(statements: Statement[]) {
      await Promise.resolve();
      return storage.transactionSync(() => statements.map((statement) => statement.execute()));
    },
  } as unknown as D1Database;
}
