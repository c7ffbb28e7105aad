import * as z from 'zod';
import { accessKey, accessKeyExample } from './parts/accessKey.ts';

/** `GET /v1/keys`. */
export const accessKeys = z.strictObject({ keys: z.array(accessKey) }).meta({ id: 'AccessKeys' });
export type AccessKeys = z.infer<typeof accessKeys>;

export const accessKeysExample: AccessKeys = { keys: [accessKeyExample] };
