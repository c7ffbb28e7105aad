import { formatRowKey } from '../../../shared/rowKey/rowKey.ts';
import { seeded } from '../../support/seeded.ts';
import type { Database } from '../serve/open.ts';

interface Identity {
  obligation: string;
  list: string;
  arrangement: string;
  schedule: number;
  indicator: string;
  unit: string;
  period: string;
}

/** Fills in every row of these units (of all, where none are named): submission, first revision, counts. Returns rows. */
export async function fillIn(db: Database, list: string, units: readonly string[] | null): Promise<number> {
  const random = seeded(Number(list));
  const { results } = await db
    .prepare(
      `SELECT o.key AS obligation, o.list_id AS list, o.arrangement_code AS arrangement, o.schedule_number AS schedule,
         i.id AS indicator, o.unit_id AS unit, o.period_id AS period
       FROM obligations o JOIN indicators i ON i.list_id = o.list_id AND i.arrangement_code = o.arrangement_code
       WHERE o.list_id = ?1 AND (?2 IS NULL OR o.unit_id IN (SELECT value FROM json_each(?2)))`,
    )
    .bind(list, units && JSON.stringify(units))
    .all<Identity>();
  const tuples = results.map(({ obligation, ...row }) => {
    const count = row.indicator === 'done' ? null : 1 + Math.floor(random() * 3);
    return [
      formatRowKey(row),
      obligation,
      row.indicator,
      count,
      `已完成第${Math.floor(random() * 1e6)}次调度。`,
    ];
  });
  for (let at = 0; at < tuples.length; at += 5000) {
    const part = JSON.stringify(tuples.slice(at, at + 5000));
    await db.batch([
      db
        .prepare(
          `INSERT INTO submissions (row_key, obligation_key, indicator_id, version, status, count, note, findings,
             explained_rules, received_at, received_by, on_behalf)
           SELECT e.value->>0, e.value->>1, e.value->>2, 1, '进行中', e.value->>3, e.value->>4, '[]', '[]', 1, 'seed', 0
           FROM json_each(?1) e`,
        )
        .bind(part),
      db
        .prepare(
          `INSERT INTO revisions (row_key, version, obligation_key, kind, content, explained_rules, rules_version,
             push_id, made_at, made_by, on_behalf)
           SELECT e.value->>0, 1, e.value->>1, 'submission', json_object('status', '进行中', 'count', e.value->>3,
             'note', e.value->>4), '[]', '1', 'seed', 1, 'seed', 0 FROM json_each(?1) e`,
        )
        .bind(part),
      db
        .prepare(
          `UPDATE obligations SET received_rows = rows, received = 1, first_received_at = 1, last_changed_at = 1, touched = 1
           WHERE key IN (SELECT e.value->>1 FROM json_each(?1) e)`,
        )
        .bind(part),
    ]);
  }
  return tuples.length;
}

/** More history: every row revised again and again until there are `total` revisions. Obligations stay as they are. */
export async function growHistory(db: Database, total: number): Promise<void> {
  const count = async () =>
    (await db.prepare(`SELECT count(*) AS n FROM revisions`).first<{ n: number }>())?.n ?? 0;
  for (let left = total - (await count()); left > 0; left = total - (await count())) {
    await db
      .prepare(
        `INSERT INTO revisions (row_key, version, obligation_key, kind, content, explained_rules, rules_version, push_id,
           made_at, made_by, on_behalf)
         SELECT row_key, max(version) + 1, obligation_key, kind, content, explained_rules, rules_version, push_id,
           made_at, made_by, on_behalf FROM revisions GROUP BY row_key LIMIT ?1`,
      )
      .bind(Math.min(left, 100_000))
      .run();
  }
}
