import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { build, createServer, type Rolldown } from 'vite';
import { standardDataFolder } from './dataFolder.ts';
import { LocalProblem, runCommand } from './localProblem.ts';
import { startLocalServer } from './serve.ts';
import { announcement, readDemo, readPort, untilStopped } from './terminal.ts';
import { projectFolder } from './tool.ts';
import { writeWorkerOptions } from './workerOptions.ts';

const inspectorPort = 9229;
const folder = join(projectFolder, 'dist/dev');

/** Bundles the Worker with its source map, and again whenever one of its files changes. */
async function watchWorker(): Promise<Rolldown.RolldownWatcher> {
  const watcher = await build({
    configFile: false,
    root: projectFolder,
    logLevel: 'silent',
    resolve: { conditions: ['workerd', 'worker', 'browser', 'module'] },
    ssr: { noExternal: true, target: 'webworker' },
    build: {
      ssr: 'worker/index.ts',
      outDir: folder,
      target: 'es2022',
      sourcemap: true,
      watch: {},
      rolldownOptions: { output: { entryFileNames: 'index.js', codeSplitting: false } },
    },
  });
  return watcher as Rolldown.RolldownWatcher;
}

/** `npm run dev`: pages by Vite, the Worker in workerd behind them, both anew at every change. */
await runCommand(async () => {
  const port = readPort(process.env.PORT || '8787');
  const begun = performance.now();
  mkdirSync(join(projectFolder, 'dist/site'), { recursive: true });
  const [watcher] = await Promise.all([watchWorker(), writeWorkerOptions()]);
  let reload = async (): Promise<void> => {};
  const first = new Promise<void>((done, fail) => {
    watcher.on('event', async (event) => {
      if (event.code === 'ERROR') {
        console.error(event.error.message);
        fail(new LocalProblem('Worker 构建失败（见上）。', 'The Worker could not be bundled (see above).'));
      }
      if (event.code !== 'BUNDLE_END') return;
      await event.result.close();
      done();
      await reload();
    });
  });
  await first;
  const worker = { folder, inspectorPort };
  const demoNow = process.env.DEMO_NOW || undefined;
  const demo = readDemo(process.env.DEMO);
  const server = await startLocalServer({
    port: 0,
    dataDir: standardDataFolder,
    demoNow,
    ...demo,
    say: console.log,
    worker,
  });
  reload = async () => {
    await server.reload();
    console.log('Worker 已重新载入。The Worker is loaded anew.');
  };
  // Under the pages’ own host: the manifest names it.
  const behind = { target: server.url, changeOrigin: false };
  const pages = await createServer({
    server: {
      port,
      host: '127.0.0.1',
      strictPort: true,
      proxy: Object.fromEntries(
        ['/v1', '/openapi.json', '/manifest.xml', '/healthz', '/readyz'].map((path) => [path, behind]),
      ),
    },
  });
  await pages.listen();
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  console.log(announcement(server, `http://127.0.0.1:${port}`, seconds));
  console.log(
    `调试 · Inspector: chrome://inspect, 127.0.0.1:${inspectorPort}\n页面策略（CSP）在开发模式下不生效。Without the pages’ security policy.\n`,
  );
  untilStopped(async () => {
    await pages.close();
    await watcher.close();
    await server.close();
  });
});
