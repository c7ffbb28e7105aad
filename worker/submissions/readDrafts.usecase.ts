import { sentenceFor } from '../../shared/rules/sentences.ts';
import type { DraftItem, DraftsAnswer } from '../../shared/wire/drafts.ts';
import { understand, type Asked, type Asking } from '../obligations/understand.usecase.ts';
import { atOneChange } from '../obligations/readAtOneChange.usecase.ts';
import { listDrafts, type Draft } from './drafts.repository.ts';
import { rowCursorOf, rowPlaceOf } from './rowPlace.ts';

function itemOf({ row, findings, ...draft }: Draft): DraftItem {
  const told = findings.map((finding) => ({
    ...finding,
    zh: sentenceFor(finding, 'zh'),
    en: sentenceFor(finding, 'en'),
  }));
  return { ...row, draft: { ...draft, findings: told } };
}

/** A page of rows whose last values break a rule, with what was found (B18.3); a reporter sees its own unit's. */
export async function readDrafts(
  on: Asking & { change: number },
  { limit, cursor, ...asked }: Asked & { limit: number; cursor?: string | undefined },
): Promise<DraftsAnswer> {
  const after = rowPlaceOf(cursor);
  const { list, lights, filter } = await understand(on, asked);
  const { items, next } = await listDrafts(on.db, list.id, lights, filter, { after, limit });
  return { today: on.clock.today, change: on.change, drafts: items.map(itemOf), next: rowCursorOf(next) };
}

/** So many drafts are read at once for a file. */
const filePage = 1000;

/** All drafts that a filter leaves, of one change number, for a file. */
export async function readAllDrafts(on: Asking, asked: Asked): Promise<AsyncIterable<DraftItem>> {
  const { list, lights, filter } = await understand(on, asked);
  return atOneChange(on.db, { listId: list.id, unit: filter.unit }, async (after) => {
    const { items, next } = await listDrafts(on.db, list.id, lights, filter, { after, limit: filePage });
    return { items: items.map(itemOf), next };
  });
}
