import { env } from 'cloudflare:workers';
import { parseCsv } from 'hucre/csv';
import { beforeAll, describe, expect, test } from 'vitest';
import { blankRow } from '../../shared/row/row.ts';
import type { Submission } from '../../shared/wire/parts/submission.ts';
import type { DraftsAnswer } from '../../shared/wire/drafts.ts';
import type { ObligationDetail } from '../../shared/wire/obligationDetail.ts';
import type { ObligationsAnswer } from '../../shared/wire/obligations.ts';
import type { RevisionsAnswer } from '../../shared/wire/revisions.ts';
import type { SubmissionsAnswer } from '../../shared/wire/submissions.ts';
import { acted } from '../support/api/acts.ts';
import { pull, push, pushRow, rowOf, underWay } from '../support/api/clerk.ts';
import { issueKey, type Api, type Client } from '../support/api/client.ts';
import { counted } from '../support/api/limits.ts';
import { startPublished } from '../support/api/published.ts';

let api: Api;
let officer: Client;
let clerk: Client;

/** All pages of rows. */
async function rowsOf(client: Client, query: string): Promise<Submission[]> {
  const rows: Submission[] = [];
  for (let cursor = ''; ;) {
    const { status, body } = await client.get<SubmissionsAnswer>(`/v1/submissions?${query}${cursor}`);
    expect(status, JSON.stringify(body).slice(0, 200)).toBe(200);
    rows.push(...body.submissions);
    if (body.next === null) return rows;
    cursor = `&cursor=${body.next}`;
  }
}

beforeAll(async () => {
  api = await startPublished();
  officer = api.as((await issueKey('officer', null, '周文斌')).key);
  clerk = api.as((await issueKey('reporter', 'xuejia', '王芳')).key);
  const sheet = await pull(clerk);
  const key = rowOf(sheet, '1-5-2').key;
  await pushRow(clerk, key, null, underWay(40));
  const due = rowOf(sheet, '2-1-4', { period: '2024-W14', indicator: 'i2' });
  await pushRow(clerk, due.key, null, { status: '已开展', count: 3, note: '已改造三套，逐家复核。' });
  await pushRow(clerk, due.key, 1, { status: '大概完成', count: '约3', note: '已改造三套，逐家复核。' });
  const menghe = rowOf(await pull(officer, '?unit=menghe'), '1-5-2');
  await push(officer, [{ key: menghe.key, base: null, values: underWay(12) }], { query: '?unit=menghe' });
  const obligation = '2024.1-5-2.1.menghe.2024';
  const { body } = await officer.get<ObligationsAnswer>('/v1/obligations?arrangement=1-5-2&unit=menghe');
  expect(body.obligations[0]?.key).toBe(obligation);
  await acted(officer, { act: 'return', on: { keys: [obligation] }, reason: '名单与上月不符，请核对' });
  await acted(officer, {
    ...{ act: 'extend', on: { keys: [obligation] }, due: '2025-01-20' },
    ...{ reason: '企业停产', document: '应急〔2024〕3号' },
  });
});

