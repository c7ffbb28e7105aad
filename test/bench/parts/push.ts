import { join } from 'node:path';
import { floorPush } from '../data/floorPush.ts';
import { badValues, goodValues, pick, type Pushed } from '../data/rows.ts';
import { copyUnits, largeYear, newDesks, realYear, type Desk } from '../data/seed.ts';
import { nextPushId, send } from '../data/send.ts';
import { sqliteFloor } from '../data/sqliteFloor.ts';
import { median, Samples, shuffled } from '../measure/stats.ts';
import { number, rates, times, type Line, type Section } from '../measure/table.ts';
import { cpuOf } from '../serve/cpu.ts';
import { must } from '../serve/http.ts';
import type { Servers } from './servers.ts';
import type { Scale } from './scale.ts';

const names = {
  1: 'one row, a clerk’s edit',
  50: '50 rows, a day',
  400: 'a unit’s whole year on the real list',
  5000: 'stress',
} as Record<number, string>;

/** Pushes of every size and kind, in turn with the three floors. */
export async function measurePushes(
  servers: Servers,
  scale: Scale,
  random: () => number,
): Promise<Section[]> {
  const sections: Section[] = [];
  const sqlite = sqliteFloor(join(servers.folder, 'floor.sqlite'));
  for (const [size, runs] of Object.entries(scale.pushRuns)) {
    const { rows, samples } = await measureSize(servers, sqlite, Number(size), runs, random);
    sections.push({ title: titleOf(Number(size), rows, runs), lines: linesOf(rows, samples) });
  }
  sqlite.close();
  return sections;
}

const titleOf = (size: number, rows: number, runs: number): string =>
  `Push of ${number(rows)} ${rows === 1 ? 'row' : 'rows'} (${names[size]}; ${runs} interleaved runs)`;

async function measureSize(
  { product, bare, sameWrites }: Servers,
  sqlite: ReturnType<typeof sqliteFloor>,
  size: number,
  runs: number,
  random: () => number,
): Promise<{ rows: number; samples: Samples }> {
  const samples = new Samples();
  const year = size > 400 ? largeYear : realYear;
  let rows = 0;
  let desks: Desk[] = [];
  let turn = 0;
  // The first run only warms up.
  for (let run = -1; run < runs; run += 1) {
    const keep = (name: string, ms: number) => {
      if (run >= 0) samples.add(name, ms);
    };
    // Rows of a desk that no run has taken yet; a new desk where there are none left.
    const rest = Math.floor((desks[0]?.sheet.rows.length ?? 0) / size);
    if (turn >= rest) {
      desks = await newDesks(product, 3, year);
      await copyUnits(sameWrites.db, [desks[0]!.unit], year);
      turn = 0;
    }
    const place = turn;
    turn += 1;
    const [desk, refusing, hopeless] = desks as [Desk, Desk, Desk];
    const some = (of: Desk) => pick(of.sheet.rows, size, place);
    rows = some(desk).length;
    // Of a single row, all of it is refused or in conflict.
    const isOdd = (at: number) => at % 10 === 9 || rows === 1;
    const good = (of: Desk, salt: number, base: number | null): Pushed[] =>
      some(of).map((row) => ({ key: row.key, base, values: goodValues(row, salt) }));
    const oddCount = some(desk).filter((_, at) => isOdd(at)).length;
    const own = {
      pushing: async () => {
        const before = cpuOf(product.process);
        keep('new', await send(product.url, desk, good(desk, 1, null), { applied: rows }));
        keep('cpu new', cpuOf(product.process) - before);
        keep('unchanged', await send(product.url, desk, good(desk, 1, 1), { unchanged: rows }));
        keep('changed', await send(product.url, desk, good(desk, 2, 1), { applied: rows }));
        const clashing = good(desk, 3, 2).map((row, at) => (isOdd(at) ? { ...row, base: 1 } : row));
        const outcomes = { applied: rows - oddCount, conflict: oddCount };
        keep('conflict', await send(product.url, desk, clashing, outcomes));
      },
      refusing: async () => {
        const mixed = some(refusing).map((row, at) => ({
          key: row.key,
          base: null,
          values: isOdd(at) ? badValues(row, 1) : goodValues(row, 1),
        }));
        const outcomes = { applied: rows - oddCount, invalid: oddCount };
        keep('refused', await send(product.url, refusing, mixed, outcomes));
      },
      hopeless: async () => {
        const bad = some(hopeless).map((row) => ({ key: row.key, base: null, values: badValues(row, 1) }));
        keep('all refused', await send(product.url, hopeless, bad, { invalid: rows }));
      },
      bare: async () => {
        const body = JSON.stringify({ pushId: nextPushId(), rows: good(desk, 1, null) });
        keep('bare', (await must(bare.url, 'POST', '/push', { body })).ms);
      },
      sameWrites: async () => {
        const sheet = new Map(desk.sheet.rows.map((row) => [row.key, row]));
        for (const [name, salt] of [
          ['same new', 1],
          ['same changed', 2],
        ] as const) {
          const body = JSON.stringify(floorPush(nextPushId(), sheet, good(desk, salt, null), salt));
          const before = cpuOf(sameWrites.process);
          keep(name, (await must(sameWrites.url, 'POST', '/push', { body })).ms);
          keep(`cpu ${name}`, cpuOf(sameWrites.process) - before);
        }
      },
      sqlite: async () => keep('sqlite', sqlite.push(good(desk, 1, null))),
    };
    for (const act of shuffled(Object.values(own), random)) await act();
  }
  return { rows, samples };
}

function linesOf(rows: number, samples: Samples): Line[] {
  const shown = (name: string) => (rows === 1 ? times(samples.get(name)) : rates(rows, samples.get(name)));
  const floor = (name: string) => median(samples.get(name));
  const share = (name: string, of: string) => floor(of) / median(samples.get(name));
  const percent = (value: number) => `${Math.round(value * 100)} %`;
  const kind = (what: string, name: string, of: string): Line => {
    const same = share(name, of);
    const goal = rows >= 300 && (name === 'new' || name === 'changed');
    return {
      what,
      ...shown(name),
      note: `${times(samples.get(name)).figure}; ${percent(same)} of same writes, ${percent(share(name, 'bare'))} of bare`,
      ...(goal && { goal: { text: 'at least half of the same-writes floor', met: same >= 0.5 } }),
    };
  };
  const refusal = median(samples.get('all refused')) / median(samples.get('new'));
  const one = rows === 1 ? 'it is' : 'one in ten';
  return [
    { what: 'floor: node:sqlite', ...shown('sqlite') },
    { what: 'floor: bare Hono + D1', ...shown('bare') },
    { what: 'floor: same writes, new', ...shown('same new') },
    { what: 'floor: same writes, changed', ...shown('same changed') },
    kind('new', 'new', 'same new'),
    kind('changed', 'changed', 'same changed'),
    kind('unchanged', 'unchanged', 'same changed'),
    kind(`new, ${one} refused`, 'refused', 'same new'),
    kind(`changed, ${one} in conflict`, 'conflict', 'same changed'),
    kind('new, every row refused', 'all refused', 'same new'),
    {
      what: 'workerd’s CPU, new',
      ...times(samples.get('cpu new')),
      note: `${percent(share('cpu new', 'cpu same new'))}: same writes ${times(samples.get('cpu same new')).figure}`,
    },
    {
      what: 'a refused row against a good one',
      figure: `${number(refusal)} ×`,
      goal: { text: 'at most 3 ×', met: refusal <= 3 },
    },
  ];
}
