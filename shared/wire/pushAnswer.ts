import * as z from 'zod';
import { answeredOutcome } from './parts/outcome.ts';
import { packedRows, unpackRows } from './parts/packedRows.ts';
import type { SheetRow } from './parts/sheetRow.ts';

/** What `POST /v1/sync` answers. */
export const packedAnswer = z
  .strictObject({
    pushId: z.string(),
    rulesVersion: z.string(),
    today: z.iso.date(),
    /** The list's year. */
    year: z.int(),
    outcomes: z.array(answeredOutcome),
    /** Rows that changed or opened since `cursor`, the push's own included, but for those that stand as they were sent. */
    changes: packedRows,
    cursor: z.string(),
  })
  .meta({ id: 'PushAnswer' });
export type PackedAnswer = z.infer<typeof packedAnswer>;
export type PushAnswer = Omit<PackedAnswer, 'changes'> & { changes: SheetRow[] };

/** The answer that was sent. */
export function unpackAnswer(answer: PackedAnswer): PushAnswer {
  return { ...answer, changes: unpackRows(answer.changes, answer) };
}

export const packedAnswerExample: PackedAnswer = {
  pushId: 'my-push-0001',
  rulesVersion: '2026.3',
  today: '2024-04-10',
  year: 2024,
  outcomes: [
    {
      key: '2024.1-7-1.1.done.xuejia.2024-W15.h',
      outcome: 'applied',
      version: 1,
      row: { state: 'fulfilled', punctuality: 'onTime' },
    },
  ],
  changes: { arrangements: {}, series: {}, rows: [] },
  cursor: '2024~xuejia~13~2024-04-10',
};
