import * as z from 'zod';
import { accessKey, accessKeyExample } from './parts/accessKey.ts';

/** What `POST /v1/keys` answers. */
export const mintedKey = accessKey
  .extend({
    /** Shown this once: only its SHA-256 is kept. */
    key: z.string(),
  })
  .meta({ id: 'MintedKey' });
export type MintedKey = z.infer<typeof mintedKey>;

export const mintedKeyExample: MintedKey = {
  ...accessKeyExample,
  lastUsedOn: null,
  key: 'tz_k7f2_shown-this-once',
};
