import * as z from 'zod';
import { obligation, obligationExample } from './parts/obligation.ts';

/** `GET /v1/obligations`. */
export const obligationsAnswer = z
  .strictObject({
    today: z.iso.date(),
    obligations: z.array(obligation),
    /** Give it as `cursor` for the next page; `null` at the end. */
    next: z.string().nullable(),
    /** How many match, and the number of the last change then; `null` unless `total=true` asks for them. */
    total: z.int().nullable(),
    change: z.int().nullable(),
  })
  .meta({ id: 'Obligations' });
export type ObligationsAnswer = z.infer<typeof obligationsAnswer>;

export const obligationsAnswerExample: ObligationsAnswer = {
  today: '2024-04-10',
  obligations: [obligationExample],
  next: null,
  total: null,
  change: null,
};
