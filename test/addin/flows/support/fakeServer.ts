import type { Api } from '../../../../addin/api/port.ts';
import type { ListFacts } from '../../../../addin/api/listFacts.ts';
import { ApiProblem, localProblem } from '../../../../addin/api/problem.ts';
import { shown } from '../../../../addin/flows/ledger.ts';
import { isLocked } from '../../../../shared/obligations/lock.ts';
import { blankRow, changedFields, rowFields, type RowValues } from '../../../../shared/row/row.ts';
import { checkRow } from '../../../../shared/rules/checkRow.ts';
import { rulesVersion } from '../../../../shared/rules/ruleIds.ts';
import { packRows } from '../../../../shared/wire/parts/packedRows.ts';
import type { SheetRow } from '../../../../shared/wire/parts/sheetRow.ts';
import { packedAnswer, unpackAnswer } from '../../../../shared/wire/pushAnswer.ts';
import { pushRequest, type PushRow } from '../../../../shared/wire/push.ts';
import type { LedgerMemories } from '../../../../shared/wire/ledgerMemories.ts';
import type { LedgerMemoryBody } from '../../../../shared/wire/ledgerMemoryBody.ts';
import type { Me } from '../../../../shared/wire/me.ts';
import type { Outcome } from '../../../../shared/wire/parts/outcome.ts';
import { packReview, type Review } from '../../../../shared/wire/parts/review.ts';
import { serverRow, sheetOf, today } from './rows.ts';

/** A server in memory: versions, drafts, merges, conflicts, receipts. What the worker does, as far as flows can tell. */
export class FakeServer implements Api {
  readonly rows = new Map<string, { row: SheetRow; changedAt: number; history: Map<number, RowValues> }>();
  /** Bodies in the order in which they arrived, also those whose answer was lost. */
  readonly bodies: string[] = [];
  readonly #receipts = new Map<string, { body: string; outcomes: Outcome[] }>();
  #clock = 0;
  #fault: 'down' | 'answer lost' | ApiProblem | null = null;
  /** Runs while a push is under way, after the server has its body. */
  meanwhile: (() => void) | null = null;
  unit = { id: 'xuejia', name: '薛家镇' };
  /** The server's day, and whether it is a demo's. */
  day = today;
  demo = true;

  constructor(rows: SheetRow[]) {
    for (const row of rows) this.put(row);
  }

  /** What happens to the next requests; `null`: they are answered. */
  fail(fault: 'down' | 'answer lost' | ApiProblem | null): void {
    this.#fault = fault;
  }

