import * as z from 'zod';
import { rawValues } from '../row/row.ts';
import { listOf } from '../schema/bounded.ts';

/** Most rows and bytes of one push (S11); a client splits by bytes. */
export const pushLimits = { rows: 5000, bytes: 4_000_000 } as const;

export const pushRow = z
  .strictObject({
    key: z.string().min(1).max(120),
    /** Version of the row that the workbook last saw: of the draft where there is one; `null`: never saw one. */
    base: z.int().min(1).nullable(),
    values: rawValues,
  })
  .meta({ id: 'PushRow' });
export type PushRow = z.infer<typeof pushRow>;

/** `POST /v1/sync`. */
export const pushRequest = z
  .strictObject({
    /** Made by the client; the same push sent again is answered again, not applied again (S2). */
    pushId: z.string().regex(/^[A-Za-z0-9_-]{8,64}$/),
    /** Where the last pull ended; absent: no changes are wanted before this push. */
    cursor: z.string().max(64).optional(),
    rulesVersion: z.string().min(1).max(20),
    rows: listOf(pushRow, { max: pushLimits.rows }),
  })
  .meta({ id: 'Push' });
export type PushRequest = z.infer<typeof pushRequest>;

export const pushRequestExample: PushRequest = {
  pushId: 'my-push-0001',
  rulesVersion: '2026.3',
  rows: [
    {
      key: '2024.1-7-1.1.done.xuejia.2024-W15.h',
      base: null,
      values: { status: '已开展', note: '调度 5 家装货企业，已通报。' },
    },
  ],
};
