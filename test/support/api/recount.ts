import { env } from 'cloudflare:workers';

/** The roll-up and the totals counted anew from obligations and submissions, in words of their own. */
export async function recount(listId: string) {
  const { results: obligations } = await env.DB.prepare(`SELECT * FROM obligations WHERE list_id = ?1`)
    .bind(listId)
    .all<Record<string, number | string | null>>();
  const { results: submissions } =
    await env.DB.prepare(`SELECT * FROM submissions`).all<Record<string, unknown>>();
  const { results: former } = await env.DB.prepare(
    `SELECT arrangement_code || ' ' || id AS name FROM indicators WHERE list_id = ?1 AND retired = 1`,
  )
    .bind(listId)
    .all<{ name: string }>();
  const gone = new Set(former.map(({ name }) => name));
  const { results: allocations } = await env.DB.prepare(
    `SELECT arrangement_code || ' ' || indicator_id || ' ' || unit_id AS name, share FROM allocations WHERE list_id = ?1`,
  )
    .bind(listId)
    .all<{ name: string; share: number }>();
  const shares = new Map(allocations.map(({ name, share }) => [name, share]));
  const rowsOf = Map.groupBy(submissions, (row) => String(row.obligation_key));
  const groups = new Map<string, number[]>();
  for (const each of obligations) {
    const rows = (rowsOf.get(String(each.key)) ?? []).filter(
      (row) => !gone.has(`${each.arrangement_code} ${row.indicator_id}`),
    );
    const received = rows.length === each.rows;
    const fulfilled =
      received &&
      rows.every(({ status, count, indicator_id }) => {
        const share = shares.get(`${each.arrangement_code} ${indicator_id} ${each.unit_id}`);
        const falls = share !== undefined && count !== null && Number(count) < share;
        return ['已开展', '本地无此类'].includes(String(status)) || (status === '已完成' && !falls);
      });
    if (each.retired === 1 || (each.waived_by !== null && rows.length === 0)) continue;
    const counts = [
      1,
      Number(received),
      Number(fulfilled),
      Number(fulfilled && each.punctuality === 'onTime'),
      Number(fulfilled && each.punctuality === 'reportedLate'),
      Number(fulfilled && each.punctuality === 'completedLate'),
    ];
    for (const group of [
      `unit ${each.unit_id}`,
      `category ${each.category}`,
      `task ${each.task_code}`,
      `arrangement ${each.arrangement_code}`,
      `period ${each.period_id}`,
    ]) {
      const name = `${group} ${each.due_on ?? ''}`;
      const sum = groups.get(name) ?? [0, 0, 0, 0, 0, 0];
      groups.set(
        name,
        sum.map((value, i) => value + (counts[i] ?? 0)),
      );
    }
  }
  return Object.fromEntries([...groups].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The stored roll-up in the same form. */
export async function storedRollup(listId: string) {
  const { results } = await env.DB.prepare(
    `SELECT * FROM progress_rollups WHERE list_id = ?1 AND expected + received + fulfilled <> 0`,
  )
    .bind(listId)
    .all<Record<string, number | string>>();
  const entries = results.map((row): [string, number[]] => [
    `${row.dimension} ${row.group_id} ${row.due_on}`,
    [row.expected, row.received, row.fulfilled, row.on_time, row.reported_late, row.completed_late].map(
      Number,
    ),
  ]);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
