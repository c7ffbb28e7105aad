import { rulesVersion } from '../../shared/rules/ruleIds.ts';
import { sheetColumns } from '../../shared/sheet/columns.ts';
import type { Sheet } from '../../shared/wire/sheet.ts';
import type { Clock } from '../clock/clock.ts';
import type { Access } from '../keys/access.ts';
import { Problem } from '../problems/problem.ts';
import { readListSettings } from '../taskLists/taskLists.repository.ts';
import { formatCursor, parseCursor } from './cursor.ts';
import { scopeOf } from './scope.ts';
import { loadSheet } from './sheet.repository.ts';

/** A unit's ledger, or what changed in it since a cursor (S6). */
export async function readSheet(
  { db, access, clock }: { db: D1Database; access: Access; clock: Clock },
  asked: { unit?: string | undefined; year?: number | undefined; cursor?: string | undefined },
): Promise<Sheet> {
  const { unit, list } = await scopeOf(db, access, asked);
  const since = asked.cursor === undefined ? null : parseCursor(asked.cursor, list.id, unit.id);
  const [settings, { sequence, rows }] = await Promise.all([
    readListSettings(db, list.id),
    loadSheet(db, { listId: list.id, unitId: unit.id, year: list.year, today: clock.today, since }),
  ]);
  if (since && (since.sequence > sequence || since.day > clock.today)) {
    throw new Problem('cursor-invalid', { cursor: asked.cursor ?? '' });
  }
  return {
    list: { year: list.year, title: list.title },
    unit,
    today: clock.today,
    demo: clock.demo,
    rulesVersion,
    whole: since === null,
    columns: sheetColumns(settings.switchedOff),
    rows,
    cursor: formatCursor(list.id, unit.id, { sequence, day: clock.today }),
  };
}
