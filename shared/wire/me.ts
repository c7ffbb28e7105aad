import * as z from 'zod';
import { roles } from './parts/role.ts';

/** `GET /v1/me`: whose key it is, and what day it is at the server. `unit` is `null` for keys of the bureau. */
export const me = z
  .strictObject({
    role: z.enum(roles),
    unit: z.strictObject({ id: z.string(), name: z.string() }).nullable(),
    keyId: z.string(),
    /** The person to whom the key was issued. */
    holder: z.string(),
    today: z.iso.date(),
    demo: z.boolean(),
    /** Year of the newest list that has begun. */
    year: z.int().nullable(),
  })
  .meta({ id: 'Me' });
export type Me = z.infer<typeof me>;

export const meExample: Me = {
  role: 'reporter',
  unit: { id: 'xuejia', name: '某镇' },
  keyId: 'k7f2',
  holder: '王芳',
  today: '2024-04-10',
  demo: true,
  year: 2024,
};
