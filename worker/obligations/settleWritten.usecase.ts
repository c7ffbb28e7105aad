import { shanghaiDate } from '../../shared/calendar/shanghai.ts';
import type { SeriesObligation } from '../../shared/sync/series.ts';
import { settleObligation } from '../../shared/sync/settle.ts';
import {
  besideOthers,
  settleSeries,
  totalChanges,
  type ObligationChange,
  type SeriesChange,
} from '../../shared/sync/settleSeries.ts';
import type { TotalChange } from '../../shared/sync/rollup.ts';
import { writeObligations } from '../ledger/obligationWrite.repository.ts';
import {
  findWritten,
  readDefinitions,
  readWritten,
  type Concerned,
  type StoredWrittenSeries,
  type WrittenSeries,
} from './written.repository.ts';

/** What a portion of the series that a wide change concerns has become. */
export interface SettledPortion {
  changes: ObligationChange[];
  totals: TotalChange[];
}

/**
 * So many obligations are read at a time: with their rows less than 10 MB. A portion takes five statements to read and two to
 * write, so that 100 of them stay within the thousand that D1 allows; a larger change has larger portions.
 */
const obligationsAtATime = 2000;
const mostPortions = 100;

/** Series in portions of about so many obligations; a series is never split. */
export function portionsOf(series: readonly WrittenSeries[]): WrittenSeries[][] {
  const all = series.reduce((sum, { obligations }) => sum + obligations, 0);
  const size = Math.max(obligationsAtATime, Math.ceil(all / mostPortions));
  const portions: WrittenSeries[][] = [];
  let held = Infinity;
  for (const each of series) {
    if (held + each.obligations > size) {
      portions.push([]);
      held = 0;
    }
    portions.at(-1)!.push(each);
    held += each.obligations;
  }
  return portions;
}

/** Where, when and by what margin of pace series are settled. */
export interface SettlingOn {
  db: D1Database;
  listId: string;
  today: string;
  paceMargin: number;
}

/**
 * Brings series that somebody has written to, or that have a share, up to a wide change. What they are now is read portion by portion, and
 * settled by the functions that a push runs. Of a portion only statements are kept: those by which a push writes.
 * @param concerned those that may count otherwise; `shared`: those that get or lose a share.
 * @param nowOf the obligations of a series with the change, in order of time, their counts as they were.
 * @param more what else is written of a portion.
 */
export async function settleWritten(
  on: SettlingOn,
  { concerned, shared }: { concerned: Concerned; shared?: Concerned },
  nowOf: (stored: StoredWrittenSeries) => SeriesObligation[],
  more: (settled: SettledPortion) => D1PreparedStatement[],
): Promise<D1PreparedStatement[]> {
  const { db, listId } = on;
  const written = await findWritten(db, listId, concerned, shared);
  if (written.length === 0) return [];
  const definitions = await readDefinitions(db, listId);
  const statements: D1PreparedStatement[] = [];
  for (const portion of portionsOf(written)) {
    const settled: SettledPortion = { changes: [], totals: [] };
    for (const stored of await readWritten(db, listId, portion, definitions)) {
      const series = { before: stored.obligations, now: nowOf(stored) };
      settled.changes.push(...settleSeries(changeOf(series, stored.receivedAt), on));
      settled.totals.push(...totalChanges(series, false));
    }
    const obligations = settled.changes.map(({ after }) => after);
    statements.push(...writeObligations(db, obligations), ...more(settled));
  }
  return statements;
}

/** What an obligation becomes by a wide change it became when the last of the rows that are left came, not now (I11.10). */
function changeOf(
  { before, now }: Pick<SeriesChange, 'before' | 'now'>,
  receivedAt: ReadonlyMap<string, number>,
): SeriesChange {
  return {
    before,
    now,
    neighboursChanged: besideOthers(before, now),
    settle: (obligation) => {
      if (obligation.retired || !obligation.touched) return null;
      const last = Math.max(0, ...obligation.rows.map(({ key }) => receivedAt.get(key) ?? 0));
      const settled = settleObligation(obligation, { now: last, today: shanghaiDate(last) }, false);
      return isSame(obligation, settled) ? null : settled;
    },
  };
}

const isSame = (a: SeriesObligation, b: SeriesObligation): boolean =>
  a.receivedRows === b.receivedRows &&
  a.fulfilledRows === b.fulfilledRows &&
  a.draftRows === b.draftRows &&
  a.firstReceivedAt === b.firstReceivedAt &&
  a.firstFulfilledAt === b.firstFulfilledAt &&
  a.punctuality === b.punctuality &&
  a.review === b.review;
