import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { obligationsTable } from '../../../shared/tables/obligationsTable.ts';
import type { Cell } from '../../../shared/tables/table.ts';
import type { ObligationsAnswer } from '../../../shared/wire/obligations.ts';
import { asTexts, readBackCsv, readBackXlsx } from '../../support/tables.ts';
import { probe } from '../data/probe.ts';
import { copyUnits, newKey, publishLists, realYear } from '../data/seed.ts';
import { fillIn } from '../data/store.ts';
import { median } from '../measure/stats.ts';
import { ms, number, type Line, type Section } from '../measure/table.ts';
import type { Bundles } from '../serve/bundle.ts';
import { must } from '../serve/http.ts';
import { forgetPeak, memoryOf } from '../serve/memory.ts';
import { open, type Served } from '../serve/open.ts';
import type { Scale } from './scale.ts';

/** Megabytes that production leaves an isolate, and those that its objects may take here; most rows of each kind of file. */
const mostMemory = 128;
const heap = 64;
const most = { csv: 100_000, xlsx: 20_000 } as const;
const perPage = 100;
const filled = 40;

interface Exported {
  ms: number;
  bytes: Uint8Array;
  /** Megabytes that workerd grew by at the most. */
  grown: number;
}

/** The day before which so many obligations are due, at the most. */
async function dayBefore({ db }: Served, rows: number): Promise<string> {
  const day = await db
    .prepare(
      `SELECT due_on AS day FROM obligations WHERE list_id = ?1 AND retired = 0 AND due_on IS NOT NULL
       ORDER BY due_on, key LIMIT 1 OFFSET ?2`,
    )
    .bind(String(realYear), rows)
    .first<{ day: string }>();
  return day?.day ?? '9999-12-31';
}

/** A file, whole, with the memory that it took. */
async function exported(served: Served, key: string, path: string): Promise<Exported> {
  forgetPeak(served.process);
  const { now } = memoryOf(served.process);
  const begun = performance.now();
  const response = await fetch(served.url + path, { headers: { authorization: `Bearer ${key}` } });
  const bytes = new Uint8Array(await response.arrayBuffer());
  const took = performance.now() - begun;
  if (response.status !== 200) throw new Error(`${path}: ${response.status}`);
  return { ms: took, bytes, grown: memoryOf(served.process).peak - now };
}

/** All that a question finds, page by page, as the rows of its table. */
async function listed({ url }: Served, key: string, query: string): Promise<Cell[][]> {
  const rows: Cell[][] = [];
  for (let cursor = ''; ;) {
    const { text } = await must(url, 'GET', `/v1/obligations?limit=1000&${query}${cursor}`, { key });
    const { obligations, next, today } = JSON.parse(text) as ObligationsAnswer;
    for await (const row of obligationsTable(obligations, {}, today, 'zh').rows) rows.push([...row]);
    if (next === null) return rows;
    cursor = `&cursor=${next}`;
  }
}

/** The first and the hundredth page: milliseconds and rows read. */
async function pages({ url }: Served, key: string, runs: number): Promise<Line[]> {
  const path = `/v1/obligations?year=${realYear}&limit=${perPage}`;
  let cursor = '';
  const measured = async (what: string): Promise<Line> => {
    const took: number[] = [];
    let last = await probe(url, 'GET', path + cursor, { key });
    for (let run = 0; run < runs; run += 1) {
      last = await probe(url, 'GET', path + cursor, { key });
      took.push(last.ms);
    }
    return { what, figure: ms(median(took)), note: `${number(last.rowsRead)} rows read` };
  };
  const first = await measured(`page 1 of obligations, ${perPage} a page`);
  for (let page = 2; page <= 100; page += 1) {
    const { text } = await must(url, 'GET', path + cursor, { key });
    cursor = `&cursor=${(JSON.parse(text) as ObligationsAnswer).next}`;
  }
  return [first, await measured('page 100')];
}

