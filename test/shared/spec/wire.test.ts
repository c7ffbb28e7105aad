import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { protocol } from '../../../shared/wire/protocol.ts';
import { canonical, hashOf, schemasOf, wireFiles, wireHash, wireModule, wireModules } from './wireHashes.ts';
import { wireHistory } from './wireHistory.ts';

const schemas = schemasOf(await wireModules());

describe('C15: nobody changes the wire in silence', () => {
  test('the schemas are those of the newest version in the history', () => {
    const newest = wireHistory.at(-1)!;
    const hash = wireHash(schemas);
    expect(
      newest.hash,
      `A schema on the wire has changed. If that is meant, add a line to test/shared/spec/wireHistory.ts:
version ${newest.version + 1}, what changed for a client, whether a client of version ${newest.version} goes on working,
and hash: '${hash}'. Lines that stand there stay as they are.`,
    ).toBe(hash);
  });

  test('every message is among them', () => {
    const names = schemas.map(([name]) => name);
    expect(names).toEqual(
      expect.arrayContaining([
        ...['pushRequest', 'packedAnswer', 'outcome', 'packedSheet', 'me', 'problemBody'],
        ...['progressAnswer', 'obligationDetail', 'rowValues', 'finding', 'rowContext', 'taskList', 'roster'],
      ]),
    );
    expect(names.length).toBeGreaterThan(40);
  });

  test('the history counts up, a line for each version, none twice', () => {
    expect(wireHistory.map(({ version }) => version)).toEqual(wireHistory.map((_, at) => at + 1));
    expect(new Set(wireHistory.map(({ hash }) => hash)).size).toBe(wireHistory.length);
    const days = wireHistory.map(({ since }) => since);
    expect(days).toEqual(days.toSorted());
  });
});

const messages = wireFiles.filter((file) => !file.includes('/') && file !== 'protocol.ts');

test.each(messages)('C15: %s holds one message with an example that it takes', async (file) => {
  const exported = Object.entries(await wireModule(file));
  const examples = exported.filter(([name]) => name.endsWith('Example'));
  expect(examples).toHaveLength(1);
  const [[name, example]] = examples as [[string, unknown]];
  const schema = new Map(exported).get(name.slice(0, -'Example'.length)) as z.ZodType;
  expect(schema.parse(JSON.parse(JSON.stringify(example)))).toEqual(example);
});

test('C15.1: the protocol in force is the newest of the history, and serves back to the last break', () => {
  expect(protocol.version).toBe(wireHistory.at(-1)!.version);
  const breaks = wireHistory.filter(({ compatible }) => !compatible).map(({ version }) => version);
  expect(protocol.oldest).toBe(Math.max(1, ...breaks));
});

describe('the hash', () => {
  const schema = z.strictObject({ a: z.string().max(4), b: z.int().nullable() });

  test.each<[string, z.ZodType]>([
    ['a field more', schema.extend({ c: z.string().optional() })],
    ['a field that may be left out', schema.partial({ a: true })],
    ['another bound', z.strictObject({ a: z.string().max(5), b: z.int().nullable() })],
    ['another type', z.strictObject({ a: z.string().max(4), b: z.number().nullable() })],
    ['unknown fields let pass', z.looseObject({ a: z.string().max(4), b: z.int().nullable() })],
    ['a default', z.strictObject({ a: z.string().max(4).default(''), b: z.int().nullable() })],
  ])('is another with %s', (_, other) => expect(hashOf(other)).not.toBe(hashOf(schema)));

  test('is the same whatever the order of the fields', () => {
    expect(hashOf(z.strictObject({ b: z.int().nullable(), a: z.string().max(4) }))).toBe(hashOf(schema));
    expect(canonical({ b: [1, { d: 2, c: undefined }], a: null })).toBe('{"a":null,"b":[1,{"d":2}]}');
  });
});
