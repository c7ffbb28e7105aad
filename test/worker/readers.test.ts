import { beforeAll, describe, expect, test } from 'vitest';
import { readGrid } from '../../shared/import/table/readGrid.ts';
import type { Answer, Api } from '../support/api/client.ts';
import { document, roster, startPublished } from '../support/api/published.ts';
import { asForm, types, type Form } from '../support/documents/forms.ts';
import { handReadLists } from '../support/import/lists/all.ts';

let api: Api;
beforeAll(async () => {
  api = await startPublished();
});

const parse = (body: string | Uint8Array, type: string, query = ''): Promise<Answer> =>
  api.admin.send('POST', `/v1/task-lists/parse${query}`, body, { 'content-type': type });
const forms = Object.keys(types) as Form[];

describe('I1.2: one list in five forms', () => {
  test.each(forms)('the real 2024 list as %s is read as its text is', async (form) => {
    const expected = (await parse(document, types.text)).body;
    const { status, body } = await parse(await asForm(form, readGrid(document)), types[form]);
    expect(status).toBe(200);
    expect(body.taskList).toEqual(expected.taskList);
    const codes = ({ diagnostics }: { diagnostics: { code: string; at: string | null }[] }) =>
      diagnostics.filter(({ code }) => code !== 'table-chosen').map(({ code, at }) => [code, at]);
    expect(codes(body)).toEqual(codes(expected));
  });

  test.each(forms)('published as %s it is the stored list, and nothing changes', async (form) => {
    const body = await asForm(form, readGrid(document));
    const answer = await api.admin.send('PUT', '/v1/task-lists/2024', body, { 'content-type': types[form] });
    expect(answer).toMatchObject({ status: 200, body: { changed: false, version: 1 } });
    expect(roster.units.length).toBe(12);
  });
});

describe('I1.2, I8: the lists that were read by hand', () => {
  type Said = { diagnostics: { code: string; at: string | null; text: string | null }[] };
  const said = ({ diagnostics }: Said) =>
    diagnostics
      .filter(({ code }) => code !== 'table-chosen')
      .map(({ code, at, text }) => `${code} ${at} ${text}`.replaceAll(/\s/gu, ''));

  test.each(handReadLists.map(({ differs, text }) => [differs, text]))(
    'give the same as tab-separated cells, HTML, .xlsx and .docx: %s',
    async (_, text) => {
      const expected = (await parse(text, types.text)).body;
      const grid = readGrid(text);
      const header = grid.findIndex((cells) => cells.length > 3);
      // A category that stands alone is a row of the table all the same.
      const rows = grid.map((cells, row) =>
        row > header && cells.length === 1 && cells[0] !== '' ? [...cells, '', ''] : cells,
      );
      for (const form of forms.filter((each) => each !== 'text')) {
        const { status, body } = await parse(await asForm(form, rows), types[form]);
        expect([form, status]).toEqual([form, 200]);
        expect(body.taskList).toEqual(expected.taskList);
        expect(said(body)).toEqual(said(expected));
      }
    },
  );

  test('a schedule of a column of deadlines keeps its entry in the store; one that is no slice of it is refused', async () => {
    const { text } = handReadLists.find(({ text: each }) => each.includes('完成时限'))!;
    const { taskList } = (await parse(text, types.text)).body;
    const units = [...new Set(taskList.tasks.flatMap((task: { units: string[] }) => task.units))] as string[];
    const known = roster.units.map((unit, at) => ({
      ...unit,
      aliases: [...unit.aliases, ...(units[at] === undefined ? [] : [units[at]])],
    }));
    const put = (path: string, body: unknown) =>
      api.admin.send('PUT', path, JSON.stringify(body), { 'content-type': 'application/json' });
    expect((await api.admin.replace('/v1/roster', { ...roster, units: known })).status).toBe(200);
    const address = `/v1/task-lists/${taskList.year}`;
    const wrong = structuredClone(taskList);
    wrong.tasks[0].arrangements[0].schedules[0].source.entry = '别的话';
    expect(await put(address, wrong)).toMatchObject({ status: 400, body: { code: 'invalid-request' } });
    expect((await put(address, taskList)).status).toBe(200);
    const stored = (await api.admin.send('GET', address)).body;
    expect(stored).toMatchObject(taskList);
    expect(stored.tasks[0].arrangements[0].schedules[0].source.entry).toBe('2025年11月底前');
  });
});
