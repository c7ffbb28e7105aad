import type { BulletinContent } from '../../../../shared/bulletin/content.ts';
import { tablesOf } from '../../../../shared/bulletin/shown.ts';

/** What a draft says otherwise than when it was looked at. */
export interface Moved {
  /** Ids of sentences, with what they said before; `null` where they were not there. */
  sentences: ReadonlyMap<string, string | null>;
  /** Ids of tables that are new or have other rows. */
  tables: ReadonlySet<string>;
  /** How many sentences are gone. */
  gone: number;
}

/** An edited sentence prints what it did: that its data has changed is told beside it. */
const sentencesOf = (content: BulletinContent) =>
  new Map(
    content.sections.flatMap(({ sentences }) =>
      sentences.map(({ id, made, edited }) => [id, edited ?? made]),
    ),
  );
/** Rows of the tables that are printed. */
const rowsOf = (content: BulletinContent) =>
  new Map(
    tablesOf(content)
      .filter(({ leftOut }) => !leftOut)
      .map(({ id, rows }) => [id, JSON.stringify(rows)]),
  );

/** Compares what was looked at with what would be issued now. */
export function movedBetween(before: BulletinContent, after: BulletinContent): Moved {
  const [seen, now] = [sentencesOf(before), sentencesOf(after)];
  const tables = rowsOf(before);
  return {
    sentences: new Map(
      [...now].flatMap(([id, text]) => (seen.get(id) === text ? [] : [[id, seen.get(id) ?? null] as const])),
    ),
    tables: new Set([...rowsOf(after)].flatMap(([id, rows]) => (tables.get(id) === rows ? [] : [id]))),
    gone: [...seen.keys()].filter((id) => !now.has(id)).length,
  };
}

/** How many places are different. */
export const placesOf = ({ sentences, tables, gone }: Moved): number => sentences.size + tables.size + gone;
