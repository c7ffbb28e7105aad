import { Agent, request } from 'node:http';

const agent = new Agent({ keepAlive: true, maxSockets: 256 });

export interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
  /** From the request's first byte to the answer's last. */
  ms: number;
}

/** A connection that the server closed while it was idle: nothing of the request was read. */
class StaleConnection extends Error {}

/** One request over a connection that is kept, or on a new one where that was stale. */
export async function ask(...args: Parameters<typeof askOnce>): Promise<Answer> {
  try {
    return await askOnce(...args);
  } catch (error) {
    if (error instanceof StaleConnection) return askOnce(...args);
    throw error;
  }
}

/** Plain node:http, so that the client costs little beside the server. */
function askOnce(
  origin: string,
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  options: {
    key?: string;
    body?: string | Uint8Array;
    type?: string;
    version?: number;
    accept?: string;
  } = {},
): Promise<Answer> {
  const body = options.body === undefined ? null : Buffer.from(options.body as string);
  const headers = {
    ...(options.key && { authorization: `Bearer ${options.key}` }),
    ...(options.accept !== undefined && { accept: options.accept }),
    // Of what is set as a whole: the version that was looked at.
    ...(options.version !== undefined && { 'if-match': `"${options.version}"` }),
    ...(body && { 'content-type': options.type ?? 'application/json', 'content-length': body.length }),
  };
  return new Promise((done, fail) => {
    const begun = performance.now();
    const sent = request(origin + path, { method, agent, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', fail);
      response.on('end', () => {
        const ended = performance.now();
        done({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text: Buffer.concat(chunks).toString(),
          ms: ended - begun,
        });
      });
    });
    sent.on('error', (error: NodeJS.ErrnoException) => {
      const isStale = sent.reusedSocket && (error.code === 'ECONNRESET' || error.code === 'EPIPE');
      fail(isStale ? new StaleConnection() : error);
    });
    sent.end(body ?? undefined);
  });
}

/** The same, where anything but success ends the run. */
export async function must(...args: Parameters<typeof ask>): Promise<Answer> {
  const answer = await ask(...args);
  if (answer.status >= 300) {
    throw new Error(`${args[1]} ${args[2]}: ${answer.status} ${answer.text.slice(0, 500)}`);
  }
  return answer;
}

/** Ends the kept connections, which would keep the process alive. */
export const hangUp = (): void => agent.destroy();
