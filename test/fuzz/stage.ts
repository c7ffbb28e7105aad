import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { nearD1 } from './nearD1.ts';
import { Server } from './server.ts';

/** Where runs are played: on local D1 itself, or near it, on SQLite in the same isolate. */
export type Stage = 'd1' | 'near';

const d1 = env.DB;
const servers: Partial<Record<Stage, Server>> = {};

/** Gives `act` the server of a stage; it is started with the first. */
export async function on(stage: Stage, act: (server: Server) => Promise<void>): Promise<void> {
  if (stage === 'd1') {
    env.DB = d1;
    return act((servers.d1 ??= await Server.start()));
  }
  const { STORE } = env as unknown as { STORE: DurableObjectNamespace };
  await runInDurableObject(STORE.get(STORE.idFromName('fuzz')), async (_, { storage }) => {
    env.DB = nearD1(storage);
    if (!servers.near) {
      for (const { queries } of env.TEST_MIGRATIONS) for (const query of queries) storage.sql.exec(query);
      servers.near = await Server.start();
    }
    await act(servers.near);
  });
}
