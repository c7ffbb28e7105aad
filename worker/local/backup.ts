import { existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { databaseFile, faultsOf, openDatabase } from './database.ts';
import { standardDataFolder } from './dataFolder.ts';
import { LocalProblem, runCommand } from './localProblem.ts';

/**
 * Copies a data folder's database into one file, as it stands at one moment: SQLite's own `VACUUM INTO`, so that the
 * server may be running and writing. The file holds everything but the demo keys' secrets, which no database knows.
 * It takes its name only when it is complete and has been checked.
 */
export function backupData(folder: string, file: string): { bytes: number; revisions: number } {
  const database = databaseFile(folder);
  if (database === null) {
    throw new LocalProblem(
      `${folder} 中还没有数据。请先执行 npm start。`,
      `There are no data in ${folder} yet. Run npm start first.`,
    );
  }
  if (existsSync(file)) {
    throw new LocalProblem(
      `${file} 已存在，不会覆盖。请换一个文件名。`,
      `${file} is there already and is not overwritten. Take another name.`,
    );
  }
  const part = `${file}.part`;
  mkdirSync(dirname(file), { recursive: true });
  rmSync(part, { force: true });
  try {
    copyInto(database, part);
    const revisions = checked(part);
    renameSync(part, file);
    return { bytes: statSync(file).size, revisions };
  } finally {
    rmSync(part, { force: true });
  }
}

/** Copies a database into a new file, in one read of one moment. */
export function copyInto(database: string, file: string): void {
  const db = openDatabase(database);
  try {
    db.prepare('VACUUM INTO ?').run(file);
  } finally {
    db.close();
  }
}

/** Number of the revisions in a copy. @throws LocalProblem where the copy is not whole. */
function checked(file: string): number {
  const db = openDatabase(file);
  try {
    const faults = faultsOf(db);
    if (faults.length > 0) {
      throw new LocalProblem(
        `数据库有损坏，未备份：${faults[0]}`,
        `The database is damaged and was not backed up: ${faults[0]}`,
      );
    }
    return (db.prepare('SELECT count(*) AS n FROM revisions').get() as { n: number }).n;
  } finally {
    db.close();
  }
}

if (import.meta.main) {
  await runCommand(async () => {
    const [name, ...more] = process.argv.slice(2);
    if (name === undefined || name.startsWith('-') || more.length > 0) {
      throw new LocalProblem('用法：npm run backup -- 备份.sqlite', 'Usage: npm run backup -- backup.sqlite');
    }
    const file = resolve(name);
    const { bytes, revisions } = backupData(standardDataFolder, file);
    const size = (bytes / 1_000_000).toFixed(1);
    console.log(
      `已备份到 ${file}（${size} MB，${revisions} 条修订记录）。\nBacked up to ${file} (${size} MB, ${revisions} revisions).`,
    );
  });
}
