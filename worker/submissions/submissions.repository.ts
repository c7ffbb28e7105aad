import { submissionOf } from '../../shared/obligations/submissionOf.ts';
import type { LightsOn } from '../../shared/obligations/light.ts';
import type { Submission } from '../../shared/wire/parts/submission.ts';
import { pageInOrder, type ObligationPlace, type Selected } from '../obligations/inOrder.repository.ts';
import { indexOf, type ObligationFilter } from '../obligations/obligationFilter.repository.ts';
import {
  itemColumns,
  itemJoins,
  obligationItem,
  type ObligationJoined,
} from '../obligations/obligations.repository.ts';
import {
  indicatorJoin,
  reportedColumns,
  reportedRowOf,
  submissionJoin,
  type ReportedColumns,
} from './rowColumns.repository.ts';

/** Which rows: those that were reported, those that were not, or both. */
export type Reported = 'true' | 'false' | 'all';

type Joined = ObligationJoined & ReportedColumns;

const columns = `${itemColumns}, ${reportedColumns}`;
const whichever = `${itemJoins} ${indicatorJoin} LEFT JOIN ${submissionJoin}`;

const selections: Record<Reported, Pick<Selected, 'joins' | 'conditions'>> = {
  all: { joins: whichever },
  true: {
    joins: `${itemJoins} ${indicatorJoin} CROSS JOIN ${submissionJoin}`,
    conditions: ['o.received_rows > 0'],
  },
  false: { joins: whichever, conditions: ['o.received_rows < o.rows', 's.row_key IS NULL'] },
};

/** A page of rows in order of due date, and of each obligation in the order of its indicators. */
export async function listSubmissions(
  db: D1Database,
  listId: string,
  on: LightsOn,
  filter: ObligationFilter,
  asked: { reported: Reported; after: ObligationPlace | null; limit: number },
): Promise<{ items: Submission[]; next: ObligationPlace | null }> {
  const index = indexOf(filter);
  const isWhole = index === 'obligations_by_due';
  const { rows, next } = await pageInOrder<Joined>(
    db,
    listId,
    on,
    filter,
    {
      ...{ columns, row: 'i.number', ...selections[asked.reported] },
      // Of a district that has begun to report, few rows are.
      index: asked.reported === 'true' && isWhole ? 'obligations_by_received' : index,
    },
    asked,
    ({ number }) => number,
  );
  return {
    items: rows.map((row) => submissionOf(obligationItem(row, on), reportedRowOf(row, row))),
    next,
  };
}
