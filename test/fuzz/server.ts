import { env } from 'cloudflare:workers';
import type { PackedAnswer } from '../../shared/wire/pushAnswer.ts';
import type { PushRequest } from '../../shared/wire/push.ts';
import { createApp, type App } from '../../worker/app.ts';
import { issueKey } from '../support/api/client.ts';
import { D1Line, d1Errors, type D1Fault } from './d1.ts';
import { settingsWith, firstMorning, plan, rosterWith, taskList, units, year } from './fixture.ts';
import type { Values } from './model/plan.ts';
import { settleAll, takePush, type Prediction } from './model/push.ts';
import { endExtensions } from './model/acts.ts';
import { freshState, type State } from './model/state.ts';

/** A request as it travels: it may be delivered twice, or late. */
export interface Sent {
  key: string;
  method: string;
  path: string;
  body: string | null;
  /** What the model is told once the change is committed; pushes are told by their body. */
  tells?: (state: State) => void;
  /** The same of an act; whether it has changed anything. */
  decides?: (state: State, now: number) => boolean;
  /** Of what is set as a whole: the version that was looked at; found out at the first delivery. */
  version?: number;
}

/** Keys of two clerks for each town, of an officer and an administrator. */
export interface Keys {
  clerks: Record<string, [string, string]>;
  officer: string;
  admin: string;
}

const tables = [
  ...['act_obligations', 'acts', 'declarations'],
  ...['push_outcomes', 'pushes', 'revisions', 'drafts', 'submissions', 'allocations', 'indicator_totals'],
  ...['progress_rollups', 'obligations', 'assignments', 'unit_group_members', 'settings', 'versions'],
  ...[
    'former_lists',
    'publishings',
    'used_codes',
    'indicators',
    'schedules',
    'arrangements',
    'tasks',
    'task_lists',
  ],
];

/** The version that stands of something that is set as a whole. */
async function standing(thing: string): Promise<number> {
  const found = env.DB.prepare(`SELECT version FROM versions WHERE thing = ?1`).bind(thing);
  return (await found.first<number>('version')) ?? 0;
}

/** Where a push is held between its read and its batch. */
export class Gates {
  private readonly shut = new Map<string, { reached: () => void; opened: Promise<void> }[]>();

  /** The next push of this id that comes will wait; it says when it has come, and goes on when it is let go. */
  hold(pushId: string): { reached: Promise<void>; letGo: () => void } {
    const reached = Promise.withResolvers<void>();
    const opened = Promise.withResolvers<void>();
    const gate = { reached: reached.resolve, opened: opened.promise };
    this.shut.set(pushId, [...(this.shut.get(pushId) ?? []), gate]);
    return { reached: reached.promise, letGo: opened.resolve };
  }

  readonly wait = async (pushId: string): Promise<void> => {
    const gate = this.shut.get(pushId)?.shift();
    gate?.reached();
    await gate?.opened;
  };
}

/** The real app on real D1, with the model beside it: every commit is told to both, every answer compared. */
export class Server {
  now = firstMorning;
  state: State = freshState(plan);
  readonly gates = new Gates();
  readonly keys: Keys;
  /** Of the bureau's next request. */
  fault: D1Fault | null = null;
  /** The first disagreement between model and server, or breach of a promise. */
  failure: string | null = null;
  /** Two isolates of one deployment, which share nothing but the database. */
  private isolates: [App, App];
  private predictions = new Map<string, Prediction[]>();
  private readonly unitOf = new Map<string, string>();
  private readonly told = new Map<string, string>();
  pushes = 0;
  /** How often each outcome was predicted, over all runs: a fuzz that meets no conflict tests none. */
  readonly met = new Map<string, number>();
  requests = 0;

  private constructor(keys: Keys) {
    this.keys = keys;
    for (const unit of units) for (const key of keys.clerks[unit]!) this.unitOf.set(key, unit);
    this.isolates = this.freshIsolates();
  }

