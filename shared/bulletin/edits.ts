import type { BulletinContent } from './content.ts';

/**
 * Edited sentences by their ids: the text, and what was made when it was edited. A table that is left out stands among them
 * under `tables/` and its id.
 */
export type BulletinEdits = Readonly<Record<string, { text: string; made: string }>>;

const ofTables = 'tables/';

/** The ids of tables that are left out. */
export const leftOutOf = (edits: BulletinEdits): Set<string> =>
  new Set(
    Object.keys(edits)
      .filter((id) => id.startsWith(ofTables))
      .map((id) => id.slice(ofTables.length)),
  );

/** Edits with a table left out, or printed again. */
export function withTable(edits: BulletinEdits, table: string, isLeftOut: boolean): BulletinEdits {
  const { [ofTables + table]: _, ...others } = edits;
  return isLeftOut ? { ...others, [ofTables + table]: { text: '', made: '' } } : others;
}

/** A content with what an officer has made of its sentences. */
export interface EditedBulletin {
  content: BulletinContent;
  /** Edited sentences whose made sentence has changed since. */
  stale: string[];
  /** Edits of sentences that are not made any more. */
  gone: { id: string; edited: string }[];
}

/** Puts an officer's sentences into a content that was made anew. */
export function withEdits(content: BulletinContent, edits: BulletinEdits): EditedBulletin {
  const sentences = content.sections.flatMap((section) => section.sentences);
  const made = new Map(sentences.map((each) => [each.id, each.made]));
  const ofSentences = Object.entries(edits).filter(([id]) => !id.startsWith(ofTables));
  return {
    content: {
      ...content,
      sections: content.sections.map((section) => ({
        ...section,
        sentences: section.sentences.map((each) => ({ ...each, edited: edits[each.id]?.text ?? null })),
      })),
    },
    stale: ofSentences.flatMap(([id, edit]) => (made.has(id) && made.get(id) !== edit.made ? [id] : [])),
    gone: ofSentences.flatMap(([id, { text }]) => (made.has(id) ? [] : [{ id, edited: text }])),
  };
}
