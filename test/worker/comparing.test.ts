import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ArrangementChange, Comparison } from '../../shared/wire/comparison.ts';
import { pull, pushRow, rowOf, underWay } from '../support/api/clerk.ts';
import type { Api, Client } from '../support/api/client.ts';
import { document, startPublished } from '../support/api/published.ts';

let api: Api;
let admin: Client;
beforeAll(async () => {
  api = await startPublished();
  ({ admin } = api);
  const clerk = await api.reporter('menghe');
  await pushRow(clerk, rowOf(await pull(clerk), '1-5-1', { indicator: 'i1' }).key, null, underWay(3));
  await admin.replace('/v1/task-lists/2024/allocations', {
    allocations: [
      { arrangement: '1-5-1', indicator: 'i1', unit: 'menghe', share: 7 },
      { arrangement: '1-5-1', indicator: 'i1', unit: 'xuejia', share: 8 },
    ],
  });
});

const compare = async (body: unknown): Promise<Comparison> => {
  const answer = await admin.post('/v1/task-lists/2024/compare', body);
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return answer.body;
};
const dump = async (): Promise<string> => {
  const { results } = await env.DB.prepare(
    `SELECT (SELECT group_concat(name || value) FROM sequences) AS sequences, (SELECT count(*) FROM used_codes) AS codes,
       (SELECT group_concat(text) FROM arrangements) AS texts, (SELECT version FROM task_lists) AS version`,
  ).all();
  return JSON.stringify(results);
};
const changeOf = ({ diff }: Comparison, code: string): ArrangementChange => {
  const found = diff.arrangements.find((change) => change.code === code);
  if (!found) throw new Error(`no change of ${code}: ${JSON.stringify(diff)}`);
  return found;
};

describe('I11.4: comparing', () => {
  test('the stored list itself: nothing changes, whatever form it comes in', async () => {
    const before = await dump();
    const stored = (await admin.get('/v1/task-lists/2024')).body;
    const grid = document.split('\n').map((line) => line.split('\t'));
    for (const body of [document, stored, { taskList: stored, version: 1 }, { grid }]) {
      const found = await compare(body);
      expect(found).toMatchObject({ version: 1, changes: false, open: [], unknownUnits: [] });
      expect(found.diff).toMatchObject({
        title: null,
        arrangements: [],
        counts: { unchanged: 81, changed: 0 },
      });
      expect(found.taskList).toEqual(stored);
    }
    expect(await dump()).toBe(before);
  });

  test('I11.5: another target, field by field, with what hangs on it; nothing is stored', async () => {
    const before = await dump();
    const found = await compare(document.replace('督促 92 家相关企业', '督促 95 家相关企业'));
    expect(found.changes).toBe(true);
    expect(found.diff.counts).toEqual({
      added: 0,
      returned: 0,
      changed: 1,
      moved: 0,
      gone: 0,
      unchanged: 80,
    });
    const change = changeOf(found, '1-5-1');
    expect(change).toMatchObject({
      kind: 'changed',
      place: '1-5-1',
      formerPlace: '1-5-1',
      hangs: { obligations: 1, submissions: 1, drafts: 0, allocations: 2, narrowings: 0 },
    });
    expect(change.fields.map(({ field }) => field)).toEqual(['text', 'target']);
    expect(change.fields[1]).toEqual({ field: 'target', indicator: 'i1', before: 92, after: 95 });
    expect(await dump()).toBe(before);
  });

  test('I11.5, I11.7: one put in before others moves them, and leaves each its code', async () => {
    const found = await compare(
      document.replace(
        '1. 3 月底前，督促 92 家',
        '1. 每月汇总上报本辖区企业名录变化情况。 2. 3 月底前，督促 92 家',
      ),
    );
    expect(changeOf(found, '1-5-1')).toMatchObject({ kind: 'moved', place: '1-5-2', formerPlace: '1-5-1' });
    expect(changeOf(found, '1-5-3')).toMatchObject({ kind: 'added', place: '1-5-1', formerPlace: null });
    expect(found.matches.find(({ place }) => place === '1-5-1')).toMatchObject({
      code: null,
      confidence: 'new',
    });
  });

  test('I11.5: what is gone is told, and whether it is kept', async () => {
    const items = /1\. 3 月底前，督促 92 家.*?2\. (?=11 月底前，督促 86 家)/su;
    const found = await compare(document.replace(items, '1. '));
    expect(changeOf(found, '1-5-1')).toMatchObject({ kind: 'gone', place: null, retires: true });
    expect(changeOf(found, '1-5-2')).toMatchObject({ kind: 'moved', place: '1-5-1' });
  });

  test('I11.6: an uncertain match is named with what it may be', async () => {
    const found = await compare(
      document.replace(
        /3 月底前，督促 92 家.*?风险报告系统。/su,
        '一季度，督促 92 家企业完成工业企业风险报告，将“厂中厂”企业信息录入系统。',
      ),
    );
    expect(found.open).toEqual(['1-5-1']);
    const match = found.matches.find(({ place }) => place === '1-5-1')!;
    expect(match.confidence).toBe('uncertain');
    expect(match.candidates[0]).toMatchObject({ code: '1-5-1', place: '1-5-1', hangs: { submissions: 1 } });
    expect(match.candidates[0]!.text).toContain('督促 92 家');
    const decided = { taskList: found.taskList, version: 1, matches: { '1-5-1': '1-5-1' } };
    expect(await compare(decided)).toMatchObject({ open: [], changes: true });
    const asNew = await compare({ ...decided, matches: { '1-5-1': null } });
    expect(asNew.diff.counts).toMatchObject({ added: 1, gone: 1 });
  });

  test('I5.1: names that the roster does not know are told, and stop nothing here', async () => {
    const found = await compare(document.replaceAll('薛家镇', '无名镇'));
    expect(found.unknownUnits).toEqual(['无名镇']);
  });

  test('I11.4: a year of which nothing is stored', async () => {
    const answer = await admin.post('/v1/task-lists/2025/compare', document.replace('2024 年', '2025 年'));
    expect(answer.body).toMatchObject({
      version: 0,
      changes: true,
      open: [],
      diff: { counts: { added: 81 } },
    });
    expect(await admin.post('/v1/task-lists/2025/compare', document)).toMatchObject({
      status: 422,
      body: { code: 'year-mismatch' },
    });
  });
});

