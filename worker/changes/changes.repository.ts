import { lightsOn, type LightsOn } from '../../shared/obligations/light.ts';
import { listSettings } from '../../shared/taskList/listSettings.ts';
import type { ChangedObligation } from '../../shared/wire/changes.ts';
import { lastDeletion } from '../db/change.ts';
import { rowsOf } from '../db/results.ts';
import {
  itemColumns,
  itemJoins,
  obligationItem,
  type ObligationJoined,
} from '../obligations/obligations.repository.ts';
import { mayBeYellow } from '../progress/lights.repository.ts';
import {
  reportedColumns,
  reportedRowOf,
  submissionJoin,
  type ReportedColumns,
} from '../submissions/rowColumns.repository.ts';

/** Whose changes of which list. */
export interface Followed {
  listId: string;
  /** `null`: the whole district. */
  unit: string | null;
}

/** What stands at the moment of a page. */
export interface Standing {
  /** Number of the last change. */
  change: number;
  /** Number of the last change that deleted obligations of the list, or rows; 0 where none did. */
  deletion: number;
  /** Version of the roster, which touches no obligation by a name alone. */
  roster: number;
  blueDays: number;
}

/** What is told after a place: in the order of writing, or of what the calendar brings between two days. */
export type PageAsked =
  | { of: 'written'; sequence: number; key: string }
  | { of: 'calendar'; from: string; until: string; key: string };

export interface ChangesPage {
  changed: ChangedObligation[];
  /** Where the page ended, if it is not the last. */
  ended: { sequence: number; key: string } | null;
}

const standing = (db: D1Database, listId: string): D1PreparedStatement =>
  db
    .prepare(
      `SELECT value AS change, coalesce(${lastDeletion}, 0) AS deletion,
         coalesce((SELECT version FROM versions WHERE thing = 'roster'), 0) AS roster,
         (SELECT value FROM settings WHERE scope = ?1 AND name = 'list') AS settings
       FROM sequences WHERE name = 'changes'`,
    )
    .bind(listId);

function standingOf(result: D1Result | undefined): Standing {
  const [row] = rowsOf<Omit<Standing, 'blueDays'> & { settings: string | null }>(result);
  const { blueDays } = listSettings.parse(row?.settings ? JSON.parse(row.settings) : {});
  return { change: row?.change ?? 0, deletion: row?.deletion ?? 0, roster: row?.roster ?? 0, blueDays };
}

/** What was written after a place; with the unit named, by its own index. */
const written = (unit: string | null): string =>
  `SELECT * FROM obligations INDEXED BY ${unit === null ? 'obligations_by_sequence' : 'obligations_by_change'}
   WHERE list_id = ?1 AND ${unit === null ? '?2 IS NULL' : 'unit_id = ?2'} AND (sequence, key) > (?3, ?4)
   ORDER BY sequence, key`;

/**
 * Keys of what passes by the calendar alone between two days: it opens, it is overdue, it is due soon, it is behind pace.
 * ?3, ?4 are the days, ?5, ?6 those up to which what falls due is soon.
 */
const passing = (unit: string | null): string => {
  const whose = unit === null ? '' : 'unit_id = ?2 AND';
  const byDue = unit === null ? 'obligations_by_due' : 'obligations_by_unit_due';
  return `SELECT key FROM obligations INDEXED BY ${byDue}
      WHERE list_id = ?1 AND ${whose} due_on >= ?3 AND due_on < ?4 AND retired = 0
    UNION SELECT key FROM obligations INDEXED BY ${byDue}
      WHERE list_id = ?1 AND ${whose} due_on > ?5 AND due_on <= ?6 AND retired = 0
    UNION SELECT key FROM obligations INDEXED BY obligations_by_opening
      WHERE list_id = ?1 AND unit_id IN (SELECT id FROM units WHERE ?2 IS NULL OR id = ?2)
        AND opens_on > ?3 AND opens_on <= ?4 AND retired = 0
    UNION SELECT key FROM obligations INDEXED BY obligations_by_yellow
      WHERE list_id = ?1 AND ${whose} ${mayBeYellow}
        AND behind_from > ?3 AND behind_from <= ?4 AND retired = 0`;
};

/** A page of obligations with their rows, in the order in which the obligations come. */
function pageStatement(
  db: D1Database,
  { listId, unit }: Followed,
  page: PageAsked,
  blueDays: number,
  limit: number,
): D1PreparedStatement {
  const select = (obligations: string, order: string): D1PreparedStatement =>
    db.prepare(
      `SELECT ${itemColumns}, ${reportedColumns} FROM (${obligations} LIMIT ${limit}) o ${itemJoins}
       LEFT JOIN indicators i ON i.list_id = o.list_id AND i.arrangement_code = o.arrangement_code AND i.retired = 0
       LEFT JOIN ${submissionJoin} ORDER BY ${order}, i.number`,
    );
  if (page.of === 'written')
    return select(written(unit), 'o.sequence, o.key').bind(listId, unit, page.sequence, page.key);
  const soon = [page.from, page.until].map((day) => lightsOn(day, blueDays).blueUntil);
  return select(
    `SELECT x.* FROM (${passing(unit)}) p CROSS JOIN obligations x ON x.key = p.key WHERE p.key > ?7 ORDER BY p.key`,
    'o.key',
  ).bind(listId, unit, page.from, page.until, ...soon, page.key);
}

type Joined = ObligationJoined & Omit<ReportedColumns, 'indicator'> & { indicator: string | null };

function changedOf(rows: readonly Joined[], on: LightsOn): ChangedObligation[] {
  return [...Map.groupBy(rows, ({ key }) => key).values()].map((each) => ({
    obligation: obligationItem(each[0]!, on),
    rows: each.flatMap((row) =>
      row.indicator === null ? [] : [reportedRowOf(row, { ...row, indicator: row.indicator })],
    ),
  }));
}

/** What stands now, and a page of it, of one moment. `blueDays` are those that the page was asked by. */
export async function loadChangesPage(
  db: D1Database,
  followed: Followed,
  page: PageAsked,
  on: { today: string; blueDays: number },
  limit: number,
): Promise<Standing & ChangesPage> {
  const [stands, found] = await db.batch([
    standing(db, followed.listId),
    pageStatement(db, followed, page, on.blueDays, limit + 1),
  ]);
  const now = standingOf(stands);
  const rows = rowsOf<Joined>(found);
  const keys = [...new Set(rows.map(({ key }) => key))];
  const shown = new Set(keys.slice(0, limit));
  const changed = changedOf(
    rows.filter(({ key }) => shown.has(key)),
    lightsOn(on.today, now.blueDays),
  );
  const last = rows.findLast(({ key }) => shown.has(key));
  const ended = keys.length > limit && last ? { sequence: last.sequence, key: last.key } : null;
  return { ...now, changed, ended };
}
