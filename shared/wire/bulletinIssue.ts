import * as z from 'zod';

/** `POST /v1/bulletins/{id}/issue`: issues what was seen. */
export const bulletinIssue = z
  .strictObject({
    /** `change` of the draft that was seen. */
    change: z.int().min(0),
    /** `asOf` of the draft that was seen: with another day, other things are due. */
    asOf: z.iso.date().optional(),
  })
  .meta({ id: 'BulletinIssue' });
export type BulletinIssue = z.infer<typeof bulletinIssue>;

export const bulletinIssueExample: BulletinIssue = { change: 812, asOf: '2024-04-10' };
