import { join } from 'node:path';
import { rulesVersion } from '../../../shared/rules/ruleIds.ts';
import { probe } from '../data/probe.ts';
import { goodValues, pick } from '../data/rows.ts';
import { largeYear, newDesks, publishLists, realYear, type Desk } from '../data/seed.ts';
import { nextPushId } from '../data/send.ts';
import { line, median } from '../measure/stats.ts';
import { ms, number, type Line, type Section } from '../measure/table.ts';
import type { Bundles } from '../serve/bundle.ts';
import { cpuOf } from '../serve/cpu.ts';
import { open } from '../serve/open.ts';
import type { D1Call } from '../workers/calls.ts';
import type { Scale } from './scale.ts';

interface Cost {
  rows: number;
  /** Of the whole workerd process, SQLite included. */
  process: number[];
  /** In the handler and outside D1's calls: parsing, planning, building the answer. */
  own: number[];
  /** D1's calls by their share of the handler's time. */
  statements: Map<string, number[]>;
}

/** CPU of a push of new rows, and where its time goes. */
export async function measureCpu(bundles: Bundles, folder: string, scale: Scale): Promise<Section> {
  const served = await open(bundles.probe, join(folder, 'cpu'), false);
  const costs: Cost[] = [];
  try {
    await publishLists(served);
    for (const [size, runs] of Object.entries(scale.pushRuns)) {
      const year = Number(size) > 400 ? largeYear : realYear;
      const cost: Cost = { rows: 0, process: [], own: [], statements: new Map() };
      for (let run = -1; run < Math.min(runs, 15); run += 1) {
        const [desk] = (await newDesks(served, 1, year)) as [Desk];
        const rows = pick(desk.sheet.rows, Number(size)).map((row) => ({
          key: row.key,
          base: null,
          values: goodValues(row, 1),
        }));
        cost.rows = rows.length;
        const body = JSON.stringify({ pushId: nextPushId(), cursor: desk.sheet.cursor, rulesVersion, rows });
        const before = cpuOf(served.process);
        const { handlerMs, calls } = await probe(served.url, 'POST', `/v1/sync?year=${year}`, {
          key: desk.key,
          body,
        });
        if (run < 0) continue;
        cost.process.push(cpuOf(served.process) - before);
        cost.own.push(handlerMs - waited(calls));
        for (const { sql, duration } of calls.flatMap((call) => call.statements)) {
          cost.statements.set(sql, [...(cost.statements.get(sql) ?? []), duration]);
        }
      }
      costs.push(cost);
    }
  } finally {
    await served.close();
  }
  if (process.argv.includes('--statements')) printStatements(costs);
  const lines = costs.map((cost): Line => ({
    what: `push of ${number(cost.rows)} new rows`,
    figure: ms(median(cost.process)),
    spread: `outside D1 ${ms(median(cost.own))}`,
    note: `of the 30 s of the paid plan: ${number(median(cost.process) / 300)} %`,
  }));
  return { title: 'CPU of a push (estimates, see the README)', lines: [...lines, ...fits(costs)] };
}

/** Milliseconds in which at least one call of D1 was under way. */
function waited(calls: readonly D1Call[]): number {
  let until = 0;
  let sum = 0;
  for (const { at, ms: took } of [...calls].sort((a, b) => a.at - b.at)) {
    sum += Math.max(0, at + took - Math.max(at, until));
    until = Math.max(until, at + took);
  }
  return sum;
}

function fits(costs: readonly Cost[]): Line[] {
  return (['process', 'own'] as const).flatMap((kind) => {
    const fit = line(costs.map((cost) => [cost.rows, median(cost[kind])]));
    const rows = (limit: number) => number(Math.max(0, Math.floor((limit - fit.base) / fit.each)));
    return {
      what: kind === 'process' ? 'rows that fit, SQLite counted in' : 'rows that fit, outside D1 only',
      figure: `${rows(10)} in 10 ms`,
      spread: `${rows(30_000)} in 30 s`,
      note: `${ms(fit.base)} and ${number(fit.each * 1000)} µs a row`,
    };
  });
}

function printStatements(costs: readonly Cost[]): void {
  for (const { rows, statements } of costs) {
    const sums = [...statements].map(
      ([sql, all]) => [sql, all.reduce((a, b) => a + b, 0) / all.length] as const,
    );
    console.log(`\nD1 by statement, push of ${rows} new rows: mean ms each time it is asked`);
    for (const [sql, mean] of sums.sort((a, b) => b[1] - a[1]).slice(0, 12)) {
      console.log(`  ${mean.toFixed(1).padStart(7)}  ${sql}`);
    }
  }
}
