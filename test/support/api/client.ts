import { env } from 'cloudflare:workers';
import { createApp, type AppOptions } from '../../../worker/app.ts';
import type { FailureLine } from '../../../worker/problems/failureLine.ts';
import { mintAccessKey } from '../../../worker/identity/accessKey.ts';
import { insertKey } from '../../../worker/keys/keys.repository.ts';
import type { Role } from '../../../shared/wire/parts/role.ts';

/** 2024-04-10 09:00 in Shanghai. */
export const demoMorning = Date.parse('2024-04-10T09:00:00+08:00');

/** A clock that tests set. */
export class TestClock {
  at = demoMorning;
  set(moment: string): void {
    this.at = Date.parse(moment);
  }
}

export interface Answer<T = any> {
  status: number;
  body: T;
  headers: Headers;
}

/** Asks the app as a client with one key would. */
export class Client {
  private readonly app: ReturnType<typeof createApp>;
  private readonly key: string | null;
  private readonly db: D1Database;

  constructor(app: ReturnType<typeof createApp>, key: string | null, db: D1Database = env.DB) {
    this.app = app;
    this.key = key;
    this.db = db;
  }

  /** The same client over another binding of the same database. */
  over(db: D1Database): Client {
    return new Client(this.app, this.key, db);
  }

  /** The answer as it comes, for what is no JSON. */
  async raw(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    const init: RequestInit = { method, headers: { ...headers } };
    const set = init.headers as Record<string, string>;
    if (this.key !== null) set.authorization ??= `Bearer ${this.key}`;
    if (body !== undefined) {
      set['content-type'] ??= typeof body === 'string' ? 'text/plain' : 'application/json';
      init.body =
        typeof body === 'string' || body instanceof Uint8Array ? (body as BodyInit) : JSON.stringify(body);
    }
    return this.app.request(path, init, {
      ...env,
      DB: this.db,
      KEY_RATE_LIMITER: undefined,
      ADDRESS_RATE_LIMITER: undefined,
    });
  }

  async send<T = any>(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer<T>> {
    const response = await this.raw(method, path, body, headers);
    const text = await response.text();
    return {
      status: response.status,
      body: (text === '' ? null : JSON.parse(text)) as T,
      headers: response.headers,
    };
  }

  /** An answer that is a file. */
  async file(path: string): Promise<Answer<Uint8Array>> {
    const response = await this.raw('GET', path);
    const body = new Uint8Array(await response.arrayBuffer());
    return { status: response.status, body, headers: response.headers };
  }

  get<T = any>(path: string): Promise<Answer<T>> {
    return this.send<T>('GET', path);
  }
  put<T = any>(path: string, body: unknown): Promise<Answer<T>> {
    return this.send<T>('PUT', path, body);
  }
  /** Sets as a whole what is set as a whole: of the version that stands. */
  async replace<T = any>(path: string, body: unknown): Promise<Answer<T>> {
    const { headers } = await this.get(path.split('?')[0]!);
    return this.send<T>('PUT', path, body, { 'if-match': headers.get('etag') ?? '"0"' });
  }
  post<T = any>(path: string, body: unknown): Promise<Answer<T>> {
    return this.send<T>('POST', path, body);
  }
}

/** Puts a key straight into D1, as the first administrator's has to be. */
export async function issueKey(
  role: Role,
  unitId: string | null = null,
  holder = 'test',
): Promise<{ id: string; key: string }> {
  const { id, key, sha256 } = await mintAccessKey();
  await insertKey(env.DB, {
    id,
    sha256,
    role,
    unitId,
    label: 'test',
    holder,
    createdAt: 0,
    expiresAt: null,
    lastUsedOn: null,
    revokedAt: null,
  }).run();
  return { id, key };
}

/** An app on this file's own D1, with an administrator. */
export async function startApi(options: AppOptions = {}) {
  const clock = new TestClock();
  const lines: FailureLine[] = [];
  const log = (line: FailureLine): void => {
    lines.push(line);
    if (line.code === 'unexpected') console.error(JSON.stringify(line));
  };
  const app = createApp({ now: () => clock.at, log, ...options });
  const as = (key: string | null): Client => new Client(app, key);
  const admin = as((await issueKey('admin')).key);
  const reporter = async (unit: string): Promise<Client> => as((await issueKey('reporter', unit)).key);
  const officer = async (): Promise<Client> => as((await issueKey('officer')).key);
  return { app, clock, lines, as, admin, reporter, officer };
}

export type Api = Awaited<ReturnType<typeof startApi>>;
