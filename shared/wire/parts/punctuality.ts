import * as z from 'zod';

/** Decided once, at the first fulfilment (P2): 按时, 迟报, 逾期完成. */
export const punctuality = z.enum(['onTime', 'reportedLate', 'completedLate']).meta({ id: 'Punctuality' });
export type Punctuality = z.infer<typeof punctuality>;
