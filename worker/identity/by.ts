import type { Clock } from '../clock/clock.ts';
import type { Access } from './access.ts';

/** By whom something is changed, when, and by which request. */
export interface By {
  db: D1Database;
  access: Access;
  clock: Clock;
  /** Names the request in answer, log and account. */
  requestId: string;
}
