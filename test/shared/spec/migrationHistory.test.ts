import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { migrationHistory } from './migrationHistory.ts';

const folder = resolve(import.meta.dirname, '../../../migrations');

test('S5.1: a migration that databases may have applied is not changed, and every one is in the history', () => {
  const now = Object.fromEntries(
    globSync('*.sql', { cwd: folder })
      .sort()
      .map((file) => [
        basename(file),
        createHash('sha256')
          .update(readFileSync(resolve(folder, file)))
          .digest('hex'),
      ]),
  );
  expect(
    now,
    `Migrations differ from test/shared/spec/migrationHistory.ts. A new one wants a line there. One that has been applied
anywhere is never changed: put its file back and write another migration. Where it has never left this computer, run
npm run reset and put its new hash into the history.`,
  ).toEqual(migrationHistory);
});
