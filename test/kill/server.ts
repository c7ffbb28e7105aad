import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DemoKeys } from '../../worker/local/demoKeys.ts';
import { LocalProblem } from '../../worker/local/localProblem.ts';
import { startLocalServer } from '../../worker/local/serve.ts';

/** The local server as a process of its own, with workerd in its group, so that a kill takes both at once. */
export class KilledServer {
  url = '';
  private readonly folder: string;
  private child: ChildProcess | null = null;
  /** The next process, its modules loaded already; it waits for a line on its input. */
  private waiting: ChildProcess | null = null;

  constructor(folder: string) {
    this.folder = folder;
  }

  private spawn(): ChildProcess {
    const make = () =>
      spawn(process.execPath, [import.meta.filename, this.folder], {
        detached: true,
        stdio: ['pipe', 'pipe', 'pipe'],
      });
    const child = this.waiting ?? make();
    this.child = child;
    child.stdin?.write('start\n');
    this.waiting = make();
    return child;
  }

  /** Starts it and waits until it answers. */
  async start(): Promise<{ keys: DemoKeys }> {
    const child = this.spawn();
    let said = '';
    let complained = '';
    child.stderr?.setEncoding('utf8').on('data', (part: string) => (complained += part));
    await new Promise<void>((done, fail) => {
      child.stdout?.setEncoding('utf8').on('data', (part: string) => {
        said += part;
        if (said.includes('\n')) done();
      });
      child.once('error', fail);
      child.once('exit', () =>
        fail(
          /npm run build/u.test(complained)
            ? new LocalProblem(
                '尚未构建。请先执行 npm run build。',
                'Nothing is built yet. Run npm run build first.',
              )
            : new Error(`the server did not start: ${said}${complained}`),
        ),
      );
    });
    this.url = said.trim();
    return { keys: JSON.parse(readFileSync(join(this.folder, 'keys.json'), 'utf8')) as DemoKeys };
  }

  /** Starts it, and kills it while it is starting or soon after. */
  async startAndKill(ms: number): Promise<void> {
    this.spawn();
    await new Promise((done) => setTimeout(done, ms));
    this.kill();
    await this.killed();
  }

  /** SIGKILL to the server and its workerd: nothing is flushed, nothing is closed. */
  kill(): void {
    if (this.child?.pid === undefined || this.child.exitCode !== null || this.child.signalCode !== null)
      return;
    try {
      process.kill(-this.child.pid, 'SIGKILL');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  }

  /** Waits until the process is gone. */
  async killed(): Promise<void> {
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    await new Promise((done) => child.once('exit', done));
  }

  /** Ends it in good order: it stops when its input ends. */
  async stop(): Promise<void> {
    this.child?.stdin?.end();
    await this.killed();
  }

  /** Ends what is left, the process in waiting too. */
  async end(): Promise<void> {
    this.kill();
    await this.killed();
    this.child = this.waiting;
    this.waiting = null;
    this.kill();
    await this.killed();
  }
}

if (import.meta.main) {
  await new Promise((done) => process.stdin.once('data', done));
  const server = await startLocalServer({ port: 0, dataDir: process.argv[2] ?? '', empty: true });
  process.stdin.resume().once('end', () => void server.close().then(() => process.exit(0)));
  console.log(server.url);
}
