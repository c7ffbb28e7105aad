import { join } from 'node:path';
import type { Bulletin } from '../../../shared/wire/bulletin.ts';
import { probe, type Probed } from '../data/probe.ts';
import { newKey, publishLists, realYear } from '../data/seed.ts';
import { fillIn } from '../data/store.ts';
import { median } from '../measure/stats.ts';
import { kilobytes, ms, number, type Line, type Section } from '../measure/table.ts';
import type { Bundles } from '../serve/bundle.ts';
import { cpuOf } from '../serve/cpu.ts';
import { open } from '../serve/open.ts';
import type { Scale } from './scale.ts';

const quarter = { year: realYear, preset: 'quarterly', period: `${realYear}-Q1` };

interface Measured extends Probed {
  /** Of the whole workerd process, SQLite included, in milliseconds. */
  cpu: number;
}

const bulletinOf = ({ text }: Probed): Bulletin => JSON.parse(text) as Bulletin;

/** A quarter's bulletin of twelve units, whose every row is reported: drafted, read, issued, and read when it is issued. */
export async function measureBulletin(bundles: Bundles, folder: string, scale: Scale): Promise<Section> {
  const served = await open(bundles.probe, join(folder, 'bulletin'), false);
  try {
    await publishLists(served);
    const { url, db } = served;
    const rows = await fillIn(db, String(realYear), null);
    const key = await newKey(db, 'officer', null);
    const measured = async (...asked: Parameters<typeof probe>): Promise<Measured> => {
      const before = cpuOf(served.process);
      const answer = await probe(...asked);
      return { ...answer, cpu: cpuOf(served.process) - before };
    };
    const drafted = await measured(url, 'POST', '/v1/bulletins', { key, body: JSON.stringify(quarter) });
    const { bulletin } = bulletinOf(drafted);
    const path = `/v1/bulletins/${bulletin.id}`;
    const read = async (query = ''): Promise<Measured> => {
      const runs: Measured[] = [];
      await probe(url, 'GET', path + query, { key });
      for (let run = 0; run < scale.pullRuns; run += 1)
        runs.push(await measured(url, 'GET', path + query, { key }));
      return {
        ...runs.at(-1)!,
        ms: median(runs.map((each) => each.ms)),
        cpu: median(runs.map(({ cpu }) => cpu)),
      };
    };
    const draft = await read();
    const { change, asOf } = bulletinOf(draft).content;
    const issued = await measured(url, 'POST', `${path}/issue`, {
      key,
      version: bulletin.version,
      body: JSON.stringify({ change, asOf }),
    });
    const whole = await read();
    const markdown = await read('?format=markdown');
    const line = (what: string, { ms: took, cpu, rowsRead, text }: Measured): Line => ({
      what,
      figure: ms(took),
      note: `${ms(cpu)} CPU of the process, ${number(rowsRead)} rows read, ${kilobytes(text.length)}`,
    });
    return {
      title: `A quarter’s bulletin of 12 units, ${number(rows)} rows reported`,
      lines: [
        line('draft', drafted),
        line('read the draft', draft),
        line('issue', issued),
        {
          ...line('read it when issued', whole),
          goal: { text: 'at most 20 rows read', met: whole.rowsRead <= 20 },
        },
        {
          ...line('the same as Markdown', markdown),
          goal: { text: 'at most 20 rows read', met: markdown.rowsRead <= 20 },
        },
      ],
    };
  } finally {
    await served.close();
  }
}
