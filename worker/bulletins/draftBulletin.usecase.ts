import { whatOf } from '../../shared/audit/changes.ts';
import { numberWords } from '../../shared/bulletin/number.ts';
import { unpackContent } from '../../shared/bulletin/pack.ts';
import type { Bulletin } from '../../shared/wire/bulletin.ts';
import type { NewBulletin } from '../../shared/wire/newBulletin.ts';
import { auditStatement } from '../audit/auditEntry.repository.ts';
import { randomText } from '../identity/accessKey.ts';
import type { By } from '../identity/by.ts';
import { invalidAt } from '../problems/invalidRequest.ts';
import { Problem } from '../problems/problem.ts';
import { chooseList } from '../taskLists/chooseList.usecase.ts';
import { contentOf } from './bulletinContent.usecase.ts';
import { daysAskedFor } from './bulletinDays.ts';
import {
  findBulletin,
  findSame,
  insertDraft,
  newHeads,
  type StoredBulletin,
  type WholeBulletin,
} from './bulletins.repository.ts';
import { answerOf, bulletinOf, checkAsOf } from './readBulletins.usecase.ts';

type Days = Pick<StoredBulletin, 'listId' | 'preset' | 'period' | 'from' | 'to' | 'corrects'>;

/** Which bulletin is asked for: the list, its days, what it corrects. */
async function understood(by: By, asked: NewBulletin): Promise<Days> {
  const { db, clock } = by;
  if (asked.corrects === undefined) {
    const days = daysAskedFor(asked, clock.today);
    const list = await chooseList(db, asked.year, days.to);
    return { ...days, listId: list.id, corrects: null };
  }
  const corrected = await bulletinOf(by, asked.corrects);
  const { id, issued, kept, preset, period, from, to, listId } = corrected;
  if (issued === null || kept === null) throw new Problem('bulletin-not-found', { id });
  const differs = (['preset', 'period', 'from', 'to'] as const).filter(
    (name) => asked[name] !== undefined && asked[name] !== corrected[name],
  );
  const places = [...differs, ...(asked.year === undefined || asked.year === Number(listId) ? [] : ['year'])];
  if (places.length > 0) {
    throw invalidAt(
      places.map((name) => ({
        pointer: `#/${name}`,
        zh: '更正与被更正的通报时段相同；请不写，或写成一样',
        en: 'A correction has the days of the bulletin that it corrects; leave this out, or give the same',
      })),
    );
  }
  const { code } = unpackContent(kept.content);
  return { listId, preset, period, from, to, corrects: { id, number: issued.number, code } };
}

/** @throws Problem `bulletin-issued-already`, `bulletin-corrected` where one of the same days is issued. */
async function standingDraft({ db }: By, days: Days): Promise<WholeBulletin | null> {
  const { draft, issued } = await findSame(db, { ...days, corrects: days.corrects?.id ?? null });
  if (issued) {
    const number = numberWords(issued.code, issued.number);
    throw new Problem(days.corrects === null ? 'bulletin-issued-already' : 'bulletin-corrected', { number });
  }
  return draft === null ? null : findBulletin(db, draft);
}

/**
 * Drafts a bulletin of the present state; where a draft of the same days stands, it is answered (B6).
 * @throws Problem `invalid-request`, `as-of-not-kept`, `list-not-found`, `bulletin-not-found`, `bulletin-issued-already`,
 * `bulletin-corrected`, `bulletin-too-long`.
 */
export async function draftBulletin(
  by: By,
  asked: NewBulletin,
): Promise<{ answer: Bulletin; version: number; isNew: boolean }> {
  const { db, clock, access } = by;
  checkAsOf(asked.asOf, clock.today);
  const days = await understood(by, asked);
  const standing = await standingDraft(by, days);
  if (standing) {
    const current = await contentOf(db, clock, standing);
    return { answer: answerOf(standing, current), version: standing.version, isNew: false };
  }
  const drafted: WholeBulletin = {
    ...days,
    ...(await newHeads(db)),
    ...{ id: randomText(12), correctedBy: null, version: 1, issued: null, edits: {}, kept: null },
    ...{ createdAt: clock.now, createdHolder: access.holder },
  };
  // Made before it is stored: what cannot be made is not drafted.
  const current = await contentOf(db, clock, drafted);
  await db.batch([
    insertDraft(by, drafted),
    auditStatement(
      db,
      {
        ...{ kind: 'draftBulletin', by, year: Number(days.listId), subject: drafted.id },
        what: whatOf([{ place: 'days', before: null, after: `${days.from}—${days.to}` }]),
      },
      'changed',
    ),
  ]);
  // Another may have drafted the same days at the same moment.
  const stored = await standingDraft(by, days);
  if (stored === null || stored.id === drafted.id) {
    return { answer: answerOf(drafted, current), version: 1, isNew: true };
  }
  return {
    answer: answerOf(stored, await contentOf(db, clock, stored)),
    version: stored.version,
    isNew: false,
  };
}
