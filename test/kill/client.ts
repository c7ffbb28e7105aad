import { isDeepStrictEqual } from 'node:util';
import { unpackSheet, type PackedSheet } from '../../shared/wire/sheet.ts';
import type { Outcome } from '../../shared/wire/parts/outcome.ts';
import type { PackedAnswer } from '../../shared/wire/pushAnswer.ts';
import type { PushRow } from '../../shared/wire/push.ts';

/** What the answers promised: by row and version, the note that tells which push wrote it. */
export type Written = Map<string, Map<number, string>>;

interface Push {
  pushId: string;
  body: string;
  rows: PushRow[];
}

const rowsOfAClient = 12;
let clients = 0;

/** A client with a key of its own that pushes one push after another, and keeps each until it is answered. */
export class KillClient {
  private readonly key: string;
  private readonly unit: string;
  private readonly written: Written;
  private readonly random: () => number;
  private readonly name: string;
  private readonly bases = new Map<string, number | null>();
  private answered: { push: Push; outcomes: Outcome[] }[] = [];
  private readonly earlier: { push: Push; outcomes: Outcome[] }[] = [];
  private unanswered: Push | null = null;
  private pushes = 0;

  constructor(key: string, unit: string, written: Written, random: () => number) {
    clients += 1;
    this.key = key;
    this.unit = unit;
    this.written = written;
    this.random = random;
    this.name = `kill-${process.pid}-${clients}`;
  }

  /** Pulls the sheet and takes some rows of it. */
  async begin(url: string): Promise<void> {
    const sheet = unpackSheet(await this.ask<PackedSheet>(`${url}/v1/sheet?unit=${this.unit}`));
    const dated = sheet.rows.filter((row) => row.context.scheduleKind === 'once' && row.version === null);
    for (const row of dated.slice(0, rowsOfAClient)) this.bases.set(row.key, null);
  }

  /** Pushes until the server no longer answers; what was sent last may or may not have arrived. */
  async pushUntilKilled(url: string, answered: () => void): Promise<void> {
    for (;;) {
      const push = this.nextPush();
      this.unanswered = push;
      try {
        this.take(push, await this.send(url, push));
      } catch (error) {
        if (error instanceof Refused) throw error;
        return;
      }
      this.unanswered = null;
      answered();
    }
  }

  /** Asks again for every answer of this round, then sends what was under way: as a workbook does. */
  async askAgain(url: string): Promise<{ answered: number; unanswered: number }> {
    const { answered } = this;
    for (const { push, outcomes } of answered) await this.expect(url, push, outcomes);
    this.earlier.push(...answered);
    this.answered = [];
    const push = this.unanswered;
    if (push) {
      const outcomes = await this.send(url, push);
      this.take(push, outcomes);
      await this.expect(url, push, outcomes);
      this.unanswered = null;
    }
    return { answered: answered.length, unanswered: Number(push !== null) };
  }

  /** Asks again for every answer there ever was; gives their number. */
  async askAllAgain(url: string): Promise<number> {
    for (const { push, outcomes } of this.earlier) await this.expect(url, push, outcomes);
    return this.earlier.length;
  }

  private async expect(url: string, push: Push, outcomes: Outcome[]): Promise<void> {
    const again = await this.send(url, push);
    if (!isDeepStrictEqual(again, outcomes)) {
      throw new Error(
        `${push.pushId} was answered ${JSON.stringify(outcomes)} and is now answered ${JSON.stringify(again)}`,
      );
    }
  }

  private nextPush(): Push {
    this.pushes += 1;
    const pushId = `${this.name}-${this.pushes}`;
    const keys = [...this.bases.keys()];
    const from = Math.floor(this.random() * keys.length);
    const count = 1 + Math.floor(this.random() * 4);
    const rows = Array.from({ length: count }, (_, at): PushRow => {
      const key = keys[(from + at) % keys.length]!;
      // One row in eight breaks a rule, and is kept as a draft.
      const done = this.random() < 0.125 ? '约80' : null;
      return {
        key,
        base: this.bases.get(key) ?? null,
        values: { status: '进行中', count: done, note: `第${this.pushes}次检查，${pushId}` },
      };
    });
    return { pushId, rows, body: JSON.stringify({ pushId, rulesVersion: 'kill', rows }) };
  }

  /** Notes what an answer promised, and takes its versions as the next bases. */
  private take(push: Push, outcomes: Outcome[]): void {
    this.answered.push({ push, outcomes });
    for (const [at, outcome] of outcomes.entries()) {
      const row = push.rows[at]!;
      const version = outcome.version ?? null;
      if (version !== null) this.bases.set(row.key, version);
      if (!['applied', 'merged', 'invalid'].includes(outcome.outcome)) continue;
      const versions = this.written.get(row.key) ?? new Map<number, string>();
      this.written.set(row.key, versions);
      if (versions.has(version!)) {
        throw new Refused(
          `${row.key} version ${version} was promised twice, the second time to ${push.pushId}`,
        );
      }
      versions.set(version!, String(row.values.note));
    }
  }

  private async send(url: string, push: Push): Promise<Outcome[]> {
    const answer = await this.ask<PackedAnswer>(`${url}/v1/sync?unit=${this.unit}`, push.body);
    return answer.outcomes;
  }

  private async ask<T>(address: string, body?: string): Promise<T> {
    const response = await fetch(address, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { authorization: `Bearer ${this.key}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body }),
    });
    const text = await response.text();
    if (!response.ok) throw new Refused(`${response.status} ${text}`);
    return JSON.parse(text) as T;
  }
}

/** An answer that is none: anything but the silence of a killed server. */
class Refused extends Error {}