describe('B18: the district’s rows with what was reported', () => {
  test('a row for each indicator of each obligation that the same filter lists, in the same order', async () => {
    for (const filter of [
      '',
      'unit=xuejia',
      'arrangement=2-1-4',
      'state=overdue&category=2',
      'counted=undated',
    ]) {
      const rows = await rowsOf(officer, `${filter}&limit=1000`);
      const found: ObligationsAnswer['obligations'] = [];
      for (let cursor = ''; ;) {
        const { body } = await officer.get<ObligationsAnswer>(
          `/v1/obligations?${filter}&limit=1000${cursor}`,
        );
        found.push(...body.obligations);
        if (body.next === null) break;
        cursor = `&cursor=${body.next}`;
      }
      expect(rows.length, filter).toBeGreaterThan(10);
      expect([...new Set(rows.map(({ obligation }) => obligation))]).toEqual(found.map(({ key }) => key));
      expect(rows).toHaveLength(found.reduce((sum, { rows: count }) => sum + count, 0));
      const by = new Map(found.map((each) => [each.key, each]));
      for (const row of rows) {
        const { due, state, punctuality, light, unit, period } = by.get(row.obligation)!;
        expect(row).toMatchObject({ due, state, punctuality, light, unit, period });
      }
    }
  });

  test('values, version, person, review with its reason, both due dates', async () => {
    const rows = await rowsOf(officer, 'arrangement=1-5-2&reported=true');
    expect(rows).toHaveLength(2);
    const [town] = rows.filter(({ unit }) => unit.id === 'xuejia');
    expect(town).toMatchObject({
      ...{ version: 1, values: { ...blankRow, ...underWay(40) }, by: '王芳', onBehalf: false, draft: false },
      ...{ submittedAt: '2024-04-10T09:00:00+08:00', review: 'toAccept', reviewReason: null },
    });
    expect(rows.find(({ unit }) => unit.id === 'menghe')).toMatchObject({
      ...{ by: '周文斌', onBehalf: true, review: 'returned', reviewReason: '名单与上月不符，请核对' },
      ...{ due: '2025-01-20', dueOriginal: '2024-11-30' },
    });
    // The row's key is the one of the sheet, also where nothing was reported.
    const sheet = await pull(clerk);
    const own = await rowsOf(officer, 'unit=xuejia&limit=1000');
    const known = new Map(own.map((row) => [row.key, row]));
    for (const row of sheet.rows) {
      expect(known.get(row.key)).toMatchObject({ values: row.values, version: row.version, due: row.due });
    }
  });

  test('reported or not: together they are all', async () => {
    const keys = async (query: string) =>
      (await rowsOf(officer, `${query}&limit=1000`)).map(({ key }) => key);
    for (const filter of ['', 'unit=xuejia', 'arrangement=2-1-4']) {
      const [all, reported, open] = await Promise.all([
        keys(filter),
        keys(`${filter}&reported=true`),
        keys(`${filter}&reported=false`),
      ]);
      expect(reported.length).toBeLessThanOrEqual(3);
      expect([...reported, ...open].sort()).toEqual(all.toSorted());
    }
    expect((await rowsOf(officer, 'reported=false&unit=xuejia')).every(({ values }) => values === null)).toBe(
      true,
    );
    expect(await officer.get('/v1/submissions?reported=yes')).toMatchObject({ status: 400 });
  });

  test('A4: a reporter has its own unit’s, and no other', async () => {
    const rows = await rowsOf(clerk, 'reported=true');
    expect(new Set(rows.map(({ unit }) => unit.id))).toEqual(new Set(['xuejia']));
    for (const route of ['submissions', 'drafts', 'revisions'])
      expect(await clerk.get(`/v1/${route}?unit=menghe`)).toMatchObject({ body: { code: 'unit-not-found' } });
    const { body } = await clerk.get<RevisionsAnswer>('/v1/revisions');
    expect(new Set(body.revisions.map(({ unit }) => unit.id))).toEqual(new Set(['xuejia']));
  });

  test('B5: a file has the rows of the JSON in their order, numbers as numbers', async () => {
    const rows = await rowsOf(officer, 'category=2&unit=xuejia&limit=1000');
    const { status, body } = await officer.file('/v1/submissions?category=2&unit=xuejia&format=csv');
    expect(status).toBe(200);
    const [head, ...lines] = parseCsv(new TextDecoder().decode(body)) as string[][];
    const at = (name: string): number => head!.indexOf(name);
    expect(lines.map((line) => line[at('行标识')])).toEqual(rows.map(({ key }) => key));
    expect(lines.map((line) => line[at('数量')])).toEqual(
      rows.map(({ values }) => String(values?.count ?? '')),
    );
    expect(lines.map((line) => line[at('时限')])).toEqual(rows.map(({ due }) => due ?? ''));
    expect((await officer.file('/v1/submissions?unit=xuejia&format=xlsx&language=en')).status).toBe(200);
  });

  test('a cursor that is none is refused', async () => {
    for (const route of ['submissions', 'drafts', 'revisions'])
      expect(await officer.get(`/v1/${route}?cursor=yesterday`)).toMatchObject({
        ...{ status: 400, body: { code: 'cursor-invalid' } },
      });
  });
});

