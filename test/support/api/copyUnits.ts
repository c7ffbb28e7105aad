import { env } from 'cloudflare:workers';

const copied = [
  ...['list_id', 'category', 'task_code', 'arrangement_code', 'schedule_number', 'period_id'],
  ...['opens_on', 'due_on', 'lock_on', 'rows', 'sequence'],
].join(', ');

/** Units `p{from}` to `p{to - 1}`, each with the obligations of 薛家镇, of which nothing is reported. */
export async function copyUnits(from: number, to: number): Promise<void> {
  const ids = JSON.stringify(Array.from({ length: to - from }, (_, at) => `p${from + at}`));
  await env.DB.batch([
    env.DB.prepare(
      `INSERT INTO units (id, name, kind, aliases, position)
       SELECT value, '单位' || value, 'town', '[]', 1000 + key FROM json_each(?1)`,
    ).bind(ids),
    env.DB.prepare(
      `INSERT INTO obligations (key, unit_id, ${copied})
       SELECT list_id || '.' || arrangement_code || '.' || schedule_number || '.' || e.value || '.' || period_id,
         e.value, ${copied} FROM json_each(?1) e CROSS JOIN obligations o WHERE o.unit_id = 'xuejia'`,
    ).bind(ids),
  ]);
}
