import { httpApi } from '../../addin/api/http.ts';
import { shown } from '../../addin/flows/ledger.ts';
import { retryWaits } from '../../addin/flows/retry.ts';
import { createSession, type Session } from '../../addin/flows/session.ts';
import type { PushRequest } from '../../shared/wire/push.ts';
import { FakeWorkbook } from '../support/workbook/fake.ts';
import type { ScannedRow } from '../../addin/workbook/port.ts';
import { d1Errors, type D1Fault } from './d1.ts';
import { plan } from './fixture.ts';
import type { Cell, Field } from './model/plan.ts';
import { readCell, unreadable } from './model/validity.ts';
import type { Sent, Server } from './server.ts';

/** What the network does with a clerk's next request. */
export type Trouble =
  | { kind: 'none' }
  | { kind: 'request lost' }
  | { kind: 'answer lost' }
  /** Given up by the client, delivered later, perhaps past another. */
  | { kind: 'late' }
  /** Delivered at once and once more later. */
  | { kind: 'again later' }
  /** Two of it arrive at the same moment. */
  | { kind: 'doubled' }
  /** Stands between its read and its batch until it is let go. */
  | { kind: 'held' }
  /** Served at once; the answer stays on the way until it is let go. */
  | { kind: 'answer held' }
  | { kind: 'd1'; call: number; when: D1Fault['when']; error: number };

export const offline = (): never => {
  throw new TypeError('Failed to fetch');
};

/** What a clerk typed, and the version of the row that stood in the sheet then. */
interface Word {
  value: Cell;
  base: number | null;
}

/** What a cell reads as; what cannot be read stays as typed. */
export function said(key: string, field: Field, cell: Cell): Cell {
  const cadence = plan.obligations.some((each) => each.cadence && each.rows.some((row) => row.key === key));
  const reading = readCell(field, cell, cadence);
  return reading === unreadable ? cell : (reading as Cell);
}

/** A clerk with a workbook, a key, and a network that may be troubled. */
export class Desk {
  workbook: FakeWorkbook;
  session: Session;
  /** The file as it was last saved, and all files that were ever kept. */
  saved: string;
  readonly clerk: string;
  private readonly server: Server;
  private readonly limbo: Sent[];
  /** What the clerk has typed into this workbook, by key and field: no flow may make it vanish unsent. */
  private readonly words = new Map<string, Map<Field, Word>>();
  /** Rows in which stands another row's content, or an earlier one, and the clerk has not said yet that it is meant. */
  readonly unasked = new Set<string>();
  /** All that ever went out from here: `key field value`. */
  private readonly sent = new Set<string>();
  /** Pushes that have gone out once, from whatever workbook. */
  private static readonly pushes = new Set<string>();
  private trouble: Trouble = { kind: 'none' };
  private late = new Set<() => void>();
  private letGo: (() => void) | null = null;
  private onHeld: (() => void) | null = null;
  private flight: Promise<void> | null = null;
  static ids = 0;

  private constructor(server: Server, limbo: Sent[], clerk: string, workbook: FakeWorkbook) {
    this.server = server;
    this.limbo = limbo;
    this.clerk = clerk;
    this.workbook = workbook;
    this.saved = workbook.serialise();
    const later = this.late;
    this.session = createSession({
      port: workbook,
      openApi: (key) => httpApi(key, '', (url, init) => this.send(String(url), init ?? {})),
      keys: { read: () => clerk, write: () => {}, clear: () => {} },
      newId: () => `push-${String((Desk.ids += 1)).padStart(8, '0')}`,
      now: () => new Date(0),
      later(act, ms) {
        // Whether the network is back is a step's to say, not the clock's.
        if (ms >= retryWaits.first) return () => {};
        later.add(act);
        return () => later.delete(act);
      },
      limits: { rows: 3, bytes: 100_000 },
    });
  }

  static async open(server: Server, limbo: Sent[], clerk: string, file: string | null): Promise<Desk> {
    const workbook = new FakeWorkbook();
    if (file !== null) workbook.restore(file);
    const desk = new Desk(server, limbo, clerk, workbook);
    await desk.session.start();
    return desk;
  }

  get rows(): Promise<ScannedRow[]> {
    return this.workbook.scan().then((scan) => scan ?? []);
  }

  type(key: string, field: Field, value: Cell): void {
    this.workbook.edit(key, field, value);
    this.unasked.delete(key);
    const words = this.words.get(key) ?? new Map<Field, Word>();
    this.words.set(key, words);
    const known = this.session.view.ledger?.rows.get(key)?.server;
    // What stood there anyway is no word of the clerk's.
    if (known && said(key, field, value) === shown(known).values[field]) words.delete(field);
    else words.set(field, { value, base: known ? shown(known).base : null });
  }

  /** The clerk has given up what was typed: in one row, or wherever it is disputed. */
  forget(key?: string): void {
    if (key === undefined) {
      this.words.clear();
      this.unasked.clear();
      return;
    }
    this.words.delete(key);
    this.unasked.delete(key);
  }

