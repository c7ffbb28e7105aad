import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LocalProblem } from './localProblem.ts';
import { projectFolder } from './tool.ts';

/** Where a local server keeps its data unless told otherwise; not under version control. */
export const standardDataFolder = join(projectFolder, '.dev');

/** A file that stands in the folder as long as the demo is being made: a start that was broken off is begun anew. */
export const unfinished = 'demo.unfinished';

const pidFile = (folder: string) => join(folder, 'server.pid');

/** The process that runs a server on this folder, or `null`. A file left by a crash counts for nothing. */
export function runningServer(folder: string): number | null {
  try {
    const pid = Number(readFileSync(pidFile(folder), 'utf8'));
    if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return null;
    process.kill(pid, 0);
    return pid;
  } catch (error) {
    // EPERM: it runs, under another user.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
      ? Number(readFileSync(pidFile(folder), 'utf8'))
      : null;
  }
}

/** Takes the folder for this process; two servers on one database would not see each other's writes. */
export function claimDataFolder(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const pid = runningServer(folder);
  if (pid !== null) {
    throw new LocalProblem(
      `数据目录 ${folder} 正由另一个服务（进程 ${pid}）使用。请先在其终端按 Ctrl+C 停止。`,
      `Another server (process ${pid}) is using ${folder}. Stop it with Ctrl+C in its terminal first.`,
    );
  }
  writeFileSync(pidFile(folder), String(process.pid));
  process.once('exit', () => releaseDataFolder(folder));
}

/** Gives the folder back, where it is still this process's. */
export function releaseDataFolder(folder: string): void {
  if (runningServer(folder) === null) rmSync(pidFile(folder), { force: true });
}
