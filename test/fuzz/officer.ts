import type { ActAnswer } from '../../shared/wire/actAnswer.ts';
import type { ObligationsAnswer } from '../../shared/wire/obligations.ts';
import type { SheetRow } from '../../shared/wire/parts/sheetRow.ts';
import { unpackSheet, type PackedSheet } from '../../shared/wire/sheet.ts';
import { storedRollup } from '../support/api/recount.ts';
import { bureau, units, year } from './fixture.ts';
import { actNames, takeAct, type ModelAct } from './model/acts.ts';
import { rollup } from './model/counts.ts';
import { equal, show, type Server } from './server.ts';
import type { Step } from './steps.ts';

const days = ['2024-04-16', '2024-04-22', '2024-05-10', '2024-07-01'];
const reasons = ['缺少佐证材料', '数字与上报不符'];

/** A row without what the calendar alone changes. */
const told = ({ state: _s, light: _l, context: { today: _t, ...context }, ...row }: SheetRow) => ({
  ...row,
  context,
});

/** An officer who decides of obligations, and looks each time at what it does to roll-up and sheets. */
export class Officer {
  private readonly server: Server;
  /** Of each unit, the rows that pulls of changes alone have told. */
  private readonly followed = new Map<
    string,
    { cursor: string; today: string; rows: Map<string, SheetRow> }
  >();
  private acts = 0;

  constructor(server: Server) {
    this.server = server;
  }

  async decide({ unit, act, which, day, filtered }: Step & { do: 'act' }): Promise<void> {
    const { server } = this;
    const id = [...units, bureau][unit]!;
    const name = actNames[act]!;
    const own = server.state.obligations.filter((each) => each.unit === id).map(({ key }) => key);
    const isReview = ['accept', 'return', 'reopen'].includes(name);
    const review = (['toAccept', 'accepted', 'returned'] as const)[day % 3]!;
    const filter = { year, unit: id, ...(isReview ? { review } : { state: 'overdue' as const }) };
    const seen = filtered ? await this.seen(filter) : null;
    if (seen?.keys.length === 0) return;
    const keys = seen?.keys ?? [...new Set(which.map((at) => own[at % own.length]!))];
    const model: ModelAct = { act: name, keys, reason: reasons[day % 2]!, day: days[day]! };
    let expected: string[] = [];
    this.acts += 1;
    const answer = (await server.must({
      key: server.keys.officer,
      method: 'POST',
      path: '/v1/acts',
      body: JSON.stringify({
        actId: `fuzz-act-${this.acts}`,
        act: name,
        on: seen ? { filter, count: keys.length, change: seen.change } : { keys },
        reason: model.reason,
        ...(name === 'extend' && { due: model.day, document: '常应急〔2024〕1号' }),
        ...(name === 'unlock' && { until: model.day }),
      }),
      decides: (state, now) => {
        expected = takeAct(state, model, now);
        return expected.includes('applied');
      },
    })) as ActAnswer;
    const got = answer.outcomes.map(({ outcome, code }) => code ?? outcome);
    if (!equal(got, expected))
      server.fail(`act ${name} of ${show(keys)}\n  model  ${show(expected)}\n  server ${show(got)}`);
    await this.look(id);
  }

  private async seen(filter: Record<string, string | number>): Promise<{ keys: string[]; change: number }> {
    const query = new URLSearchParams(Object.entries(filter).map(([name, value]) => [name, String(value)]));
    const path = `/v1/obligations?${query.toString()}&total=true&limit=1000`;
    const sent = { key: this.server.keys.officer, method: 'GET', path, body: null };
    const { obligations, change, total } = (await this.server.must(sent)) as ObligationsAnswer;
    if (total !== obligations.length)
      this.server.fail(`${path}: ${total} are told, ${obligations.length} listed`);
    return { keys: obligations.map(({ key }) => key), change: change ?? 0 };
  }

  /** The roll-up is the model's, and who has asked for changes only has what a new sheet has. */
  private async look(unit: string): Promise<void> {
    const { server } = this;
    const [want, is] = [rollup(server.state), await storedRollup(String(year))];
    if (!equal(want, is)) server.fail(`roll-up\n  model  ${show(want)}\n  stored ${show(is)}`);
    const before = this.followed.get(unit);
    const whole = await this.sheet(unit, '');
    const rows = new Map(before?.rows);
    // Where the clock was put back the cursor is of a day to come, and says nothing.
    if (before && before.today <= whole.today) {
      const changes = await this.sheet(unit, `&cursor=${before.cursor}`);
      if (changes.whole) rows.clear();
      for (const row of changes.rows) rows.set(row.key, row);
      for (const row of whole.rows) {
        const held = rows.get(row.key);
        if (!held || !equal(told(held), told(row)))
          server.fail(`changes of ${row.key}\n  pulled ${show(held ?? null)}\n  whole  ${show(row)}`);
      }
    }
    this.followed.set(unit, {
      ...{ cursor: whole.cursor, today: whole.today },
      rows: new Map(whole.rows.map((row) => [row.key, row])),
    });
  }

  private async sheet(unit: string, more: string) {
    const path = `/v1/sheet?unit=${unit}&year=${year}${more}`;
    const sent = { key: this.server.keys.officer, method: 'GET', path, body: null };
    return unpackSheet((await this.server.must(sent)) as PackedSheet);
  }
}
