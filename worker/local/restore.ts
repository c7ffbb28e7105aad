import { renameSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { copyInto } from './backup.ts';
import { build } from './build.ts';
import { databaseFile, faultsOf, isSqlite, openDatabase } from './database.ts';
import { claimDataFolder, releaseDataFolder, runningServer, standardDataFolder } from './dataFolder.ts';
import { LocalProblem, runCommand } from './localProblem.ts';
import { migrationNames } from './migrate.ts';
import { openMiniflare } from './miniflare.ts';

/**
 * Makes a backup the data of a folder. Nothing is touched, and it refuses, over a running server, and over data that
 * are there unless `force` says so. It refuses a file that is no whole backup, or comes from a newer version of the
 * program.
 */
export async function restoreData(folder: string, file: string, { force = false } = {}): Promise<void> {
  checkBackup(file);
  const pid = runningServer(folder);
  if (pid !== null) {
    throw new LocalProblem(
      `服务仍在运行（进程 ${pid}）。请先在其终端按 Ctrl+C 停止，再恢复。`,
      `The server is still running (process ${pid}). Stop it with Ctrl+C in its terminal, then restore.`,
    );
  }
  if (databaseFile(folder) !== null && !force) {
    throw new LocalProblem(
      `${folder} 中已有数据。确认要用备份替换时，请加 --force；替换前可先执行 npm run backup。`,
      `There are data in ${folder}. To replace them by the backup, add --force; you may run npm run backup before.`,
    );
  }
  claimDataFolder(folder);
  try {
    if (databaseFile(folder) === null) await makeDatabase(folder);
    const database = databaseFile(folder)!;
    const copy = `${database}.restoring`;
    rmSync(copy, { force: true });
    copyInto(file, copy);
    // What the old database's journal holds must never be taken for the new one's.
    for (const journal of ['-wal', '-shm']) rmSync(`${database}${journal}`, { force: true });
    renameSync(copy, database);
  } finally {
    releaseDataFolder(folder);
  }
}

/** An empty database of the name that workerd looks for; an older backup gets its migrations at the next start. */
async function makeDatabase(folder: string): Promise<void> {
  const miniflare = await openMiniflare(folder, 0);
  try {
    await (await miniflare.getD1Database('DB')).prepare('SELECT 1').run();
  } finally {
    await miniflare.dispose();
  }
}

function checkBackup(file: string): void {
  const faults = isSqlite(file) ? faultsOfBackup(file) : ['SQLite format 3'];
  if (faults.length > 0) {
    throw new LocalProblem(
      `${file} 不是完整的备份：${faults[0]}。未作任何改动。`,
      `${file} is no whole backup: ${faults[0]}. Nothing was changed.`,
    );
  }
}

function faultsOfBackup(file: string): string[] {
  const db = openDatabase(file);
  try {
    const known = new Set(migrationNames());
    const applied = db.prepare('SELECT name FROM d1_migrations ORDER BY id').all() as { name: string }[];
    const newer = applied.filter(({ name }) => !known.has(name)).map(({ name }) => name);
    db.prepare('SELECT count(*) FROM revisions').get();
    return [...newer, ...faultsOf(db)];
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  } finally {
    db.close();
  }
}

if (import.meta.main) {
  await runCommand(async () => {
    const given = process.argv.slice(2);
    const force = given.includes('--force');
    const [name, ...more] = given.filter((each) => each !== '--force');
    if (name === undefined || name.startsWith('-') || more.length > 0) {
      throw new LocalProblem(
        '用法：npm run restore -- 备份.sqlite [--force]',
        'Usage: npm run restore -- backup.sqlite [--force]',
      );
    }
    const file = resolve(name);
    await build();
    await restoreData(standardDataFolder, file, { force });
    console.log(`已从 ${file} 恢复。请执行 npm start。\nRestored from ${file}. Run npm start.`);
  });
}
