import { addWorkingDays } from '../../shared/calendar/workingDays.ts';
import { type EditedBulletin, leftOutOf, withEdits } from '../../shared/bulletin/edits.ts';
import { makeBulletin } from '../../shared/bulletin/makeBulletin.ts';
import { unpackContent } from '../../shared/bulletin/pack.ts';
import type { Clock } from '../clock/clock.ts';
import { Problem } from '../problems/problem.ts';
import { noList } from '../taskLists/chooseList.usecase.ts';
import { readFacts } from './bulletinFacts.repository.ts';
import type { WholeBulletin } from './bulletins.repository.ts';

/** So many obligations of a year are counted; what is kept of an issued one has to fit one value of D1 (2 MB). */
export const bulletinLimits = { obligations: 50_000, bytes: 1_800_000 } as const;

/** The bulletin as it is issued, or as it is made of the present state, with what an officer has made of it. */
export interface CurrentBulletin extends EditedBulletin {
  /** Of a draft: the last number that was given in the year of the day. */
  lastNumber: number;
}

/**
 * What a bulletin says: of an issued one what was kept, of a draft what the present state makes of it (B6.5).
 * @throws Problem `list-not-found`, `bulletin-too-long`.
 */
export async function contentOf(
  db: D1Database,
  clock: Clock,
  stored: WholeBulletin,
): Promise<CurrentBulletin> {
  if (stored.kept) return { content: unpackContent(stored.kept.content), stale: [], gone: [], lastNumber: 0 };
  const { today } = clock;
  const most = bulletinLimits.obligations;
  const read = await readFacts(db, stored, { year: Number(today.slice(0, 4)), most: most + 1 });
  if (read.list === null) throw noList(Number(stored.listId));
  if (read.obligations.length > most) {
    throw new Problem('bulletin-too-long', {
      reasonZh: `清单全年应报项超过 ${most} 项`,
      reasonEn: `the list has more than ${most} obligations in the year`,
    });
  }
  const { title, office, code, salutation, signature, preset, period, from, to, corrects } = stored;
  const content = makeBulletin({
    ...{ preset, period, from, to, list: read.list, corrects },
    ...{ units: read.units, texts: read.texts, obligations: read.obligations },
    ...{ asOf: today, change: read.change, heads: { title, office, code, salutation, signature } },
    leftOut: leftOutOf(stored.edits),
    answerBy: addWorkingDays(today, read.answerWithinWorkingDays),
    former: read.former === null ? null : unpackContent(read.former),
  });
  return { ...withEdits(content, stored.edits), lastNumber: read.lastNumber };
}