  /** Each word that was typed still stands in its cell, or has been at the server. */
  private async keepsWords(): Promise<void> {
    const rows = Map.groupBy(await this.rows, ({ cells }) => String(cells.key ?? ''));
    for (const [key, words] of this.words) {
      const live = rows.get(key) ?? [];
      if (live.length === 0) {
        // A row that is no longer asked for lies on the archive sheet, words and all.
        if (!this.workbook.archivedKeys().includes(key))
          this.server.fail(`${key} has vanished with what was typed`);
        this.words.delete(key);
      }
      const obligation = this.server.state.obligations.find((each) =>
        each.rows.some((row) => row.key === key),
      );
      if (live.length !== 1 || !obligation) continue;
      const { revisions } = obligation.rows.find((row) => row.key === key)!;
      for (const [field, { value: word }] of words) {
        const typed = said(key, field, word);
        if (said(key, field, live[0]!.cells[field]) === typed) continue;
        words.delete(field);
        if (revisions.some(({ values }) => values[field] === typed)) continue;
        // Gone to the archive sheet with its words, and asked for again since: it comes as the server has it.
        if (this.workbook.archivedKeys().includes(key)) continue;
        this.server.fail(`“${word}”, typed into ${field} of ${key}, has vanished unsent`);
      }
    }
  }

  /** A word typed over one version of a row does not go out over another's word that came since, unless the clerk says so. */
  private async asksFirst(body: string): Promise<void> {
    const { pushId, rows } = JSON.parse(body) as PushRequest;
    const again = Desk.pushes.has(pushId);
    Desk.pushes.add(pushId);
    const keys = (await this.rows).map(({ cells }) => cells.key);
    for (const { key, base, values } of rows) {
      if (!again && this.unasked.has(key)) {
        this.server.fail(`${key} goes out with what may not be its own, and nobody was asked`);
      }
      if (!again && keys.filter((each) => each === key).length > 1) {
        this.server.fail(`${key} goes out while it stands in the sheet twice`);
      }
      const row = this.server.state.obligations.flatMap((each) => each.rows).find((each) => each.key === key);
      const at = (field: Field, version: number | null): Cell =>
        version === null ? null : (row?.revisions[version - 1]?.values[field] ?? null);
      for (const [field, word] of this.words.get(key) ?? []) {
        const typed = said(key, field, word.value);
        const theirs = at(field, base);
        if (base === null || said(key, field, values[field] ?? null) !== typed || theirs === typed) continue;
        if (theirs === at(field, word.base) || this.sent.has(`${key} ${field} ${theirs}`)) continue;
        this.server.fail(
          `${field} of ${key} goes out as “${word.value}” over “${theirs}”, and nobody was asked`,
        );
      }
      for (const [field, cell] of Object.entries(values)) {
        this.sent.add(`${key} ${field} ${said(key, field as Field, cell ?? null)}`);
      }
    }
  }

  /** Runs a flow under this trouble, to its end or until it is held up. */
  async run(trouble: Trouble, flow: () => Promise<void>): Promise<void> {
    await this.settle();
    this.trouble = trouble;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.onHeld = resolve;
    let ended = false;
    const flight = flow().then(() => void (ended = true));
    this.flight = flight;
    await Promise.race([flight, promise]);
    if (ended) {
      this.flight = null;
      this.trouble = { kind: 'none' };
      await this.settle();
    }
  }

  /** Lets go what is held, waits for the flow, and then for the checks that edits have put off. */
  async settle(): Promise<void> {
    this.letGo?.();
    this.letGo = null;
    this.onHeld = null;
    await this.flight;
    this.flight = null;
    this.trouble = { kind: 'none' };
    for (let round = 0; this.late.size > 0 && round < 5; round += 1) {
      const acts = [...this.late];
      this.late.clear();
      for (const act of acts) act();
      await this.session.check();
    }
    await this.keepsWords();
  }

  /** Walks away from it: what is held goes on, its answer reaches a workbook that nobody saves. */
  async leave(): Promise<void> {
    this.session.close();
    this.letGo?.();
    await this.flight;
  }

  private async send(path: string, init: RequestInit): Promise<Response> {
    const sent: Sent = {
      key: this.clerk,
      method: init.method ?? 'GET',
      path,
      body: typeof init.body === 'string' ? init.body : null,
    };
    if (path === '/v1/me') return this.server.me(sent);
    if (sent.body !== null) await this.asksFirst(sent.body);
    const { trouble } = this;
    this.trouble = { kind: 'none' };
    switch (trouble.kind) {
      case 'none':
        return this.server.deliver(sent);
      case 'request lost':
        return offline();
      case 'answer lost':
        await this.server.deliver(sent);
        return offline();
      case 'late':
        this.limbo.push(sent);
        return offline();
      case 'again later':
        this.limbo.push(sent);
        return this.server.deliver(sent);
      case 'doubled': {
        const [first, second] = await Promise.all([this.server.deliver(sent), this.server.deliver(sent)]);
        return first.status === 200 ? first : second;
      }
      case 'held':
        return this.hold(sent);
      case 'answer held': {
        const answer = await this.server.deliver(sent);
        await this.wait();
        return answer;
      }
      case 'd1': {
        const message = d1Errors[trouble.error % d1Errors.length]!;
        return this.server.deliver(sent, { call: trouble.call, when: trouble.when, message });
      }
    }
  }

  private async hold(sent: Sent): Promise<Response> {
    if (sent.method !== 'POST') return this.server.deliver(sent);
    const { pushId } = JSON.parse(sent.body!) as { pushId: string };
    const gate = this.server.gates.hold(pushId);
    this.letGo = gate.letGo;
    const answer = this.server.deliver(sent);
    await Promise.race([gate.reached, answer]);
    this.onHeld?.();
    return answer;
  }

  private wait(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.letGo = resolve;
    this.onHeld?.();
    return promise;
  }
}
