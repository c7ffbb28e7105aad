import { copyUnits, largeYear, newDesks, realYear, type Desk } from '../data/seed.ts';
import { fillIn } from '../data/store.ts';
import { median, Samples, shuffled } from '../measure/stats.ts';
import { kilobytes, number, times, type Section } from '../measure/table.ts';
import { cpuOf } from '../serve/cpu.ts';
import { must } from '../serve/http.ts';
import type { Scale } from './scale.ts';
import type { Servers } from './servers.ts';

/** Pulls: with nothing new, in turn with the floor, and of whole sheets. CPU of the server process. */
export async function measurePullCpu(
  { product, floor, floorKey }: Servers,
  scale: Scale,
  random: () => number,
): Promise<Section> {
  const samples = new Samples();
  const desks = await newDesks(product, 20, realYear);
  const [large] = (await newDesks(product, 1, largeYear)) as [Desk];
  const units = desks.map(({ unit }) => unit);
  for (const { db } of [product, floor]) {
    if (db === floor.db) await copyUnits(db, units, realYear);
    await fillIn(db, String(realYear), units);
  }
  await fillIn(product.db, String(largeYear), [large.unit]);
  const asks = {
    unchanged: async ({ key, sheet }: Desk) =>
      must(product.url, 'GET', `/v1/sheet?year=${realYear}&cursor=${sheet.cursor}`, { key }),
    floor: async ({ unit, sheet }: Desk) =>
      must(
        floor.url,
        'GET',
        `/pull?key=${floorKey}&unit=${unit}&list=${realYear}&sequence=${sheet.cursor.split('.')[2]}`,
      ),
    whole: async ({ key }: Desk) => must(product.url, 'GET', `/v1/sheet?year=${realYear}`, { key }),
    'whole, large': async () => must(product.url, 'GET', `/v1/sheet?year=${largeYear}`, { key: large.key }),
  };
  for (let round = -1; round < scale.pullRuns; round += 1) {
    for (const name of shuffled(Object.keys(asks) as (keyof typeof asks)[], random)) {
      const server = name === 'floor' ? floor : product;
      const asking = name === 'whole, large' ? desks.slice(0, 1) : desks;
      const before = cpuOf(server.process);
      let bytes = 0;
      for (const desk of asking) bytes = (await asks[name](desk)).text.length;
      if (round < 0) continue;
      samples.add(name, (cpuOf(server.process) - before) / asking.length);
      samples.add(`${name}: bytes`, bytes);
    }
  }
  const ratio = median(samples.get('unchanged')) / median(samples.get('floor'));
  const line = (what: string, name: keyof typeof asks) => ({
    what,
    ...times(samples.get(name)),
    note: kilobytes(median(samples.get(`${name}: bytes`))),
  });
  return {
    title: `Pulls (CPU of the server process, ${scale.pullRuns} interleaved rounds)`,
    lines: [
      line('floor: one batch of three statements', 'floor'),
      {
        ...line('nothing new', 'unchanged'),
        note: `${number(ratio)} ×; ${kilobytes(median(samples.get('unchanged: bytes')))}`,
        goal: { text: 'at most 2 × the floor', met: ratio <= 2 },
      },
      line('a unit’s whole sheet, the real list', 'whole'),
      line('a whole sheet of 5,200 rows', 'whole, large'),
    ],
  };
}
