import { isCadence } from '../../shared/rules/context.ts';
import { unpackSheet, type PackedSheet, type SheetRow } from '../../shared/wire/sheet.ts';
import type { PackedAnswer } from '../../shared/wire/sync.ts';
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

/** What every unit reports on the demo's day, through the API; the same at every run. */
export async function reportForDemo(server: LocalServer): Promise<void> {
  for (const [unit, share] of Object.entries(diligence)) {
    const key = server.keys.reporters[unit]!;
    const sheet = unpackSheet((await ask(server, key, '/v1/sheet')) as PackedSheet);
    // A running total that a cadence reports is left to the cadence.
    const cadences = new Set(
      sheet.rows.filter((row) => isCadence(row.context)).map((row) => row.arrangement),
    );
    const rows = sheet.rows
      .filter((row) => row.due !== null && row.draft === null)
      .filter(
        (row) =>
          row.version === null || (row.values?.status === '进行中' && daysTo(row.due!, sheet.today) <= 7),
      )
      .filter((row) => isCadence(row.context) || !cadences.has(row.arrangement))
      .filter((row) => chance(row.key + sheet.today) < share * eagerness(row.due!, sheet.today))
      .map((row) => ({ key: row.key, base: row.version, values: valuesOf(row, sheet.today) }));
    const body = { pushId: `demo-${unit}-${sheet.today}`, rulesVersion: sheet.rulesVersion, rows };
    const answer = (await ask(server, key, '/v1/sync', body)) as PackedAnswer;
    const refused = answer.outcomes.filter((each) => each.outcome !== 'applied');
    if (refused.length > rows.length / 4 + 1)
      throw new Error(`${unit}: ${JSON.stringify(refused.slice(0, 3))}`);
  }
}

const daysTo = (due: string, today: string): number => (Date.parse(due) - Date.parse(today)) / 86_400_000;

/** Most is reported in the week before it falls due, some of the rest late, a little long before. */
function eagerness(due: string, today: string): number {
  const days = daysTo(due, today);
  if (days < 0) return 0.25;
  return days <= 7 ? 1 : 0.03;
}

function valuesOf(row: SheetRow, today: string): Record<string, string | number | null> {
  const note = notes[Math.floor(chance(row.key, 7) * notes.length)]!;
  const counted = !row.key.includes('.done.');
  if (isCadence(row.context)) {
    const period = /-[QBW]?(\d+)$/.exec(row.period)?.[1];
    // A running total never falls from one period to the next.
    const count = Math.min(row.target ?? 100, Math.ceil(Number(period ?? 1) / 5));
    return { status: '已开展', count: counted ? count : null, note };
  }
  const share = (row.target ?? 24) / 12;
  const count = counted ? Math.max(1, Math.round(share * (0.5 + 0.7 * chance(row.key, 3)))) : null;
  const days = daysTo(row.due!, today);
  if (days > 7) return { status: '进行中', count, note };
  return { status: '已完成', count, completedOn: days < 0 ? row.due : today, note };
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
