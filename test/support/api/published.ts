import document from '../../../seeds/2024-task-list.txt?raw';
import roster from '../../../seeds/roster.json';
import { startApi, type Api } from './client.ts';
import type { AppOptions } from '../../../worker/app.ts';

export { document, roster };

/**
 * An app with the roster and the real 2024 list published through the API. `at`: when they are published; nothing can be
 * reported before.
 */
export async function startPublished(options: AppOptions = {}, at?: string): Promise<Api> {
  const api = await startApi(options);
  if (at !== undefined) api.clock.set(at);
  for (const answer of [
    await api.admin.replace('/v1/roster', roster),
    await api.admin.put('/v1/task-lists/2024', document),
  ]) {
    if (answer.status !== 200) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  }
  return api;
}
