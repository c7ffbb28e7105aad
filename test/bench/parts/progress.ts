import { join } from 'node:path';
import type { ProgressAnswer } from '../../../shared/wire/progress.ts';
import { probe } from '../data/probe.ts';
import { copyUnits, newKey, publishLists, realYear } from '../data/seed.ts';
import { fillIn, growHistory } from '../data/store.ts';
import { median } from '../measure/stats.ts';
import { ms, number, type Line, type Section } from '../measure/table.ts';
import type { Bundles } from '../serve/bundle.ts';
import { must } from '../serve/http.ts';
import { open, type Served } from '../serve/open.ts';
import type { Scale } from './scale.ts';

const groupings = ['unit', 'category', 'task', 'arrangement', 'period'] as const;
type Grouping = (typeof groupings)[number];

interface Asked {
  read: number;
  ms: number;
  /** Groups and quantities in the answer. */
  shown: number;
}

async function ask(url: string, key: string, grouping: Grouping, runs: number): Promise<Asked> {
  const path = `/v1/progress?year=${realYear}&groupBy=${grouping}&quantities=true`;
  const took: number[] = [];
  let last = await probe(url, 'GET', path, { key });
  for (let run = 0; run < runs; run += 1) {
    last = await probe(url, 'GET', path, { key });
    took.push(last.ms);
  }
  const { groups } = JSON.parse(last.text) as ProgressAnswer;
  const shown = groups.reduce((sum, { quantities }) => sum + 1 + (quantities?.length ?? 0), 0);
  return { read: last.rowsRead, ms: median(took), shown };
}

/** Progress while the history grows and the obligations do not. */
export async function measureHistory(bundles: Bundles, folder: string, scale: Scale): Promise<Section> {
  const served = await open(bundles.probe, join(folder, 'history'), false);
  try {
    await publishLists(served);
    const { url, db } = served;
    const rows = await fillIn(db, String(realYear), null);
    await seedTotals(served);
    const key = await newKey(db, 'viewer', null);
    const found = new Map<number, Map<Grouping, Asked>>();
    for (const revisions of scale.revisions) {
      await growHistory(db, revisions);
      const asked = new Map<Grouping, Asked>();
      for (const grouping of groupings) asked.set(grouping, await ask(url, key, grouping, scale.pullRuns));
      found.set(revisions, asked);
    }
    const lines = groupings.map((grouping): Line => {
      const reads = [...found.values()].map((asked) => asked.get(grouping)!.read);
      return {
        what: `by ${grouping}`,
        figure: `${reads.map(number).join(', ')} rows read`,
        spread: [...found.values()].map((asked) => ms(asked.get(grouping)!.ms)).join(', '),
        note: `${number(found.get(scale.revisions[0]!)!.get(grouping)!.shown)} shown`,
        goal: { text: 'the same from first to last', met: new Set(reads).size === 1 },
      };
    });
    const history = scale.revisions.map(number).join(', ');
    return { title: `Progress, ${number(rows)} rows of 12 units, at ${history} revisions`, lines };
  } finally {
    await served.close();
  }
}

/** Progress by unit while the units grow. */
export async function measureUnits(bundles: Bundles, folder: string, scale: Scale): Promise<Section> {
  const served = await open(bundles.probe, join(folder, 'units'), false);
  try {
    await publishLists(served);
    const { url, db } = served;
    const key = await newKey(db, 'viewer', null);
    let there = 12;
    const found: Asked[] = [];
    for (const units of scale.units) {
      const ids = Array.from({ length: units - there }, (_, i) => `p${there + i}`);
      for (let at = 0; at < ids.length; at += 100) await copyUnits(db, ids.slice(at, at + 100), realYear);
      there = units;
      await seedTotals(served);
      found.push(await ask(url, key, 'unit', scale.pullRuns));
    }
    const lines = found.map((asked, at): Line => ({
      what: `by unit, ${number(scale.units[at]!)} units`,
      figure: `${number(asked.read)} rows read`,
      spread: ms(asked.ms),
      note: `${number(asked.shown)} shown: ${number(asked.read / asked.shown)} read for each`,
    }));
    const [first, last] = [found[0]!, found.at(-1)!];
    const ratio = last.read / last.shown / (first.read / first.shown);
    const goal = { text: 'in proportion to what is shown, within 1.2 ×', met: ratio <= 1.2 };
    lines.push({ what: 'read for each shown, last against first', figure: `${number(ratio)} ×`, goal });
    return { title: 'Progress while the units grow', lines };
  } finally {
    await served.close();
  }
}

/** Every unit has reported every indicator it is asked for; then the roll-up is counted anew by the product. */
async function seedTotals({ url, db }: Served): Promise<void> {
  await db
    .prepare(
      `INSERT INTO indicator_totals (list_id, unit_id, arrangement_code, indicator_id, reported, allocated, reporting)
       SELECT DISTINCT o.list_id, o.unit_id, o.arrangement_code, i.id, 1, NULL, 0
       FROM obligations o JOIN indicators i ON i.list_id = o.list_id AND i.arrangement_code = o.arrangement_code
       WHERE o.list_id = ?1 AND i.id <> 'done' ON CONFLICT DO NOTHING`,
    )
    .bind(String(realYear))
    .run();
  await must(url, 'POST', `/bench/rebuild?list=${realYear}`, { body: '{}' });
}
