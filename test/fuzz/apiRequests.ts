import fc from 'fast-check';
import { protocol } from '../../shared/wire/protocol.ts';
import type { Description, JsonSchema, Operation } from '../support/api/description.ts';
import { filesOf, formsOf, type FuzzFile, type FuzzForm } from './apiFiles.ts';

/** Requests made from the description: valid, nearly valid and hostile. Plain data, so that a failing one can be read. */
export interface FuzzRequest {
  operation: string;
  /** Whose key, and how it is sent. */
  as: (typeof holders)[number];
  path: Record<string, string>;
  query: Entry[];
  headers: Record<string, string>;
  body: { type: string; text: string } | { type: string; file: FuzzFile } | { form: FuzzForm } | null;
}

export const holders = ['admin', 'officer', 'reporter', 'viewer', 'basic', 'nobody'] as const;

/** What stands in the sample district, so that requests meet something. */
const known: Record<string, readonly string[]> = {
  year: ['2024', '2024', '2024', '2025'],
  unit: ['xuejia', 'xuejia', 'binkai', 'nowhere'],
  units: ['xuejia', 'binkai'],
  arrangement: ['1-7-1', '1-5-2', '1-1-1', '1-2-1'],
  code: ['1-7-1', '1-1-1'],
  indicator: ['i1', 'done'],
  task: ['1-7', '1-1'],
  category: ['1', '3'],
  period: ['2024-W15', '2024', '2024-Q1', '2024-03'],
  obligation: ['2024.1-7-1.1.xuejia.2024-W15'],
  key: ['2024.1-7-1.1.xuejia.2024-W15', '2024.1-7-1.1.done.xuejia.2024-W15.h'],
  keys: ['2024.1-7-1.1.xuejia.2024-W15', '2024.1-7-1.1.xuejia.2024-W14'],
  file: ['xuejia.xlsx', 'nowhere.xlsx', 'xuejia.csv'],
  pushId: ['fuzz-push-0001', 'fuzz-push-0002'],
  actId: ['fuzz-act-0001', 'fuzz-act-0002'],
  sheet: ['台账', 'Sheet1'],
};

/** What comes in from those who mean no good, or mistype. */
const hostileTexts = [
  ...['', ' ', '\t', '\n', '0', '-1', '1e309', '0x10', '02024', 'null', 'undefined', 'NaN', '[]', '{}'],
  ...['\u0000', '\u0007', '\ud800', '\udfff', '\uFEFF', '\u202E倒', '😀'.repeat(20), 'é'.normalize('NFD')],
  ...[
    "' OR 1=1 --",
    '"; DROP TABLE units; --',
    '%',
    '_',
    '\\',
    '%00',
    '%ff',
    '../../etc/passwd',
    '//',
    '?a=b#c',
  ],
  ...['__proto__', 'constructor', 'toString', '<script>', '${7*7}', '=1+1', '＝1+1', '@SUM(1)'],
  ...['2024-02-30', '2024-13-01', '9999-12-31', '0000-01-01', '2024-W53', '2024-W00', '2024-H3', '20240410'],
  ...['x'.repeat(121), '长'.repeat(5000)],
];
const hostileText = fc.oneof(
  fc.constantFrom(...hostileTexts),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
);

const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  hostileText,
  fc.constantFrom<unknown>(
    ...[null, true, false, 0, -0, -1, 0.1, 1e21, -1e308, 2 ** 31, 2 ** 53, 2 ** 63],
    ...[[], {}, [[]], [null], { a: [{ b: [{ c: [] }] }] }, { length: 3 }, { toString: 1 }, { toJSON: null }],
  ),
  fc.jsonValue({ maxDepth: 3 }),
);

/** Values of a schema. */
export class Values {
  private readonly named: Description['schemas'];
  constructor(named: Description['schemas']) {
    this.named = named;
  }

