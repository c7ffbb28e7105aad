import fc from 'fast-check';
import type { WorkbookProposal } from '../../shared/wire/workbookProposal.ts';
import { docxParts, row, table, textCell } from '../support/documents/docx.ts';
import { xlsxParts, type FixtureCell } from '../support/documents/xlsx.ts';
import { joined, zipOf } from '../support/documents/zip.ts';
import { asProposed, confirmed } from '../support/ledgers/answering.ts';

/** Files and forms for the fuzz of the API: as plain data, so that a failing one can be read, and made only when it is sent. */

/** What is wrong with a package: its bytes, a part of it, or a stretch of a part's XML. */
type Spoil =
  | { how: 'cut'; at: number }
  | { how: 'byte'; at: number; value: number }
  | { how: 'gone'; part: number }
  | { how: 'text'; part: number; text: string }
  | { how: 'spliced'; part: number; at: number; length: number; text: string };

export type FuzzFile =
  | { made: 'text'; text: string }
  | { made: 'bytes'; hex: string }
  | { made: 'xlsx' | 'docx'; name: string; grid: FixtureCell[][]; spoils: Spoil[] };

interface Part {
  name: string;
  filename: string | null;
  type: string | null;
  content: FuzzFile;
}

/** How the parts of a form are held together. */
const bindings = ['sound', 'cut off', 'another boundary', 'no boundary', 'line feeds'] as const;

export interface FuzzForm {
  parts: Part[];
  bound: (typeof bindings)[number];
  /** The answers are those that a proposal of the same file asks for: it is confirmed as it was seen. */
  isConfirmed: boolean;
}

const boundary = 'fuzz-boundary';
const hexOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** A ledger's rows that the sample list knows, and others. */
const ledgerRows: FixtureCell[][] = [
  ['1', '完善内部隐患举报制度，建立“吹哨人”机制', '推进中', { number: 7, style: 0 }, '', '已有7家出台制度。'],
  ['2', '每月调度举报奖励制度执行情况', '√', '', '', '按月调度，兑现举报2条。'],
  ['3', '主要负责人完成职工代表评议并报告履职情况', '已完成', '9家', '2024-03-28', '9家企业全部完成评议。'],
  ['4', '慰问一线职工', '已完成', '', '', '全部走访。'],
];
const ledgerHead = ['序号', '工作安排', '完成情况', '完成数量', '完成时间', '工作开展情况'];
const listHead = ['序号', '重点工作', '工作目标', '工作安排', '责任单位'];
const listRows = [
  ['1', '企业安全检查', '全年检查企业 61 家。', '1.6月底前检查企业61家。2.每周调度一次。', '各镇、街道'],
  ['2', '宣传教育', '', '每季度开展培训，3月底前完成。', '薛家镇'],
];

const hostileCells: FixtureCell[] = [
  ...[
    '=1+1',
    '\u0000',
    '\ud800',
    '-',
    '_x0041_',
    '<b>&amp;',
    '长'.repeat(5000),
    '9'.repeat(30),
    '2024-13-45',
  ],
  ...[NaN, -1, 1e308, 45_379, 0.5].map((number) => ({ number, style: 1 })),
  { number: 5, style: 99 },
];
const cell = fc.oneof(
  fc.constantFrom<FixtureCell>(...hostileCells, ...ledgerRows.flat(), ...listRows.flat()),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
);
/** A table as somebody keeps it, or with cells that are something else. */
const gridOf = (title: string, head: string[], rows: FixtureCell[][]): fc.Arbitrary<FixtureCell[][]> =>
  fc
    .tuple(
      fc.subarray(rows),
      fc.array(fc.array(cell, { maxLength: 7 }), { maxLength: 2 }),
      fc.constantFrom(0, 0, 0, 1, 2),
    )
    .map(([kept, others, lacking]) => [[title], head, ...kept, ...others].slice(lacking));
const ledgers = gridOf('危化品工作台账', ledgerHead, ledgerRows);
const lists = gridOf('2024年危险化学品安全监管工作任务清单', listHead, listRows);

