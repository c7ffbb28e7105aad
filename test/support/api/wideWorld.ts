import { env } from 'cloudflare:workers';
import { expect } from 'vitest';
import { blankRow } from '../../../shared/row/row.ts';
import type { Sheet } from '../../../shared/wire/sheet.ts';
import type { SheetRow } from '../../../shared/wire/parts/sheetRow.ts';
import { pull, push } from './clerk.ts';
import type { Answer, Client } from './client.ts';
import { recount, storedCounts } from './recount.ts';
import { smallRoster, type SmallApi } from './smallApi.ts';
import {
  days,
  decisions,
  memberships,
  narrowed,
  subjects,
  taskNames,
  textOf,
  units,
  type Item,
  type Step,
} from './wideSteps.ts';

/** What a workbook holds that has only ever asked for what changed. */
interface Book {
  clerk: Client;
  rows: Map<string, SheetRow>;
  cursor: string | null;
}

const isHeld = ({ state }: SheetRow): boolean => state !== 'retired' && state !== 'waived';

/** A small district that is changed step by step, and workbooks that follow it. */
export class World {
  private readonly small: SmallApi;
  private readonly books: Book[];
  private items: (Item | null)[] = [
    { deadline: 1, count: 1, task: 0 },
    { deadline: 5, count: 0, task: 0 },
    { deadline: 6, count: 2, task: 1 },
  ];
  /** The code of each arrangement once it has one. */
  private readonly codes: (string | undefined)[] = [];
  private version = 0;
  private notes = 0;

  constructor(small: SmallApi, clerks: Client[]) {
    this.small = small;
    this.books = clerks.map((clerk) => ({ clerk, rows: new Map(), cursor: null }));
  }

  /** Publishes the first list; its schedules have used up so many numbers that the next ones reach two digits, up to 99. */
  async begin(usedNumbers: number): Promise<void> {
    await this.publish();
    await env.DB.prepare(`UPDATE used_codes SET schedules = max(schedules, ?2) WHERE list_id = ?1`)
      .bind(String(this.small.year), usedNumbers)
      .run();
    for (const book of this.books) await this.pull(book);
  }

  private get placed() {
    return taskNames.flatMap((name, task) => {
      const subjectsIn = this.items.flatMap((each, subject) => (each?.task === task ? [subject] : []));
      return subjectsIn.length === 0 ? [] : [{ name, subjectsIn }];
    });
  }

  private async publish(): Promise<void> {
    const tasks = this.placed.map(({ name, subjectsIn }) => ({
      name,
      items: subjectsIn.map((subject) => textOf(subject, this.items[subject]!)),
    }));
    const matches = Object.fromEntries(
      this.placed.flatMap(({ subjectsIn }, task) =>
        subjectsIn.map((subject, at) => [`1-${task + 1}-${at + 1}`, this.codes[subject] ?? null]),
      ),
    );
    const { status, body } = await this.small.publish(tasks, this.version === 0 ? {} : { matches });
    // One that was gone without a trace has no code any more; one that has given 99 numbers gives none.
    expect([200, 409, 422]).toContain(status);
    if (status === 200) this.version = body.version;
    await this.lookAtCodes();
  }

  private async lookAtCodes(): Promise<void> {
    const { body } = await this.small.api.admin.get(this.small.path());
    for (const { arrangements } of body.tasks ?? []) {
      for (const { code, text } of arrangements as { code: string; text: string }[]) {
        this.codes[subjects.findIndex((words) => text.includes(words))] = code;
      }
    }
  }

  async take(each: Step): Promise<void> {
    const { admin } = this.small.api;
    const put = (path: string, body: object): Promise<Answer> => admin.put(this.small.path(path), body);
    const code = 'subject' in each ? this.codes[each.subject] : undefined;
    switch (each.do) {
      case 'correct': {
        const before = this.items;
        this.items = before.with(each.subject, each.item);
        if (this.placed.length === 0) this.items = before;
        return this.publish();
      }
      case 'undo': {
        if (this.version <= 1) return;
        const { status, body } = await admin.post(this.small.path('/publishings/undo'), {
          version: this.version,
        });
        if (status === 200) this.version = body.version;
        return this.lookAtCodes();
      }
      case 'decide':
        return this.decide(code, decisions[each.decision]!);
      case 'lock':
        await this.small.settings({ lockDaysAfterDue: each.days });
        return;
      case 'roster': {
        const members = memberships[each.members]!.map(([unit, from]) => ({
          unit,
          from: from && this.small.day(from),
        }));
        const groups = smallRoster.groups.map((group) => ({ ...group, members }));
        expect((await admin.replace('/v1/roster', { ...smallRoster, groups })).status).toBe(200);
        return;
      }
      case 'narrow':
        if (code === undefined) return;
        await put('/assignments', {
          arrangement: code,
          from: this.small.day(days[each.from]!),
          units: narrowed[each.units],
        });
        return;
      case 'allocate': {
        if (code === undefined) return;
        const { share } = each;
        const one = { arrangement: code, indicator: `i${each.indicator + 1}`, unit: units[each.unit], share };
        await admin.replace(this.small.path('/allocations'), { allocations: [one] });
        return;
      }
      case 'report':
        return this.report(this.books[each.unit]!, each);
      case 'pull':
        return this.pull(this.books[each.unit]!);
      case 'wait':
        this.small.api.clock.at += each.days * 86_400_000;
        return;
    }
  }

