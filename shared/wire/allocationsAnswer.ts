import * as z from 'zod';
import { allocation } from './allocations.ts';

/** `GET /v1/task-lists/{year}/allocations`: of every unit; for a reporter, of its own. */
export const allocationsAnswer = z
  .strictObject({
    allocations: z.array(allocation),
    /** Who is asked for each arrangement at any time of the year; one of which nobody is asked has no entry. */
    asked: z.array(z.strictObject({ arrangement: z.string(), units: z.array(z.string()) })),
    /** Who saved this version, and when; `null` where shares were never set, or not since versions are kept. */
    saved: z.strictObject({ by: z.string(), at: z.string() }).nullable(),
  })
  .meta({ id: 'AllocationsAnswer' });
export type AllocationsAnswer = z.infer<typeof allocationsAnswer>;

export const allocationsAnswerExample: AllocationsAnswer = {
  allocations: [{ arrangement: '1-1-1', indicator: 'i1', unit: 'xuejia', share: 20 }],
  asked: [{ arrangement: '1-1-1', units: ['xuejia', 'benniu'] }],
  saved: { by: '周文斌', at: '2024-04-10T09:30:12.000+08:00' },
};
