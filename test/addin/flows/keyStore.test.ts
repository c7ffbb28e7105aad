import { expect, test } from 'vitest';
import { browserKeyStore } from '../../../addin/api/keyStore.ts';

function storage(): Storage {
  const held = new Map<string, string>();
  return {
    getItem: (name: string) => held.get(name) ?? null,
    setItem: (name: string, value: string) => void held.set(name, value),
    removeItem: (name: string) => void held.delete(name),
  } as Storage;
}

test('keys of two units stand side by side; a new workbook takes the last one used', () => {
  const kept = storage();
  const keys = browserKeyStore('', () => kept);
  keys.write('tz_a', 'xuejia');
  keys.write('tz_b', 'menghe');
  const later = browserKeyStore('', () => kept);
  expect([later.read('xuejia'), later.read('menghe'), later.read(null)]).toEqual(['tz_a', 'tz_b', 'tz_b']);
  later.clear('menghe');
  expect([later.read('xuejia'), later.read('menghe'), later.read(null)]).toEqual(['tz_a', null, null]);
});

test('partitions of Office do not see each other', () => {
  const kept = storage();
  browserKeyStore('one', () => kept).write('tz_a', 'xuejia');
  expect(browserKeyStore('two', () => kept).read('xuejia')).toBeNull();
});

test('where storage is refused the key lives as long as the page', () => {
  const keys = browserKeyStore('', () => {
    throw new Error('third-party frame');
  });
  keys.write('tz_a', 'xuejia');
  expect(keys.read('xuejia')).toBe('tz_a');
  keys.clear('xuejia');
  expect(keys.read('xuejia')).toBeNull();
});
