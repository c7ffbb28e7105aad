import * as z from 'zod';
import { unitId } from '../roster/roster.ts';

const anyKey = {
  /** The name of the person to whom it is issued; it stands wherever it is said who did something. */
  holder: z.string().trim().min(1).max(40),
  label: z.string().max(80).default(''),
  expiresAt: z.iso.datetime({ offset: true }).optional(),
};

/** `POST /v1/keys`: the key that is wanted. */
export const newKey = z
  .discriminatedUnion('role', [
    z.strictObject({
      role: z.literal('reporter'),
      /** The unit whose rows the key may read and write. */
      unit: unitId,
      ...anyKey,
    }),
    z.strictObject({ role: z.enum(['officer', 'admin', 'viewer']), ...anyKey }),
  ])
  .meta({ id: 'NewKey' });
export type NewKey = z.infer<typeof newKey>;

export const newKeyExample: NewKey = { role: 'reporter', unit: 'xuejia', holder: '王芳', label: '某镇' };
