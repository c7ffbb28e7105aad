import { closeSync, existsSync, globSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { LocalProblem } from './localProblem.ts';

const d1Folder = 'v3/d1/miniflare-D1DatabaseObject';

/** The file in which a data folder keeps its D1 database; `null` where there is none yet. */
export function databaseFile(folder: string): string | null {
  const [file, ...others] = globSync(`${d1Folder}/*.sqlite`, { cwd: folder }).filter(
    (each) => !each.endsWith('metadata.sqlite'),
  );
  if (others.length > 0) {
    throw new LocalProblem(
      `${folder} 中有不止一个数据库，无法判断是哪一个。`,
      `There is more than one database in ${folder}; which one is meant cannot be told.`,
    );
  }
  return file === undefined ? null : join(folder, file);
}

/** Whether a file begins as every SQLite database does. */
export function isSqlite(file: string): boolean {
  if (!existsSync(file)) return false;
  const head = Buffer.alloc(16);
  const handle = openSync(file, 'r');
  try {
    return readSync(handle, head) === 16 && head.toString('latin1') === 'SQLite format 3\0';
  } finally {
    closeSync(handle);
  }
}

/** Opens a database that another process may be writing to, and waits for it where it must. */
export function openDatabase(file: string, readOnly = true): DatabaseSync {
  const db = new DatabaseSync(file, { readOnly });
  db.exec('PRAGMA busy_timeout = 10000');
  return db;
}

/** What is wrong with a database; empty where it is whole. */
export function faultsOf(db: DatabaseSync): string[] {
  const integrity = db.prepare('PRAGMA integrity_check').all() as { integrity_check: string }[];
  const orphans = db.prepare('PRAGMA foreign_key_check').all();
  return [
    ...integrity.map((row) => row.integrity_check).filter((text) => text !== 'ok'),
    ...orphans.map((row) => JSON.stringify(row)),
  ];
}

/** Checks a stopped server's database file. @throws Error naming what is wrong. */
export function checkFile(folder: string): void {
  const file = databaseFile(folder);
  if (file === null) throw new Error(`there is no database in ${folder}`);
  const db = openDatabase(file);
  try {
    const faults = faultsOf(db);
    if (faults.length > 0) throw new Error(faults.slice(0, 5).join('; '));
  } finally {
    db.close();
  }
}
