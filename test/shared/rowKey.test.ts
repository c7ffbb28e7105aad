import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkCharacter } from '../../shared/rowKey/checkCharacter.ts';
import { formatRowKey, parseRowKey } from '../../shared/rowKey/rowKey.ts';

const identity = fc.record({
  list: fc.constantFrom('2024', '2025'),
  arrangement: fc
    .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 20 }))
    .map((parts) => parts.join('-')),
  schedule: fc.integer({ min: 1, max: 8 }),
  indicator: fc.constantFrom('done', 'i1', 'i12'),
  unit: fc.constantFrom('bureau', 'xuejia', 'xixiashu'),
  period: fc.constantFrom('2024', '2024-H2', '2024-Q1', '2024-B6', '2024-03', '2024-W07'),
});

test('ISO 7064 MOD 37-2: the standard’s worked example', () => {
  // ISBT 128 donation numbers use this system: G123 498 654321 has the check character H.
  expect(checkCharacter('g123498654321')).toBe('h');
});

test('S1: a key says what it says, and is read back as the same row', () => {
  fc.assert(
    fc.property(identity, (row) => {
      expect(parseRowKey(formatRowKey(row))).toEqual(row);
    }),
  );
});

test('S1: every single wrong character is found', () => {
  fc.assert(
    fc.property(
      identity,
      fc.nat(),
      fc.constantFrom(...'0123456789abcdefghijklmnopqrstuvwxyz'),
      (row, at, other) => {
        const key = formatRowKey(row);
        const position = at % key.length;
        fc.pre(key[position] !== other && key[position] !== '.' && key[position] !== '-');
        fc.pre(key[position]!.toLowerCase() !== other);
        const broken = key.slice(0, position) + other + key.slice(position + 1);
        expect(parseRowKey(broken)).toBeTypeOf('string');
      },
    ),
    { numRuns: 2000 },
  );
});

test('S1: neighbours exchanged are found', () => {
  fc.assert(
    fc.property(identity, fc.nat(), (row, at) => {
      const key = formatRowKey(row);
      const position = at % (key.length - 1);
      const [a, b] = [key[position]!, key[position + 1]!];
      fc.pre(a !== b);
      expect(parseRowKey(key.slice(0, position) + b + a + key.slice(position + 2))).toBeTypeOf('string');
    }),
    { numRuns: 2000 },
  );
});

test('what is no key is malformed', () => {
  for (const text of ['', '合计', '2024', '2024.1-1-1.1.i1.xuejia', ' 2024.1-2-1.1.i1.xuejia.2024.0']) {
    expect(parseRowKey(text)).toBe('malformed');
  }
});
