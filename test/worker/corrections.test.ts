import { env } from 'cloudflare:workers';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Sheet } from '../../shared/wire/sheet.ts';
import { pull, push } from '../support/api/clerk.ts';
import type { Client } from '../support/api/client.ts';
import {
  half,
  isHalf,
  names,
  textOf,
  subjectOf,
  step,
  type Item,
  type Report,
  type Step,
} from '../support/api/correctionSteps.ts';
import { recount, storedCounts } from '../support/api/recount.ts';
import { startSmall, type SmallApi } from '../support/api/smallApi.ts';
import type { SmallTask } from '../support/import/smallList.ts';
import { runs } from '../support/thorough.ts';

class World {
  readonly small: SmallApi;
  readonly clerks: Client[];
  readonly officer: Client;
  /** The list as the bureau has it on its desk. */
  items: Item[] = [];
  private version = 0;
  /** Whether the year has a list: none before the first publishing, nor once that is taken back. */
  private isPublished = false;
  /** The subject of every code that was ever given. */
  private readonly subjectOfCode = new Map<string, number>();
  /** What was reported: by row key, the subject that it was about, its note. */
  private readonly reported = new Map<string, { subject: number; label: string; note: string }>();
  /** Likewise of what was refused and is a draft. */
  private readonly drafted = new Map<string, { subject: number; label: string; note: string }>();
  /** The shares that were given, by arrangement and indicator. */
  private readonly allocated = new Map<string, { subject: number; label: string; share: number }>();
  private notes = 0;
  /** Each workbook's rows by key, and its cursor: kept by pulls alone. */
  private readonly books: { rows: Map<string, Sheet['rows'][number]>; cursor: string | null }[] = [
    { rows: new Map(), cursor: null },
    { rows: new Map(), cursor: null },
  ];

  constructor(small: SmallApi, clerks: Client[], officer: Client) {
    this.small = small;
    this.clerks = clerks;
    this.officer = officer;
  }

  private get tasks(): SmallTask[] {
    return names.flatMap((name, task): SmallTask[] => {
      const items = this.items.filter((each) => each.task === task).map(textOf);
      return items.length === 0 ? [] : [{ name, items }];
    });
  }

  async take(step: Step): Promise<void> {
    const at = 'at' in step ? step.at % Math.max(1, this.items.length) : 0;
    switch (step.do) {
      case 'add':
        if (this.items.some(({ subject }) => subject === step.subject)) return;
        this.items.splice(at, 0, { subject: step.subject, ...step.item });
        return;
      case 'drop':
        if (this.items.length > 1) this.items.splice(at, 1);
        return;
      case 'turn round':
        this.items.reverse();
        return;
      case 'move':
        if (this.items[at]) this.items[at] = { ...this.items[at], task: step.to % 3 };
        return;
      case 'reword': {
        const item = this.items[at];
        if (!item) return;
        this.items[at] = {
          ...item,
          deadline: step.deadline ?? item.deadline,
          count: step.count ?? item.count,
        };
        return;
      }
      case 'word anew':
        if (this.items[at]) this.items[at] = { ...this.items[at], tail: 1 - (this.items[at].tail ?? 0) };
        return;
      case 'split': {
        const item = this.items[at];
        if (!item || isHalf(item.subject)) return;
        if (this.items.some(({ subject }) => subject === half(item.subject))) return;
        this.items.splice(at + 1, 0, { ...item, subject: half(item.subject) });
        return;
      }
      case 'publish and report':
        if (step.report.fresh) await this.pull(step.report.unit);
        await Promise.all([this.publish(), this.report({ ...step.report, fresh: false })]);
        return;
      case 'publish':
        return this.publish();
      case 'undo':
        return this.undo();
      case 'pull':
        for (const unit of [0, 1]) await this.pull(unit);
        return;
      case 'report':
        return this.report(step);
      case 'allocate':
        return this.allocate(at, step.share);
      case 'decide':
        return this.decide(at, step.cadence);
    }
  }

