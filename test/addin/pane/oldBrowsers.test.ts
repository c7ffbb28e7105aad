import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import { stripTypeScriptTypes } from 'node:module';
import { expect, test } from 'vitest';

/** The file as a browser gets it that lacks what came after ES2020. */
function inOldBrowser(program: string): unknown {
  const source = stripTypeScriptTypes(readFileSync('addin/pane/oldBrowsers.ts', 'utf8'));
  const lacking = `
    for (const name of ['at', 'findLast', 'toReversed', 'toSorted', 'toSpliced'])
      delete Array.prototype[name];
    for (const name of ['at', 'replaceAll', 'toWellFormed']) delete String.prototype[name];
`;
  const crypto = {
    getRandomValues: (bytes: Uint8Array<ArrayBuffer>) => globalThis.crypto.getRandomValues(bytes),
  };
  const text = runInContext(`${lacking}\n${source}\nJSON.stringify(${program})`, createContext({ crypto }));
  return JSON.parse(String(text));
}

test('S12.16: what the pane calls beyond ES2020 is there in an older web view, and does the same', () => {
  expect(
    inOldBrowser(`(() => {
      const list = Object.freeze([3, 1, 2]);
      return [
        list.at(-1), list.at(0), 'abc'.at(-2), list.at(7) === undefined,
        list.findLast((value) => value > 1), list.findLast((value) => value === 9) === undefined,
        list.toReversed(), list.toSorted(), list.toSorted((a, b) => b - a), list.toSpliced(1, 1),
        'a.b.c'.replaceAll('.', '-'), 'a1b2'.replaceAll(/\\d/g, '#'), 'a.a'.replaceAll('.', '[$&]'),
        'a\\ud83d\\ude00b\\ud83dc'.toWellFormed(), Object.keys([1]),
      ];
    })()`),
  ).toEqual([
    ...[2, 3, 'b', true, 2, true],
    ...[
      [2, 1, 3],
      [1, 2, 3],
      [3, 2, 1],
      [3, 2],
    ],
    ...['a-b-c', 'a#b#', 'a[.]a'],
    'a\ud83d\ude00b\ufffdc',
    ['0'],
  ]);
  expect(inOldBrowser('crypto.randomUUID()')).toMatch(
    /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  );
});
