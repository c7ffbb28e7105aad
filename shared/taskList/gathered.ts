import * as z from 'zod';
import { diagnostic } from './diagnostic.ts';

/** What a reading asks or tells, once: with how many places it stands for, and where they are. */
export const gathered = z
  .strictObject({
    code: diagnostic.shape.code,
    severity: diagnostic.shape.severity,
    /** How many places of the document it stands for; of names: how many names. */
    count: z.int().min(1),
    /** Codes of the tasks and arrangements concerned, in the order of the list. */
    at: z.array(z.string()),
    /** Their cells, 1-based. */
    cells: z.array(diagnostic.shape.cell.unwrap()),
    /** The words concerned, as printed, each once. */
    words: z.array(z.string()),
    zh: z.string(),
    en: z.string(),
  })
  .meta({ id: 'GatheredDiagnostic' });
export type Gathered = z.infer<typeof gathered>;
