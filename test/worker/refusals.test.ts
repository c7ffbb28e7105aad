import { env } from 'cloudflare:workers';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { readGrid } from '../../shared/import/table/readGrid.ts';
import type { Answer, Api } from '../support/api/client.ts';
import { document, startPublished } from '../support/api/published.ts';
import { docxParts, paragraph, run } from '../support/documents/docx.ts';
import { asForm, types, type Form } from '../support/documents/forms.ts';
import { plainXlsx, plainDocx, sheet, body, refusedDocuments } from '../support/documents/refused.ts';
import { xlsxParts } from '../support/documents/xlsx.ts';
import { deflate, zipOf } from '../support/documents/zip.ts';
import { runs } from '../support/thorough.ts';

let api: Api;
let genuine: Record<Form, Uint8Array>;
beforeAll(async () => {
  api = await startPublished();
  const forms = await Promise.all(
    Object.keys(types).map(async (form) => [form, await asForm(form as Form, readGrid(document))] as const),
  );
  genuine = Object.fromEntries(forms) as Record<Form, Uint8Array>;
});

const parse = (body: string | Uint8Array, form: Form): Promise<Answer> =>
  api.admin.send('POST', '/v1/task-lists/parse', body, { 'content-type': types[form] });

describe('I1.6: what is refused', () => {
  test.for(refusedDocuments)('%s', async ([, form, make, status, code]) => {
    const { status: got, body: problem, headers } = await parse(await make(), form);
    expect([got, problem.code]).toEqual([status, code]);
    expect(headers.get('content-type')).toContain('application/problem+json');
    expect(problem.messages.zh).toMatch(/请/u);
    expect(problem.messages.en).toMatch(/[a-z]\)?\.?$/u);
    expect(problem.messages.zh + problem.messages.en).not.toMatch(/[{}]|undefined/u);
  });

  test('text over its own limit, and a file over that of files', async () => {
    const long = await parse('甲'.repeat(1_700_000), 'text');
    expect(long).toMatchObject({ status: 413, body: { code: 'body-too-large' } });
    expect(await parse(new Uint8Array(10_000_001), 'xlsx')).toMatchObject({
      status: 413,
      body: { code: 'body-too-large' },
    });
  });

  test('types that are none of these', async () => {
    const send = (type: string) =>
      api.admin.send('POST', '/v1/task-lists/parse', 'x', { 'content-type': type });
    for (const type of ['application/pdf', 'application/vnd.ms-excel', 'application/msword', 'image/png']) {
      expect(await send(type)).toMatchObject({ status: 415, body: { code: 'media-type-unsupported' } });
    }
  });
});

/**
 * Ten megabytes that unpack to ten thousand: in the middle of many deflated zeros each byte stands for four runs of 258, so that
 * repeating it makes a bomb of any size.
 */
async function bomb(): Promise<Uint8Array> {
  const zeros = await deflate(new Uint8Array(1_000_000));
  const again = zeros[500]!;
  expect(zeros.slice(100, 900).every((byte) => byte === again)).toBe(true);
  const packed = new Uint8Array(9_900_000).fill(again);
  packed.set(zeros.slice(0, 500));
  return packed;
}

describe('I1.6: bombs', () => {
  test.for<Form>(['xlsx', 'docx'])(
    'a part of %s that says how far it unpacks is not unpacked',
    async (form) => {
      const parts = form === 'xlsx' ? plainXlsx : plainDocx;
      const name = form === 'xlsx' ? sheet : body;
      const bytes = await zipOf({ ...parts, [name]: new Uint8Array(60_000_000) });
      expect(bytes.length).toBeLessThan(200_000);
      expect(await parse(bytes, form)).toMatchObject({ status: 413, body: { code: 'file-too-large' } });
    },
  );

  test.for<Form>(['xlsx', 'docx'])(
    'a part of %s that says it is small is unpacked no further than that',
    async (form) => {
      const parts = form === 'xlsx' ? plainXlsx : plainDocx;
      const name = form === 'xlsx' ? sheet : body;
      const bytes = await zipOf({ ...parts, [name]: new Uint8Array(60_000_000) }, { unpacked: 5000 });
      expect(await parse(bytes, form)).toMatchObject({
        status: 422,
        body: { code: expect.stringMatching(/file-(unsafe|damaged)/u) },
      });
    },
  );

  test.for([5000, 11_900_000, 0xffff_fffe])(
    'ten megabytes that unpack to ten thousand and are said to be %d bytes',
    async (said) => {
      const packed = await bomb();
      const bytes = await zipOf(plainXlsx, { body: { [sheet]: packed }, unpacked: said });
      expect(bytes.length).toBeLessThan(10_000_000);
      const answer = await parse(bytes, 'xlsx');
      expect(answer.body.code).toMatch(/^file-(?:unsafe|damaged|too-large)$/u);
    },
  );
});

