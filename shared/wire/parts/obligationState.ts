import * as z from 'zod';

/** Where a row stands. `waived`: a final report or 本地无此类 has made it unnecessary; `retired`: no longer asked for. */
export const obligationState = z
  .enum(['upcoming', 'open', 'received', 'fulfilled', 'overdue', 'undated', 'waived', 'retired'])
  .meta({ id: 'ObligationState' });
export type ObligationState = z.infer<typeof obligationState>;
