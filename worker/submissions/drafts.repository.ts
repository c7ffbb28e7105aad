import { shanghaiTime } from '../../shared/calendar/shanghai.ts';
import { submissionOf } from '../../shared/obligations/submissionOf.ts';
import type { LightsOn } from '../../shared/obligations/light.ts';
import type { Finding } from '../../shared/rules/finding.ts';
import type { RowValues } from '../../shared/row/row.ts';
import type { Submission } from '../../shared/wire/parts/submission.ts';
import { contentValues } from '../ledger/rows.repository.ts';
import { pageInOrder, type ObligationPlace } from '../obligations/inOrder.repository.ts';
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

type Joined = ObligationJoined &
  ReportedColumns & {
    draft_version: number;
    content: string;
    findings: string;
    draft_at: number;
    draft_by: string;
  };

const columns = `${itemColumns}, ${reportedColumns}, w.version AS draft_version, w.content, w.findings,
  w.received_at AS draft_at, coalesce((SELECT holder FROM access_keys WHERE id = w.received_by), w.received_by) AS draft_by`;
const joins = `${itemJoins} ${indicatorJoin}
  CROSS JOIN drafts w ON w.obligation_key = o.key AND w.indicator_id = i.id LEFT JOIN ${submissionJoin}`;

/** A row that breaks a rule, as it was left. */
export interface Draft {
  row: Submission;
  version: number;
  values: RowValues;
  findings: Finding[];
  submittedAt: string;
  by: string;
}

/** A page of drafts, in the order of their rows. */
export async function listDrafts(
  db: D1Database,
  listId: string,
  on: LightsOn,
  filter: ObligationFilter,
  page: { after: ObligationPlace | null; limit: number },
): Promise<{ items: Draft[]; next: ObligationPlace | null }> {
  const index = indexOf(filter);
  const { rows, next } = await pageInOrder<Joined>(
    db,
    listId,
    on,
    filter,
    {
      ...{ columns, joins, row: 'i.number', conditions: ['o.draft_rows > 0'] },
      index: index === 'obligations_by_due' ? 'obligations_by_draft' : index,
    },
    page,
    ({ number }) => number,
  );
  return {
    items: rows.map((row) => ({
      row: submissionOf(obligationItem(row, on), reportedRowOf(row, row)),
      version: row.draft_version,
      values: contentValues(row.content),
      findings: JSON.parse(row.findings) as Finding[],
      submittedAt: shanghaiTime(row.draft_at),
      by: row.draft_by,
    })),
    next,
  };
}
