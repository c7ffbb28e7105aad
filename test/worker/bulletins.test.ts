import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import { bulletinContentExample } from '../../shared/bulletin/exampleContent.ts';
import type { Bulletin } from '../../shared/wire/bulletin.ts';
import type { Bulletins } from '../../shared/wire/bulletins.ts';
import { keptOf } from '../../worker/bulletins/issueBulletin.usecase.ts';
import { account } from '../support/api/account.ts';
import {
  draft,
  edit,
  figureOf,
  issue,
  markdownOf,
  read,
  sentenceOf,
  tryEdit,
  tryIssue,
} from '../support/api/bulletins.ts';
import { pull, pushRow } from '../support/api/clerk.ts';
import { issueKey, type Client } from '../support/api/client.ts';
import { startSmall, type SmallApi } from '../support/api/smallApi.ts';

let small: SmallApi;
let officer: Client;
let viewer: Client;
let clerk: Client;
let other: Client;

beforeAll(async () => {
  small = await startSmall();
  await small.published([
    { name: '检查', items: ['每周检查。', '每周调度。', '每月培训。'] },
    { name: '宣传', items: ['12月底前开展慰问。'] },
  ]);
  officer = small.api.as((await issueKey('officer', null, '周文斌')).key);
  viewer = small.api.as((await issueKey('viewer', null, '分管领导')).key);
  clerk = await small.api.reporter('nan');
  other = await small.api.reporter('bei');
});

const reported = { status: '已开展', note: '已逐家检查到位。' };

/** Has a unit report an arrangement's period. */
async function report(client: Client, arrangement: string, period: string): Promise<void> {
  const sheet = await pull(client, `?year=${small.year}`);
  const row = sheet.rows.find((each) => each.arrangement === arrangement && each.period === period)!;
  const { outcome } = await pushRow(client, row.key, row.version, reported);
  expect(outcome).toBe('applied');
}

const week = (number: number): string => `${small.year}-W${String(number).padStart(2, '0')}`;
const weekly = (number: number) => ({ year: small.year, preset: 'weekly' as const, period: week(number) });
const code = ({ body }: { body: { code: string } }): string => body.code;

