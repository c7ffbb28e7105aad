import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

/** drizzle-kit knows no STRICT tables: every table that a migration creates is made one here, right after it is generated. */
for (const name of readdirSync('migrations').filter((file) => file.endsWith('.sql'))) {
  const path = `migrations/${name}`;
  const sql = readFileSync(path, 'utf8');
  const strict = sql.replace(/^(CREATE TABLE [\s\S]*?\n\));/gmu, '$1 STRICT;');
  if (strict !== sql) writeFileSync(path, strict);
}
