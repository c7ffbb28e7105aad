import type { Sheet, SheetRow } from '../../shared/wire/sheet.ts';
import type { PushAnswer } from '../../shared/wire/sync.ts';
import type { LocalServer } from '../../worker/local/serve.ts';

/** How much of what is open each unit has reported, so that the pictures show a district as districts are. */
const diligence: Record<string, number> = {
  bureau: 0.95,
  binkai: 1,
  sanjing: 0.9,
  longhutang: 0.85,
  chunjiang: 0.97,
  weicun: 0.7,
  xinqiao: 0.6,
  menghe: 0.8,
  xuejia: 0.75,
  luoxi: 0.35,
  xixiashu: 0.5,
  benniu: 0.15,
};

const notes = [
  '已组织检查组现场核查，发现的隐患均已下达整改通知书。',
  '已召开专题会议部署，并完成企业自查情况汇总。',
  '联合专家开展指导服务，问题清单已反馈企业限期整改。',
  '已按计划完成本期调度，台账和影像资料存档备查。',
];

/** Reports of every unit on what has opened so far, through the API, the same at every run. */
export async function fillDemoReports(server: LocalServer): Promise<void> {
  for (const [unit, share] of Object.entries(diligence)) {
    const key = server.keys.reporters[unit]!;
    const sheet = (await ask(server, key, '/v1/sheet')) as Sheet;
    const rows = sheet.rows
      .filter((row) => row.due !== null && row.version === null)
      .filter((row) => chance(row.key) < share)
      .map((row) => ({ key: row.key, base: null, values: valuesOf(row, sheet.today) }));
    const body = { pushId: `demo-reports-${unit}`, rulesVersion: sheet.rulesVersion, rows };
    const answer = (await ask(server, key, '/v1/sync', body)) as PushAnswer;
    const refused = answer.outcomes.filter((each) => each.outcome !== 'applied');
    if (refused.length > rows.length / 4) throw new Error(`${unit}: ${JSON.stringify(refused.slice(0, 3))}`);
  }
}

function valuesOf(row: SheetRow, today: string): Record<string, string | number | null> {
  const note = notes[Math.floor(chance(row.key, 7) * notes.length)]!;
  const counted = row.indicatorLabel !== '' && !row.key.includes('.done.');
  const count = counted ? Math.min(row.target ?? 12, 1 + Math.floor(chance(row.key, 3) * 8)) : null;
  if (row.period.includes('-')) return { status: '已开展', count, note };
  const done = row.due! <= today;
  return done
    ? { status: '已完成', count, completedOn: row.due, note }
    : { status: '进行中', count: counted ? count : null, note };
}

/** A number from 0 to 1 that a text always gives again. */
function chance(text: string, salt = 1): number {
  let hash = salt;
  for (const character of text) hash = (Math.imul(hash, 31) + character.codePointAt(0)!) >>> 0;
  return ((Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0) % 10_000) / 10_000;
}

async function ask(server: LocalServer, key: string, path: string, body?: unknown): Promise<unknown> {
  const response = await fetch(server.url + path, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${path} ${response.status} ${await response.text()}`);
  return response.json();
}
