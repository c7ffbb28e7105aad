import * as z from 'zod';
import { roles } from './role.ts';

/** What is told of an access key: everything but the key. */
export const accessKey = z
  .strictObject({
    id: z.string(),
    role: z.enum(roles),
    unit: z.string().nullable(),
    label: z.string(),
    /** The person to whom it was issued. */
    holder: z.string(),
    createdAt: z.string(),
    expiresAt: z.string().nullable(),
    /** Day of the last request, in Shanghai. */
    lastUsedOn: z.string().nullable(),
    revokedAt: z.string().nullable(),
  })
  .meta({ id: 'AccessKey' });
export type AccessKey = z.infer<typeof accessKey>;

export const accessKeyExample: AccessKey = {
  id: 'k7f2',
  role: 'reporter',
  unit: 'xuejia',
  label: '某镇',
  holder: '王芳',
  createdAt: '2024-01-10T10:00:00.000+08:00',
  expiresAt: null,
  lastUsedOn: '2024-04-10',
  revokedAt: null,
};