describe('decisions that cannot be used', () => {
  test('I11.4: another version than the one stored; a place, a code that is not there, one code twice', async () => {
    const { body: taskList } = await admin.get('/v1/task-lists/2024');
    const cases: [body: object, status: number, code: string, says: string][] = [
      [{ version: 7 }, 409, 'list-moved-on', '第 7 版'],
      [{ matches: { '9-9-9': '1-1-1' } }, 422, 'matches-invalid', '9-9-9'],
      [{ matches: { '1-1-1': '9-9-9' } }, 422, 'matches-invalid', '9-9-9'],
      [{ matches: { '1-1-1': '1-1-2', '1-1-2': '1-1-2' } }, 422, 'matches-invalid', '1-1-2 被对应了两次'],
    ];
    for (const [body, status, code, says] of cases) {
      const answer = await admin.post('/v1/task-lists/2024/compare', { taskList, ...body });
      expect([answer.status, answer.body.code]).toEqual([status, code]);
      expect(answer.body.detail).toContain(says);
    }
  });
});

describe('I11.8: publishing what has to be decided', () => {
  const draft = document.replace(
    /3 月底前，督促指導 8 家標準化證書到期.*?申報二級標準化。/su,
    '一季度，督促 8 家证书即将到期的重点企业申报二级标准化。',
  );

  test('an uncertain match stops it, and is named with its candidates; decided, it goes through', async () => {
    const { open, version } = await compare(draft);
    expect(open.length).toBeGreaterThan(0);
    const refused = await admin.put('/v1/task-lists/2024', draft);
    expect(refused).toMatchObject({ status: 409, body: { code: 'matches-open' } });
    expect(refused.body.where.map(({ pointer }: { pointer: string }) => pointer)).toEqual(
      open.map((place) => `#/matches/${place}`),
    );
    expect(refused.body.where[0].zh).toContain(open[0]);
    const { body: read } = await admin.post('/v1/task-lists/parse', draft);
    const matches = Object.fromEntries(open.map((place) => [place, place]));
    const body = { ...read, version, matches };
    expect(await admin.put('/v1/task-lists/2024', { ...body, version: version + 1 })).toMatchObject({
      status: 409,
      body: { code: 'list-moved-on' },
    });
    expect(await admin.put('/v1/task-lists/2024', body)).toMatchObject({
      body: { changed: true, version: 2 },
    });
    expect(await admin.put('/v1/task-lists/2024', draft)).toMatchObject({
      body: { changed: false, version: 2 },
    });
  });
});
