import type { Found } from '../rule.ts';

/** What came of reading one cell; `value` is `null` where there is a problem. */
export interface CellRead<T> {
  value: T | null;
  problem?: Found | null;
  /** Whether the clerk should be shown what the cell was read as. */
  shown?: boolean;
}
