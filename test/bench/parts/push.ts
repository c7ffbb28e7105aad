import { floorPush } from '../data/floorPush.ts';
import { badValues, goodValues, pick, type Pushed } from '../data/rows.ts';
import { copyUnits, largeYear, newDesks, realYear, type Desk } from '../data/seed.ts';
import { nextPushId, send } from '../data/send.ts';
import { median, Samples, shuffled } from '../measure/stats.ts';
import { kilobytes, number, times, type Line, type Section } from '../measure/table.ts';
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

/** Pushes of every size and kind, in turn with their floors. Every unit is one that the isolate has never seen. */
export async function measurePushes(
  servers: Servers,
  scale: Scale,
  random: () => number,
): Promise<Section[]> {
  const sections: Section[] = [];
  for (const [size, runs] of Object.entries(scale.pushRuns)) {
    const { rows, samples } = await measureSize(servers, Number(size), runs, random);
    sections.push({ title: titleOf(Number(size), rows, runs), lines: linesOf(rows, samples) });
  }
  return sections;
}

const titleOf = (size: number, rows: number, runs: number): string =>
  `Push of ${number(rows)} ${rows === 1 ? 'row' : 'rows'} (${names[size]}; CPU of the server process, ${runs} interleaved runs)`;

async function measureSize(
  { product, floor, floorKey }: Servers,
  size: number,
  runs: number,
  random: () => number,
): Promise<{ rows: number; samples: Samples }> {
  const samples = new Samples();
  const year = size > 400 ? largeYear : realYear;
  let rows = 0;
  // The first run only warms up.
  for (let run = -1; run < runs; run += 1) {
    const keep = (name: string, value: number) => {
      if (run >= 0) samples.add(name, value);
    };
    const [desk, refusing, hopeless] = (await newDesks(product, 3, year)) as [Desk, Desk, Desk];
    await copyUnits(floor.db, [desk.unit, refusing.unit], year);
    const some = (of: Desk) => pick(of.sheet.rows, size, run + 1);
    rows = some(desk).length;
    // Of a single row, all of it is refused or in conflict.
    const isOdd = (at: number) => at % 10 === 9 || rows === 1;
    const good = (of: Desk, salt: number, base: number | null): Pushed[] =>
      some(of).map((row) => ({ key: row.key, base, values: goodValues(row, salt) }));
    const oddCount = some(desk).filter((_, at) => isOdd(at)).length;
    const pushed = async (name: string, of: Desk, sent: Pushed[], expected: Record<string, number>) => {
      const before = cpuOf(product.process);
      const { bytes } = await send(product.url, of, sent, expected);
      keep(name, cpuOf(product.process) - before);
      keep(`${name}: sent`, bytes.sent);
      keep(`${name}: answered`, bytes.answered);
    };
    const own = {
      pushing: async () => {
        await pushed('new', desk, good(desk, 1, null), { applied: rows });
        await pushed('unchanged', desk, good(desk, 1, 1), { unchanged: rows });
        await pushed('changed', desk, good(desk, 2, 1), { applied: rows });
        const clashing = good(desk, 3, 2).map((row, at) => (isOdd(at) ? { ...row, base: 1 } : row));
        await pushed('conflict', desk, clashing, { applied: rows - oddCount, conflict: oddCount });
      },
      refusing: async () => {
        const mixed = some(refusing).map((row, at) => ({
          key: row.key,
          base: null,
          values: isOdd(at) ? badValues(row, 1) : goodValues(row, 1),
        }));
        await pushed('refused', refusing, mixed, { applied: rows - oddCount, invalid: oddCount });
      },
      hopeless: async () => {
        const bad = some(hopeless).map((row) => ({ key: row.key, base: null, values: badValues(row, 1) }));
        await pushed('all refused', hopeless, bad, { invalid: rows });
      },
      floor: async () => {
        for (const [name, of, path] of [
          ['writes', desk, '/push'],
          ['reads and writes', refusing, '/push?read'],
        ] as const) {
          const sheet = new Map(of.sheet.rows.map((row) => [row.key, row]));
          const body = JSON.stringify(floorPush(nextPushId(), floorKey, sheet, good(of, 1, null)));
          const before = cpuOf(floor.process);
          await must(floor.url, 'POST', path, { body });
          keep(name, cpuOf(floor.process) - before);
        }
      },
    };
    for (const act of shuffled(Object.values(own), random)) await act();
  }
  return { rows, samples };
}

function linesOf(rows: number, samples: Samples): Line[] {
  const of = (name: string) => median(samples.get(name));
  const kind = (what: string, name: string): Line => {
    const ratio = of(name) / of('writes');
    const ofBoth = of(name) / of('reads and writes');
    const isGoal = name === 'new' && rows >= 300;
    return {
      what,
      ...times(samples.get(name)),
      note: `${number(ratio)} × writes, ${number(ofBoth)} × reads and writes; sent ${kilobytes(of(`${name}: sent`))}, answered ${kilobytes(of(`${name}: answered`))}`,
      ...(isGoal && { goal: { text: 'at most 2 × the floor that writes', met: ratio <= 2 } }),
    };
  };
  const refusal = of('all refused') / of('new');
  const one = rows === 1 ? 'it is' : 'one in ten';
  return [
    { what: 'floor: writes rows and history', ...times(samples.get('writes')) },
    { what: 'floor: one read batch, one write batch', ...times(samples.get('reads and writes')) },
    kind('new', 'new'),
    kind('changed', 'changed'),
    kind('unchanged', 'unchanged'),
    kind(`new, ${one} refused`, 'refused'),
    kind(`changed, ${one} in conflict`, 'conflict'),
    kind('new, every row refused', 'all refused'),
    {
      what: 'a refused row against a good one',
      figure: `${number(refusal)} ×`,
      goal: { text: 'at most 3 ×', met: refusal <= 3 },
    },
  ];
}
