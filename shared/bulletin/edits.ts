import type { BulletinContent } from './content.ts';

/** Edited sentences by their ids: the text, and what was made when it was edited. */
export type BulletinEdits = Readonly<Record<string, { text: string; made: string }>>;

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
  return {
    content: {
      ...content,
      sections: content.sections.map((section) => ({
        ...section,
        sentences: section.sentences.map((each) => ({ ...each, edited: edits[each.id]?.text ?? null })),
      })),
    },
    stale: Object.entries(edits).flatMap(([id, edit]) =>
      made.has(id) && made.get(id) !== edit.made ? [id] : [],
    ),
    gone: Object.entries(edits).flatMap(([id, { text }]) => (made.has(id) ? [] : [{ id, edited: text }])),
  };
}
