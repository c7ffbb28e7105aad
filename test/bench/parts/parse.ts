import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readGrid } from '../../../shared/import/table/readGrid.ts';
import { projectFolder } from '../../../worker/local/tool.ts';
import { asForm, types, type Form } from '../../support/documents/forms.ts';
import { newKey } from '../data/seed.ts';
import { proseText, taskListText } from '../data/taskListText.ts';
import { median, Samples } from '../measure/stats.ts';
import { ms, number, times, type Line, type Section } from '../measure/table.ts';
import type { Bundles } from '../serve/bundle.ts';
import { cpuOf } from '../serve/cpu.ts';
import { must } from '../serve/http.ts';
import { forgetPeak, memoryOf } from '../serve/memory.ts';
import { migrate, open, type Served } from '../serve/open.ts';
import type { Scale } from './scale.ts';

const arrangements = 2000;
/** The table in its forms, and the same list as numbered lines. */
const forms = ['text', 'xlsx', 'docx', 'prose'] as const;
type Sent = (typeof forms)[number];
const formOf = (sent: Sent): Form => (sent === 'prose' ? 'text' : sent);

/** A list of 2,000 arrangements: read by the pure parser in Node, and sent as text and as files to the built Worker. */
export async function measureParse(bundles: Bundles, folder: string, scale: Scale): Promise<Section> {
  const served = await open(bundles.product, join(folder, 'parse'), false);
  try {
    const lines = [
      ...inNode('text', scale.parseRuns),
      ...inNode('prose', scale.parseRuns),
      ...(await inWorkerd(served, scale.parseRuns)),
    ];
    return { title: `A list of ${number(arrangements)} arrangements (${scale.parseRuns} runs)`, lines };
  } finally {
    await served.close();
  }
}

function inNode(form: 'text' | 'prose', runs: number): Line[] {
  const script = join(projectFolder, 'test/bench/data/parseInNode.ts');
  const printed = execFileSync(process.execPath, [
    '--expose-gc',
    script,
    String(arrangements),
    String(runs + 1),
    form,
  ]);
  const found = JSON.parse(printed.toString()) as {
    ms: number[];
    arrangements: number;
    loadedMb: number;
    peakMb: number;
    keptMb: number;
  };
  checkCount(found.arrangements);
  const [first = NaN, ...warm] = found.ms;
  return [
    {
      what: `read from ${form} in Node`,
      ...times(warm),
      note: `the first time ${ms(first)}`,
    },
    {
      what: `memory in Node, from ${form}`,
      figure: `${number(found.peakMb)} MB`,
      note: `resident at the most, ${number(found.loadedMb)} MB before the first reading; the list read takes ${number(found.keptMb)} MB of heap`,
    },
  ];
}

async function inWorkerd(served: Served, runs: number): Promise<Line[]> {
  await migrate(served.db);
  const key = await newKey(served.db, 'admin', null);
  const roster = readFileSync(join(projectFolder, 'seeds/roster.json'), 'utf8');
  await must(served.url, 'PUT', '/v1/roster', { key, body: roster, version: 0 });
  const grids = {
    table: readGrid(taskListText(arrangements)),
    prose: readGrid(proseText(arrangements)),
  };
  const samples = new Samples();
  const first = new Map<Sent, number>();
  const sizes = new Map<Sent, number>();
  for (let run = -1; run < runs; run += 1) {
    for (const form of forms) {
      const body = await asForm(formOf(form), form === 'prose' ? grids.prose : grids.table);
      sizes.set(form, body.length);
      const { now } = memoryOf(served.process);
      forgetPeak(served.process);
      const cpu = cpuOf(served.process);
      const answer = await must(served.url, 'POST', '/v1/task-lists/parse', {
        key,
        body,
        type: types[formOf(form)],
      });
      const { peak } = memoryOf(served.process);
      samples.add(`${form} peak`, peak);
      samples.add(`${form} growth`, peak - now);
      if (run < 0) {
        first.set(form, answer.ms);
        const { taskList } = JSON.parse(answer.text) as {
          taskList: { tasks: { arrangements: unknown[] }[] };
        };
        checkCount(taskList.tasks.flatMap((task) => task.arrangements).length);
        continue;
      }
      samples.add(`${form} ms`, answer.ms);
      samples.add(`${form} cpu`, cpuOf(served.process) - cpu);
    }
  }
  return forms.flatMap((form) => {
    const cpu = median(samples.get(`${form} cpu`));
    return [
      {
        what: `parse of ${form}, ${number((sizes.get(form) ?? NaN) / 1000)} kB, over HTTP`,
        ...times(samples.get(`${form} ms`)),
        note: `CPU ${ms(cpu)}; the first time ${ms(first.get(form) ?? NaN)}`,
      },
      {
        what: `workerd’s memory at a parse of ${form}`,
        figure: `${number(Math.max(...samples.get(`${form} peak`)))} MB`,
        note: `resident at the most; the first parse raised it by ${number(samples.get(`${form} growth`)[0] ?? NaN)} MB, one of the others by ${number(Math.max(...samples.get(`${form} growth`).slice(1)))} MB at the most`,
      },
    ];
  });
}

function checkCount(found: number): void {
  if (found !== arrangements) throw new Error(`${found} arrangements were read of ${arrangements}`);
}
