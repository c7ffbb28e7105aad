import { env } from 'cloudflare:workers';
import { describe, expect, test } from 'vitest';
import { createApp } from '../../worker/app.ts';
import { pull, push, pushRow, rowOf, underWay } from '../support/api/clerk.ts';
import { Client, issueKey } from '../support/api/client.ts';
import { counted } from '../support/api/limits.ts';
import { asProposed, confirming, ledgerOf, propose, send } from '../support/api/uploading.ts';
import { linesOf, rows, Uploads } from '../support/api/uploads.ts';

const uploads = new Uploads();

describe('S14.2: what she confirmed is a push of the same rows', () => {
  test('the same rows, uploaded and pushed, end the same', async () => {
    const first = await uploads.proposed();
    const answers = asProposed(first);
    const second = await uploads.proposed(answers);
    expect(linesOf(second).every((line) => line.includes(' ready '))).toBe(true);
    const confirmed = confirming(second, answers);
    const sent = await send(uploads.town.client, uploads.file, confirmed);
    const other = await uploads.next();
    const theirs = await pull(other.client);
    const pushed = await push(
      other.client,
      confirmed.confirmed!.rows.map(({ values }, at) => {
        const { arrangement, period } = second.reports[at]!;
        return { key: rowOf(theirs, arrangement, { period: period! }).key, base: null, values };
      }),
    );
    expect(sent.status, JSON.stringify(sent.body)).toBe(200);
    expect(sent.body.reports.map(({ outcome, version }) => [outcome, version])).toEqual(
      pushed.body.outcomes.map(({ outcome, version }) => [outcome, version]),
    );
    const plain = async (client: Client) =>
      (await pull(client)).rows.map(({ key: _, context: { key: __, ...context }, ...row }) => ({
        ...row,
        context,
      }));
    expect(await plain(uploads.town.client)).toEqual(await plain(other.client));
    const revisions = await env.DB.prepare(
      `SELECT count(*) AS n FROM revisions WHERE row_key LIKE '%.' || ? || '.%'`,
    );
    expect(await revisions.bind(uploads.town.id).first('n')).toBe(await revisions.bind(other.id).first('n'));
  });

  test('sent twice it is applied once, and answered alike', async () => {
    const answers = confirming(await uploads.proposed());
    const once = await send(uploads.town.client, uploads.file, answers);
    const again = await send(uploads.town.client, uploads.file, answers);
    expect(again.body.reports).toEqual(once.body.reports);
    expect(once.body.reports.map(({ outcome, row }) => [outcome, row])).toEqual([
      ['applied', 2],
      ['applied', 4],
    ]);
    expect(
      (await pull(uploads.town.client)).rows
        .filter(({ version }) => version !== null)
        .map(({ version }) => version),
    ).toEqual([1, 1]);
  });

  test('a row that moved since she saw it is a conflict, and nothing is overwritten', async () => {
    const sheet = await pull(uploads.town.client);
    const row = rowOf(sheet, '1-3-1').key;
    await pushRow(uploads.town.client, row, null, underWay(5, '已有5家出台制度。'));
    const answers = confirming(await uploads.proposed());
    await pushRow(uploads.town.client, row, 1, underWay(6, '已有6家出台制度。'));
    const { body } = await send(uploads.town.client, uploads.file, answers);
    const conflict = body.reports.find((each) => each.key === row)!;
    expect(conflict).toMatchObject({ outcome: 'conflict', version: 2, sheet: '台账', row: 2, column: 3 });
    expect(conflict.said.zh).toContain('数量 6');
    expect(body.reports.filter(({ outcome }) => outcome === 'applied')).toHaveLength(1);
    expect(rowOf(await pull(uploads.town.client), '1-3-1').values).toMatchObject({
      count: 6,
      note: '已有6家出台制度。',
    });
  });

  test('the push in it takes two round trips; one reads before, one remembers after', async () => {
    const answers = confirming(await uploads.proposed());
    const { db, usage } = counted(env.DB);
    const client = new Client(createApp({ now: () => uploads.api.clock.at }), uploads.town.key, db);
    expect((await send(client, uploads.file, answers)).status).toBe(200);
    expect(usage.roundTrips).toBe(4);
  });
});

