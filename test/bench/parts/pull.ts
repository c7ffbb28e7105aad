import { join } from 'node:path';
import { unpackSheet, type PackedSheet } from '../../../shared/wire/sheet.ts';
import { probe, type Probed } from '../data/probe.ts';
import { goodValues, pick } from '../data/rows.ts';
import { copyUnits, largeYear, newDesks, newKey, publishLists, type Desk } from '../data/seed.ts';
import { send } from '../data/send.ts';
import { fillIn } from '../data/store.ts';
import { number, times, type Line, type Section } from '../measure/table.ts';
import type { Bundles } from '../serve/bundle.ts';
import { must } from '../serve/http.ts';
import { open, type Served } from '../serve/open.ts';
import type { Scale } from './scale.ts';

const changes = [0, 1, 10, 100];

interface Pulled {
  stored: number;
  whole: { ms: number[]; read: number; rows: number };
  /** By the number of rows that changed. */
  since: Map<number, { ms: number[]; read: number; rows: number }>;
}

/** Whole sheets and changes since a cursor, while the store around them grows. */
export async function measurePulls(bundles: Bundles, folder: string, scale: Scale): Promise<Section> {
  const served = await open(bundles.probe, join(folder, 'pull'), false);
  try {
    await publishLists(served);
    const [unit] = (await newDesks(served, 1, largeYear)) as [Desk];
    let stored = await fillIn(served.db, String(largeYear), [unit.unit]);
    const found: Pulled[] = [];
    let others = 0;
    for (const [step, until] of scale.storedUnits.entries()) {
      const ids = Array.from({ length: until - others }, (_, i) => `s${others + i}`);
      others = until;
      await copyUnits(served.db, ids, largeYear);
      stored += await fillIn(served.db, String(largeYear), ids);
      found.push(await pullAll(served, unit, stored, scale.pullRuns, step));
    }
    return section(found);
  } finally {
    await served.close();
  }
}

async function pullAll(
  served: Served,
  unit: Desk,
  stored: number,
  runs: number,
  step: number,
): Promise<Pulled> {
  const { url, db } = served;
  const key = await newKey(db, 'viewer', null);
  const path = `/v1/sheet?year=${largeYear}&unit=${unit.unit}`;
  const sheetOf = ({ text }: Probed) => unpackSheet(JSON.parse(text) as PackedSheet);
  const repeat = async (asked: string) => {
    const ms: number[] = [];
    let last = await probe(url, 'GET', asked, { key });
    for (let run = 0; run < runs; run += 1) {
      ms.push((await must(url, 'GET', asked, { key })).ms);
    }
    last = await probe(url, 'GET', asked, { key });
    return { ms, read: last.rowsRead, rows: sheetOf(last).rows.length, sheet: sheetOf(last) };
  };
  const { sheet, ...whole } = await repeat(path);
  const since: Pulled['since'] = new Map();
  let cursor = sheet.cursor;
  for (const count of changes) {
    const rows = pick(sheet.rows, count).map((row) => ({
      key: row.key,
      base: row.version,
      values: goodValues(row, 1000 * step + count),
    }));
    unit.sheet.cursor = cursor;
    if (count > 0) await send(url, unit, rows, { applied: count });
    const { sheet: changed, ...part } = await repeat(`${path}&cursor=${cursor}`);
    if (part.rows < count) throw new Error(`${part.rows} rows pulled of ${count} changed`);
    since.set(count, part);
    cursor = changed.cursor;
    for (const row of changed.rows)
      Object.assign(
        sheet.rows.find((each) => each.key === row.key)!,
        row,
      );
  }
  return { stored, whole, since };
}

function section(found: readonly Pulled[]): Section {
  const [small, large] = [found[0]!, found.at(-1)!];
  const read = (pulled: Pulled, count: number) => pulled.since.get(count)!.read;
  const lines: Line[] = [];
  for (const { stored, whole } of found) {
    lines.push({
      what: `whole sheet, ${number(whole.rows)} rows of ${number(stored)} stored`,
      ...times(whole.ms),
      note: `${number(whole.read)} rows read`,
    });
  }
  for (const { stored, since } of found) {
    for (const [count, part] of since) {
      lines.push({
        what: `${count} of ${number(stored)} changed`,
        ...times(part.ms),
        note: `${number(part.read)} rows read`,
      });
    }
  }
  const grown = read(large, 10) / read(small, 10);
  const each = (read(large, 10) - read(large, 0)) / 10;
  const eachOfMany = (read(large, 100) - read(large, 0)) / 100;
  return {
    title: 'Pull',
    lines: [
      ...lines,
      {
        what: 'rows read for 10 changes while the store grows',
        figure: `${number(grown)} ×`,
        note: `store ${number(large.stored / small.stored)} ×`,
        goal: { text: 'no more, within 5 %', met: grown <= 1.05 },
      },
      {
        what: 'rows read where nothing changed',
        figure: number(read(large, 0)),
        note: `the sheet has ${number(large.whole.rows)}`,
        goal: { text: 'fewer than the sheet has', met: read(large, 0) < large.whole.rows },
      },
      {
        what: 'rows read for each change: of 10, of 100',
        figure: `${number(each)}, ${number(eachOfMany)}`,
        goal: { text: 'in proportion, within 1.5 ×', met: eachOfMany <= 1.5 * each },
      },
    ],
  };
}
