import { whatOf, type AuditChange } from '../../shared/audit/changes.ts';
import type { BulletinContent } from '../../shared/bulletin/content.ts';
import { type BulletinEdits, leftOutOf, withEdits, withTable } from '../../shared/bulletin/edits.ts';
import { tablesOf } from '../../shared/bulletin/shown.ts';
import type { BulletinHeads } from '../../shared/bulletin/facts.ts';
import type { Bulletin } from '../../shared/wire/bulletin.ts';
import type { BulletinEdit } from '../../shared/wire/bulletinEdit.ts';
import { auditStatement } from '../audit/auditEntry.repository.ts';
import { untilPlanHolds } from '../db/change.ts';
import type { By } from '../identity/by.ts';
import { invalidAt } from '../problems/invalidRequest.ts';
import { Problem } from '../problems/problem.ts';
import { checkVersion } from '../versions/guard.ts';
import { contentOf } from './bulletinContent.usecase.ts';
import { versionOf } from './bulletinEntry.ts';
import { deleteDraft, findBulletin, writeEdits, type WholeBulletin } from './bulletins.repository.ts';
import { answerOf, bulletinOf } from './readBulletins.usecase.ts';

const headNames = ['title', 'office', 'code', 'salutation', 'signature'] as const;

/** What a request is about, in both languages. */
export const thisBulletin = { zh: '这份通报', en: 'This bulletin' };

/**
 * A draft that may be changed.
 * @throws Problem `bulletin-not-found`, `bulletin-issued`.
 */
async function draftOf(by: By, id: string): Promise<WholeBulletin> {
  const stored = await bulletinOf(by, id);
  if (stored.issued) throw new Problem('bulletin-issued', { id });
  return stored;
}

function headsAfter(stored: BulletinHeads, edit: BulletinEdit): BulletinHeads {
  const heads = {} as BulletinHeads;
  for (const name of headNames) {
    const given = edit[name];
    // Empty is as it is made, but for the code: an office may have none.
    const said = given === '' && name !== 'code' ? null : given;
    heads[name] = said === undefined ? stored[name] : said;
  }
  return heads;
}

/** @throws Problem `invalid-request` for a sentence or a table that the draft has not. */
function editsAfter(edits: BulletinEdits, edit: BulletinEdit, content: BulletinContent): BulletinEdits {
  const made = new Map(
    content.sections.flatMap((each) => each.sentences).map((each) => [each.id, each.made]),
  );
  let after = { ...edits };
  const unknown: string[] = [];
  for (const [id, text] of Object.entries(edit.sentences)) {
    const sentence = made.get(id);
    if (text === null || text === sentence) delete after[id];
    else if (sentence === undefined) unknown.push(id);
    else after[id] = { text, made: sentence };
  }
  const tables = new Set(tablesOf(content).map(({ id }) => id));
  const unknownTables = Object.keys(edit.tables ?? {}).filter((id) => !tables.has(id));
  for (const [id, isPrinted] of Object.entries(edit.tables ?? {})) after = withTable(after, id, !isPrinted);
  if (unknownTables.length > 0) {
    throw invalidAt(
      unknownTables.map((id) => ({
        pointer: `#/tables/${id.replaceAll('~', '~0').replaceAll('/', '~1')}`,
        zh: `这份通报现在没有这张表；有的是：${[...tables].join('、')}`,
        en: `The bulletin has no such table now; it has: ${[...tables].join(', ')}`,
      })),
    );
  }
  if (unknown.length > 0) {
    throw invalidAt(
      unknown.map((id) => ({
        pointer: `#/sentences/${id.replaceAll('~', '~0').replaceAll('/', '~1')}`,
        zh: '这份通报现在没有这一句；请重新读取后再改',
        en: 'The bulletin has no such sentence now; read it again, then edit',
      })),
    );
  }
  return after;
}

function changesOf(
  stored: WholeBulletin,
  heads: BulletinHeads,
  edits: BulletinEdits,
  content: BulletinContent,
): AuditChange[] {
  const titles = new Map(tablesOf(content).map(({ id, title }) => [id, title]));
  const ids = [...new Set([...Object.keys(stored.edits), ...Object.keys(edits)])].filter(
    (id) => !id.startsWith('tables/'),
  );
  const [before, after] = [leftOutOf(stored.edits), leftOutOf(edits)];
  const short = (text: string | null): string | null =>
    text !== null && text.length > 200 ? `${text.slice(0, 199)}…` : text;
  return [
    ...headNames.map((name) => ({ place: name, before: stored[name], after: heads[name] })),
    ...ids.map((id) => ({
      place: `sentences/${id}`,
      before: short(stored.edits[id]?.text ?? null),
      after: short(edits[id]?.text ?? null),
    })),
    // Whether each is printed.
    ...[...new Set([...before, ...after])].map((id) => ({
      place: `tables/${titles.get(id) ?? id}`,
      before: !before.has(id),
      after: !after.has(id),
    })),
  ].filter((each) => each.before !== each.after);
}

/**
 * Keeps what an officer makes of a draft (B6.5). What stands there already changes nothing.
 * @throws Problem `bulletin-not-found`, `bulletin-issued`, `changed-meanwhile`, `invalid-request`.
 */
export async function editBulletin(
  by: By,
  id: string,
  edit: BulletinEdit,
  given: readonly number[],
): Promise<{ answer: Bulletin; version: number }> {
  const { db, clock } = by;
  return untilPlanHolds(async () => {
    const stored = await draftOf(by, id);
    checkVersion(given, versionOf(stored), thisBulletin);
    const { content } = await contentOf(db, clock, stored);
    const heads = headsAfter(stored, edit);
    const edits = editsAfter(stored.edits, edit, content);
    const changes = changesOf(stored, heads, edits, content);
    // An edit made anew of the same text covers what is made now.
    if (changes.length > 0 || JSON.stringify(edits) !== JSON.stringify(stored.edits)) {
      await db.batch([
        ...writeEdits(by, stored, heads, edits),
        auditStatement(db, {
          ...{ kind: 'editBulletin', by, year: Number(stored.listId), subject: id },
          what: whatOf(changes),
        }),
      ]);
    }
    const after = (await findBulletin(db, id))!;
    const current = await contentOf(db, clock, after);
    return {
      answer: answerOf(after, { ...current, ...withEdits(current.content, after.edits) }),
      version: after.version,
    };
  });
}

/**
 * Deletes a draft.
 * @throws Problem `bulletin-not-found`, `bulletin-issued`.
 */
export async function deleteBulletin(by: By, id: string): Promise<void> {
  await untilPlanHolds(async () => {
    const stored = await draftOf(by, id);
    await by.db.batch([
      ...deleteDraft(by, stored),
      auditStatement(by.db, {
        ...{ kind: 'deleteBulletin', by, year: Number(stored.listId), subject: id },
        what: whatOf([{ place: 'days', before: `${stored.from}—${stored.to}`, after: null }]),
      }),
    ]);
  });
}