describe('S14.3: nothing is reported that she did not see and confirm', () => {
  const refused = async (
    answers: Parameters<typeof send>[2],
    status: number,
    code: string,
    upload = uploads.file,
  ) => {
    const before = await pull(uploads.town.client);
    const answer = await send(uploads.town.client, upload, answers);
    expect([answer.status, (answer.body as unknown as { code: string }).code]).toEqual([status, code]);
    expect(await pull(uploads.town.client)).toEqual(before);
  };

  test('a file without confirmation', () => refused({}, 422, 'upload-unconfirmed'));

  test('another file than the one that was proposed', async () => {
    const other = await ledgerOf(rows.slice(1));
    await refused(confirming(await uploads.proposed()), 409, 'upload-changed', other);
  });

  test('a report that is still asked', async () => {
    const body = await uploads.proposed();
    const asked = body.reports.find(({ state }) => state === 'asked')!;
    const answers = confirming(body);
    answers.confirmed!.rows.push({ key: asked.key!, base: null, values: asked.values });
    await refused(answers, 409, 'upload-not-as-seen');
  });

  test('other values than the file and her answers say', async () => {
    const answers = confirming(await uploads.proposed());
    answers.confirmed!.rows[0]!.values.count = 70;
    await refused(answers, 409, 'upload-not-as-seen');
  });

  test('a report that she left out is not sent; one that she mended goes as she said', async () => {
    const first = await uploads.proposed();
    const [mended, , left] = first.reports;
    const answers = {
      reports: [
        { id: mended!.id, values: { count: 8 } },
        { id: left!.id, isLeftOut: true },
      ],
    };
    const second = await uploads.proposed(answers);
    expect(second.reports.map(({ state }) => state)).toEqual(['ready', 'asked', 'leftOut']);
    const { body } = await send(uploads.town.client, uploads.file, confirming(second, answers));
    expect(body.reports).toHaveLength(1);
    expect(rowOf(await pull(uploads.town.client), '1-3-1').values!.count).toBe(8);
  });

  test('two rows for one report: she says which one counts', async () => {
    const twice = await ledgerOf([
      rows[0]!,
      ['9', rows[0]![1]!, '已完成', { number: 9, style: 0 }, '2024-04-01', '9家全部建立。'],
    ]);
    const body = await uploads.proposed({}, twice);
    expect(body.reports.map(({ state }) => state)).toEqual(['asked', 'asked']);
    const answers = { ...asProposed(body) };
    expect((await uploads.proposed(answers, twice)).reports.map(({ state }) => state)).toEqual([
      'asked',
      'asked',
    ]);
    answers.reports!.push({ id: body.reports[1]!.id, isLeftOut: true });
    expect((await uploads.proposed(answers, twice)).reports.map(({ state }) => state)).toEqual([
      'ready',
      'leftOut',
    ]);
  });
});

describe('S14.4: whose report it is, the key decides', () => {
  test('a reporter naming another unit gets the answer for one that does not exist', async () => {
    const answer = await propose(uploads.town.client, uploads.file, {}, '&unit=xuejia');
    expect(answer.status).toBe(404);
    expect((await propose(uploads.api.as(null), uploads.file)).status).toBe(401);
  });

  test('rows of another unit are refused, whatever was confirmed', async () => {
    const other = await uploads.next();
    const theirs = (await propose(other.client, uploads.file)).body;
    const answers = confirming(await uploads.proposed());
    answers.confirmed!.rows = confirming(theirs).confirmed!.rows;
    const answer = await send(uploads.town.client, uploads.file, answers);
    expect(answer.status).toBe(409);
    expect((await pull(other.client)).rows.every(({ version }) => version === null)).toBe(true);
  });

  test('an officer uploads for a unit, and that is marked; a viewer may not', async () => {
    const officer = await uploads.api.officer();
    expect((await propose(officer, uploads.file)).status).toBe(400);
    const body = (await propose(officer, uploads.file, {}, `&unit=${uploads.town.id}`)).body;
    const sent = await send(officer, uploads.file, confirming(body), `?unit=${uploads.town.id}`);
    expect(sent.body.reports.map(({ outcome }) => outcome)).toEqual(['applied', 'applied']);
    const marked = await env.DB.prepare(`SELECT on_behalf AS n FROM revisions WHERE row_key = ?`)
      .bind(sent.body.reports[0]!.key)
      .first('n');
    expect(marked).toBe(1);
    const viewer = uploads.api.as((await issueKey('viewer')).key);
    expect((await propose(viewer, uploads.file, {}, `&unit=${uploads.town.id}`)).status).toBe(403);
  });
});