/**
 * What workerd grows by where the database is in another process, as on Cloudflare, and V8 collects as it must in an isolate: without
 * a limit it leaves what it no longer needs.
 */
async function grownApart(
  bundles: Bundles,
  folder: string,
  key: string,
  pathOf: (format: keyof typeof most) => string,
): Promise<Record<keyof typeof most, number>> {
  const store = await open(bundles.store, join(folder, 'exports'), false);
  try {
    const grown = { csv: 0, xlsx: 0 };
    for (const format of ['csv', 'xlsx'] as const) {
      // A process of its own each: what a file has grown by stays.
      const apart = await open(bundles.apart, join(folder, 'apart'), false, {
        bindings: { STORE: store.url },
        heap,
      });
      try {
        const before = memoryOf(apart.process).now;
        for (let run = 0; run < 3; run += 1) {
          await exported(apart, key, pathOf(format));
          grown[format] = Math.max(grown[format], memoryOf(apart.process).peak - before);
        }
      } finally {
        await apart.close();
      }
    }
    return grown;
  } finally {
    await store.close();
  }
}

/** A district's obligations as files: time, size, rows read, memory, and whether they say what the JSON says (B5.3). */
export async function measureExports(bundles: Bundles, folder: string, scale: Scale): Promise<Section> {
  const data = join(folder, 'exports');
  const path = (format: keyof typeof most, query: string) =>
    `/v1/obligations?year=${realYear}&${query}&format=${format}`;
  const read = new Map<string, number>();
  const lines: Line[] = [];
  const probed = await open(bundles.probe, data, false);
  let key: string;
  let queries: Record<keyof typeof most, string>;
  try {
    await publishLists(probed);
    const ids = Array.from({ length: scale.exportedUnits }, (_, at) => `e${at}`);
    for (let at = 0; at < ids.length; at += 100)
      await copyUnits(probed.db, ids.slice(at, at + 100), realYear);
    await fillIn(probed.db, String(realYear), ids.slice(0, filled));
    key = await newKey(probed.db, 'viewer', null);
    queries = {
      csv: `dueBefore=${await dayBefore(probed, most.csv)}`,
      xlsx: `dueBefore=${await dayBefore(probed, most.xlsx)}`,
    };
    lines.push(...(await pages(probed, key, scale.pullRuns)));
    for (const format of ['csv', 'xlsx'] as const)
      read.set(format, (await probe(probed.url, 'GET', path(format, queries[format]), { key })).rowsRead);
  } finally {
    await probed.close();
  }
  const grown = await grownApart(bundles, folder, key, (format) => path(format, queries[format]));
  // The same database, behind the Worker as it is built.
  const served = await open(bundles.product, data, false);
  try {
    for (const format of ['csv', 'xlsx'] as const) {
      const query = queries[format];
      const json = await listed(served, key, `year=${realYear}&${query}`);
      const runs: Exported[] = [];
      for (let run = 0; run < 3; run += 1) runs.push(await exported(served, key, path(format, query)));
      const { bytes } = runs[0]!;
      const back = format === 'csv' ? readBackCsv(bytes) : readBackXlsx(bytes);
      const same = isDeepStrictEqual(back.rows, format === 'csv' ? asTexts(json) : json);
      lines.push(
        {
          what: `${number(json.length)} rows as ${format === 'csv' ? 'CSV' : '.xlsx'}`,
          figure: ms(median(runs.map((run) => run.ms))),
          spread: `${number(bytes.length / 1e6)} MB`,
          note: `${number(read.get(format) ?? NaN)} rows read`,
          goal: { text: 'row by row what the JSON says', met: same },
        },
        {
          what: 'workerd grows by, at the most',
          figure: `${number(grown[format])} MB`,
          note: `${number(Math.max(...runs.map((run) => run.grown)))} MB with SQLite in it, and no limit to the heap`,
          goal: { text: `within ${mostMemory} MB`, met: grown[format] <= mostMemory },
        },
      );
    }
    return { title: 'Files of a district’s obligations', lines };
  } finally {
    await served.close();
  }
}