  private async decide(code: string | undefined, decision: object | null): Promise<void> {
    const { body } = await this.small.api.admin.get(this.small.path('/settings'));
    const schedules = body.settings.schedules as { arrangement: string; schedule: number }[];
    const own = schedules.find(({ arrangement }) => arrangement === code);
    const open = body.openDecisions.find(
      ({ kind, arrangements }: { kind: string; arrangements: string[] }) =>
        kind === 'undated' && arrangements[0] === code,
    );
    const schedule = own?.schedule ?? open?.schedule;
    if (schedule === undefined) return;
    const others = schedules.filter(({ arrangement }) => arrangement !== code);
    const dated = Object.entries(decision ?? {}).map(([name, value]) =>
      name === 'kind' ? [name, value] : [name, this.small.day(value as string)],
    );
    const made = { arrangement: code, schedule, ...Object.fromEntries(dated) };
    await this.small.api.admin.replace(this.small.path('/settings'), {
      ...body.settings,
      schedules: decision ? [...others, made] : others,
    });
  }

  private async report(book: Book, { row: which, as, n }: Step & { do: 'report' }): Promise<void> {
    const rows = [...book.rows.values()];
    const row = rows[which % Math.max(1, rows.length)];
    if (!row) return;
    this.notes += 1;
    const isCadence = !['once', 'window', 'undated'].includes(row.context.scheduleKind);
    const done = isCadence ? '已开展' : '已完成';
    const status = {
      bad: '大概完成',
      'under way': isCadence ? '已开展' : '进行中',
      done,
      none: '本地无此类',
    };
    const counts = as !== 'none' && row.context.indicator.id !== 'done';
    const values =
      as === 'emptied'
        ? blankRow
        : {
            status: status[as],
            note: `第${this.notes}次核查，逐家记录`,
            count: counts ? n : null,
            completedOn: as === 'done' && !isCadence ? this.small.day('04-05') : null,
            explanation: '各企业名单合并后重新统计所致',
          };
    const base = row.draft?.version ?? row.version;
    const query = `?year=${this.small.year}`;
    const { status: answered } = await push(book.clerk, [{ key: row.key, base, values }], { query });
    expect(answered).toBe(200);
  }

  private async pull(book: Book): Promise<void> {
    const query = `?year=${this.small.year}`;
    const changed = await pull(book.clerk, book.cursor === null ? query : `${query}&cursor=${book.cursor}`);
    if (changed.whole) book.rows.clear();
    for (const row of changed.rows) {
      if (isHeld(row)) book.rows.set(row.key, row);
      else book.rows.delete(row.key);
    }
    book.cursor = changed.cursor;
    // A state, a light and today pass by the calendar, which every workbook has of its own.
    const plain = (rows: Iterable<Sheet['rows'][number]>) =>
      [...rows]
        .filter(isHeld)
        .map(({ state: _, light: ___, context: { today: __, ...context }, ...row }) => ({ ...row, context }))
        .sort((a, b) => (a.key < b.key ? -1 : 1));
    expect(plain(book.rows.values())).toEqual(plain((await pull(book.clerk, query)).rows));
  }

  /** What is stored is what counting anew says. */
  async check(): Promise<void> {
    const list = String(this.small.year);
    expect(await storedCounts(list)).toEqual(await recount(list));
  }

  async end(): Promise<void> {
    for (const book of this.books) await this.pull(book);
    await this.check();
    const { results } = await env.DB.prepare(`PRAGMA foreign_key_check`).all();
    expect(results).toEqual([]);
  }
}
