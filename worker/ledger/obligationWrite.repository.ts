import { countsOf } from '../../shared/sync/rollup.ts';
import type { SeriesObligation } from '../../shared/sync/series.ts';
import { bulk, eachRow } from '../db/bulk.ts';
import { thisChange } from '../db/change.ts';

/**
 * Statements that write what obligations have become by their rows, in the batch of a push or of a wide change, and count
 * them as changed. They have to be stored already; their dates are not written here.
 */
export function writeObligations(
  db: D1Database,
  obligations: readonly SeriesObligation[],
): D1PreparedStatement[] {
  return bulk(
    db,
    `UPDATE obligations SET received_rows = e.value->>1, fulfilled_rows = e.value->>2, draft_rows = e.value->>3,
       first_received_at = e.value->>4, first_fulfilled_at = e.value->>5, last_changed_at = e.value->>6,
       punctuality = e.value->>7, waived_by = e.value->>8, retired = e.value->>9, touched = e.value->>10,
       expected = e.value->>11, received = e.value->>12, fulfilled = e.value->>13,
       review = e.value->>14, declared = e.value->>15, behind_from = e.value->>16, sequence = ${thisChange}
     FROM ${eachRow} WHERE obligations.key = e.value->>0`,
    obligations.map((each) => {
      const { expected, received, fulfilled } = countsOf(each);
      return [
        ...[each.key, each.receivedRows, each.fulfilledRows, each.draftRows],
        ...[each.firstReceivedAt, each.firstFulfilledAt, each.lastChangedAt, each.punctuality, each.waivedBy],
        ...[Number(each.retired), Number(each.touched), expected, received, fulfilled],
        ...[each.review, each.declared, each.behindFrom],
      ];
    }),
  );
}