const part = fc.nat({ max: 8 });
const hostileXml = fc.constantFrom(
  ...[
    '',
    '<',
    '&',
    '&#0;',
    ']]>',
    '<!DOCTYPE a [<!ENTITY b "c">]>',
    '</row>',
    '<row r="0">',
    '<c r="A1"><v>1</v></c>',
  ],
  ...['1e999', '-1', 'A1:XFD1048576', '\u0000', '<a>'.repeat(50)],
);
const spoil: fc.Arbitrary<Spoil> = fc.oneof(
  fc.record({ how: fc.constant('cut' as const), at: fc.nat({ max: 6000 }) }),
  fc.record({ how: fc.constant('byte' as const), at: fc.nat({ max: 6000 }), value: fc.nat({ max: 255 }) }),
  fc.record({ how: fc.constant('gone' as const), part }),
  fc.record({ how: fc.constant('text' as const), part, text: hostileXml }),
  fc.record({
    ...{ how: fc.constant('spliced' as const), part, at: fc.nat({ max: 4000 }) },
    ...{ length: fc.nat({ max: 40 }), text: hostileXml },
  }),
);

const packageOf = (made: 'xlsx' | 'docx', grid: fc.Arbitrary<FixtureCell[][]>): fc.Arbitrary<FuzzFile> =>
  fc.record({
    made: fc.constant(made),
    name: fc.constantFrom('台账', '台账', 'Sheet1', '长'.repeat(40), "it's [a]", ''),
    grid,
    spoils: fc.oneof(
      { weight: 3, arbitrary: fc.constant<Spoil[]>([]) },
      { weight: 2, arbitrary: fc.array(spoil, { minLength: 1, maxLength: 3 }) },
    ),
  });

const textIn = (cell: FixtureCell): string => (typeof cell === 'string' ? cell : String(cell.number));
const textOf = (grid: fc.Arbitrary<FixtureCell[][]>, separator: string): fc.Arbitrary<FuzzFile> =>
  grid.map((rows) => ({
    made: 'text',
    text: rows.map((cells) => cells.map(textIn).join(separator)).join('\r\n'),
  }));
const html = lists.map((rows): FuzzFile => {
  const lines = rows.map((cells) => `<tr>${cells.map((each) => `<td>${textIn(each)}`).join('')}`);
  return { made: 'text', text: `<table>${lines.join('')}</table>` };
});
const hostile: fc.Arbitrary<FuzzFile> = fc.oneof(
  fc.uint8Array({ maxLength: 60 }).map((bytes) => ({ made: 'bytes' as const, hex: hexOf(bytes) })),
  fc.constantFrom<FuzzFile>(
    ...[
      '504b0506' + '00'.repeat(18),
      'd0cf11e0a1b11ae1' + '00'.repeat(40),
      '',
      'efbbbf',
      'fffe',
      '504b0304',
    ].map((hex) => ({ made: 'bytes' as const, hex })),
  ),
  fc.string({ unit: 'binary', maxLength: 60 }).map((text) => ({ made: 'text' as const, text })),
);

/** A file of a content type, of a table or of something else. */
export function filesOf(type: string): fc.Arbitrary<FuzzFile> {
  const mostly = (sound: fc.Arbitrary<FuzzFile>) =>
    fc.oneof({ weight: 5, arbitrary: sound }, { weight: 1, arbitrary: hostile });
  if (type === 'text/csv') return mostly(textOf(ledgers, ','));
  if (type === 'text/html') return mostly(html);
  if (type.startsWith('text/')) return mostly(textOf(lists, '\t'));
  if (type.includes('wordprocessing')) return mostly(packageOf('docx', lists));
  return mostly(fc.oneof(packageOf('xlsx', ledgers), packageOf('xlsx', lists), textOf(ledgers, ',')));
}

