import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TaskList } from '../../shared/taskList/taskList.ts';
import { askAs, sendAs } from './api.ts';
import type { DemoKeys } from './demoKeys.ts';
import { type PlannedObligation, planSamples, type SampleNotes } from './samplePlan.ts';
import { projectFolder } from './tool.ts';

/** The seeds' list, of which the sample reports tell. */
const year = 2024;

/**
 * Reports as a district would have, week by week until the day before `today`, through the API like anybody else.
 * `setDay` sets the demo's clock to the afternoon of a day.
 * @throws Error where a row was not taken as it was meant.
 */
export async function reportSamples(
  url: string,
  keys: DemoKeys,
  today: string,
  setDay: (day: string) => Promise<void>,
): Promise<void> {
  const list = (await askAs(keys.viewer, url, `/v1/task-lists/${year}`)) as TaskList;
  const obligations = await allObligations(url, keys.viewer);
  const notes = JSON.parse(
    readFileSync(join(projectFolder, 'seeds/sample-notes.json'), 'utf8'),
  ) as SampleNotes;
  const versions = new Map<string, number>();
  let day = '';
  for (const push of planSamples(list, obligations, notes, today)) {
    if (push.day !== day) await setDay((day = push.day));
    const rows = push.rows.map(({ key, values }) => ({ key, base: versions.get(key) ?? null, values }));
    const body = { pushId: `sample-${push.unit}-${day}`, rulesVersion: 'sample', rows };
    const reporter = keys.reporters[push.unit]!;
    const answer = await sendAs(reporter, url, 'POST', '/v1/sync', JSON.stringify(body));
    for (const [at, { outcome, version }] of (answer as Answer).outcomes.entries()) {
      const { key } = rows[at]!;
      if (outcome !== 'applied' && outcome !== 'invalid')
        throw new Error(`sample report ${key}, ${day}: ${outcome}`);
      versions.set(key, version);
    }
  }
}

interface Answer {
  outcomes: { outcome: string; version: number }[];
}

async function allObligations(url: string, key: string): Promise<PlannedObligation[]> {
  const all: PlannedObligation[] = [];
  for (let cursor = ''; ;) {
    const page = (await askAs(key, url, `/v1/obligations?year=${year}&limit=1000${cursor}`)) as {
      obligations: PlannedObligation[];
      next: string | null;
    };
    all.push(...page.obligations);
    if (page.next === null) return all;
    cursor = `&cursor=${encodeURIComponent(page.next)}`;
  }
}
