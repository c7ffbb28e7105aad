import { rulesVersion } from '../../shared/rules/ruleIds.ts';
import { sheetColumns } from '../../shared/sheet/columns.ts';
import type { Sheet } from '../../shared/wire/sheet.ts';
import type { Clock } from '../clock/clock.ts';
import type { Access } from '../keys/access.ts';
import { Problem } from '../problems/problem.ts';
import { formatCursor, parseCursor } from './cursor.ts';
import { scopeOf } from './scope.ts';
import { loadSheet, type SheetContent, type SheetScope } from './sheet.repository.ts';

/** The whole sheet where changes alone cannot tell what has gone; what was retired is still named as such. */
async function wholeSheet(
  db: D1Database,
  scope: Omit<SheetScope, 'since'>,
  changes: SheetContent,
): Promise<SheetContent> {
  const whole = await loadSheet(db, { ...scope, since: null });
  const retired = changes.rows.filter(({ state }) => state === 'retired');
  return { ...whole, rows: [...whole.rows, ...retired] };
}

/** A unit's ledger, or what changed in it since a cursor (S6). */
export async function readSheet(
  { db, access, clock }: { db: D1Database; access: Access; clock: Clock },
  asked: { unit?: string | undefined; year?: number | undefined; cursor?: string | undefined },
): Promise<Sheet> {
  const { unit, list, settings } = await scopeOf(db, access, asked, clock.today);
  const since = asked.cursor === undefined ? null : parseCursor(asked.cursor, list.id, unit.id);
  const scope = { listId: list.id, unitId: unit.id, year: list.year, today: clock.today };
  const changes = await loadSheet(db, { ...scope, since });
  const { sequence, rows } = changes.incomplete ? await wholeSheet(db, scope, changes) : changes;
  if (since && (since.sequence > sequence || since.day > clock.today)) {
    throw new Problem('cursor-invalid', { cursor: asked.cursor ?? '' });
  }
  return {
    list: { year: list.year, title: list.title },
    unit,
    today: clock.today,
    demo: clock.demoOffset !== null,
    rulesVersion,
    whole: since === null || changes.incomplete,
    columns: sheetColumns(settings.switchedOff),
    rows,
    cursor: formatCursor(list.id, unit.id, { sequence, day: clock.today }),
  };
}
