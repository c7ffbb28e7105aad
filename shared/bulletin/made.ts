import type { BulletinSection, BulletinSentence, BulletinTable, BulletinFigure } from './content.ts';
import type { BulletinCounts, BulletinFacts, UnitCounts } from './facts.ts';

/** What the parts of a bulletin are made of. */
export interface Making {
  facts: BulletinFacts;
  counts: BulletinCounts;
  /** Units of which something is due or overdue, in the roster's order. */
  units: readonly UnitCounts[];
  /** How a table that is attached is called: 附件, or 附件2 where there are several; `null` where it stands in the text. */
  attachedAs: (table: BulletinTable | null) => string | null;
}

/** A section before it has its number among those that are there. */
export type MadeSection = Omit<BulletinSection, 'heading'> & { heading: string | null };

export const sentence = (id: string, made: string, ...figures: BulletinFigure[]): BulletinSentence => ({
  id,
  made,
  edited: null,
  figures,
});

/** The sentence that leads to a table, in the text or attached; none to one that is left out. */
export function leadingTo(
  { attachedAs }: Making,
  table: BulletinTable | null,
  what: string,
): BulletinSentence[] {
  if (table === null || table.leftOut) return [];
  const attached = attachedAs(table);
  return [sentence(`${table.id}.table`, attached === null ? `${what}如下表。` : `${what}详见${attached}。`)];
}

export const textColumn = (name: string) => ({ name, kind: 'text' as const });
export const countColumn = (name: string) => ({ name, kind: 'count' as const });
export const rateColumn = (name: string) => ({ name, kind: 'rate' as const });
export const dateColumn = (name: string) => ({ name, kind: 'date' as const });
