import { floorPush } from '../data/floorPush.ts';
import { goodValues, type Pushed } from '../data/rows.ts';
import { copyUnits, newDesks, realYear, type Desk } from '../data/seed.ts';
import { nextPushId, send } from '../data/send.ts';
import { median, quantile, Samples, shuffled } from '../measure/stats.ts';
import { ms, number, times, type Section } from '../measure/table.ts';
import { cpuOf } from '../serve/cpu.ts';
import { must } from '../serve/http.ts';
import type { Scale } from './scale.ts';
import type { Servers } from './servers.ts';

/** A row of a desk that nobody has written to; another `turn` takes another one. */
function oneRow({ sheet }: Desk, turn: number): Pushed {
  const row = sheet.rows[(turn * 23) % sheet.rows.length]!;
  return { key: row.key, base: null, values: goodValues(row, turn) };
}

/** One row pushed cold, each by a unit that the isolate has never seen, in turn with the floor; by one and by sixteen clients. */
export async function measureSingles(
  { product, floor, floorKey }: Servers,
  scale: Scale,
  random: () => number,
): Promise<Section> {
  const samples = new Samples();
  let turn = 0;
  const writers = {
    product: async (desk: Desk) =>
      (await send(product.url, desk, [oneRow(desk, (turn += 1))], { applied: 1 })).ms,
    floor: async (desk: Desk) => {
      const sheet = new Map(desk.sheet.rows.map((row) => [row.key, row]));
      const body = JSON.stringify(floorPush(nextPushId(), floorKey, sheet, [oneRow(desk, (turn += 1))]));
      return (await must(floor.url, 'POST', '/push?read', { body })).ms;
    },
  };
  const blocks = ([1, 16] as const).flatMap((clients) =>
    (['product', 'floor'] as const).map((writer) => ({ writer, clients })),
  );
  for (let round = -1; round < scale.singleRounds; round += 1) {
    for (const { writer, clients } of shuffled(blocks, random)) {
      const desks = await newDesks(product, scale.singles, realYear);
      if (writer === 'floor')
        await copyUnits(
          floor.db,
          desks.map(({ unit }) => unit),
          realYear,
        );
      const server = writer === 'product' ? product : floor;
      const before = cpuOf(server.process);
      await Promise.all(
        Array.from({ length: clients }, async (_, client) => {
          for (let at = client; at < desks.length; at += clients) {
            const took = await writers[writer](desks[at]!);
            if (round >= 0) samples.add(`${writer} ${clients} ms`, took);
          }
        }),
      );
      if (round >= 0)
        samples.add(`${writer} ${clients} cpu`, (cpuOf(server.process) - before) / desks.length);
    }
  }
  const ratio = median(samples.get('product 1 cpu')) / median(samples.get('floor 1 cpu'));
  const answers = (clients: number, p: number) => ({
    what: `${clients === 1 ? 'one client' : `${clients} clients`}, answered, p${p * 100}`,
    figure: ms(quantile(samples.get(`product ${clients} ms`), p)),
    spread: `floor ${ms(quantile(samples.get(`floor ${clients} ms`), p))}`,
  });
  return {
    title: `One row, cold: each by another unit (${scale.singleRounds} interleaved rounds of ${scale.singles})`,
    lines: [
      {
        what: 'floor: one read batch, one write batch, CPU',
        ...times(samples.get('floor 1 cpu')),
      },
      {
        what: 'a push, CPU',
        ...times(samples.get('product 1 cpu')),
        note: `${number(ratio)} ×`,
        goal: { text: 'at most 2 × the floor of two batches', met: ratio <= 2 },
      },
      {
        what: '16 clients, CPU of each push',
        ...times(samples.get('product 16 cpu')),
        note: `floor ${ms(median(samples.get('floor 16 cpu')))}`,
      },
      ...[1, 16].flatMap((clients) => [answers(clients, 0.5), answers(clients, 0.99)]),
    ],
  };
}
