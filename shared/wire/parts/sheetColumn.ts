import * as z from 'zod';

/** A column of the ledger. */
export const sheetColumn = z
  .strictObject({
    field: z.string(),
    zh: z.string(),
    en: z.string(),
    /** `identity` cells are restored when touched; `hidden` ones carry the workbook's own state. */
    role: z.enum(['identity', 'value', 'hidden']),
    /** Choices of a dropdown, by kind of row. */
    choices: z.strictObject({ dated: z.array(z.string()), cadence: z.array(z.string()) }).nullable(),
  })
  .meta({ id: 'SheetColumn' });
export type SheetColumn = z.infer<typeof sheetColumn>;
