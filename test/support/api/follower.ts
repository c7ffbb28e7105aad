import { expect } from 'vitest';
import { submissionOf } from '../../../shared/obligations/submissionOf.ts';
import type { ChangedObligation, ChangesAnswer } from '../../../shared/wire/changes.ts';
import type { ObligationItem } from '../../../shared/wire/parts/obligation.ts';
import type { Submission } from '../../../shared/wire/parts/submission.ts';
import type { Client } from './client.ts';

/** A program that holds the district by following its changes, and nothing else. */
export class Follower {
  readonly known = new Map<string, ChangedObligation>();
  /** Requests that began anew. */
  beginnings = 0;
  private cursor: string | null = null;
  private readonly client: Client;
  private readonly query: string;

  constructor(client: Client, query: string) {
    this.client = client;
    this.query = query;
  }

  /** Takes one page. */
  async page(limit: number): Promise<ChangesAnswer> {
    const at = this.cursor === null ? '' : `&cursor=${this.cursor}`;
    const { status, body } = await this.client.get<ChangesAnswer>(
      `/v1/changes?${this.query}&limit=${limit}${at}`,
    );
    expect(status, JSON.stringify(body).slice(0, 300)).toBe(200);
    expect(body.changed.length).toBeLessThanOrEqual(limit);
    if (body.since === null) {
      this.known.clear();
      this.beginnings += 1;
    }
    for (const each of body.changed) {
      if (each.obligation.state === 'retired') this.known.delete(each.obligation.key);
      else this.known.set(each.obligation.key, each);
    }
    this.cursor = body.cursor;
    return body;
  }

  /** Follows to the end. */
  async follow(limit = 1000): Promise<number> {
    for (let pages = 1; ; pages += 1) {
      if (!(await this.page(limit)).more) return pages;
      expect(pages).toBeLessThan(1000);
    }
  }

  private async all<T>(route: string, items: string): Promise<T[]> {
    const found: T[] = [];
    for (let cursor = ''; ;) {
      const { status, body } = await this.client.get(`/v1/${route}?${this.query}&limit=1000${cursor}`);
      expect(status, JSON.stringify(body).slice(0, 300)).toBe(200);
      found.push(...body[items]);
      if (body.next === null) return found;
      cursor = `&cursor=${body.next}`;
    }
  }

  /** What it holds is what a fresh read of obligations and of rows gives. */
  async holds(): Promise<void> {
    const obligations = await this.all<ObligationItem>('obligations', 'obligations');
    const held = [...this.known.values()];
    const byKey = <T extends { key: string }>(items: readonly T[]): T[] =>
      items.toSorted((a, b) => (a.key < b.key ? -1 : 1));
    expect(byKey(held.map(({ obligation }) => obligation))).toEqual(byKey(obligations));
    const rows = await this.all<Submission>('submissions', 'submissions');
    const told = held.flatMap(({ obligation, rows: own }) => own.map((row) => submissionOf(obligation, row)));
    expect(byKey(told)).toEqual(byKey(rows));
  }
}
