import { env } from 'cloudflare:workers';
import { unpackSheet, type PackedSheet, type Sheet } from '../../shared/wire/sheet.ts';
import { shown } from '../../addin/flows/ledger.ts';
import { bureau, correctedList, rosterWith, settingsWith, units, year } from './fixture.ts';
import { typed } from './model/validity.ts';
import { Officer } from './officer.ts';
import { reportOf } from './reports.ts';
import type { Sent, Server } from './server.ts';
import type { Step } from './steps.ts';

const fromDays = ['2024-04-01', '2024-04-15', '2024-05-01'];
const someUnits = [['nan', bureau], ['bei'], ['nan', 'bei', bureau]];
const shared: [arrangement: string, indicator: string][] = [
  ['1-1-1', 'i1'],
  ['1-1-1', 'i2'],
  ['1-2-1', 'i1'],
];
const dueDays = ['2024-04-19', '2024-04-12', '2024-05-03'];
const arrangements = ['1-1-1', '1-1-2', '1-2-1', '1-2-2'];
const notes = typed.note!;

/** What the bureau does in one run: it locks, allocates, narrows, changes the roster, corrects the list, reports for a unit. */
export class Bureau {
  private readonly server: Server;
  /** What an officer saw of each unit the last time. */
  private readonly seen = new Map<string, Sheet>();
  private readonly officer: Officer;
  private pushes = 0;
  /** Whether 1-2-2 was taken out while nothing hung on it: should its words come back, they get another code. */
  private isLost = false;

  constructor(server: Server) {
    this.server = server;
    this.officer = new Officer(server);
  }

  async take(step: Step): Promise<void> {
    const { server } = this;
    const { officer, admin } = server.keys;
    const put = (key: string, path: string, body: unknown, tells: NonNullable<Sent['tells']>) =>
      server.must({ key, method: 'PUT', path: `/v1${path}`, body: JSON.stringify(body), tells });
    const list = `/task-lists/${year}`;
    switch (step.do) {
      case 'lock':
        await this.lock(step.days);
        return;
      case 'allocate': {
        const [arrangement, indicator] = shared[step.arrangement]!;
        const [unit, { share }] = [units[step.unit]!, step];
        const name = `${arrangement} ${indicator} ${unit}`;
        await put(
          officer,
          `${list}/allocations`,
          { allocations: [{ arrangement, indicator, unit, share }] },
          (state) => (share === null ? state.shares.delete(name) : state.shares.set(name, share)),
        );
        return;
      }
      case 'narrow': {
        const arrangement = arrangements[step.arrangement]!;
        if (server.state.without.has(arrangement)) return;
        const [from, names] = [fromDays[step.from]!, someUnits[step.units]!];
        await put(officer, `${list}/assignments`, { arrangement, from, units: names }, ({ narrowings }) => {
          const others = (narrowings.get(arrangement) ?? []).filter((each) => each.from !== from);
          narrowings.set(arrangement, [...others, { from, units: names }]);
        });
        return;
      }
      case 'roster': {
        const leaves = step.leaves === null ? null : fromDays[step.leaves]!;
        await put(admin, '/roster', rosterWith(leaves), (state) => void (state.leaves = leaves));
        return;
      }
      case 'correct':
        return this.correct(step);
      case 'act':
        return this.officer.decide(step);
      case 'on behalf':
        return this.onBehalf(step);
      default:
        throw new Error(`no such step: ${JSON.stringify(step)}`);
    }
  }

  private async correct({ target, due, without, turned }: Step & { do: 'correct' }): Promise<void> {
    const isOut = without || this.isLost;
    const correction = { target: [10, 8][target]!, due: dueDays[due]!, without: isOut, turned };
    await this.server.must({
      key: this.server.keys.admin,
      method: 'PUT',
      path: `/v1/task-lists/${year}`,
      body: JSON.stringify(correctedList(correction)),
      tells: (state) => {
        state.without = new Set(isOut ? ['1-2-2'] : []);
        for (const each of state.obligations) {
          if (each.arrangement !== '1-2-1') continue;
          each.dueOn = correction.due;
          for (const row of each.rows) row.target = correction.target;
        }
      },
    });
    const kept = await env.DB.prepare(`SELECT 1 FROM arrangements WHERE code = '1-2-2'`).first();
    this.isLost = kept === null;
  }

  async lock(lockDays: number | null): Promise<void> {
    await this.server.must({
      key: this.server.keys.officer,
      method: 'PUT',
      path: `/v1/task-lists/${year}/settings`,
      body: settingsWith(lockDays),
      tells: (state) => void (state.lockDays = lockDays),
    });
  }

  private async onBehalf({ unit, row, n, stale }: Step & { do: 'on behalf' }): Promise<void> {
    const id = [...units, bureau][unit]!;
    const fresh = await this.sheet(id);
    const from = (stale ? this.seen.get(id) : null) ?? fresh;
    this.seen.set(id, fresh);
    const rows = from.rows.toSorted((a, b) => (a.key < b.key ? -1 : 1));
    const chosen = rows[row % Math.max(1, rows.length)];
    if (!chosen) return;
    const { base, values } = shown(chosen);
    const as = (['under way', 'done', 'none', 'not done'] as const)[n % 4]!;
    const edited =
      base === null ? reportOf(chosen.key, as, n) : { ...values, note: notes[n % 3]!, count: values.count };
    this.pushes += 1;
    await this.server.must({
      key: this.server.keys.officer,
      method: 'POST',
      path: `/v1/sync?unit=${id}&year=${year}`,
      body: JSON.stringify({
        pushId: `officer-${String(this.pushes).padStart(6, '0')}`,
        rulesVersion: 'fuzz',
        rows: [{ key: chosen.key, base, values: edited }],
      }),
    });
  }

  /** A unit's whole sheet, as the server has it. */
  async sheet(unit: string): Promise<Sheet> {
    const path = `/v1/sheet?unit=${unit}&year=${year}`;
    const officer = this.server.keys.officer;
    const sent = await this.server.must({ key: officer, method: 'GET', path, body: null });
    return unpackSheet(sent as PackedSheet);
  }
}
