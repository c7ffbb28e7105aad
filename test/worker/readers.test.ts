import { beforeAll, describe, expect, test } from 'vitest';
import { readGrid } from '../../shared/import/readGrid.ts';
import type { Answer, Api } from '../support/api/client.ts';
import { document, roster, startPublished } from '../support/api/published.ts';
import { asForm, types, type Form } from '../support/documents/forms.ts';

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
