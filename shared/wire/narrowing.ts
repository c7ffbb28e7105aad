import * as z from 'zod';
import { unitId } from '../roster/roster.ts';
import { listOf } from '../schema/bounded.ts';

/** `PUT /v1/task-lists/{year}/assignments`: from a day on, an arrangement is assigned to these units only. */
export const narrowing = z
  .strictObject({
    arrangement: z.string().max(12),
    /** First day on which only these units are assigned. */
    from: z.iso.date(),
    units: listOf(unitId, { min: 1, max: 2000 }),
  })
  .meta({ id: 'Narrowing' });
export type Narrowing = z.infer<typeof narrowing>;

export const narrowingExample: Narrowing = { arrangement: '1-1-1', from: '2024-07-01', units: ['xuejia'] };
