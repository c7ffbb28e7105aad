import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LocalProblem } from './localProblem.ts';
import { projectFolder, runTool } from './tool.ts';

/**
 * Applies the migrations by wrangler, as a deployment does. That takes two seconds, so it is
 * passed over when exactly these files were applied to this folder before.
 */
export async function applyMigrations(dataFolder: string): Promise<void> {
  const hash = createHash('sha256');
  for (const file of globSync('migrations/*.sql', { cwd: projectFolder }).sort()) {
    hash.update(file).update(readFileSync(join(projectFolder, file)));
  }
  const fingerprint = hash.digest('hex');
  const stamp = join(dataFolder, 'migrations.applied');
  if (existsSync(stamp) && existsSync(join(dataFolder, 'v3')) && readFileSync(stamp, 'utf8') === fingerprint)
    return;
  const args = ['d1', 'migrations', 'apply', 'DB', '--local', '--persist-to', dataFolder];
  const { ok, output } = await runTool('wrangler', args);
  if (!ok) {
    throw new LocalProblem(
      `数据库迁移失败：\n${output}\n如不需要保留本机数据，可执行 npm run reset 后重试。`,
      'Applying the migrations failed (see above). If the local data may go, run npm run reset and start again.',
    );
  }
  writeFileSync(stamp, fingerprint);
}