  of(schema: JsonSchema, name = '', depth = 0): fc.Arbitrary<any> {
    const given = known[name];
    const made = this.made(schema, name, depth);
    if (!given || !JSON.stringify(schema).includes('string')) return made;
    return fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...given) }, { weight: 1, arbitrary: made });
  }

  private made(schema: JsonSchema, name: string, depth: number): fc.Arbitrary<any> {
    if (schema.$ref) return this.of(this.named[schema.$ref.split('/').at(-1)!]!, name, depth);
    const options = (schema['anyOf'] ?? schema['oneOf']) as JsonSchema[] | undefined;
    if (options) return fc.oneof(...options.map((each) => this.of(each, name, depth)));
    if (schema['allOf'])
      return fc
        .tuple(...(schema['allOf'] as JsonSchema[]).map((each) => this.of(each, name, depth)))
        .map((parts) => Object.assign({}, ...parts) as unknown);
    if ('const' in schema) return fc.constant(schema['const']);
    if (schema['enum']) return fc.constantFrom(...(schema['enum'] as unknown[]));
    const [type] = [schema.type].flat();
    if (type === 'object') return this.object(schema, depth);
    if (type === 'array') return this.array(schema, name, depth);
    if (type === 'string') return this.text(schema);
    if (type === 'integer' || type === 'number') return this.number(schema);
    if (type === 'boolean') return fc.boolean();
    if (type === 'null') return fc.constant(null);
    return fc.jsonValue({ maxDepth: 2 });
  }

  /** The fields of an object's schema. */
  fieldsOf(schema: JsonSchema): Record<string, JsonSchema> {
    if (schema.$ref) return this.fieldsOf(this.named[schema.$ref.split('/').at(-1)!]!);
    return (schema['properties'] ?? {}) as Record<string, JsonSchema>;
  }

  private object(schema: JsonSchema, depth: number): fc.Arbitrary<any> {
    const fields = Object.entries(this.fieldsOf(schema));
    const required = (schema['required'] ?? []) as string[];
    const record = fc.record(
      Object.fromEntries(fields.map(([field, each]) => [field, this.of(each, field, depth + 1)])),
      { requiredKeys: fields.map(([field]) => field).filter((field) => required.includes(field)) },
    );
    const others = schema['additionalProperties'];
    if (typeof others !== 'object' || others === null) return record;
    const names = this.of((schema['propertyNames'] ?? { type: 'string' }) as JsonSchema, '', depth + 1);
    return fc
      .array(fc.tuple(names, this.of(others as JsonSchema, '', depth + 1)), { maxLength: 2 })
      .map((entries) => Object.fromEntries(entries) as unknown);
  }

  private array(schema: JsonSchema, name: string, depth: number): fc.Arbitrary<any> {
    const least = (schema['minItems'] as number | undefined) ?? 0;
    const most = Math.max(least, depth > 4 ? 1 : 3);
    const items = this.of((schema['items'] ?? {}) as JsonSchema, name, depth + 1);
    return fc.array(items, {
      minLength: least,
      maxLength: Math.min(most, (schema['maxItems'] as number) ?? most),
    });
  }

  private text(schema: JsonSchema): fc.Arbitrary<string> {
    if (schema['format'] === 'date')
      return fc.constantFrom(
        '2024-01-01',
        '2024-04-10',
        '2024-04-14',
        '2024-02-29',
        '2024-12-31',
        '1999-01-01',
      );
    if (schema['format'] === 'date-time')
      return fc.constantFrom('2024-04-10T09:30:12.000+08:00', '2031-01-01T00:00:00Z');
    const pattern = schema['pattern'] as string | undefined;
    if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern, 'u'));
    const minLength = (schema['minLength'] as number | undefined) ?? 0;
    const maxLength = Math.min((schema['maxLength'] as number | undefined) ?? 30, minLength + 30);
    return fc.oneof(
      fc
        .constantFrom('已完成', '已开展', '进行中', '2026.3')
        .filter(({ length }) => length >= minLength && length <= maxLength),
      fc.string({ unit: 'grapheme', minLength, maxLength }).filter(({ length }) => length <= maxLength),
    );
  }

  private number(schema: JsonSchema): fc.Arbitrary<number> {
    const min = (schema['minimum'] as number | undefined) ?? 0;
    const max = (schema['maximum'] as number | undefined) ?? 1_000_000;
    return fc.oneof(fc.integer({ min, max: Math.min(max, min + 5) }), fc.integer({ min, max }));
  }
}

/** Puts something else at one place of a value: another value, nothing, or a field that does not exist. */
function spoiled(value: unknown, at: number, how: 'other' | 'none' | 'more', other: unknown): unknown {
  const whole = { value: structuredClone(value) };
  const places: [holder: Record<string, unknown>, key: string][] = [];
  const walk = (holder: object): void => {
    for (const key of Object.keys(holder)) {
      places.push([holder as Record<string, unknown>, key]);
      const inner = (holder as Record<string, unknown>)[key];
      if (typeof inner === 'object' && inner !== null) walk(inner);
    }
  };
  walk(whole);
  const [holder, key] = places[at % places.length]!;
  if (how === 'none' && holder !== whole) delete holder[key];
  else if (how === 'more' && typeof holder[key] === 'object' && holder[key] !== null)
    (holder[key] as Record<string, unknown>)['nosuch'] = other;
  else holder[key] = other;
  return whole.value;
}

