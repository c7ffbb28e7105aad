import { addDays } from '../../shared/calendar/days.ts';
import type { RevisionItem, RevisionsAnswer } from '../../shared/wire/revisions.ts';
import { midnight, timeCursorOf, timePlaceOf, type TimePlace } from '../db/timePlace.ts';
import type { Asking } from '../obligations/understand.usecase.ts';
import { asBegun } from '../obligations/readAtOneChange.usecase.ts';
import { chooseList } from '../taskLists/chooseList.usecase.ts';
import { unitOf } from '../units/unitOf.usecase.ts';
import {
  lastRevision,
  listRevisions,
  type RevisionFilter,
  type RevisionOrder,
} from './revisions.repository.ts';

/** What is asked of the versions of rows; days are those of Shanghai by the server's clock, both ends among them. */
export interface RevisionQuestion {
  year?: number | undefined;
  unit?: string | undefined;
  arrangement?: string | undefined;
  period?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  order: RevisionOrder;
}

async function understand(
  { db, access, clock }: Asking,
  { year, unit, arrangement, period, from, to }: RevisionQuestion,
): Promise<{ listId: string; filter: RevisionFilter }> {
  const seen = await unitOf({ db, access }, unit);
  const list = await chooseList(db, year, clock.today);
  return {
    listId: list.id,
    filter: {
      ...{ unit: seen ?? undefined, arrangement, period },
      from: from === undefined ? undefined : midnight(from),
      before: to === undefined ? undefined : midnight(addDays(to, 1)),
    },
  };
}

/** A page of who wrote which version of which row when (B18.2); a reporter sees its own unit's. */
export async function readRevisions(
  on: Asking,
  { limit, cursor, ...asked }: RevisionQuestion & { limit: number; cursor?: string | undefined },
): Promise<RevisionsAnswer> {
  const after = timePlaceOf(cursor);
  const { listId, filter } = await understand(on, asked);
  const { items, next } = await listRevisions(on.db, listId, filter, { order: asked.order, after, limit });
  return { today: on.clock.today, revisions: items, next: timeCursorOf(next) };
}

/** So many versions are read at once for a file. */
const filePage = 2000;

/** All versions that a filter leaves, of one change number, for a file. */
export async function readAllRevisions(
  on: Asking,
  asked: RevisionQuestion,
): Promise<AsyncIterable<RevisionItem>> {
  const { listId, filter } = await understand(on, asked);
  return asBegun<RevisionItem, TimePlace>(
    on.db,
    { listId, unit: filter.unit },
    () => lastRevision(on.db),
    (after, upTo) =>
      listRevisions(on.db, listId, { ...filter, upTo }, { order: asked.order, after, limit: filePage }),
  );
}
