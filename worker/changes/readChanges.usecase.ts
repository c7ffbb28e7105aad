import type { ChangesAnswer } from '../../shared/wire/changes.ts';
import type { Asking } from '../obligations/understand.usecase.ts';
import { Problem } from '../problems/problem.ts';
import { chooseList } from '../taskLists/chooseList.usecase.ts';
import { unitOf } from '../units/unitOf.usecase.ts';
import { loadChangesPage, type PageAsked, type Standing } from './changes.repository.ts';
import { formatChangesCursor, readChangesCursor, type ChangesCursor } from './changesCursor.ts';

interface ChangesAsked {
  year?: number | undefined;
  unit?: string | undefined;
  cursor?: string | undefined;
  limit: number;
}

const beginning: PageAsked = { of: 'written', sequence: 0, key: '' };

const pageAfter = ({ sequence, day, within }: ChangesCursor): PageAsked =>
  within?.until
    ? { of: 'calendar', from: day, until: within.until, key: within.key }
    : { of: 'written', sequence: within ? sequence : sequence + 1, key: within?.key ?? '' };

const frameOf = ({ roster, blueDays }: Pick<Standing, 'roster' | 'blueDays'>): string =>
  `r${roster}b${blueDays}`;

/**
 * What changed in the district since a cursor, written or by the calendar (B18.4). A page's end is a place in the order of
 * writing, and a change's number is taken in its batch: so nothing that is written meanwhile is missed, and what was told
 * before it was written again is told again.
 */
export async function readChanges(on: Asking, asked: ChangesAsked): Promise<ChangesAnswer> {
  const { db, clock } = on;
  const { today } = clock;
  const unit = await unitOf(on, asked.unit);
  const cursor = asked.cursor === undefined ? null : readChangesCursor(asked.cursor);
  const list = await chooseList(db, asked.year ?? (cursor ? Number(cursor.list) : undefined), today);
  const invalid = (): Problem => new Problem('cursor-invalid', { cursor: asked.cursor!.slice(0, 64) });
  if (cursor && (cursor.list !== list.id || cursor.unit !== unit)) throw invalid();
  const load = (page: PageAsked) =>
    loadChangesPage(
      db,
      { listId: list.id, unit },
      page,
      { today, blueDays: list.settings.blueDays },
      asked.limit,
    );
  let since = cursor;
  let page = since ? pageAfter(since) : beginning;
  let found = await load(page);
  if (since && (since.sequence > found.change || since.known > found.change || since.day > today))
    throw invalid();
  // What has gone, or stands in every answer otherwise, only a beginning can tell.
  if (since && (found.deletion > since.known || frameOf(found) !== since.frame)) {
    since = null;
    page = beginning;
    found = await load(page);
  }
  const { change, changed, ended } = found;
  const day = since?.day ?? today;
  const stands = { list: list.id, unit, known: change, frame: frameOf(found) };
  let next: ChangesCursor;
  if (page.of === 'calendar') {
    next = {
      ...{ ...stands, sequence: since!.sequence },
      day: ended ? day : page.until,
      within: ended && { key: ended.key, until: page.until },
    };
  } else if (ended) {
    next = { ...stands, sequence: ended.sequence, day, within: { key: ended.key, until: null } };
  } else {
    next = { ...stands, sequence: change, day, within: day < today ? { key: '-', until: today } : null };
  }
  return {
    year: list.year,
    today,
    since: since && { change: since.sequence, day: since.day },
    change,
    changed,
    more: next.within !== null || next.sequence < change || next.day < today,
    cursor: formatChangesCursor(next),
  };
}
