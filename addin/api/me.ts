import * as z from 'zod';

/** `GET /v1/me`: whose key it is. `unit` is `null` for keys of the bureau. */
export const me = z.object({
  role: z.string(),
  unit: z.object({ id: z.string(), name: z.string() }).nullable(),
  keyId: z.string(),
  today: z.string(),
  demo: z.boolean(),
  year: z.int().nullable(),
});
export type Me = z.infer<typeof me>;
