import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { unstable_splitSqlQuery as statementsByWrangler } from 'wrangler';
import { migrationNames, statementsOf } from '../../worker/local/migrate.ts';
import { strict } from '../../worker/local/strictMigrations.ts';
import { projectFolder } from '../../worker/local/tool.ts';

const textOf = (name: string) => readFileSync(join(projectFolder, 'migrations', name), 'utf8');
const plain = (sql: string) => sql.replace(/--.*$/gmu, '').replace(/\s+/gu, ' ').replace(/;\s*$/u, '').trim();

describe.each(migrationNames())('migration %s', (name) => {
  it('has the statements here that wrangler takes from it on Cloudflare', () => {
    const here = statementsOf(name).map(plain);
    expect(here).toEqual(statementsByWrangler(textOf(name)).map(plain));
    expect(here.length).toBeGreaterThan(0);
  });

  it('makes STRICT tables only', () => {
    expect(strict(textOf(name))).toBe(textOf(name));
  });
});

describe('strict', () => {
  it('is put behind every table that drizzle-kit writes, and behind nothing else', () => {
    const made =
      'CREATE TABLE `a` (\n\t`b` text\n);\n--> statement-breakpoint\nCREATE INDEX `c` ON `a` (`b`);';
    expect(strict(made)).toBe(made.replace('\n);', '\n) STRICT;'));
  });
});