  /** Publishes as a person would: compares, and decides by the subject what is uncertain. */
  private async publish(): Promise<void> {
    if (this.items.length === 0) return;
    const matches: Record<string, string | null> = {};
    for (;;) {
      const compared = await this.small.compare(this.tasks, { matches });
      const placed = compared.taskList.tasks.flatMap((task) =>
        task.arrangements.map(({ text }, index) => ({ place: `${task.code}-${index + 1}`, text })),
      );
      // What one is decided to be may leave it open what another one is.
      const open = compared.matches.filter(({ confidence }) => confidence === 'uncertain');
      if (open.length === 0) break;
      for (const { place, candidates } of open) {
        expect(matches).not.toHaveProperty(place);
        const { text } = placed.find((each) => each.place === place)!;
        const code = candidates.find((each) => this.subjectOfCode.get(each.code) === subjectOf(text))?.code;
        matches[place] = code ?? null;
      }
    }
    const { changed, version } = await this.small.published(this.tasks, { version: this.version, matches });
    expect(version).toBe(changed ? this.version + 1 : this.version);
    this.version = version;
    this.isPublished = true;
    await this.lookAtCodes();
  }

  /** No code is given twice: each is about one subject, for ever. */
  private async lookAtCodes(): Promise<void> {
    if (!this.isPublished) return;
    const { body } = await this.officer.get(this.small.path());
    for (const { arrangements } of body.tasks) {
      for (const { code, text } of arrangements as { code: string; text: string }[]) {
        const subject = subjectOf(text);
        const before = this.subjectOfCode.get(code);
        if (before !== undefined) expect([code, subject]).toEqual([code, before]);
        this.subjectOfCode.set(code, subject);
      }
    }
  }

  private async undo(): Promise<void> {
    if (this.version === 0) return;
    const before = [...this.subjectOfCode];
    const { body } = await this.officer.get(this.small.path('/publishings'));
    const answer = await this.small.api.admin.post(this.small.path('/publishings/undo'), {
      version: this.version,
    });
    expect([200, 409]).toContain(answer.status);
    expect(body.publishings[0].undoable).toBe(answer.status === 200);
    if (answer.status === 200) {
      this.version = answer.body.version;
      this.isPublished = (await this.officer.get(this.small.path())).status === 200;
    } else expect(['undo-blocked', 'nothing-to-undo']).toContain(answer.body.code);
    await this.lookAtCodes();
    for (const [code, subject] of before) expect(this.subjectOfCode.get(code)).toBe(subject);
  }

  private async pull(unit: number): Promise<void> {
    if (!this.isPublished) return;
    const book = this.books[unit]!;
    const query = book.cursor === null ? '' : `?cursor=${book.cursor}`;
    const body = await pull(this.clerks[unit]!, query);
    if (body.whole) book.rows.clear();
    for (const row of body.rows) {
      if (row.state === 'retired' || row.state === 'waived') book.rows.delete(row.key);
      else book.rows.set(row.key, row);
    }
    book.cursor = body.cursor;
    const fresh = await pull(this.clerks[unit]!);
    const plain = (rows: Iterable<Sheet['rows'][number]>) =>
      [...rows]
        .filter(({ state }) => state !== 'waived')
        .map(({ key, values, target, due, arrangementText }) => ({
          key,
          values,
          target,
          due,
          arrangementText,
        }))
        .sort((a, b) => (a.key < b.key ? -1 : 1));
    expect(plain(book.rows.values())).toEqual(plain(fresh.rows));
  }

  /** Reports on a row as the workbook has it, which may be long out of date. */
  private async report({ unit, row: which, n, fresh, isBad }: Report): Promise<void> {
    if (fresh) await this.pull(unit);
    const rows = [...this.books[unit]!.rows.values()];
    const row = rows[which % Math.max(1, rows.length)];
    if (!row) return;
    const cadence = !['once', 'window', 'undated'].includes(row.context.scheduleKind);
    const counting = row.context.indicator.id !== 'done';
    this.notes += 1;
    const note = `第${this.notes}次核查，逐家记录`;
    const values = {
      status: isBad ? '大概完成' : cadence ? '已开展' : n % 3 === 0 ? '已完成' : '进行中',
      note,
      count: counting ? n : null,
      completedOn: !cadence && n % 3 === 0 ? this.small.day('04-05') : null,
      explanation: '各企业名单合并后重新统计所致',
    };
    const base = row.draft?.version ?? row.version;
    const { status, body } = await push(this.clerks[unit]!, [{ key: row.key, base, values }], {
      query: `?year=${this.small.year}`,
    });
    expect(status).toBe(this.isPublished ? 200 : 404);
    if (!this.isPublished) return;
    const outcome = body.outcomes[0]!.outcome;
    const possible = ['applied', 'merged', 'invalid', 'unchanged', 'conflict', 'retired', 'unknown'];
    expect(possible).toContain(outcome);
    const made = { subject: subjectOf(row.arrangementText), label: row.indicatorLabel, note };
    if (outcome === 'applied' || outcome === 'merged') {
      this.reported.set(row.key, made);
      this.drafted.delete(row.key);
    } else if (outcome === 'invalid') this.drafted.set(row.key, made);
  }

