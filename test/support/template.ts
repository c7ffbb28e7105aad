import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from '../../worker/local/build.ts';
import { type LocalServer, type LocalServerOptions, startLocalServer } from '../../worker/local/serve.ts';
import { projectFolder } from '../../worker/local/tool.ts';

/** Data after a first start: roster and list alone, or sample reports too. */
export type Template = 'empty' | 'reported';

/** The moment at which every copy begins: the demo's own. */
export const demoNow = '2024-04-10T09:00:00+08:00';

const templates = join(projectFolder, '.dev/templates');

/** What the data of a first start are made by. */
function fingerprint(): string {
  const hash = createHash('sha256');
  const files = ['dist/worker.stamp', 'seeds/*', 'migrations/*.sql', 'worker/local/*.ts'];
  for (const file of globSync(files, { cwd: projectFolder }).sort())
    hash.update(`${file}\n`).update(readFileSync(join(projectFolder, file)));
  return hash.digest('hex').slice(0, 16);
}

/**
 * A folder of data as a first start leaves them, to be copied and not to be touched. It is made by the first test
 * that asks for it, and again when what makes it has changed.
 */
export async function templateFolder(template: Template): Promise<string> {
  await build();
  const name = `${template}-${fingerprint()}`;
  const folder = join(templates, name);
  if (existsSync(folder)) return folder;
  mkdirSync(templates, { recursive: true });
  for (const other of readdirSync(templates))
    if (other.startsWith(`${template}-`)) rmSync(join(templates, other), { recursive: true, force: true });
  const making = mkdtempSync(join(templates, 'making-'));
  const server = await startLocalServer({ port: 0, dataDir: making, demoNow, empty: template === 'empty' });
  await server.close();
  try {
    renameSync(making, folder);
  } catch (error) {
    // Another process was quicker.
    rmSync(making, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

/** A folder of one's own with a template's data in it; the caller removes it. */
export async function copyOfTemplate(template: Template, prefix = 'taizhang-'): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), prefix));
  cpSync(await templateFolder(template), folder, { recursive: true });
  return folder;
}

/** A server on data that came from a template: no sample reports are added, and it is the demo's day. */
export function serveCopy(dataDir: string, options: Partial<LocalServerOptions> = {}): Promise<LocalServer> {
  return startLocalServer({ port: 0, dataDir, demoNow, empty: true, ...options });
}
