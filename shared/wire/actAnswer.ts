import * as z from 'zod';

/** What became of an obligation of an act. */
export const actOutcomeKind = z.enum(['applied', 'unchanged', 'refused']);
export type ActOutcomeKind = z.infer<typeof actOutcomeKind>;

export const actOutcome = z
  .strictObject({
    key: z.string(),
    outcome: actOutcomeKind,
    /** Of a refusal: why, and what to do. */
    code: z.string().optional(),
    zh: z.string().optional(),
    en: z.string().optional(),
  })
  .meta({ id: 'ActOutcome' });
export type ActOutcome = z.infer<typeof actOutcome>;

/** What `POST /v1/acts` answers: each obligation by itself, in the order named. */
export const actAnswer = z
  .strictObject({
    actId: z.string(),
    act: z.string(),
    /** How many obligations it was about, and what became of so many of them. */
    count: z.int(),
    applied: z.int(),
    unchanged: z.int(),
    refused: z.int(),
    today: z.iso.date(),
    outcomes: z.array(actOutcome),
  })
  .meta({ id: 'ActAnswer' });
export type ActAnswer = z.infer<typeof actAnswer>;

export const actAnswerExample: ActAnswer = {
  actId: 'my-act-0001',
  act: 'return',
  count: 1,
  applied: 1,
  unchanged: 0,
  refused: 0,
  today: '2024-04-10',
  outcomes: [{ key: '2024.1-7-1.1.xuejia.2024-W15', outcome: 'applied' }],
};