  put(row: SheetRow): void {
    const history = this.rows.get(row.key)?.history ?? new Map<number, RowValues>();
    const { base, values } = shown(row);
    if (base !== null) history.set(base, values);
    this.#clock += 1;
    this.rows.set(row.key, { row, history, changedAt: this.#clock });
  }

  /** Starts anew, as the demo does: cursors given before mean nothing now. */
  reset(rows: SheetRow[]): void {
    this.rows.clear();
    this.#clock = 0;
    for (const row of rows) this.put(row);
  }

  /** Another clerk's change, accepted as it is. */
  edit(key: string, values: Partial<RowValues>): void {
    const { row } = this.rows.get(key)!;
    const { base, values: before } = shown(row);
    this.put({
      ...row,
      version: (base ?? 0) + 1,
      values: { ...(base === null ? blankRow : before), ...values },
      draft: null,
    });
  }

  row(key: string): SheetRow {
    return this.rows.get(key)!.row;
  }

  async me(): Promise<Me> {
    this.#pass();
    return {
      role: 'reporter',
      unit: this.unit,
      keyId: 'k1',
      holder: '王芳',
      today: this.day,
      demo: this.demo,
      year: 2024,
    };
  }

  async sheet({ cursor }: { year?: number; cursor?: string }) {
    this.#pass();
    const whole = cursor === undefined;
    const { unit, demo, day } = this;
    return sheetOf(this.#since(cursor), { whole, cursor: `c${this.#clock}`, unit, demo, today: day });
  }

  /** The list as all units see it: what is this unit's, and one arrangement that is not. */
  /** What was confirmed of her own tables, by shape. */
  readonly memories = new Map<string, LedgerMemoryBody>();

  async ledgerMemories(): Promise<LedgerMemories['shapes']> {
    this.#pass();
    return [...this.memories].map(([shape, kept]) => ({ shape, ...kept })).toReversed();
  }

  async keepLedgerMemory(shape: string, kept: LedgerMemoryBody): Promise<void> {
    this.#pass();
    this.memories.delete(shape);
    this.memories.set(shape, { ...kept, revision: kept.revision + 1 });
  }

  async listFacts(): Promise<ListFacts> {
    this.#pass();
    const own = new Map([...this.rows.values()].map(({ row }) => [row.arrangement, row]));
    const others = {
      arrangement: '3-9-9',
      taskName: '港口安全',
      arrangementText: '港口装卸区每季度开展一次联合执法检查。',
    };
    return {
      units: [
        { ...this.unit, kind: 'town', aliases: [] },
        { id: 'luoxi', name: '罗溪镇', kind: 'town', aliases: [] },
      ],
      arrangements: [...own.values(), others].map(
        ({ arrangement: code, taskName, arrangementText: text }) => ({
          ...{ code, text, taskName, printedNumber: null },
          task: code.split('-').slice(0, 2).join('-'),
        }),
      ),
    };
  }

  async push(_year: number, body: string) {
    if (this.#fault === 'down') throw localProblem('offline');
    if (this.#fault instanceof ApiProblem) throw this.#fault;
    this.bodies.push(body);
    const { pushId, cursor, rows } = pushRequest.parse(JSON.parse(body));
    this.#since(cursor);
    const earlier = this.#receipts.get(pushId);
    if (earlier && earlier.body !== body) throw new ApiProblem(409, 'push-id-reused', null);
    const others = this.#since(cursor).length > 0;
    const outcomes = earlier?.outcomes ?? rows.map((row) => this.#take(row));
    this.#receipts.set(pushId, { body, outcomes });
    const asSent = earlier || others || this.meanwhile ? new Set<string>() : this.#asSent(rows, outcomes);
    this.meanwhile?.();
    if (this.#fault === 'answer lost') throw localProblem('offline');
    const answer = {
      pushId,
      rulesVersion,
      today,
      outcomes: outcomes.map((outcome) =>
        asSent.has(outcome.key) ? { ...outcome, row: answeredOf(this.row(outcome.key)) } : outcome,
      ),
      year: 2024,
      changes: packRows(this.#since(cursor).filter(({ key }) => !asSent.has(key))),
      cursor: `c${this.#clock}`,
    };
    return unpackAnswer(packedAnswer.parse(answer));
  }

  /** Keys of the rows that were written and stand letter by letter as they were sent. */
  #asSent(rows: PushRow[], outcomes: Outcome[]): Set<string> {
    const same = rows.filter(({ key, values }, at) => {
      const { outcome } = outcomes[at]!;
      const stands = outcome === 'applied' || outcome === 'invalid' ? shown(this.row(key)).values : null;
      return stands && rowFields.every((field) => values[field] === stands[field]);
    });
    return new Set(same.map(({ key }) => key));
  }

  #pass(): void {
    if (this.#fault instanceof ApiProblem) throw this.#fault;
    if (this.#fault !== null) throw localProblem('offline');
  }

  #since(cursor: string | undefined): SheetRow[] {
    const from = cursor === undefined ? -1 : Number(cursor.slice(1));
    if (from > this.#clock) throw new ApiProblem(400, 'cursor-invalid', null);
    return [...this.rows.values()].filter(({ changedAt }) => changedAt > from).map(({ row }) => row);
  }

  #take(pushed: PushRow): Outcome {
    const { key } = pushed;
    const held = this.rows.get(key);
    if (!held) return { key, outcome: 'unknown' };
    const { row, history } = held;
    if (row.state === 'retired') return { key, outcome: 'retired' };
    const now = shown(row);
    const current = now.base === null ? blankRow : now.values;
    const raw = { ...(pushed.base === null ? blankRow : history.get(pushed.base)!), ...pushed.values };
    const mine = checkRow(raw, row.context).values;
    if (now.base !== null && changedFields(current, mine).length === 0 && !row.draft)
      return { key, outcome: 'unchanged', version: now.base };
    if (isLocked({ lockOn: row.lock, unlockedUntil: row.unlockedUntil }, today))
      return { key, outcome: 'locked', lock: { on: row.lock!, contact: '区应急管理局 0519-85127110' } };
    const base = pushed.base === null ? null : history.get(pushed.base)!;
    const merged = this.#merge(base, mine, current, pushed.base === now.base);
    if (!merged.values) {
      const theirs = { version: now.base ?? 1, values: current, base, fields: merged.fields };
      return { key, outcome: 'conflict', theirs };
    }
    const verdict = checkRow(merged.values, row.context);
    const version = (now.base ?? 0) + 1;
    if (!verdict.passes) {
      this.put({ ...row, draft: { version, values: verdict.values, findings: verdict.findings } });
      return { key, outcome: 'invalid', version, findings: verdict.findings };
    }
    const review = row.review && reviewedAgain(row.review);
    this.put({ ...row, version, values: verdict.values, findings: verdict.findings, draft: null, review });
    return { key, outcome: pushed.base === now.base ? 'applied' : 'merged', version };
  }

  #merge(base: RowValues | null, mine: RowValues, theirs: RowValues, current: boolean) {
    if (current) return { values: mine, fields: [] };
    const differing = changedFields(theirs, mine);
    if (!base) return { values: null, fields: differing };
    const ours = changedFields(base, mine);
    const fields = changedFields(base, theirs).filter(
      (field) => ours.includes(field) && differing.includes(field),
    );
    if (fields.length > 0) return { values: null, fields };
    return {
      values: { ...theirs, ...Object.fromEntries(ours.map((field) => [field, mine[field]])) },
      fields,
    };
  }
}

/** A review after another push of the row. */
const reviewedAgain = (review: Review): Review => ({
  ...review,
  state: 'toAccept',
  resubmitted: review.returnedOn !== null,
});

/** What a row that stands as it was sent is told of beside its version. */
const answeredOf = ({ state, review }: SheetRow) => ({ state, review: review && packReview(review) });

/** `count` rows, all never filled in. */
export function blankServer(count: number): FakeServer {
  return new FakeServer(Array.from({ length: count }, (_, at) => serverRow(at + 1)));
}