/** A page, with the rows that D1 read for it. */
async function page(path: string): Promise<{ body: any; read: number }> {
  const { db, usage } = counted(env.DB);
  const { status, body } = await officer.over(db).get(path);
  expect(status).toBe(200);
  return { body, read: usage.rowsRead };
}

describe('B18.1: what a page reads grows with the page', () => {
  test.each([
    ['of the list', ''],
    ['of a unit', 'unit=xuejia&'],
    ['of an arrangement', 'arrangement=2-1-4&'],
    ['undated', 'state=undated&'],
    ['not reported', 'reported=false&'],
  ])('%s: at first and further on', async (_, question) => {
    const small = await page(`/v1/submissions?${question}limit=20`);
    const second = await page(`/v1/submissions?${question}limit=20&cursor=${small.body.next}`);
    const large = await page(`/v1/submissions?${question}limit=100`);
    expect(small.body.submissions).toHaveLength(20);
    expect(large.read).toBeGreaterThan(small.read);
    expect(small.read).toBeLessThan(20 * 12 + 40);
    expect(second.read).toBeLessThan(20 * 12 + 40);
    expect(large.read).toBeLessThan(100 * 12 + 40);
  });

  test('each row once, whatever the length of the pages, in the midst of an obligation too', async () => {
    const all = await rowsOf(officer, 'arrangement=2-1-4&unit=xuejia&limit=1000');
    expect(new Set(all.map(({ obligation }) => obligation)).size).toBeLessThan(all.length);
    for (const limit of [1, 3])
      expect(await rowsOf(officer, `arrangement=2-1-4&unit=xuejia&limit=${limit}`)).toEqual(all);
    const undated = await rowsOf(officer, 'unit=xuejia&limit=1000');
    expect(await rowsOf(officer, 'unit=xuejia&limit=37')).toEqual(undated);
  });

  test('what was reported, drafts and revisions are found without a look at the rest of the list', async () => {
    expect((await page('/v1/submissions?reported=true')).read).toBeLessThan(3 * 20 + 40);
    expect((await page('/v1/drafts')).read).toBeLessThan(60);
    expect((await page('/v1/revisions')).read).toBeLessThan(4 * 12 + 40);
  });
});

describe('B18.2: who wrote which version of which row when', () => {
  const revisions = async (query: string) => {
    const { status, body } = await officer.get<RevisionsAnswer>(`/v1/revisions?${query}`);
    expect(status).toBe(200);
    return body;
  };

  test('every version, drafts too, as one obligation tells them', async () => {
    const { revisions: all } = await revisions('');
    expect(all).toHaveLength(4);
    for (const obligation of new Set(all.map((each) => each.obligation))) {
      const { body } = await officer.get<ObligationDetail>(`/v1/obligations/${obligation}`);
      const told = body.rows.flatMap(({ key, revisions: of }) => of.map((each) => ({ key, ...each })));
      const own = all.filter((each) => each.obligation === obligation);
      expect(own.length).toBe(told.length);
      for (const each of own) {
        const same = told.find(({ key, version }) => key === each.key && version === each.version);
        expect(each).toMatchObject(same!);
      }
    }
    expect(all.find(({ kind }) => kind === 'draft')).toMatchObject({
      ...{ version: 2, by: '王芳', indicator: 'i2', unitOfMeasure: '套', period: '2024-W14' },
      values: { status: '大概完成', count: '约3' },
    });
  });

  test('by unit, arrangement, period and days; the oldest first; page by page', async () => {
    const of = async (query: string) => (await revisions(query)).revisions;
    expect(await of('unit=menghe')).toMatchObject([{ by: '周文斌', onBehalf: true }]);
    expect(await of('arrangement=2-1-4')).toHaveLength(2);
    expect(await of('period=2024-W14')).toHaveLength(2);
    expect(await of('from=2024-04-10&to=2024-04-10')).toHaveLength(4);
    expect(await of('from=2024-04-11')).toEqual([]);
    expect(await of('to=2024-04-09&unit=xuejia')).toEqual([]);
    const newest = await of('');
    expect(await of('order=oldest')).toEqual(newest.toReversed());
    for (const [order, expected] of [
      ['newest', newest],
      ['oldest', newest.toReversed()],
    ] as const) {
      const seen = [];
      for (let cursor = ''; ;) {
        const { revisions: some, next } = await revisions(`order=${order}&limit=1${cursor}`);
        seen.push(...some);
        if (next === null) break;
        cursor = `&cursor=${next}`;
      }
      expect(seen).toEqual(expected);
    }
    const { body } = await officer.file('/v1/revisions?format=csv&unit=xuejia');
    const lines = parseCsv(new TextDecoder().decode(body)) as string[][];
    expect(lines).toHaveLength(4);
    expect(lines[1]).toContain('约3');
  });
});

