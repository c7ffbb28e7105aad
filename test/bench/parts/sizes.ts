import { statSync } from 'node:fs';
import { join } from 'node:path';
import { closure, gzipBytes } from '../../support/bundles.ts';
import { Samples } from '../measure/stats.ts';
import { number, times, type Line, type Section } from '../measure/table.ts';
import type { Bundles } from '../serve/bundle.ts';
import { ask } from '../serve/http.ts';
import { open } from '../serve/open.ts';
import type { Scale } from './scale.ts';

function sizeOf(what: string, files: Iterable<string>): Line {
  const list = [...files];
  const raw = list.reduce((sum, file) => sum + statSync(file).size, 0);
  const packed = gzipBytes(list);
  return {
    what,
    figure: `${number(packed / 1000)} kB gzip`,
    spread: `${number(raw / 1000)} kB`,
    note: list.length === 1 ? '' : `${list.length} files`,
  };
}

/** Bundles, and how long a cold start takes beside that of a Worker with nothing in it but Hono. */
export async function measureSizes(bundles: Bundles, folder: string, scale: Scale): Promise<Section> {
  const samples = new Samples();
  for (let run = 0; run < scale.coldRuns; run += 1) {
    for (const name of ['product', 'floor'] as const) {
      const served = await open(bundles[name], join(folder, `cold-${name}`), false);
      samples.add(`${name} ready`, served.readyMs);
      for (const which of ['first', 'second']) {
        // Without a key: the Worker answers by itself, and no database is opened.
        samples.add(`${name} ${which}`, (await ask(served.url, 'GET', '/v1/me')).ms);
      }
      await served.close();
    }
  }
  const start = (name: string, what: string): Line => ({ what, ...times(samples.get(name)) });
  return {
    title: `Sizes and cold start (${scale.coldRuns} starts)`,
    lines: [
      sizeOf('Worker', [bundles.product]),
      ...['taskpane', 'workbook', 'bureau'].map((page) =>
        sizeOf(`${page}.html at first`, closure(`${page}.html`)),
      ),
      start('product ready', 'workerd ready with the product'),
      start('floor ready', 'workerd ready with the floor'),
      start('product first', 'first answer of the product'),
      start('product second', 'second answer of the product'),
      start('floor first', 'first answer of the floor'),
    ],
  };
}
