import * as z from 'zod';
import { progressCounts } from '../progress.ts';
import { light } from './acted.ts';
import { mark } from './mark.ts';
import { obligationState } from './obligationState.ts';
import { reviewState } from './review.ts';

/** The filters of `GET /v1/obligations`, as an act names them; all that are given must hold. */
export const obligationFilter = z
  .strictObject({
    year: z.int().min(2000).max(2100).optional(),
    unit: z.string().max(40).optional(),
    category: z.int().min(1).max(99).optional(),
    task: z.string().max(12).optional(),
    arrangement: z.string().max(12).optional(),
    period: z.string().max(12).optional(),
    state: obligationState.optional(),
    review: reviewState.optional(),
    light: light.optional(),
    counted: progressCounts.keyof().optional(),
    mark: mark.optional(),
    /** Due on this day or later; before this day. */
    dueFrom: z.iso.date().optional(),
    dueBefore: z.iso.date().optional(),
  })
  .meta({ id: 'ObligationFilter' });
export type ObligationFilterAsked = z.infer<typeof obligationFilter>;
