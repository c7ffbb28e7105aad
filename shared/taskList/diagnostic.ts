import * as z from 'zod';

/** What the importer has to say about one place of the published document. Plain data; sentences come with it in both languages. */
export const diagnostic = z
  .strictObject({
    /** Stable, such as `number-repeated`. */
    code: z.string(),
    /** `error`: something could not be read; `warning`: a fault of the document; `decision`: a person has to decide; `info`: noted (cross-footing). */
    severity: z.enum(['error', 'warning', 'decision', 'info']),
    /** 1-based row and column of the grid, where known. */
    cell: z.strictObject({ row: z.int(), column: z.int() }).nullable(),
    /** Code of the task or arrangement concerned, where known. */
    at: z.string().nullable(),
    /** The words concerned, as printed. */
    text: z.string().nullable(),
    zh: z.string(),
    en: z.string(),
  })
  .meta({ id: 'Diagnostic' });
export type Diagnostic = z.infer<typeof diagnostic>;
