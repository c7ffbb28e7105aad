import type { BulletinContent, BulletinTable } from './content.ts';
import { type BulletinFacts, countsByUnit, countsOf, figure, type UnitCounts } from './facts.ts';
import { headsOf } from './heads.ts';
import type { MadeSection, Making } from './made.ts';
import { compared } from './sections/compared.ts';
import { demands } from './sections/demands.ts';
import { missingSection } from './sections/missing.ts';
import { opening } from './sections/opening.ts';
import { overall } from './sections/overall.ts';
import { overdueSection, overdueTable } from './sections/overdue.ts';
import { returnedSection, returnedTable } from './sections/returned.ts';
import { unitSection, unitTable } from './sections/units.ts';
import { chineseNumber } from './words.ts';

/** A table of more rows is attached. */
const mostRowsInText = 15;

const isAttached = (table: BulletinTable | null): table is BulletinTable =>
  table !== null && table.leftOut === undefined && table.rows.length > mostRowsInText;

/** A table that an officer has left out says so: it is shown where it would stand, and not printed. */
const asLeft = (table: BulletinTable | null, leftOut: ReadonlySet<string>): BulletinTable | null =>
  table !== null && leftOut.has(table.id) ? { ...table, leftOut: true } : table;

/** Headings with their numbers: 一、总体情况. */
const numbered = (sections: readonly MadeSection[]): MadeSection[] => {
  let last = 0;
  return sections.map((section) =>
    section.heading === null
      ? section
      : { ...section, heading: `${chineseNumber((last += 1))}、${section.heading}` },
  );
};

/** A unit's counts as the next bulletin compares with them. */
const unitFigures = ({ id, name, counts }: UnitCounts): BulletinContent['units'][number] => ({
  id,
  name,
  figures: (['due', 'dueReceived', 'dueFulfilled', 'dueOnTime', 'missing', 'overdue'] as const).map((name) =>
    figure(name, counts[name]),
  ),
});

/**
 * The bulletin (B6) of what was read: what fell due in its days, as it stands on the day. It is a draft: an officer may edit
 * its sentences, and issuing gives it a number.
 */
export function makeBulletin(facts: BulletinFacts): BulletinContent {
  const counts = countsOf(facts, facts.obligations);
  const units = countsByUnit(facts);
  const tables = {
    units: asLeft(unitTable({ units, counts }), facts.leftOut),
    overdue: asLeft(overdueTable({ facts, units }), facts.leftOut),
    returned: asLeft(returnedTable({ facts }), facts.leftOut),
  };
  const attachments = Object.values(tables).filter(isAttached);
  const attachedAs = (table: BulletinTable | null): string | null => {
    const at = table === null ? -1 : attachments.indexOf(table);
    if (at < 0) return null;
    return attachments.length === 1 ? '附件' : `附件${at + 1}`;
  };
  const making: Making = { facts, counts, units, attachedAs };
  const { preset, period, from, to, asOf, change } = facts;
  return {
    number: null,
    ...headsOf(facts),
    ...{ preset, period, from, to, asOf, change },
    sections: numbered([
      opening(making),
      overall(making),
      ...unitSection(making, tables.units),
      ...missingSection(making),
      ...overdueSection(making, tables.overdue),
      ...returnedSection(making, tables.returned),
      ...compared(making),
      demands(making),
    ]),
    units: units.map(unitFigures),
    date: asOf,
    attachments,
    corrects: facts.corrects?.number ?? null,
  };
}