/** A form with a file and, it may be, answers; or with parts of other names, kinds and numbers. */
export function formsOf(answers: fc.Arbitrary<string>): fc.Arbitrary<FuzzForm> {
  const file = fc.record<Part>({
    name: fc.oneof(
      { weight: 12, arbitrary: fc.constant('file') },
      fc.constantFrom('File', '', 'answers', 'a"b'),
    ),
    filename: fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom('台账.xlsx', '台账.csv', 'a.xls') },
      fc.constantFrom(null, '', '../../etc/passwd', 'a\u0000.xlsx', '长'.repeat(300), '台账', 'a.xlsx.exe'),
    ),
    type: fc.constantFrom(null, 'application/octet-stream', 'text/csv', 'x'),
    content: filesOf('application/octet-stream'),
  });
  const said = answers.map((text): Part => ({
    name: 'answers',
    filename: null,
    type: null,
    content: { made: 'text', text },
  }));
  const odd = fc.record<Part>({
    name: fc.constantFrom('answers', 'answers', 'file', 'more'),
    filename: fc.constantFrom(null, 'answers.json'),
    type: fc.constantFrom(null, 'application/json', 'multipart/mixed'),
    content: fc.oneof(
      hostile,
      answers.map((text): FuzzFile => ({ made: 'text', text })),
    ),
  });
  const some = (arbitrary: fc.Arbitrary<Part>, times: number) =>
    fc.oneof(
      { weight: 3, arbitrary: fc.constant([]) },
      { weight: times, arbitrary: arbitrary.map((it) => [it]) },
    );
  return fc.record({
    parts: fc
      .tuple(
        file.map((it) => [it]),
        some(said, 4),
        some(odd, 1),
      )
      .map((each) => each.flat()),
    bound: fc.oneof({ weight: 10, arbitrary: fc.constant('sound' as const) }, fc.constantFrom(...bindings)),
    isConfirmed: fc.boolean(),
  });
}

function spliced(parts: Record<string, string>, spoils: readonly Spoil[]): Record<string, string> {
  const names = Object.keys(parts);
  for (const each of spoils) {
    const name = 'part' in each ? names[each.part % names.length]! : '';
    const xml = parts[name];
    if (xml === undefined) continue;
    if (each.how === 'gone') delete parts[name];
    if (each.how === 'text') parts[name] = each.text;
    if (each.how !== 'spliced') continue;
    const at = each.at % (xml.length + 1);
    parts[name] = xml.slice(0, at) + each.text + xml.slice(at + each.length);
  }
  return parts;
}

/** A file's bytes. */
export async function bytesOf(file: FuzzFile): Promise<Uint8Array> {
  if (file.made === 'text') return new TextEncoder().encode(file.text);
  if (file.made === 'bytes')
    return Uint8Array.from(file.hex.match(/../gu) ?? [], (each) => Number.parseInt(each, 16));
  const { made, name, grid, spoils } = file;
  const word = () => docxParts(table(grid.map((cells) => row(cells.map((each) => textCell(textIn(each)))))));
  let bytes = await zipOf(spliced(made === 'docx' ? word() : xlsxParts([{ name, grid }]), spoils));
  for (const each of spoils) {
    if (each.how === 'cut') bytes = bytes.slice(0, each.at % (bytes.length + 1));
    if (each.how === 'byte' && bytes.length > 0) bytes[each.at % bytes.length] = each.value;
  }
  return bytes;
}

/** A form's bytes, and what is said of them. */
export async function formBytes({ parts, bound }: FuzzForm): Promise<{ type: string; bytes: Uint8Array }> {
  const encoder = new TextEncoder();
  const end = bound === 'line feeds' ? '\n' : '\r\n';
  const pieces: Uint8Array[] = [];
  for (const { name, filename, type, content } of parts) {
    const called = filename === null ? '' : `; filename="${filename}"`;
    const kind = type === null ? '' : `${end}content-type: ${type}`;
    pieces.push(
      encoder.encode(
        `--${boundary}${end}content-disposition: form-data; name="${name}"${called}${kind}${end}${end}`,
      ),
      await bytesOf(content),
      encoder.encode(end),
    );
  }
  if (bound !== 'cut off') pieces.push(encoder.encode(`--${boundary}--${end}`));
  const named = { 'no boundary': '', 'another boundary': '; boundary=other' };
  const said = bound in named ? named[bound as keyof typeof named] : `; boundary=${boundary}`;
  return { type: `multipart/form-data${said}`, bytes: joined(pieces) };
}

/** The same form with the answers that its proposal asks for, as it was seen. */
export function confirming(form: FuzzForm, proposal: WorkbookProposal): FuzzForm {
  const text = JSON.stringify(confirmed(proposal, asProposed(proposal), 'fuzz-upload-0001'));
  const answers: Part = { name: 'answers', filename: null, type: null, content: { made: 'text', text } };
  return { ...form, parts: [...form.parts.filter(({ name }) => name === 'file').slice(0, 1), answers] };
}
