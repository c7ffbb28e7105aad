import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { runningServer, standardDataFolder, unfinished } from './dataFolder.ts';
import { LocalProblem, runCommand } from './localProblem.ts';

/** Empties the local server's data: database and demo keys. Refuses while a server runs on them. */
export function resetData(folder: string): void {
  const pid = runningServer(folder);
  if (pid !== null) {
    throw new LocalProblem(
      `服务仍在运行（进程 ${pid}）。请先在其终端按 Ctrl+C 停止，再执行 npm run reset。`,
      `The server is still running (process ${pid}). Stop it with Ctrl+C in its terminal, then run npm run reset.`,
    );
  }
  emptyData(folder);
  rmSync(join(folder, 'server.pid'), { force: true });
}

/** Removes database and demo keys, whoever holds the folder. */
export function emptyData(folder: string): void {
  for (const name of ['v3', 'keys.json', unfinished]) {
    rmSync(join(folder, name), { recursive: true, force: true });
  }
}

if (import.meta.main) {
  await runCommand(async () => {
    resetData(standardDataFolder);
    console.log(
      '数据已清空，下次 npm start 将重新导入。\nData emptied; the next npm start imports everything anew.',
    );
  });
}
