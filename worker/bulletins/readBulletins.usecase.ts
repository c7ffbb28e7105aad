import { bulletinChatText } from '../../shared/bulletin/chatText.ts';
import { bulletinMarkdown } from '../../shared/bulletin/markdown.ts';
import type { Bulletin } from '../../shared/wire/bulletin.ts';
import type { Bulletins } from '../../shared/wire/bulletins.ts';
import type { BulletinEntry } from '../../shared/wire/parts/bulletinEntry.ts';
import type { Clock } from '../clock/clock.ts';
import { timeCursorOf, timePlaceOf } from '../db/timePlace.ts';
import type { Access } from '../identity/access.ts';
import { Problem } from '../problems/problem.ts';
import { chooseList } from '../taskLists/chooseList.usecase.ts';
import { contentOf, type CurrentBulletin } from './bulletinContent.usecase.ts';
import { entryOf } from './bulletinEntry.ts';
import { findBulletin, listBulletins, type WholeBulletin } from './bulletins.repository.ts';

interface Asking {
  db: D1Database;
  access: Access;
  clock: Clock;
}

/** Drafts are for those who may write them. */
const seesDrafts = ({ role }: Access): boolean => role === 'officer' || role === 'admin';

/** Of which year's list, and of which state, bulletins are asked for. */
export interface BulletinsAsked {
  year?: number | undefined;
  state?: BulletinEntry['state'] | undefined;
}

/**
 * A page of a list's bulletins, the newest first: all that the key may see, or those of a state.
 * @throws Problem `cursor-invalid`, `list-not-found`, `no-list-yet`.
 */
export async function readBulletins(
  { db, access, clock }: Asking,
  { year, state, limit, cursor }: BulletinsAsked & { limit: number; cursor?: string | undefined },
): Promise<Bulletins> {
  const after = timePlaceOf(cursor);
  const list = await chooseList(db, year, clock.today);
  const page = { drafts: seesDrafts(access), state, after, limit };
  const { bulletins, next, change } = await listBulletins(db, list.id, page);
  const present = { asOf: clock.today, change, list };
  return {
    year: list.year,
    bulletins: bulletins.map((each) => entryOf(each, present)),
    next: timeCursorOf(next),
  };
}

/**
 * All of a list's bulletins, read page by page.
 * @throws Problem `list-not-found`, `no-list-yet`.
 */
export async function allBulletins(
  on: Asking,
  { year, state }: BulletinsAsked,
): Promise<{ year: number; items: AsyncIterable<BulletinEntry> }> {
  const list = await chooseList(on.db, year, on.clock.today);
  const items = {
    async *[Symbol.asyncIterator]() {
      let cursor: string | undefined;
      for (;;) {
        const { bulletins, next }: Bulletins = await readBulletins(on, {
          ...{ year: list.year, state, limit: 1000, cursor },
        });
        yield* bulletins;
        if (next === null) return;
        cursor = next;
      }
    },
  };
  return { year: list.year, items };
}

/**
 * A bulletin that the key may see.
 * @throws Problem `bulletin-not-found`.
 */
export async function bulletinOf({ db, access }: Omit<Asking, 'clock'>, id: string): Promise<WholeBulletin> {
  const stored = await findBulletin(db, id);
  if (!stored || (stored.issued === null && !seesDrafts(access))) {
    throw new Problem('bulletin-not-found', { id });
  }
  return stored;
}

/**
 * Holds a day that is asked for against the one that a bulletin tells (B6.7).
 * @throws Problem `as-of-not-kept`.
 */
export function checkAsOf(asked: string | undefined, told: string): void {
  if (asked !== undefined && asked !== told) throw new Problem('as-of-not-kept', { asked, told });
}

/** A bulletin with its content as they are answered. */
export function answerOf(
  stored: WholeBulletin,
  { content, stale, gone }: Pick<CurrentBulletin, 'content' | 'stale' | 'gone'>,
): Bulletin {
  const { asOf, change, title } = content;
  const list = { year: Number(stored.listId), title };
  return { bulletin: entryOf(stored, { asOf, change, list }, title), content, stale, gone };
}

/** A bulletin in the forms in which it is given out. */
export interface ReadBulletin {
  answer: Bulletin;
  version: number;
  /** An issued one's is the one that was kept. */
  markdown: () => string;
  text: () => string;
}

/**
 * Reads a bulletin: an issued one as it was issued, a draft as the present state makes it.
 * @throws Problem `bulletin-not-found`, `as-of-not-kept`, `bulletin-too-long`.
 */
export async function readBulletin(on: Asking, id: string, asOf: string | undefined): Promise<ReadBulletin> {
  const stored = await bulletinOf(on, id);
  checkAsOf(asOf, stored.issued?.asOf ?? on.clock.today);
  const current = await contentOf(on.db, on.clock, stored);
  return {
    answer: answerOf(stored, current),
    version: stored.version,
    markdown: () => stored.kept?.markdown ?? bulletinMarkdown(current.content),
    text: () => bulletinChatText(current.content),
  };
}
