import * as z from 'zod';
import { unitId } from '../roster/roster.ts';

const anyKey = {
  label: z.string().max(80).default(''),
  expiresAt: z.iso.datetime({ offset: true }).optional(),
};

/** `POST /v1/keys`: the key that is wanted. */
export const newKey = z.discriminatedUnion('role', [
  z.strictObject({
    role: z.literal('reporter'),
    /** The unit whose rows the key may read and write. */
    unit: unitId,
    ...anyKey,
  }),
  z.strictObject({ role: z.enum(['officer', 'admin', 'viewer']), ...anyKey }),
]);
export type NewKey = z.infer<typeof newKey>;

export const newKeyExample: NewKey = { role: 'reporter', unit: 'xuejia', label: '某镇' };
