import { lightsOn } from '../../shared/obligations/light.ts';
import { rulesVersion } from '../../shared/rules/ruleIds.ts';
import { sheetColumns } from '../../shared/sheet/columns.ts';
import { wholeSheet } from '../../shared/sheet/seriesRows.ts';
import { packRows } from '../../shared/wire/parts/packedRows.ts';
import type { PackedSheet } from '../../shared/wire/sheet.ts';
import type { SheetRow } from '../../shared/wire/parts/sheetRow.ts';
import { markUsed } from '../keys/keys.repository.ts';
import { wherePossible } from '../problems/databaseFailure.ts';
import { Problem } from '../problems/problem.ts';
import { answered, type Answered, type Question } from './asked.ts';
import { askedFacts, askedList, askedUnit, askStatement, foundOf } from './asked.repository.ts';
import { loadChanges } from './changes.repository.ts';
import { formatCursor, parseCursor, readCursor } from './cursor.ts';
import { seriesOf, seriesStatements } from './series.repository.ts';

/** What a sheet shows, and of whom. */
interface Shown extends Answered {
  sequence: number;
  whole: boolean;
  rows: SheetRow[];
}

/** A unit's whole ledger, in one round trip. */
async function readWhole(db: D1Database, question: Question): Promise<Shown> {
  const facts = askedFacts(question.claim, question);
  const [first, ...series] = await db.batch([
    askStatement(db, facts),
    ...seriesStatements(db, { list: askedList, unit: askedUnit, facts, arrangements: 'all' }),
  ]);
  const by = await answered(question, foundOf(first));
  const stored = seriesOf(series, 'all');
  const { list, settings } = by.target;
  const on = { ...lightsOn(by.clock.today, settings.blueDays), year: list.year };
  const rows = wholeSheet(stored.obligations, stored.names, on);
  return { ...by, sequence: stored.sequence, whole: true, rows };
}

/** What changed since a cursor. Where that alone cannot tell what has gone: the whole ledger, with what was retired. */
async function readChanges(db: D1Database, question: Question, cursor: string): Promise<Shown> {
  const facts = askedFacts(question.claim, question);
  for (;;) {
    const found = foundOf((await db.batch([askStatement(db, facts, readCursor(cursor))]))[0]);
    const by = await answered(question, found);
    const { unit, list } = by.target;
    const { today } = by.clock;
    const since = parseCursor(cursor, list.id, unit.id);
    if (since.sequence > found.sequence || since.day > today) throw new Problem('cursor-invalid', { cursor });
    const opened = found.opensNext !== null && found.opensNext <= today;
    if (!found.changed && !opened && since.sequence >= found.deletion)
      return { ...by, sequence: found.sequence, whole: false, rows: [] };
    const changes = await loadChanges(db, {
      ...{ listId: list.id, unitId: unit.id, year: list.year, since },
      ...lightsOn(today, by.target.settings.blueDays),
    });
    // The list's name, unit and columns are then those of before it was changed.
    if (changes.wide !== found.wide) continue;
    if (!changes.incomplete) return { ...by, whole: false, ...changes };
    const whole = await readWhole(db, question);
    return { ...whole, rows: [...whole.rows, ...changes.rows.filter(({ state }) => state === 'retired')] };
  }
}

/** A unit's ledger, or what changed in it since a cursor (S6). */
export async function readSheet(
  db: D1Database,
  question: Question,
  cursor: string | undefined,
): Promise<PackedSheet> {
  const { access, clock, target, usedOn, sequence, whole, rows } =
    cursor === undefined ? await readWhole(db, question) : await readChanges(db, question, cursor);
  if (usedOn !== null) await wherePossible(() => markUsed(db, access.keyId, usedOn).run());
  const { unit, list, settings } = target;
  const { today, demoOffset } = clock;
  return {
    list: { year: list.year, title: list.title },
    unit,
    today,
    demo: demoOffset !== null,
    rulesVersion,
    contact: settings.contact,
    blueDays: settings.blueDays,
    whole,
    columns: sheetColumns(settings.switchedOff),
    ...packRows(rows),
    cursor: formatCursor(list.id, unit.id, { sequence, day: today }),
  };
}
