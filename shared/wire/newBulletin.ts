import * as z from 'zod';
import { bulletinPreset } from '../bulletin/content.ts';

/** `POST /v1/bulletins`: a draft of the present state. */
export const newBulletin = z
  .strictObject({
    /** The list; without it the newest that has begun by the last of the days. */
    year: z.int().min(2000).max(2100).optional(),
    preset: bulletinPreset,
    /** A week, month or quarter; without it the last one that is over. */
    period: z.string().max(12).optional(),
    /** The days of a free span, both of them meant. */
    from: z.iso.date().optional(),
    to: z.iso.date().optional(),
    /** Id of the issued one that it is to correct: it is of the same days. */
    corrects: z.string().max(40).optional(),
    /** Today, where it is given: an earlier day is answered by issued ones only. */
    asOf: z.iso.date().optional(),
  })
  .meta({ id: 'NewBulletin' });
export type NewBulletin = z.infer<typeof newBulletin>;

export const newBulletinExample: NewBulletin = { year: 2024, preset: 'weekly', period: '2024-W14' };
