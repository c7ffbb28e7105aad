import { rulesVersion } from '../../shared/rules/ruleIds.ts';
import { sheetColumns } from '../../shared/sheet/columns.ts';
import { wholeSheet } from '../../shared/sheet/seriesRows.ts';
import { packRows, type PackedSheet, type SheetRow } from '../../shared/wire/sheet.ts';
import type { Clock } from '../clock/clock.ts';
import type { Access } from '../keys/access.ts';
import { Problem } from '../problems/problem.ts';
import { readGround, type Asked } from './ground.ts';
import { readSeries } from './series.repository.ts';
import type { SeriesMemory } from './seriesMemory.ts';
import { loadChanges } from './changes.repository.ts';
import { formatCursor, parseCursor } from './cursor.ts';
import { scopeOf, type UnitAndList } from './scope.ts';

interface SheetContext {
  db: D1Database;
  access: Access;
  clock: Clock;
  memory: SeriesMemory;
}

/** What a sheet shows, and of whom. */
interface Shown {
  target: Omit<UnitAndList, 'onBehalf'>;
  sequence: number;
  whole: boolean;
  rows: SheetRow[];
}

/** A unit's whole ledger. Its own clerk will go on with it: what was read is remembered for the pushes to come. */
async function readWhole({ db, access, clock, memory }: SheetContext, asked: Asked): Promise<Shown> {
  const { today } = clock;
  const ground = await readGround(db, { access, today }, asked, ({ unit, list }) =>
    readSeries(db, { listId: list.id, unitId: unit.id, arrangements: 'all' }),
  );
  const { target, stored } = ground;
  if (access.role === 'reporter') memory.keep({ unit: target.unit.id, year: asked.year }, today, ground);
  const rows = wholeSheet(stored.obligations, stored.names, { today, year: target.list.year });
  return { target, sequence: stored.sequence, whole: true, rows };
}

/** What changed since a cursor. Where that alone cannot tell what has gone: the whole ledger, with what was retired. */
async function readChanges(context: SheetContext, asked: Asked, cursor: string): Promise<Shown> {
  const { db, access, clock } = context;
  const target = await scopeOf(db, access, asked, clock.today);
  const { list, unit } = target;
  const since = parseCursor(cursor, list.id, unit.id);
  const scope = { listId: list.id, unitId: unit.id, year: list.year, today: clock.today, since };
  const changes = await loadChanges(db, scope);
  if (since.sequence > changes.sequence || since.day > clock.today) {
    throw new Problem('cursor-invalid', { cursor });
  }
  if (!changes.incomplete) return { target, whole: false, ...changes };
  const whole = await readWhole(context, asked);
  return { ...whole, rows: [...whole.rows, ...changes.rows.filter(({ state }) => state === 'retired')] };
}

/** A unit's ledger, or what changed in it since a cursor (S6). */
export async function readSheet(
  context: SheetContext,
  { cursor, ...asked }: Asked & { cursor?: string | undefined },
): Promise<PackedSheet> {
  const { target, sequence, whole, rows } =
    cursor === undefined ? await readWhole(context, asked) : await readChanges(context, asked, cursor);
  const { unit, list, settings } = target;
  const { today, demoOffset } = context.clock;
  return {
    list: { year: list.year, title: list.title },
    unit,
    today,
    demo: demoOffset !== null,
    rulesVersion,
    whole,
    columns: sheetColumns(settings.switchedOff),
    ...packRows(rows),
    cursor: formatCursor(list.id, unit.id, { sequence, day: today }),
  };
}
