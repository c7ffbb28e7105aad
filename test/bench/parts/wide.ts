import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Roster } from '../../../shared/roster/roster.ts';
import { projectFolder } from '../../../worker/local/tool.ts';
import { probe } from '../data/probe.ts';
import { newKey, realYear } from '../data/seed.ts';
import { fillIn } from '../data/store.ts';
import { ms, number, type Line, type Section } from '../measure/table.ts';
import type { Bundles } from '../serve/bundle.ts';
import { cpuOf } from '../serve/cpu.ts';
import { must } from '../serve/http.ts';
import { forgetPeak, memoryOf } from '../serve/memory.ts';
import { migrate, open, type Served } from '../serve/open.ts';
import type { Scale } from './scale.ts';

const seed = (name: string): string => readFileSync(join(projectFolder, 'seeds', name), 'utf8');
const text = 'text/plain; charset=utf-8';
const list = `/v1/task-lists/${realYear}`;

/** The district's roster with more towns, all of them in the group that the list names. */
function rosterOf(units: number): Roster {
  const { units: own, groups } = JSON.parse(seed('roster.json')) as Roster;
  const more = Array.from({ length: units - own.length }, (_, at) => `p${at}`);
  const towns = more.map((id) => ({ id, name: `${id}镇`, kind: 'town' as const, aliases: [] }));
  const members = more.map((unit) => ({ unit, from: null, to: null }));
  return {
    units: [...own, ...towns],
    groups: groups.map((group) => ({ ...group, members: [...group.members, ...members] })),
  };
}

/** What D1 allows an invocation and a batch, and Workers an isolate. Times by CPU: this machine has other work too. */
const most = { statements: 1000, cpuMs: 30_000, memoryMb: 128 };

/** One wide change of a list on which every unit has reported everything. */
async function measure(
  { url, process }: Served,
  key: string,
  units: number,
  what: string,
  { path, version, ...sent }: { path: string; body: string; type?: string; version?: string },
): Promise<Line> {
  const { now } = memoryOf(process);
  forgetPeak(process);
  const cpu = cpuOf(process);
  const answer = await probe(url, 'PUT', path, {
    key,
    ...sent,
    ...(version && { version: Number(version.replaceAll('"', '')) }),
  });
  const took = cpuOf(process) - cpu;
  const grown = memoryOf(process).peak - now;
  const statements = answer.calls.flatMap((call) => call.statements);
  const written = statements.reduce((sum, each) => sum + each.written, 0);
  const batchMs = Math.max(...answer.calls.map((call) => call.ms));
  return {
    what: `${what}, ${number(units)} units`,
    figure: ms(answer.ms),
    spread: `CPU ${ms(took)}`,
    note: `${number(statements.length)} statements, ${number(answer.rowsRead)} rows read, ${number(written)} written; longest call ${ms(batchMs)}; memory + ${number(grown)} MB`,
    goal: {
      text: `${number(most.statements)} statements, ${ms(most.cpuMs)} of CPU, ${most.memoryMb} MB`,
      met: statements.length <= most.statements && !(took > most.cpuMs) && !(grown > most.memoryMb),
    },
  };
}

async function measureDistrict(served: Served, units: number): Promise<Line[]> {
  const { url, db } = served;
  await migrate(db);
  await db
    .prepare(`INSERT INTO settings (scope, name, value) VALUES ('', 'demoClockOffsetMs', ?1)`)
    .bind(String(Date.parse(`${realYear}-12-30T09:00:00+08:00`) - Date.now()))
    .run();
  const key = await newKey(db, 'admin', null);
  const roster = rosterOf(units);
  await must(url, 'PUT', '/v1/roster', { key, body: JSON.stringify(roster), version: 0 });
  const published = seed('2024-task-list.txt');
  const lines = [
    await measure(served, key, units, 'first publishing', { path: list, body: published, type: text }),
  ];
  const ids = roster.units.map(({ id }) => id);
  let rows = 0;
  for (let at = 0; at < ids.length; at += 50)
    rows += await fillIn(db, String(realYear), ids.slice(at, at + 50));
  const corrected = published
    .replace('每周调度列入', '每月调度列入')
    .replace('12月底前，完成更新改造', '11月底前，完成更新改造');
  if (corrected === published) throw new Error('Nothing was corrected.');
  const versionOf = async (path: string) => {
    const { headers, text: body } = await must(url, 'GET', path, { key });
    return { version: String(headers.etag), body };
  };
  const { version, body } = await versionOf(`${list}/settings`);
  const { settings } = JSON.parse(body) as { settings: object };
  const allocations = ids.map((unit) => ({ arrangement: '2-1-4', indicator: 'i1', unit, share: 2 }));
  const [group] = roster.groups;
  const members = group!.members.map((member) =>
    member.unit === 'xuejia' ? { ...member, to: `${realYear}-05-31` } : member,
  );
  const changed: Roster = { ...roster, groups: [{ ...group!, members }, ...roster.groups.slice(1)] };
  const locked = JSON.stringify({ ...settings, lockDaysAfterDue: 400 });
  const changes: [what: string, request: Parameters<typeof measure>[4]][] = [
    ['correction of two deadlines', { path: list, body: corrected, type: text }],
    ['lock days of the whole list', { path: `${list}/settings`, body: locked, version }],
    [
      'a share for every unit',
      {
        path: `${list}/allocations`,
        body: JSON.stringify({ allocations }),
        version: (await versionOf(`${list}/allocations`)).version,
      },
    ],
    [
      'a unit leaves the roster’s group',
      { path: '/v1/roster', body: JSON.stringify(changed), version: (await versionOf('/v1/roster')).version },
    ],
  ];
  for (const [what, request] of changes) lines.push(await measure(served, key, units, what, request));
  return [...lines, { what: `reports behind it, ${number(units)} units`, figure: `${number(rows)} rows` }];
}

/** Wide changes of the published list while everybody has reported everything: time, statements, memory. */
export async function measureWide(bundles: Bundles, folder: string, scale: Scale): Promise<Section> {
  const lines: Line[] = [];
  for (const units of scale.districts) {
    const served = await open(bundles.probe, join(folder, `wide-${units}`), false);
    try {
      lines.push(...(await measureDistrict(served, units)));
    } finally {
      await served.close();
    }
  }
  return { title: 'Wide changes, everything reported; memory is all of workerd’s, SQLite’s too', lines };
}