describe('I1.6: whatever the bytes', () => {
  const dump = async (): Promise<string> => {
    const { results } = await env.DB.prepare(
      `SELECT (SELECT value FROM sequences) AS change, (SELECT count(*) FROM obligations) AS obligations,
              (SELECT count(*) FROM task_lists) AS lists`,
    ).all();
    return JSON.stringify(results);
  };
  const fair = ({ status, body: answer }: Answer): void => {
    if (status === 200) expect(answer.taskList).not.toBeNull();
    else {
      expect([413, 422]).toContain(status);
      expect(answer.code).not.toBe('unexpected');
    }
  };

  test('of each type: never a 500, and nothing is stored', async () => {
    const before = await dump();
    const forms = fc.constantFrom<Form>('text', 'tsv', 'html', 'xlsx', 'docx');
    await fc.assert(
      fc.asyncProperty(forms, fc.uint8Array({ minLength: 1, maxLength: 2000 }), async (form, bytes) => {
        fair(await parse(bytes, form));
      }),
      { numRuns: runs(20, 100) },
    );
    expect(await dump()).toBe(before);
  });

  test('of a genuine file with bytes changed or cut: never a 500, and nothing is stored', async () => {
    const before = await dump();
    const change = fc.tuple(fc.nat(), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom<Form>('html', 'xlsx', 'docx'),
        fc.array(change, { minLength: 1, maxLength: 6 }),
        fc.option(fc.nat()),
        async (form, changes, cut) => {
          const bytes = genuine[form].slice();
          for (const [at, value] of changes) bytes[at % bytes.length] = value;
          fair(await parse(cut === null ? bytes : bytes.slice(0, 1 + (cut % bytes.length)), form));
        },
      ),
      { numRuns: runs(12, 60) },
    );
    expect(await dump()).toBe(before);
  });

  test('of genuine XML with bytes changed inside the package: never a 500, and nothing is stored', async () => {
    const before = await dump();
    const parts = {
      xlsx: xlsxParts([{ grid: readGrid(document), merges: ['A1:A9'] }]),
      docx: docxParts(paragraph(run('1.每周')).repeat(40)),
    };
    const scraps = fc.constantFrom(
      '<',
      '>',
      '"',
      '&',
      '/',
      '</w:p>',
      '<w:tc>',
      '<row r="99999999">',
      '<c r="ZZZ9"><v>1</v></c>',
      '<v>1e999</v>',
      'rowspan',
      '\u0000',
      '<w:gridSpan w:val="99"/>',
      '<mergeCell ref="A1:XFD1048576"/>',
      's="999"',
      't="e"',
      ' ',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('xlsx', 'docx'),
        fc.nat(),
        fc.nat(),
        fc.nat(30),
        scraps,
        async (form, which, at, length, scrap) => {
          const all: Record<string, string> = parts[form];
          const names = Object.keys(all);
          const name = names[which % names.length]!;
          const xml = all[name]!;
          const from = at % xml.length;
          fair(
            await parse(
              await zipOf({ ...all, [name]: xml.slice(0, from) + scrap + xml.slice(from + length) }),
              form,
            ),
          );
        },
      ),
      { numRuns: runs(25, 150) },
    );
    expect(await dump()).toBe(before);
  });
});
