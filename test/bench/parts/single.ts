import { goodValues, type Pushed } from '../data/rows.ts';
import { newDesks, realYear, type Desk } from '../data/seed.ts';
import { nextPushId, send } from '../data/send.ts';
import { quantile, Samples, shuffled } from '../measure/stats.ts';
import { ms, number, type Line, type Section } from '../measure/table.ts';
import { cpuOf } from '../serve/cpu.ts';
import { must } from '../serve/http.ts';
import type { Scale } from './scale.ts';
import type { Servers } from './servers.ts';

/** A clerk who edits one row after the other, round the sheet; each begins somewhere else. */
class Clerk {
  private at = 0;
  readonly desk: Desk;
  private readonly first: number;
  constructor(desk: Desk, first: number) {
    this.desk = desk;
    this.first = first;
  }
  next(): Pushed {
    const { rows } = this.desk.sheet;
    const row = rows[(this.first + this.at) % rows.length]!;
    const round = Math.floor(this.at / rows.length);
    this.at += 1;
    return { key: row.key, base: round === 0 ? null : round, values: goodValues(row, round) };
  }
}

const seated = (desk: Desk, at: number): Clerk => new Clerk(desk, at * 23);

/** One-row pushes from one client and from sixteen, in turn with bare one-row writes. */
export async function measureSingles(
  { product, bare }: Servers,
  scale: Scale,
  random: () => number,
): Promise<Section> {
  const clerks = (await newDesks(product, 17, realYear)).map(seated);
  const samples = new Samples();
  const throughput = new Samples();
  const cpu = new Samples();
  const writers = {
    push: (clerk: Clerk) => send(product.url, clerk.desk, [clerk.next()], { applied: 1 }),
    bare: async (clerk: Clerk) => {
      const body = JSON.stringify({ pushId: nextPushId(), rows: [clerk.next()] });
      return (await must(bare.url, 'POST', '/push', { body })).ms;
    },
  };
  const blocks = (['push', 'bare'] as const).flatMap((writer) => [
    {
      writer,
      name: `${writer} 1`,
      of: writer === 'push' ? clerks.slice(0, 1) : [],
      each: scale.singlesAlone,
    },
    {
      writer,
      name: `${writer} 16`,
      of: writer === 'push' ? clerks.slice(1) : [],
      each: scale.singlesOfSixteen,
    },
  ]);
  const bareClerks = clerks.map(({ desk }, at) => seated(desk, at));
  for (let round = -1; round < scale.singleRounds; round += 1) {
    for (const { writer, name, of, each } of shuffled(blocks, random)) {
      const clients =
        writer === 'push' ? of : name.endsWith('16') ? bareClerks.slice(1) : bareClerks.slice(0, 1);
      const server = writer === 'push' ? product : bare;
      const before = cpuOf(server.process);
      const begun = performance.now();
      await Promise.all(
        clients.map(async (clerk) => {
          for (let i = 0; i < each; i += 1) {
            const took = await writers[writer](clerk);
            if (round >= 0) samples.add(name, took);
          }
        }),
      );
      if (round >= 0) cpu.add(name, (cpuOf(server.process) - before) / (clients.length * each));
      if (round >= 0) throughput.add(name, (clients.length * each * 1000) / (performance.now() - begun));
    }
  }
  const line = (clients: number, p: number): Line => {
    const [own, floor] = [`push ${clients}`, `bare ${clients}`].map((name) => quantile(samples.get(name), p));
    return {
      what: `${clients === 1 ? 'one client' : `${clients} clients`}, p${p * 100}`,
      figure: ms(own!),
      spread: `bare ${ms(floor!)}`,
      note: `${number(own! / floor!)} ×`,
      goal: { text: 'at most 2 × a bare one-row write', met: own! / floor! <= 2 },
    };
  };
  const rate = (name: string) => number(quantile(throughput.get(name), 0.5));
  return {
    title: `Single-row pushes (${scale.singleRounds} interleaved rounds)`,
    lines: [
      ...[1, 16].flatMap((clients) => [line(clients, 0.5), line(clients, 0.99)]),
      {
        what: 'workerd’s CPU each, one client',
        figure: ms(quantile(cpu.get('push 1'), 0.5)),
        spread: `bare ${ms(quantile(cpu.get('bare 1'), 0.5))}`,
      },
      { what: '16 clients, pushes a second', figure: rate('push 16'), spread: `bare ${rate('bare 16')}` },
    ],
  };
}