describe('B6: drafted, edited, issued', () => {
  test('a draft tells the present state; what is set of head and foot is taken over by the next', async () => {
    await report(clerk, '1-1-1', week(14));
    const first = await draft(officer, { ...weekly(14), asOf: small.day('04-10') });
    expect(first).toMatchObject({
      bulletin: {
        state: 'draft',
        number: null,
        preset: 'weekly',
        period: week(14),
        createdBy: '周文斌',
        version: 1,
      },
      content: { from: small.day('04-01'), to: small.day('04-07'), asOf: small.day('04-10'), number: null },
      ...{ stale: [], gone: [] },
    });
    expect(sentenceOf(first.content, 'overall.due')?.made).toContain('到期应报4项，已报1项，未报3项');
    expect(sentenceOf(first.content, 'missing.silent')?.made).toContain('北镇（2项）');
    const edited = await edit(officer, first, {
      ...{ office: '区安委办', code: '某安办', title: '第14周情况通报' },
      sentences: { 'overall.year': '全年工作有序推进。', 'demands.overdue': '' },
    });
    expect(edited.bulletin).toMatchObject({ version: 2, title: '第14周情况通报' });
    expect(edited.content).toMatchObject({ office: '区安委办', signature: '区安委办', code: '某安办' });
    expect(sentenceOf(edited.content, 'overall.year')?.edited).toBe('全年工作有序推进。');
    const again = await draft(officer, weekly(14));
    expect(again.bulletin).toEqual(edited.bulletin);
    const issued = await issue(officer, edited);
    expect(issued.bulletin).toMatchObject({
      ...{ state: 'issued', issuedBy: '周文斌', number: { year: small.year, sequence: 1 } },
      ...{ change: edited.content.change, asOf: small.day('04-10') },
    });
    expect(issued.content).toEqual({ ...edited.content, number: { year: small.year, sequence: 1 } });
    const next = await draft(officer, { year: small.year, preset: 'monthly' });
    expect(next.bulletin).toMatchObject({
      period: small.day('03').slice(0, 7),
      title: expect.stringContaining('3月'),
    });
    expect(next.content).toMatchObject({ office: '区安委办', code: '某安办', signature: '区安委办' });
    expect((await officer.send('DELETE', `/v1/bulletins/${next.bulletin.id}`)).status).toBe(204);
    expect(code(await officer.get(`/v1/bulletins/${next.bulletin.id}`))).toBe('bulletin-not-found');
  });

  test('reporters and viewers read issued ones, and nothing of drafts', async () => {
    const open = await draft(officer, { year: small.year, preset: 'quarterly' });
    const path = `/v1/bulletins?year=${small.year}`;
    const all = (await officer.get<Bulletins>(path)).body.bulletins;
    expect(all.map(({ state }) => state)).toEqual(['draft', 'issued']);
    for (const client of [viewer, clerk]) {
      const { body } = await client.get<Bulletins>(path);
      expect(body.bulletins.map(({ state }) => state)).toEqual(['issued']);
      expect((await read(client, body.bulletins[0]!.id)).content.number?.sequence).toBe(1);
      expect(code(await client.get(`/v1/bulletins/${open.bulletin.id}`))).toBe('bulletin-not-found');
      for (const refused of [
        await client.post('/v1/bulletins', weekly(13)),
        await tryEdit(client, open, {}),
        await tryIssue(client, open),
        await client.send('DELETE', `/v1/bulletins/${open.bulletin.id}`),
      ])
        expect(refused.body).toMatchObject({ code: 'role-not-allowed' });
    }
  });

  test('B6: they come page by page, the newest first, each once; a reader’s pages hold no drafts', async () => {
    const path = `/v1/bulletins?year=${small.year}`;
    const spans = [1, 2, 3].map((at) => ({ from: small.day(`02-0${at}`), to: small.day('02-20') }));
    for (const span of spans) await draft(officer, { year: small.year, preset: 'span', ...span });
    const whole = (await officer.get<Bulletins>(path)).body;
    expect(whole.next).toBeNull();
    const all = whole.bulletins.map(({ id }) => id);
    expect(all.length).toBeGreaterThan(4);
    const paged: string[] = [];
    let cursor = '';
    for (let page = 0; page < all.length; page += 2) {
      const { body } = await officer.get<Bulletins>(`${path}&limit=2${cursor}`);
      expect(body.bulletins.length).toBe(Math.min(2, all.length - page));
      paged.push(...body.bulletins.map(({ id }) => id));
      expect(body.next === null).toBe(page + 2 >= all.length);
      cursor = `&cursor=${body.next}`;
    }
    expect(paged).toEqual(all);
    const read = (await clerk.get<Bulletins>(`${path}&limit=1`)).body;
    expect(read).toMatchObject({ bulletins: [{ state: 'issued' }], next: null });
    expect(code(await officer.get(`${path}&cursor=x`))).toBe('cursor-invalid');
    expect(code(await officer.get(`${path}&limit=0`))).toBe('invalid-request');
    for (const { id, state } of whole.bulletins.filter((each) => each.preset === 'span'))
      if (state === 'draft') await officer.send('DELETE', `/v1/bulletins/${id}`);
  });

  test('days that contradict each other, or have not begun, are refused where they stand', async () => {
    const place = async (asked: object): Promise<string> => {
      const { status, body } = await officer.post('/v1/bulletins', { year: small.year, ...asked });
      expect(status).toBe(400);
      return body.where[0].pointer;
    };
    const [from, to] = [small.day('04-01'), small.day('04-07')];
    expect(await place({ preset: 'span', from })).toBe('#/to');
    expect(await place({ preset: 'span', from: to, to: from })).toBe('#/to');
    expect(await place({ preset: 'span', from, to, period: week(14) })).toBe('#/period');
    expect(await place({ preset: 'weekly', from, to })).toBe('#/from');
    expect(await place({ preset: 'weekly', period: small.day('03').slice(0, 7) })).toBe('#/period');
    expect(await place({ preset: 'weekly', period: week(40) })).toBe('#/period');
    expect(await place({ preset: 'span', from: small.day('05-01'), to: small.day('05-02') })).toBe('#/from');
    expect(await place({ preset: 'span', from, to: `${small.year + 2}-01-01` })).toBe('#/to');
  });
});

