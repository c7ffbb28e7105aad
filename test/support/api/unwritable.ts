import { D1Line } from '../../fuzz/d1.ts';

/** What D1 says where it takes nothing more. The last is what a full disk under local D1 was seen to give. */
export const unwritableErrors = [
  'D1_ERROR: database or disk is full: SQLITE_FULL',
  'D1_ERROR: attempt to write a readonly database: SQLITE_READONLY',
  'D1_ERROR: disk I/O error: SQLITE_IOERR',
  'D1_ERROR: Exceeded maximum DB size',
  'D1_ERROR: internal error; reference = 3fvpl9oala8mbpgopaf74ts2',
] as const;

const writes = /^\s*(?:INSERT|UPDATE|DELETE|REPLACE)\b/iu;

/** A database that can be read, and refuses to write: every statement or batch that would, as a whole. */
export class UnwritableLine extends D1Line {
  private readonly message: string;

  constructor(message: string) {
    super(null, () => {});
    this.message = message;
  }

  override call<T>(sql: string[], act: () => Promise<T>): Promise<T> {
    if (sql.some((each) => writes.test(each))) return Promise.reject(new Error(this.message));
    return super.call(sql, act);
  }
}