  private freshIsolates(): [App, App] {
    const fresh = () => createApp({ now: () => this.now, barrier: this.gates.wait, log: () => {} });
    return [fresh(), fresh()];
  }

  /** Publishes roster and list once, and keeps what that made: each seed starts from a copy of it. */
  static async start(): Promise<Server> {
    const admin = (await issueKey('admin')).key;
    const first = new Server({ clerks: { nan: ['', ''], bei: ['', ''] }, officer: '', admin });
    await first.must({
      key: admin,
      method: 'PUT',
      path: '/v1/roster',
      body: JSON.stringify(rosterWith(null)),
    });
    await first.must({
      key: admin,
      method: 'PUT',
      path: `/v1/task-lists/${year}`,
      body: JSON.stringify(taskList),
    });
    const settings = settingsWith(null);
    await first.must({ key: admin, method: 'PUT', path: `/v1/task-lists/${year}/settings`, body: settings });
    const clerks: Keys['clerks'] = {};
    for (const unit of units) {
      clerks[unit] = [(await issueKey('reporter', unit)).key, (await issueKey('reporter', unit)).key];
    }
    const officer = (await issueKey('officer')).key;
    // Seeds share one database: between them, and only between them, revisions and acts are deleted.
    for (const kept of ['revisions', 'acts', 'act_obligations'])
      await env.DB.prepare(`DROP TRIGGER ${kept}_no_delete`).run();
    for (const table of tables)
      await env.DB.prepare(`CREATE TABLE first_${table} AS SELECT * FROM ${table}`).run();
    return new Server({ clerks, officer, admin });
  }

  /** Everything as it was after publishing. */
  async reset(): Promise<void> {
    await env.DB.batch([
      env.DB.prepare(`PRAGMA defer_foreign_keys = on`),
      ...tables.flatMap((table) => [
        env.DB.prepare(`DELETE FROM ${table}`),
        env.DB.prepare(`INSERT INTO ${table} SELECT * FROM first_${table}`),
      ]),
      env.DB.prepare(`UPDATE sequences SET at = 0`),
    ]);
    this.isolates = this.freshIsolates();
    this.now = firstMorning;
    this.state = freshState(plan);
    this.failure = null;
    this.fault = null;
    this.predictions = new Map();
  }

  /** Delivers a request to the app. */
  async deliver(sent: Sent, fault: D1Fault | null = null): Promise<Response> {
    const now = Math.max(this.now, this.state.lastChangeAt);
    this.requests += 1;
    const line = new D1Line(fault, (sql) => this.committed(sent, sql, now));
    if (sent.method === 'PUT' && /\/(?:roster|settings|allocations)$/u.test(sent.path))
      sent.version ??= await standing(
        sent.path.endsWith('/roster') ? 'roster' : `${sent.path.split('/').at(-1)} ${year}`,
      );
    const isolate = this.isolates[this.requests % 3 === 0 ? 1 : 0];
    const response = await isolate.request(
      sent.path,
      {
        method: sent.method,
        headers: {
          authorization: `Bearer ${sent.key}`,
          'content-type': 'application/json',
          ...(sent.version === undefined ? {} : { 'if-match': `"${sent.version}"` }),
        },
        ...(sent.body === null ? {} : { body: sent.body }),
      },
      { ...env, DB: line.over(env.DB), KEY_RATE_LIMITER: undefined, ADDRESS_RATE_LIMITER: undefined },
    );
    // What may pass asks to come back (503); only the error that says nothing is unexpected.
    const wanted = !line.failed ? 200 : fault?.message === d1Errors.at(-1) ? 500 : 503;
    if (response.status >= 500 && response.status !== wanted) {
      this.fail(
        `${sent.method} ${sent.path} answers ${response.status} to “${fault?.message ?? 'no fault'}”`,
      );
    }
    if (sent.path.startsWith('/v1/sync') && response.status === 200) {
      this.compare(sent, (await response.clone().json()) as PackedAnswer);
    }
    return response;
  }

