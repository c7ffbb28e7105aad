/** One call of D1: how long its caller waited, parsing included, and what D1's own meta says of its statements. */
export interface D1Call {
  /** From the request's beginning. */
  at: number;
  ms: number;
  statements: { sql: string; duration: number; read: number; written: number }[];
}

/** A statement as it goes to the database of another process, and what comes back. */
export interface FarStatement {
  sql: string;
  values: unknown[];
}
export interface FarAnswer {
  columns: string[];
  rows: unknown[][];
  meta: object;
}
