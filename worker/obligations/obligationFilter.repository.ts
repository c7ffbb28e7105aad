import type { LightsOn } from '../../shared/obligations/light.ts';
import type { Light } from '../../shared/wire/parts/acted.ts';
import type { Mark } from '../../shared/wire/parts/mark.ts';
import type { ObligationState } from '../../shared/wire/parts/obligationState.ts';
import type { ReviewState } from '../../shared/wire/parts/review.ts';
import type { ProgressCounts } from '../../shared/wire/progress.ts';
import { markOf } from '../progress/marks.ts';
import { lightConditions } from '../progress/lights.repository.ts';

/** Filters of `GET /v1/obligations`; all that are given must hold. */
export interface ObligationFilter {
  unit?: string | undefined;
  category?: number | undefined;
  task?: string | undefined;
  arrangement?: string | undefined;
  period?: string | undefined;
  state?: ObligationState | undefined;
  review?: ReviewState | undefined;
  light?: Light | undefined;
  /** A number of a progress answer: the obligations that it counts. */
  counted?: keyof ProgressCounts | undefined;
  /** How it is marked among what falls due. */
  mark?: Mark | undefined;
  /** Due on this day or later. */
  dueFrom?: string | undefined;
  /** Due before this day, the day itself left out. */
  dueBefore?: string | undefined;
}

/** States as SQL says them (see `stateOf`), from how an obligation counts; ?2 is today. */
const stateConditions: Record<ObligationState, string> = {
  retired: `o.retired = 1`,
  fulfilled: `o.fulfilled = 1`,
  waived: `o.retired = 0 AND o.expected = 0`,
  overdue: `o.expected = 1 AND o.fulfilled = 0 AND o.due_on < ?2`,
  received: `o.received = 1 AND o.fulfilled = 0 AND (o.due_on IS NULL OR o.due_on >= ?2)`,
  undated: `o.expected = 1 AND o.received = 0 AND o.due_on IS NULL`,
  open: `o.expected = 1 AND o.received = 0 AND o.due_on >= ?2 AND o.opens_on <= ?2`,
  upcoming: `o.expected = 1 AND o.received = 0 AND o.due_on >= ?2 AND o.opens_on > ?2`,
};

const isDue = `o.expected = 1 AND o.due_on < ?2`;
const fulfilled = `o.fulfilled = 1 AND o.due_on IS NOT NULL`;

/** Exactly the obligations that each number of a progress answer counts. */
const countConditions: Record<keyof ProgressCounts, string> = {
  expected: `o.expected = 1 AND o.due_on IS NOT NULL`,
  due: isDue,
  dueReceived: `${isDue} AND o.received = 1`,
  dueFulfilled: `${isDue} AND o.fulfilled = 1`,
  dueOnTime: `${isDue} AND o.fulfilled = 1 AND o.punctuality = 'onTime'`,
  received: `o.received = 1 AND o.due_on IS NOT NULL`,
  fulfilled,
  onTime: `${fulfilled} AND o.punctuality = 'onTime'`,
  reportedLate: `${fulfilled} AND o.punctuality = 'reportedLate'`,
  completedLate: `${fulfilled} AND o.punctuality = 'completedLate'`,
  overdue: `${isDue} AND o.fulfilled = 0`,
  missing: `${isDue} AND o.received = 0`,
  undated: `o.expected = 1 AND o.due_on IS NULL`,
  toAccept: `o.expected = 1 AND o.review = 'toAccept'`,
  accepted: `o.expected = 1 AND o.review = 'accepted'`,
  returned: `o.expected = 1 AND o.review = 'returned'`,
  ...lightConditions,
};

/** Counts of dated and undated obligations alike. */
const ofBoth: ReadonlySet<keyof ProgressCounts> = new Set([
  ...(['toAccept', 'accepted', 'returned', 'yellow'] as const),
]);

/**
 * SQL of all that a filter asks for, of an obligation `o`, and its values: ?1 is the list, ?2 today, ?3 the day up to which what
 * falls due is soon.
 */
export function conditionsOf(
  listId: string,
  { today, blueUntil }: LightsOn,
  filter: ObligationFilter,
): { conditions: string[]; values: (string | number)[] } {
  const conditions = ['o.list_id = ?1', '?2 IS NOT NULL', '?3 IS NOT NULL'];
  const values: (string | number)[] = [listId, today, blueUntil];
  const where = (condition: string, bound: string | number): void => {
    conditions.push(condition.replace(/\?$/u, `?${values.push(bound)}`));
  };
  if (filter.unit !== undefined) where('o.unit_id = ?', filter.unit);
  if (filter.category !== undefined) where('o.category = ?', filter.category);
  if (filter.task !== undefined) where('o.task_code = ?', filter.task);
  if (filter.arrangement !== undefined) where('o.arrangement_code = ?', filter.arrangement);
  if (filter.period !== undefined) where('o.period_id = ?', filter.period);
  if (filter.dueFrom !== undefined) where('o.due_on >= ?', filter.dueFrom);
  if (filter.dueBefore !== undefined) where('o.due_on < ?', filter.dueBefore);
  if (filter.state !== undefined) conditions.push(stateConditions[filter.state]);
  if (filter.review !== undefined) where('o.review = ?', filter.review);
  if (filter.light !== undefined) conditions.push(lightConditions[filter.light]);
  if (filter.counted !== undefined) conditions.push(countConditions[filter.counted]);
  if (filter.mark !== undefined)
    where(`o.expected = 1 AND o.due_on IS NOT NULL AND (${markOf}) = ?`, filter.mark);
  if (filter.state === undefined) conditions.push('o.retired = 0');
  return { conditions, values };
}

/** The index that has a question's obligations in order of due date and key: what is read grows with the page. */
export function indexOf({ unit, arrangement, review, light, counted }: ObligationFilter): string {
  if (unit !== undefined) return 'obligations_by_unit_due';
  if (light === 'yellow' || counted === 'yellow') return 'obligations_by_yellow';
  if (arrangement === undefined && review !== undefined) return 'obligations_by_review';
  return arrangement === undefined ? 'obligations_by_due' : 'obligations_by_arrangement_due';
}

/** Whether a question is about dated obligations only, or about undated ones only. */
export function oneSided({
  state,
  light,
  counted,
  mark,
  dueFrom,
  dueBefore,
}: ObligationFilter): 'dated' | 'undated' | null {
  if (state === 'undated' || counted === 'undated') return 'undated';
  if (light === 'red' || light === 'blue') return 'dated';
  const counts = counted !== undefined && !ofBoth.has(counted);
  return counts || mark !== undefined || dueFrom !== undefined || dueBefore !== undefined ? 'dated' : null;
}
