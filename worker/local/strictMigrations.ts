import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from './tool.ts';

/** The SQL of a migration with every table that it creates made STRICT: drizzle-kit knows no such tables. */
export function strict(sql: string): string {
  return sql.replace(/^(CREATE TABLE [\s\S]*?\n\));/gmu, '$1 STRICT;');
}

/** Makes the tables of a migration STRICT, in its file. */
export function makeStrict(name: string): void {
  const path = join(projectFolder, 'migrations', name);
  const sql = readFileSync(path, 'utf8');
  writeFileSync(path, strict(sql));
}
