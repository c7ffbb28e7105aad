import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatRowKey, parseRowKey, type RowIdentity } from '../../../shared/rowKey/rowKey.ts';
import { unpackSheet, type PackedSheet, type Sheet } from '../../../shared/wire/sheet.ts';
import { mintAccessKey } from '../../../worker/identity/accessKey.ts';
import { projectFolder } from '../../../worker/local/tool.ts';
import { largeList } from '../../support/api/largeList.ts';
import { must } from '../serve/http.ts';
import { migrate, type Database, type Served } from '../serve/open.ts';

/** The unit whose obligations are copied for the bench's own units. */
export const template = 'xuejia';
/** The real list's year, and that of the list with 5,200 rows for one unit. */
export const realYear = 2024;
export const largeYear = 2023;

/** When everything of both lists has opened. */
const demoNow = Date.parse('2024-12-30T09:00:00+08:00');

export async function newKey(
  db: Database,
  role: 'admin' | 'officer' | 'reporter' | 'viewer',
  unit: string | null,
) {
  const { id, key, sha256 } = await mintAccessKey();
  await db
    .prepare(
      `INSERT INTO access_keys (id, sha256, role, unit_id, label, holder, created_at, last_used_on)
       VALUES (?1, ?2, ?3, ?4, 'bench', 'bench', 0, '')`,
    )
    .bind(id, sha256, role, unit)
    .run();
  return key;
}

/** Schema, clock, roster and both lists, published through the API. Returns an administrator's key. */
export async function publishLists({ url, db }: Served): Promise<string> {
  await migrate(db);
  await db
    .prepare(`INSERT INTO settings (scope, name, value) VALUES ('', 'demoClockOffsetMs', ?1)`)
    .bind(String(demoNow - Date.now()))
    .run();
  const admin = await newKey(db, 'admin', null);
  const seed = (name: string) => readFileSync(join(projectFolder, 'seeds', name), 'utf8');
  const put = (path: string, body: string, type = 'application/json') =>
    must(url, 'PUT', path, { key: admin, body, type });
  await must(url, 'PUT', '/v1/roster', { key: admin, body: seed('roster.json'), version: 0 });
  await put(`/v1/task-lists/${largeYear}`, JSON.stringify(largeList(largeYear, '薛家镇')));
  await put(`/v1/task-lists/${realYear}`, seed('2024-task-list.txt'), 'text/plain; charset=utf-8');
  return admin;
}

const copied = [
  ...['list_id', 'category', 'task_code', 'arrangement_code', 'schedule_number', 'period_id', 'opens_on'],
  ...['due_on', 'lock_on', 'rows', 'sequence'],
].join(', ');

/** Units that each have the template's obligations of a list; `arrangements` narrows them (a LIKE pattern). */
export async function copyUnits(db: Database, ids: readonly string[], year: number, arrangements = '%') {
  const json = JSON.stringify(ids);
  await db.batch([
    db
      .prepare(
        `INSERT INTO units (id, name, kind, aliases, position)
         SELECT value, '单位' || value, 'town', '[]', 1000 + key FROM json_each(?1) WHERE true ON CONFLICT DO NOTHING`,
      )
      .bind(json),
    db
      .prepare(
        `INSERT INTO obligations (key, unit_id, ${copied})
         SELECT list_id || '.' || arrangement_code || '.' || schedule_number || '.' || e.value || '.' || period_id,
           e.value, ${copied}
         FROM json_each(?1) e CROSS JOIN obligations o
         WHERE o.unit_id = ?2 AND o.list_id = ?3 AND o.arrangement_code LIKE ?4`,
      )
      .bind(json, template, String(year), arrangements),
  ]);
}

let made = 0;

export interface Desk {
  unit: string;
  key: string;
  /** The unit's whole sheet, nothing filled in. */
  sheet: Sheet;
}

const sheets = new Map<string, Sheet>();

/** The template's whole sheet of a list, as it was published. */
async function templateSheet({ url, db }: Served, year: number): Promise<Sheet> {
  let sheet = sheets.get(`${url} ${year}`);
  if (!sheet) {
    const key = await newKey(db, 'reporter', template);
    const { text } = await must(url, 'GET', `/v1/sheet?year=${year}`, { key });
    sheet = unpackSheet(JSON.parse(text) as PackedSheet);
    sheets.set(`${url} ${year}`, sheet);
  }
  return sheet;
}

/** The template's sheet as it is another unit's. */
function sheetOf(unit: string, sheet: Sheet): Sheet {
  const rows = sheet.rows.map((row) => {
    const identity = parseRowKey(row.key) as RowIdentity;
    const key = formatRowKey({ ...identity, unit });
    return { ...row, key, context: { ...row.context, key } };
  });
  const cursor = sheet.cursor.split('.').with(1, unit).join('.');
  return { ...sheet, rows, cursor, unit: { id: unit, name: unit } };
}

/**
 * Units of their own, with a key and the sheet as workbooks have it before the first push; the server has never been
 * asked for any of them. `arrangements` narrows the sheet (a LIKE pattern).
 */
export async function newDesks(
  served: Served,
  count: number,
  year: number,
  arrangements = '%',
): Promise<Desk[]> {
  const units = Array.from({ length: count }, () => `u${(made += 1)}`);
  const whole = await templateSheet(served, year);
  const like = new RegExp(`^${arrangements.replaceAll('%', '.*')}$`, 'u');
  const sheet = { ...whole, rows: whole.rows.filter(({ arrangement }) => like.test(arrangement)) };
  await copyUnits(served.db, units, year, arrangements);
  const desks: Desk[] = [];
  for (const unit of units) {
    desks.push({ unit, key: await newKey(served.db, 'reporter', unit), sheet: sheetOf(unit, sheet) });
  }
  return desks;
}
