import { whatOf } from '../../shared/audit/changes.ts';
import type { BulletinContent } from '../../shared/bulletin/content.ts';
import { bulletinMarkdown } from '../../shared/bulletin/markdown.ts';
import { numberWords } from '../../shared/bulletin/number.ts';
import { packContent } from '../../shared/bulletin/pack.ts';
import type { Bulletin } from '../../shared/wire/bulletin.ts';
import type { BulletinIssue } from '../../shared/wire/bulletinIssue.ts';
import { auditStatement } from '../audit/auditEntry.repository.ts';
import { untilPlanHolds } from '../db/change.ts';
import type { By } from '../identity/by.ts';
import type { Barrier } from '../ledger/push.usecase.ts';
import { Problem } from '../problems/problem.ts';
import { checkVersion } from '../versions/guard.ts';
import { bulletinLimits, contentOf } from './bulletinContent.usecase.ts';
import { versionOf } from './bulletinEntry.ts';
import { findBulletin, findSame, writeIssue, type WholeBulletin } from './bulletins.repository.ts';
import { thisBulletin } from './editBulletin.usecase.ts';
import { answerOf, bulletinOf } from './readBulletins.usecase.ts';

/**
 * What is kept of a content.
 * @throws Problem `bulletin-too-long` where a value of D1 would not hold it.
 */
export function keptOf(content: BulletinContent): { content: string; markdown: string } {
  const kept = { content: packContent(content), markdown: bulletinMarkdown(content) };
  const encoder = new TextEncoder();
  const bytes = Math.max(...Object.values(kept).map((text) => encoder.encode(text).length));
  if (bytes > bulletinLimits.bytes) {
    throw new Problem('bulletin-too-long', {
      reasonZh: `内容有 ${bytes} 字节，最多可保存 ${bulletinLimits.bytes} 字节`,
      reasonEn: `its content has ${bytes} bytes, of which ${bulletinLimits.bytes} can be kept`,
    });
  }
  return kept;
}

/** A content without the tables that are left out: what is issued holds nothing that is not printed. */
const printedOnly = (content: BulletinContent): BulletinContent => ({
  ...content,
  sections: content.sections.map((section) =>
    section.table?.leftOut ? { ...section, table: null } : section,
  ),
});

/** @throws Problem `bulletin-issued-already`, `bulletin-corrected` where another of the same days was issued meanwhile. */
async function checkOnlyOne(db: D1Database, { listId, from, to, corrects }: WholeBulletin): Promise<void> {
  const { issued } = await findSame(db, { listId, from, to, corrects: corrects?.id ?? null });
  if (!issued) return;
  const number = numberWords(issued.code, issued.number);
  throw new Problem(corrects ? 'bulletin-corrected' : 'bulletin-issued-already', { number });
}

/**
 * Issues what was seen of a draft (B6.6): it gets its number, and is kept whole. One that is issued answers the same.
 * @throws Problem `bulletin-not-found`, `changed-meanwhile`, `bulletin-moved-on`, `bulletin-issued-already`,
 * `bulletin-corrected`, `bulletin-too-long`.
 */
export async function issueBulletin(
  by: By,
  barrier: Barrier,
  id: string,
  seen: BulletinIssue,
  given: readonly number[],
): Promise<{ answer: Bulletin; version: number }> {
  const { db, clock } = by;
  return untilPlanHolds(async () => {
    const stored = await bulletinOf(by, id);
    if (stored.issued) {
      return { answer: answerOf(stored, await contentOf(db, clock, stored)), version: stored.version };
    }
    checkVersion(given, versionOf(stored), thisBulletin);
    await checkOnlyOne(db, stored);
    const { content: draft, lastNumber } = await contentOf(db, clock, stored);
    if (draft.change !== seen.change || (seen.asOf !== undefined && seen.asOf !== draft.asOf)) {
      throw new Problem('bulletin-moved-on', {
        ...{ given: seen.change, change: draft.change, asOf: draft.asOf },
      });
    }
    const number = { year: Number(clock.today.slice(0, 4)), sequence: lastNumber + 1 };
    const content = { ...printedOnly(draft), number };
    const issue = {
      ...{ number, asOf: content.asOf, change: content.change, title: content.title },
      ...keptOf(content),
    };
    await barrier(id);
    await db.batch([
      ...writeIssue(by, stored, issue),
      auditStatement(db, {
        ...{ kind: 'issueBulletin', by, year: Number(stored.listId), subject: id },
        document: numberWords(content.code, number),
        what: whatOf([{ place: 'days', before: null, after: `${stored.from}—${stored.to}` }]),
      }),
    ]);
    const issued = (await findBulletin(db, id))!;
    return { answer: answerOf(issued, await contentOf(db, clock, issued)), version: issued.version };
  });
}
