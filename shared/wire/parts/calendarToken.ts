import * as z from 'zod';

/** What is told of a calendar's link: everything but the link. */
export const calendarToken = z
  .strictObject({
    id: z.string(),
    unit: z.strictObject({ id: z.string(), name: z.string() }),
    /** Whose calendar it is for. */
    label: z.string(),
    /** The person by whose key it was made. */
    madeBy: z.string(),
    /** Id of that key, and whether it is revoked. */
    keyId: z.string(),
    keyRevoked: z.boolean(),
    createdAt: z.string(),
    /** Day in Shanghai on which a calendar last read it. */
    lastUsedOn: z.string().nullable(),
    revokedAt: z.string().nullable(),
  })
  .meta({ id: 'CalendarToken' });
export type CalendarToken = z.infer<typeof calendarToken>;

export const calendarTokenExample: CalendarToken = {
  id: '7m2kq9xd',
  unit: { id: 'xuejia', name: '某镇' },
  label: '王芳的手机',
  madeBy: '王芳',
  keyId: 'k7f2ab3c',
  keyRevoked: false,
  createdAt: '2024-04-10T09:30:12+08:00',
  lastUsedOn: '2024-04-10',
  revokedAt: null,
};