const nearly = (valid: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc
    .tuple(
      valid,
      fc.nat({ max: 500 }),
      fc.constantFrom('other' as const, 'none' as const, 'more' as const),
      hostileValue,
    )
    .map(([value, at, how, other]) => spoiled(value, at, how, other));

const hostileJson = fc.oneof(
  hostileText,
  hostileValue.map((value) => JSON.stringify(value)),
  fc.constantFrom(
    '{',
    '[[',
    '{"a":1,"a":2}',
    '{"__proto__":{"x":1}}',
    '"\\ud800"',
    '1e999',
    '[1,]',
    '\uFEFF{}',
    'nul',
  ),
);

/** JSON of a schema: valid, nearly valid, hostile. */
function jsonOf(schema: JsonSchema, example: unknown, values: Values): fc.Arbitrary<string> {
  const valid = fc.oneof(values.of(schema), fc.constant(example));
  return fc.oneof(
    { weight: 4, arbitrary: valid.map((value) => JSON.stringify(value)) },
    { weight: 4, arbitrary: nearly(valid).map((value) => JSON.stringify(value) ?? '') },
    { weight: 1, arbitrary: hostileJson },
  );
}

function bodyOf({ takes }: Operation, values: Values): fc.Arbitrary<FuzzRequest['body']> {
  const types = Object.entries(takes);
  if (types.length === 0) return fc.constant(null);
  const bodies = types.map(([type, { schema, example }]): fc.Arbitrary<FuzzRequest['body']> => {
    if (type === 'application/json') return jsonOf(schema, example, values).map((text) => ({ type, text }));
    if (type !== 'multipart/form-data') return filesOf(type).map((file) => ({ type, file }));
    const { answers } = values.fieldsOf(schema);
    return formsOf(jsonOf(answers!, (example as { answers?: unknown }).answers, values)).map((form) => ({
      form,
    }));
  });
  // JSON, or else a form, as often as all that else is taken.
  const main = Math.max(
    0,
    types.findIndex(([type]) => type === 'application/json'),
  );
  const wrong = fc.constantFrom('text/css', '', 'application/json; charset=gbk', 'a'.repeat(300));
  return fc.oneof(
    { weight: 8, arbitrary: bodies[main]! },
    { weight: 8, arbitrary: fc.oneof(...bodies) },
    { weight: 1, arbitrary: fc.tuple(wrong, hostileText).map(([type, text]) => ({ type, text })) },
  );
}

const sayable = (value: unknown): string =>
  (typeof value === 'string' ? value : JSON.stringify(value)).toWellFormed();

type Entry = [name: string, value: string];

/** Requests for one operation. */
function requestsOf(operation: Operation, values: Values): fc.Arbitrary<FuzzRequest> {
  const valueOf = ({ name, schema }: Operation['parameters'][number]) =>
    fc
      .oneof({ weight: 14, arbitrary: values.of(schema, name) }, { weight: 1, arbitrary: hostileText })
      .map(sayable);
  const inPath = operation.parameters.filter((each) => each.in === 'path');
  const inQuery = operation.parameters.filter((each) => each.in === 'query');
  const entry = (each: Operation['parameters'][number]) =>
    fc.oneof(
      { weight: each.required ? 24 : 1, arbitrary: valueOf(each).map((value): Entry => [each.name, value]) },
      { weight: each.required ? 1 : 3, arbitrary: fc.constant(null) },
    );
  const more = fc.oneof(
    { weight: 24, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.tuple(hostileText.map(sayable), hostileText.map(sayable)) },
  );
  return fc.record({
    operation: fc.constant(operation.id),
    as: fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom('admin' as const, 'reporter' as const) },
      fc.constantFrom(...holders),
    ),
    path: fc.record(Object.fromEntries(inPath.map((each) => [each.name, valueOf(each)]))),
    query: fc
      .tuple(...inQuery.map(entry), more)
      .map((all) => all.filter((each): each is Entry => each !== null)),
    headers: fc.record(
      {
        'if-match': fc.constantFrom('"0"', '"1"', '"2"', '*', 'W/"1"', '', '"x"', '1'),
        accept: fc.constantFrom('*/*', 'application/json', 'text/csv', 'text/html', 'image/png;q=x', ','),
        // Older versions are answered without later fields (C15.1), which nothing describes.
        [protocol.header]: fc.oneof(
          { weight: 20, arbitrary: fc.constant(String(protocol.version)) },
          { weight: 1, arbitrary: fc.constantFrom('1', '999', 'x') },
        ),
      },
      { requiredKeys: [] },
    ),
    body: bodyOf(operation, values),
  });
}

/** Requests for every operation, each as often; what takes several kinds of bodies once for each. */
export function requestsFor({ operations, schemas }: Description): fc.Arbitrary<FuzzRequest> {
  const values = new Values(schemas);
  return fc.oneof(
    ...operations.map((operation) => ({
      weight: Math.max(1, Object.keys(operation.takes).length),
      arbitrary: requestsOf(operation, values),
    })),
  );
}
