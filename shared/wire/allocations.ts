import * as z from 'zod';
import { unitId } from '../roster/roster.ts';
import { listOf } from '../schema/bounded.ts';

/** A unit's share of an indicator's target (分解指标). */
export const allocation = z
  .strictObject({
    arrangement: z.string().max(12),
    indicator: z.string().max(4),
    unit: unitId,
    /** The unit's share of the district's target; `null` takes it away. */
    share: z.int().min(0).max(1_000_000_000).nullable(),
  })
  .meta({ id: 'Allocation' });
export type Allocation = z.infer<typeof allocation>;

/** `GET` and `PUT /v1/task-lists/{year}/allocations`: what is left out stays as it is. */
export const allocations = z
  .strictObject({ allocations: listOf(allocation, { max: 20_000 }) })
  .meta({ id: 'Allocations' });
export type Allocations = z.infer<typeof allocations>;

export const allocationsExample: Allocations = {
  allocations: [{ arrangement: '1-1-1', indicator: 'i1', unit: 'xuejia', share: 20 }],
};