  async must(sent: Sent): Promise<unknown> {
    const { fault } = this;
    this.fault = null;
    let response = await this.deliver(sent, fault);
    if (fault && response.status >= 500) response = await this.deliver(sent);
    const text = await response.text();
    const { code, known } = JSON.parse(text) as { code?: string; known?: number };
    if (code === 'overdue-at-once') {
      const path = `${sent.path}${sent.path.includes('?') ? '&' : '?'}overdue=${known}`;
      return this.must({ ...sent, path });
    }
    if (response.status !== 200) throw new Error(`${sent.path}: ${response.status} ${text}`);
    return JSON.parse(text);
  }

  /** Whose key it is: asked once, since a run opens many workbooks. */
  async me(sent: Sent): Promise<Response> {
    let told = this.told.get(sent.key);
    if (told === undefined) {
      told = await (await this.deliver(sent)).text();
      this.told.set(sent.key, told);
    }
    return new Response(told, { headers: { 'content-type': 'application/json' } });
  }

  /** A push is one push whichever key of its unit sends it. */
  private nameOf({ key }: Sent, pushId: string): string {
    return `${this.unitOf.get(key) ?? key} ${pushId}`;
  }

  private committed(sent: Sent, sql: string[], now: number): void {
    if (sql.some((each) => each.includes('INSERT INTO pushes'))) {
      const { pushId, rows } = JSON.parse(sent.body!) as PushRequest;
      const name = this.nameOf(sent, pushId);
      if (this.predictions.has(name)) this.fail(`push ${pushId} was applied twice`);
      const unit = this.unitOf.get(sent.key) ?? new URL(sent.path, 'http://x').searchParams.get('unit')!;
      const onBehalf = !this.unitOf.has(sent.key);
      const pushed = rows.map((row) => ({ ...row, values: row.values as Partial<Values> }));
      const predicted = takePush(this.state, { unit, pushId, onBehalf, now, rows: pushed });
      this.predictions.set(name, predicted);
      for (const { outcome } of predicted) this.met.set(outcome, (this.met.get(outcome) ?? 0) + 1);
      this.pushes += 1;
    } else if (sent.decides) {
      const isFirst = sql.some((each) => each.includes('INSERT INTO acts'));
      if (isFirst && sent.decides(this.state, now))
        this.state.lastChangeAt = Math.max(this.state.lastChangeAt, now);
    } else if (sent.tells && sql.some((each) => each.includes('UPDATE sequences'))) {
      sent.tells(this.state);
      endExtensions(this.state);
      settleAll(this.state);
      this.state.lastChangeAt = Math.max(this.state.lastChangeAt, now);
    }
  }

  /** What was acknowledged is what the model says, also the second time. */
  private compare(sent: Sent, answer: PackedAnswer): void {
    const predicted = this.predictions.get(this.nameOf(sent, answer.pushId));
    if (!predicted) return this.fail(`push ${answer.pushId} was acknowledged and nothing was committed`);
    for (const [at, want] of predicted.entries()) {
      const got = answer.outcomes[at];
      const said: Prediction = {
        key: got?.key ?? '',
        outcome: got?.outcome ?? 'missing',
        ...(got?.version === undefined ? {} : { version: got.version }),
        ...(got?.theirs
          ? { theirs: got.theirs.values, fields: got.theirs.fields as Prediction['fields'] & {} }
          : {}),
      };
      if (!equal(said, want)) {
        this.fail(`push ${answer.pushId}, row ${want.key}\n  model  ${show(want)}\n  server ${show(said)}`);
      }
    }
    if (answer.outcomes.length !== predicted.length)
      this.fail(`push ${answer.pushId}: another number of outcomes`);
  }

  fail(what: string): void {
    this.failure ??= what;
  }
}

/** JSON with names in order, so that equal things read alike. */
export function show(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}

export const equal = (a: unknown, b: unknown): boolean => show(a) === show(b);