describe('B18.3: drafts with what was found', () => {
  test('a row that breaks a rule, beside what counts, with sentences in both languages', async () => {
    const { body } = await officer.get<DraftsAnswer>('/v1/drafts');
    expect(body.drafts).toHaveLength(1);
    const [draft] = body.drafts;
    expect(draft).toMatchObject({
      ...{ version: 1, values: { status: '已开展', count: 3 }, unit: { id: 'xuejia' }, period: '2024-W14' },
      draft: { version: 2, values: { status: '大概完成', count: '约3' }, by: '王芳' },
    });
    const rules = draft!.draft.findings.map(({ rule }) => rule);
    expect(rules).toEqual(expect.arrayContaining(['V-status-known', 'V-count-approximate']));
    for (const { zh, en } of draft!.draft.findings) {
      expect(zh).toMatch(/【.+】/u);
      expect(en).not.toMatch(/【/u);
    }
    expect((await officer.get<DraftsAnswer>('/v1/drafts?unit=menghe')).body.drafts).toEqual([]);
    const [row] = await rowsOf(officer, 'period=2024-W14&reported=true');
    expect(row).toMatchObject({ draft: true, version: 1 });
  });

  test('a file has a line for each finding', async () => {
    const { body } = await officer.get<DraftsAnswer>('/v1/drafts');
    const findings = body.drafts.flatMap(({ draft }) => draft.findings);
    const file = await officer.file('/v1/drafts?format=csv');
    const [head, ...lines] = parseCsv(new TextDecoder().decode(file.body)) as string[][];
    const at = head!.indexOf('校验结果');
    expect(lines.map((line) => line[at])).toEqual(findings.map(({ zh }) => zh));
  });
});

describe('B18.1: revisions of an arrangement or a period, among many others', () => {
  const few = ['arrangement=2-1-4', 'period=2024-W14', 'arrangement=2-1-4&period=2024-W14'];

  test('are found without a look at the others', async () => {
    await env.DB.prepare(
      `INSERT INTO revisions (row_key, version, obligation_key, kind, content, explained_rules, rules_version, push_id,
         made_at, made_by, on_behalf)
       SELECT obligations.key || '.' || e.value, 1, obligations.key, 'draft', '{}', '[]', '2026.3', 'x',
         1712700000000 + e.value, 'x', 0
       FROM obligations CROSS JOIN json_each('[1,2]') e WHERE arrangement_code <> '2-1-4' AND period_id <> '2024-W14'`,
    ).run();
    expect(await env.DB.prepare(`SELECT count(*) AS n FROM revisions`).first('n')).toBeGreaterThan(3000);
    for (const query of few) {
      const { body, read } = await page(`/v1/revisions?${query}`);
      expect([query, body.revisions.length]).toEqual([query, 2]);
      expect([query, read < 60]).toEqual([query, true]);
    }
  });

  test('what was moved to another period is found by that one', async () => {
    const [{ obligation }] = (await page(`/v1/revisions?${few[2]}`)).body.revisions;
    await env.DB.prepare(`UPDATE obligations SET period_id = '2024-W20' WHERE key = ?1`)
      .bind(obligation)
      .run();
    const of = async (period: string): Promise<number> => {
      const { body } = await page(`/v1/revisions?arrangement=2-1-4&period=${period}`);
      return body.revisions.filter((each: { obligation: string }) => each.obligation === obligation).length;
    };
    expect(await of('2024-W20')).toBeGreaterThan(0);
    expect(await of('2024-W14')).toBe(0);
  });
});