describe('B6.5: what an officer has edited', () => {
  test('stays, is told where what it replaces has changed, and where it is no longer made', async () => {
    const first = await draft(officer, weekly(13));
    const edited = await edit(officer, first, {
      sentences: { 'overall.due': '到期事项报送不理想。', 'missing.silent': '两镇均未报送。' },
    });
    expect(edited).toMatchObject({ stale: [], gone: [] });
    await report(clerk, '1-1-1', week(13));
    const seen = await read(officer, first.bulletin.id);
    expect(seen.stale.toSorted()).toEqual(['missing.silent', 'overall.due']);
    expect(sentenceOf(seen.content, 'overall.due')).toMatchObject({
      edited: '到期事项报送不理想。',
      made: expect.stringContaining('已报1项'),
    });
    const anew = await edit(officer, seen, { sentences: { 'overall.due': '报送仍不理想。' } });
    expect(anew.stale).toEqual(['missing.silent']);
    for (const client of [clerk, other])
      for (const arrangement of ['1-1-1', '1-1-2'])
        if (!(client === clerk && arrangement === '1-1-1')) await report(client, arrangement, week(13));
    for (const client of [clerk, other]) await report(client, '1-1-3', small.day('03'));
    const last = await read(officer, first.bulletin.id);
    expect(last.gone).toEqual([{ id: 'missing.silent', edited: '两镇均未报送。' }]);
    expect(sentenceOf(last.content, 'missing.none')?.made).toContain('没有未报情况');
    const back = await edit(officer, last, { sentences: { 'missing.silent': null, 'overall.due': null } });
    expect(back).toMatchObject({ stale: [], gone: [] });
    expect(sentenceOf(back.content, 'overall.due')?.edited).toBeNull();
  });

  test('of a version, by the one who has seen it; a sentence that is not there is told', async () => {
    const seen = await draft(officer, weekly(13));
    expect(code(await officer.put(`/v1/bulletins/${seen.bulletin.id}`, { sentences: {} }))).toBe(
      'version-missing',
    );
    const first = await edit(officer, seen, { salutation: '各镇：' });
    expect(code(await tryEdit(officer, seen, { salutation: '各单位：' }))).toBe('changed-meanwhile');
    expect(await tryEdit(officer, first, { sentences: { nothing: '某句。' } })).toMatchObject({
      status: 400,
      body: { where: [{ pointer: '#/sentences/nothing' }] },
    });
    expect((await tryEdit(officer, first, { sentences: { opening: '一\n二' } })).status).toBe(400);
    expect((await edit(officer, first, { salutation: '各镇：' })).bulletin.version).toBe(
      first.bulletin.version,
    );
    expect((await edit(officer, first, { salutation: null })).content.salutation).toBe('各镇：');
  });
});

