import document from '../../../seeds/2024-task-list.txt?raw';
import roster from '../../../seeds/roster.json';
import { startApi, type Api } from './client.ts';
import type { AppOptions } from '../../../worker/app.ts';

export { document, roster };

/** An app with the roster and the real 2024 list published through the API. */
export async function startPublished(options: AppOptions = {}): Promise<Api> {
  const api = await startApi(options);
  for (const [path, body] of [
    ['/v1/roster', roster],
    ['/v1/task-lists/2024', document],
  ] as const) {
    const answer = await api.admin.put(path, body);
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
  }
  return api;
}
