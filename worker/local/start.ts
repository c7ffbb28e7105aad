import { build } from './build.ts';
import { standardDataFolder } from './dataFolder.ts';
import { announcement, readDemo, readPort, untilStopped } from './terminal.ts';
import { runCommand } from './localProblem.ts';
import { startLocalServer } from './serve.ts';

await runCommand(async () => {
  const port = readPort(process.env.PORT || '8787');
  await build();
  const begun = performance.now();
  const server = await startLocalServer({
    port,
    dataDir: standardDataFolder,
    demoNow: process.env.DEMO_NOW || undefined,
    reminderTimeout: process.env.REMINDER_TIMEOUT || undefined,
    ...readDemo(process.env.DEMO),
    say: console.log,
  });
  console.log(announcement(server, server.url, ((performance.now() - begun) / 1000).toFixed(1)));
  untilStopped(() => server.close());
});