  private async allocate(at: number, share: number): Promise<void> {
    const { body } = await this.officer.get(this.small.path());
    const all = (body.tasks ?? []).flatMap((task: { arrangements: any[] }) => task.arrangements);
    const found = all[at % Math.max(1, all.length)];
    const indicator = found?.indicators.find(({ id }: { id: string }) => id !== 'done');
    if (!indicator) return;
    const allocations = [{ arrangement: found.code, indicator: indicator.id, unit: 'nan', share }];
    const { status } = await this.small.api.admin.replace(this.small.path('/allocations'), { allocations });
    if (status !== 200) return;
    const subject = subjectOf(found.text);
    this.allocated.set(`${found.code} ${indicator.id}`, { subject, label: indicator.label, share });
  }

  private async decide(at: number, cadence: boolean): Promise<void> {
    if (!this.isPublished) return;
    const { body } = await this.officer.get(this.small.path('/settings'));
    const open = body.openDecisions.filter(({ kind }: { kind: string }) => kind === 'undated');
    const found = open[at % Math.max(1, open.length)];
    if (!found) return;
    const chosen = { arrangement: found.arrangements[0], schedule: found.schedule };
    const when = cadence ? { kind: 'monthly' } : { kind: 'once', due: this.small.day('05-31') };
    await this.small.settings({ schedules: [...body.settings.schedules, { ...chosen, ...when }] });
  }

  /** Every report is where it was made, on an obligation of an arrangement that is about the same. */
  async check(): Promise<void> {
    const list = String(this.small.year);
    for (const [table, column, made] of [
      ['submissions', 's.note', this.reported],
      ['drafts', "json_extract(s.content, '$.note')", this.drafted],
    ] as const) {
      const { results } = await env.DB.prepare(
        `SELECT s.row_key AS rowKey, ${column} AS note, a.code, a.text, i.label FROM ${table} s
         LEFT JOIN obligations o ON o.key = s.obligation_key
         LEFT JOIN arrangements a ON a.list_id = o.list_id AND a.code = o.arrangement_code
         LEFT JOIN indicators i ON i.list_id = o.list_id AND i.arrangement_code = o.arrangement_code AND i.id = s.indicator_id
         WHERE s.row_key >= ?1 || '.' AND s.row_key < ?1 || '/'`,
      )
        .bind(list)
        .all<{ rowKey: string; note: string; code: string; text: string; label: string }>();
      expect(results.map(({ rowKey }) => rowKey).sort()).toEqual([...made.keys()].sort());
      for (const { rowKey, note, code, text, label } of results) {
        expect({ rowKey, note, label, subject: subjectOf(text) }).toEqual({ rowKey, ...made.get(rowKey)! });
        expect(rowKey.split('.')[1]).toBe(code);
      }
    }
    const { results: shares } = await env.DB.prepare(
      `SELECT l.arrangement_code || ' ' || l.indicator_id AS place, l.share, a.text, i.label FROM allocations l
       JOIN arrangements a ON a.list_id = l.list_id AND a.code = l.arrangement_code
       JOIN indicators i ON i.list_id = l.list_id AND i.arrangement_code = l.arrangement_code AND i.id = l.indicator_id
       WHERE l.list_id = ?1`,
    )
      .bind(list)
      .all<{ place: string; share: number; text: string; label: string }>();
    for (const { place, share, text, label } of shares) {
      expect({ place, subject: subjectOf(text), label, share }).toEqual({
        place,
        ...this.allocated.get(place),
      });
    }
    for (const place of this.allocated.keys()) expect(shares.map((each) => each.place)).toContain(place);
    expect(await storedCounts(list)).toEqual(await recount(list));
    const { results: orphans } = await env.DB.prepare(`PRAGMA foreign_key_check`).all();
    expect(orphans).toEqual([]);
  }
}

/** Every run has a year of its own, so that a failing one is shown as it is, and not shrunk. */
const numRuns = runs(3, 20);

test('I11.15: whatever is corrected, reported and pulled: nothing is orphaned, mixed up or given twice', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40, size: 'max' }), async (steps) => {
      const small = await startSmall();
      const [nan, bei] = [await small.api.reporter('nan'), await small.api.reporter('bei')];
      const world = new World(small, [nan, bei], await small.api.officer());
      for (const each of steps) await world.take(each);
      await world.take({ do: 'publish' });
      await world.take({ do: 'pull' });
      await world.check();
    }),
    { numRuns, endOnFailure: true },
  );
});
