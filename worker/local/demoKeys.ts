import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { mintAccessKey } from '../identity/accessKey.ts';
import { sendAs } from './api.ts';
import { demoHolders, someHolder } from './demoHolders.ts';
import type { D1Database } from './miniflare.ts';

/** The access keys of a local server, as kept in keys.json. */
export interface DemoKeys {
  admin: string;
  officer: string;
  viewer: string;
  /** By unit id. */
  reporters: Record<string, string>;
}

/** The keys kept in the file that the database still knows and has not revoked. */
export async function readDemoKeys(file: string, db: D1Database): Promise<Partial<DemoKeys>> {
  if (!existsSync(file)) return {};
  const kept = JSON.parse(readFileSync(file, 'utf8')) as Partial<DemoKeys>;
  const { results } = await db
    .prepare(`SELECT id FROM access_keys WHERE revoked_at IS NULL AND expires_at IS NULL`)
    .all<{ id: string }>();
  const known = new Set(results.map((row) => row.id));
  const good = (key: string | undefined) => (key && known.has(key.split('_')[1] ?? '') ? key : undefined);
  const { admin, officer, viewer } = {
    admin: good(kept.admin),
    officer: good(kept.officer),
    viewer: good(kept.viewer),
  };
  return {
    ...(admin && { admin }),
    ...(officer && { officer }),
    ...(viewer && { viewer }),
    reporters: Object.fromEntries(Object.entries(kept.reporters ?? {}).filter(([, key]) => good(key))),
  };
}

/** The first administrator's key cannot come through the API: it is put straight into the database. */
export async function insertAdminKey(db: D1Database, now: number): Promise<string> {
  const { id, key, sha256 } = await mintAccessKey();
  await db
    .prepare(
      `INSERT INTO access_keys (id, sha256, role, unit_id, label, holder, created_at)
       VALUES (?1, ?2, 'admin', NULL, ?3, ?4, ?5)`,
    )
    .bind(id, sha256, '演示：管理员', demoHolders.admin, Math.floor(now))
    .run();
  return key;
}

/** Asks the API for every key that is missing, and keeps them all in the file. */
export async function completeDemoKeys(
  url: string,
  file: string,
  admin: string,
  kept: Partial<DemoKeys>,
  units: readonly { id: string; name: string }[],
): Promise<DemoKeys> {
  const make = async (body: {
    role: string;
    unit?: string;
    holder: string;
    label: string;
  }): Promise<string> => {
    const answer = await sendAs(admin, url, 'POST', '/v1/keys', JSON.stringify(body));
    return (answer as { key: string }).key;
  };
  const keys: DemoKeys = {
    admin,
    officer:
      kept.officer ?? (await make({ role: 'officer', holder: demoHolders.officer, label: '演示：区局' })),
    viewer: kept.viewer ?? (await make({ role: 'viewer', holder: demoHolders.viewer, label: '演示：只读' })),
    reporters: {},
  };
  for (const unit of units) {
    keys.reporters[unit.id] =
      kept.reporters?.[unit.id] ??
      (await make({
        role: 'reporter',
        unit: unit.id,
        holder: demoHolders.reporters[unit.id] ?? someHolder,
        label: `演示：${unit.name}`,
      }));
  }
  const text = `${JSON.stringify(keys, null, 2)}\n`;
  if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeFileSync(file, text, { mode: 0o600 });
  return keys;
}