describe('B6.6: issued once, for good', () => {
  test('what has moved on is not issued; the day moves on too', async () => {
    const seen = await draft(officer, weekly(13));
    await report(other, '1-1-1', week(15));
    const refused = await tryIssue(officer, seen);
    expect(refused).toMatchObject({ status: 409, body: { code: 'bulletin-moved-on' } });
    small.api.clock.set(small.day('04-11T09:00:00+08:00'));
    const stale = {
      ...seen,
      content: { ...seen.content, change: (await read(officer, seen.bulletin.id)).content.change },
    };
    expect(code((await tryIssue(officer, stale)) as never)).toBe('bulletin-moved-on');
    expect((await read(officer, seen.bulletin.id)).bulletin.state).toBe('draft');
  });

  test('by two at the same moment: one number, one entry in the account, one answer', async () => {
    const seen = await draft(officer, weekly(13));
    const before = (await account(officer, '?kind=issueBulletin')).length;
    const answers = await Promise.all([tryIssue(officer, seen), tryIssue(small.api.admin, seen)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(answers[0]!.body).toEqual(answers[1]!.body);
    expect(answers[0]!.body.content.number).toEqual({ year: small.year, sequence: 2 });
    const told = await account(officer, '?kind=issueBulletin');
    expect(told).toHaveLength(before + 1);
    expect(told[0]).toMatchObject({ document: `某安办〔${small.year}〕2号`, subject: seen.bulletin.id });
    expect((await tryIssue(officer, seen)).body).toEqual(answers[0]!.body);
  });

  test('two drafts at the same moment get two numbers', async () => {
    const drafts = await Promise.all([weekly(10), weekly(11)].map((asked) => draft(officer, asked)));
    const issued = await Promise.all(drafts.map((each) => issue(officer, each)));
    expect(issued.map(({ content }) => content.number!.sequence).toSorted()).toEqual([3, 4]);
  });

  test('the same days are drafted once and issued once', async () => {
    const two = await Promise.all([draft(officer, weekly(9)), draft(officer, weekly(9))]);
    expect(two[0]!.bulletin.id).toBe(two[1]!.bulletin.id);
    expect(code(await officer.post('/v1/bulletins', weekly(13)))).toBe('bulletin-issued-already');
  });

  test('the same is read again, byte for byte, after further reports, days and lists', async () => {
    const { bulletins } = (await officer.get<Bulletins>(`/v1/bulletins?year=${small.year}`)).body;
    const issued = bulletins.filter(({ state }) => state === 'issued');
    expect(issued.length).toBeGreaterThan(2);
    const before = await Promise.all(issued.map(({ id }) => markdownOf(officer, id)));
    const bodies = await Promise.all(issued.map(({ id }) => read(officer, id)));
    await report(other, '1-1-2', week(14));
    await report(clerk, '1-1-2', week(14));
    await small.settings({ contact: '区局 8512' });
    small.api.clock.set(small.day('05-20T09:00:00+08:00'));
    expect(await Promise.all(issued.map(({ id }) => markdownOf(clerk, id)))).toEqual(before);
    expect(await Promise.all(issued.map(({ id }) => read(viewer, id)))).toEqual(bodies);
    small.api.clock.set(small.day('04-11T09:00:00+08:00'));
  });

  test('nobody changes or deletes it', async () => {
    const [{ id, version }] = (await clerk.get<Bulletins>(`/v1/bulletins?year=${small.year}`)).body
      .bulletins as [Bulletin['bulletin']];
    const put = await officer.send(
      'PUT',
      `/v1/bulletins/${id}`,
      { sentences: {} },
      { 'if-match': `"${version}"` },
    );
    expect(code(put)).toBe('bulletin-issued');
    expect(code(await officer.send('DELETE', `/v1/bulletins/${id}`))).toBe('bulletin-issued');
    const act = (sql: string) => env.DB.prepare(sql).bind(id).run();
    await expect(act(`UPDATE bulletins SET markdown = '' WHERE id = ?1`)).rejects.toThrow(/append-only/u);
    await expect(
      act(`UPDATE bulletins SET issued_at = NULL, content = NULL, sequence = NULL WHERE id = ?1`),
    ).rejects.toThrow(/append-only/u);
    await expect(act(`DELETE FROM bulletins WHERE id = ?1`)).rejects.toThrow(/append-only/u);
  });
});

test('B6.7: an earlier day is answered by issued ones only', async () => {
  const { bulletins } = (await officer.get<Bulletins>(`/v1/bulletins?year=${small.year}`)).body;
  const issued = bulletins.findLast(({ state }) => state === 'issued')!;
  expect(issued.asOf).toBe(small.day('04-10'));
  expect((await officer.get(`/v1/bulletins/${issued.id}?asOf=${issued.asOf}`)).status).toBe(200);
  const open = bulletins.find(({ state }) => state === 'draft')!;
  expect((await officer.get(`/v1/bulletins/${open.id}?asOf=${small.day('04-11')}`)).status).toBe(200);
  for (const refused of [
    await officer.get(`/v1/bulletins/${issued.id}?asOf=${small.day('04-11')}`),
    await officer.get(`/v1/bulletins/${open.id}?asOf=${small.day('04-10')}`),
    await officer.post('/v1/bulletins', { ...weekly(8), asOf: small.day('04-10') }),
  ])
    expect(refused).toMatchObject({ status: 422, body: { code: 'as-of-not-kept' } });
});

test('B6.8: a correction names the former, which stays, and is corrected once', async () => {
  const entries = async () => (await clerk.get<Bulletins>(`/v1/bulletins?year=${small.year}`)).body.bulletins;
  const wrong = (await entries()).find(({ period }) => period === week(13))!;
  const bytes = await markdownOf(clerk, wrong.id);
  const corrects = { year: small.year, preset: 'weekly' as const, corrects: wrong.id };
  expect(await officer.post('/v1/bulletins', { ...corrects, period: week(14) })).toMatchObject({
    status: 400,
    body: { where: [{ pointer: '#/period' }] },
  });
  const made = await draft(officer, corrects);
  expect(made.content).toMatchObject({ corrects: wrong.number, from: wrong.from, to: wrong.to });
  expect(sentenceOf(made.content, 'opening.corrects')?.made).toContain(
    `某安办〔${small.year}〕2号通报中有关情况`,
  );
  const right = await issue(officer, made);
  expect(right.bulletin).toMatchObject({ corrects: wrong.number, number: { sequence: 5 } });
  const now = (await entries()).find(({ id }) => id === wrong.id)!;
  expect(now.correctedBy).toEqual(right.bulletin.number);
  expect(await markdownOf(clerk, wrong.id)).toEqual(bytes);
  expect(code(await officer.post('/v1/bulletins', corrects))).toBe('bulletin-corrected');
  const again = await draft(officer, { ...corrects, corrects: right.bulletin.id });
  expect(again.content.corrects).toEqual(right.bulletin.number);
  expect(code(await officer.post('/v1/bulletins', { preset: 'weekly', corrects: again.bulletin.id }))).toBe(
    'bulletin-not-found',
  );
});

test('B6.4: improved and fallen behind, against the last that was not corrected', async () => {
  small.api.clock.set(small.day('04-16T09:00:00+08:00'));
  await report(other, '1-1-2', week(15));
  const made = await draft(officer, weekly(15));
  const told = made.content.sections.find(({ id }) => id === 'compared')!.sentences.map((each) => each.made);
  // Week 14: 南镇 1 of 2, 北镇 0 of 2 as issued; week 15: 南镇 0 of 2, 北镇 2 of 2.
  expect(told).toEqual([
    `与上期（某安办〔${small.year}〕1号）相比，总体上报率由25%提高到50%，提高25个百分点。`,
    '上报率提高的单位有1个：北镇（由0%升至100%）。',
    '上报率下降的单位有1个：南镇（由50%降至0%）。',
    expect.stringContaining('上期通报的逾期未完成'),
  ]);
  const settled = (name: string) => figureOf(made.content, 'compared.settled', name)!.value;
  expect(settled('settled')).toBeGreaterThan(0);
  expect(settled('settled') + settled('stillOverdue')).toBe(settled('formerOverdue'));
});

test('B6.5: a table is left out with the sentence that leads to it, and printed again; its figures are never edited', async () => {
  const first = await draft(officer, weekly(12));
  const tableIn = ({ content }: Bulletin) => content.sections.find(({ id }) => id === 'units')!.table;
  expect(sentenceOf(first.content, 'units.table')?.made).toContain('如下表');
  const left = await edit(officer, first, { tables: { units: false } });
  expect(tableIn(left)).toEqual({ ...tableIn(first), leftOut: true });
  expect(sentenceOf(left.content, 'units.table')).toBeUndefined();
  expect(left).toMatchObject({ stale: [], gone: [] });
  const markdown = new TextDecoder().decode(await markdownOf(officer, first.bulletin.id));
  expect(markdown).not.toContain('各单位到期事项落实情况表');
  const [entry] = (await officer.get('/v1/audit?kind=editBulletin&limit=1')).body.entries;
  expect(entry.changes).toEqual([{ place: 'tables/各单位到期事项落实情况表', before: true, after: false }]);
  expect(await tryEdit(officer, left, { tables: { nothing: false } })).toMatchObject({
    status: 400,
    body: { where: [{ pointer: '#/tables/nothing' }] },
  });
  const back = await edit(officer, left, { tables: { units: true } });
  expect(back.content).toEqual(first.content);
  const again = await edit(officer, back, { tables: { units: false } });
  const issued = await issue(officer, again);
  expect(tableIn(issued)).toBeNull();
  expect(issued.content.units).toEqual(first.content.units);
});

describe('B6.9: as Markdown, and as text for a chat', () => {
  test('by format, or by what the client accepts; format wins', async () => {
    const [{ id, title }] = (await clerk.get<Bulletins>(`/v1/bulletins?year=${small.year}`)).body
      .bulletins as [Bulletin['bulletin']];
    const kindOf = async (query: string, accept?: string): Promise<string> => {
      const response = await clerk.raw(
        'GET',
        `/v1/bulletins/${id}${query}`,
        undefined,
        accept ? { accept } : {},
      );
      expect(response.status).toBe(200);
      expect(response.headers.get('etag')).toMatch(/^"\d+"$/u);
      expect(response.headers.get('vary')).toContain('Accept');
      await response.text();
      return response.headers.get('content-type')!.split(';')[0]!;
    };
    expect(await kindOf('')).toBe('application/json');
    expect(await kindOf('', '*/*')).toBe('application/json');
    expect(await kindOf('', 'text/markdown')).toBe('text/markdown');
    expect(await kindOf('', 'text/plain, text/markdown;q=0.5')).toBe('text/plain');
    expect(await kindOf('?format=text', 'text/markdown')).toBe('text/plain');
    expect(await kindOf('?format=json', 'text/markdown')).toBe('application/json');
    const file = await clerk.raw('GET', `/v1/bulletins/${id}?format=markdown`);
    expect(decodeURIComponent(file.headers.get('content-disposition')!)).toContain(`${title}.md`);
    expect(await file.text()).toContain(`# ${title}`);
    const text = await (await clerk.raw('GET', `/v1/bulletins/${id}?format=text`)).text();
    expect(text.length).toBeLessThanOrEqual(2000);
  });

  test('what no value of the database would hold is refused', () => {
    expect(keptOf(bulletinContentExample).markdown).toContain('# ');
    expect(() => keptOf({ ...bulletinContentExample, title: '长'.repeat(700_000) })).toThrow(
      'bulletin-too-long',
    );
  });

  test('a year of more obligations than are counted is refused, and nothing is stored', async () => {
    await env.DB.prepare(
      `INSERT INTO obligations (key, list_id, category, task_code, arrangement_code, schedule_number, unit_id, period_id,
         opens_on, due_on, rows, sequence)
       SELECT o.key || '.' || n.value, o.list_id, o.category, o.task_code, o.arrangement_code, o.schedule_number, o.unit_id,
         o.period_id, o.opens_on, o.due_on, o.rows, o.sequence
       FROM (SELECT * FROM obligations WHERE list_id = ?1 LIMIT 50) o,
         json_each('[' || rtrim(replace(hex(zeroblob(1000)), '00', '1,'), ',') || ']') n_values,
         (SELECT key AS value FROM json_each('[' || rtrim(replace(hex(zeroblob(1001)), '00', '1,'), ',') || ']')) n
       WHERE n_values.key = 0`,
    )
      .bind(String(small.year))
      .run();
    const refused = await officer.post('/v1/bulletins', weekly(7));
    expect(refused).toMatchObject({ status: 422, body: { code: 'bulletin-too-long' } });
    const { bulletins } = (await officer.get<Bulletins>(`/v1/bulletins?year=${small.year}`)).body;
    expect(bulletins.some(({ period }) => period === week(7))).toBe(false);
  });
});
