import { join } from 'node:path';
import type { ActAnswer } from '../../../shared/wire/actAnswer.ts';
import type { ObligationsAnswer } from '../../../shared/wire/obligations.ts';
import { probe } from '../data/probe.ts';
import { goodValues, pick } from '../data/rows.ts';
import { largeYear, newDesks, newKey, publishLists, type Desk } from '../data/seed.ts';
import { send } from '../data/send.ts';
import { median } from '../measure/stats.ts';
import { ms, number, times, type Section } from '../measure/table.ts';
import type { Bundles } from '../serve/bundle.ts';
import { ask } from '../serve/http.ts';
import { open } from '../serve/open.ts';
import type { Scale } from './scale.ts';

const towns = 12;
const all = 5000;
let acts = 0;

/** The queue of what is to be accepted, all of it accepted at once, and 400 of it while twelve towns push without pause. */
export async function measureActs(bundles: Bundles, folder: string, scale: Scale): Promise<Section> {
  const served = await open(bundles.probe, join(folder, 'acts'), false);
  const { url, db } = served;
  try {
    await publishLists(served);
    const officer = await newKey(db, 'officer', null);
    const desks = await newDesks(served, towns, largeYear, '1-1-%');
    const shares = desks.map(
      (_, at) => Math.floor((all * (at + 1)) / towns) - Math.floor((all * at) / towns),
    );
    for (const [at, desk] of desks.entries()) {
      const rows = pick(desk.sheet.rows, shares[at]!);
      const pushed = rows.map((row) => ({ key: row.key, base: null, values: goodValues(row, 1) }));
      await send(url, desk, pushed, { applied: pushed.length });
    }
    const queue = `/v1/obligations?year=${largeYear}&review=toAccept`;
    const page: number[] = [];
    let first = await probe(url, 'GET', `${queue}&limit=100`, { key: officer });
    for (let run = 0; run < scale.pullRuns; run += 1) {
      first = await probe(url, 'GET', `${queue}&limit=100`, { key: officer });
      page.push(first.ms);
    }
    const counted = await probe(url, 'GET', `${queue}&limit=1000&total=true`, { key: officer });
    const { total, change, obligations } = JSON.parse(counted.text) as ObligationsAnswer;
    const act = (kind: 'accept' | 'reopen', on: object) =>
      probe(url, 'POST', '/v1/acts', {
        key: officer,
        body: JSON.stringify({ actId: `bench-act-${(acts += 1)}`, act: kind, on }),
      });
    const whole = await act('accept', {
      filter: { year: largeYear, review: 'toAccept' },
      count: total,
      change,
    });
    const accepted = JSON.parse(whole.text) as ActAnswer;

    const keys = obligations.map(({ key }) => key).slice(0, 400);
    await act('reopen', { keys });
    const over = new AbortController();
    const pushes: { status: number; ms: number }[] = [];
    const pushing = desks.map((desk) => pushOn(url, desk, over.signal, pushes));
    const some = await act('accept', { keys });
    over.abort();
    await Promise.all(pushing);
    const decided = JSON.parse(some.text) as ActAnswer;
    const answered = pushes.filter(({ status }) => status === 200).length;
    return {
      title: `Acts, ${number(all)} reports of ${towns} towns to accept`,
      lines: [
        {
          what: 'queue, first page of 100',
          figure: ms(median(page)),
          note: `${number(first.rowsRead)} rows read`,
          goal: { text: 'at most 1,000 rows read', met: first.rowsRead <= 1000 },
        },
        {
          what: 'queue, page of 1,000 with its total',
          figure: ms(counted.ms),
          note: `${number(counted.rowsRead)} rows read`,
        },
        {
          what: `accept ${number(all)} by a filter`,
          figure: ms(whole.ms),
          note: `${number(whole.rowsRead)} rows read`,
          goal: { text: 'all applied', met: accepted.applied === all },
        },
        {
          what: `accept 400 while ${towns} towns push`,
          figure: ms(some.ms),
          goal: { text: 'all applied', met: decided.applied === keys.length },
        },
        {
          what: 'their pushes meanwhile',
          ...times(pushes.map((push) => push.ms)),
          note: `${answered} of ${pushes.length} answered`,
          goal: { text: 'every one answered', met: answered === pushes.length },
        },
      ],
    };
  } finally {
    await served.close();
  }
}

/** Pushes one row after the other until it is over. */
async function pushOn(
  url: string,
  { key, sheet }: Desk,
  over: AbortSignal,
  pushes: { status: number; ms: number }[],
): Promise<void> {
  for (let turn = 0; !over.aborted && turn < sheet.rows.length; turn += 1) {
    const row = sheet.rows.at(-1 - turn)!;
    const rows = [{ key: row.key, base: null, values: goodValues(row, 1) }];
    const body = JSON.stringify({ pushId: `bench-act-push-${turn}`, rulesVersion: 'bench', rows });
    const { status, ms: took } = await ask(url, 'POST', `/v1/sync?year=${largeYear}`, { key, body });
    pushes.push({ status, ms: took });
  }
}
