import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { pageOf, pageWith } from '../../../../addin/pages/lists/model/pages.ts';
import { readingView } from '../../../../addin/pages/lists/model/readingView.ts';
import { shownRows } from '../../../../addin/pages/lists/model/shownRows.ts';
import { changedWords } from '../../../../addin/pages/lists/model/words.ts';
import { parseTaskList } from '../../../../shared/import/parseTaskList.ts';
import { readGrid } from '../../../../shared/import/table/readGrid.ts';
import type { Diagnostic } from '../../../../shared/taskList/diagnostic.ts';
import { publishedText, seedRoster } from '../../../support/import/published.ts';

const { taskList: list, diagnostics } = parseTaskList(readGrid(publishedText), { roster: seedRoster });
const reading = list!;
const places = reading.tasks.flatMap(({ code, arrangements }) => [
  code,
  ...arrangements.map((own) => own.code),
]);

const said = (
  at: string | null,
  code = 'undated',
  severity: Diagnostic['severity'] = 'decision',
): Diagnostic => ({
  code,
  severity,
  cell: null,
  at,
  text: null,
  zh: `${at}`,
  en: `${at}`,
});

describe('I13.1: diagnostics beside the place that they speak of', () => {
  test('each stands exactly once, at its place or with the document, whatever places they name', () => {
    const at = fc.option(fc.constantFrom(...places, '9-9', '9-9-9', ''), { nil: null });
    fc.assert(
      fc.property(fc.array(at, { maxLength: 12 }), (named) => {
        const given = named.map((place) => said(place));
        const view = readingView(reading, given);
        const shown = [
          ...view.general,
          ...view.tasks.flatMap((task) => [
            ...task.diagnostics.map((one) => (expect(one.at).toBe(task.task.code), one)),
            ...task.arrangements.flatMap((own) =>
              own.diagnostics.map((one) => (expect(one.at).toBe(own.place), one)),
            ),
          ]),
        ];
        expect(shown.length).toBe(given.length);
        expect(new Set(shown)).toEqual(new Set(given));
      }),
    );
  });

  it('of the list of 2024: all at their places, and the sums that it states by themselves', () => {
    const view = readingView(reading, diagnostics);
    expect(view.crossFoots.map(({ at }) => at)).toEqual(
      diagnostics.filter(({ code }) => code === 'cross-foot').map(({ at }) => at),
    );
    expect(view.crossFoots.length).toBeGreaterThan(1);
  });
});

describe('I13.4: a long list', () => {
  const view = readingView(reading, [said('1-1-3'), said('2-1', 'number-repeated', 'warning')]);
  const placesOf = (...args: Parameters<typeof shownRows> extends [unknown, ...infer Rest] ? Rest : never) =>
    shownRows(view, ...args).map((row) => row.view.place);

  it('is filtered by what is to be decided, said or changed, and by words', () => {
    expect(placesOf('all', '', new Set()).length).toBe(81);
    expect(placesOf('decision', '', new Set())).toEqual(['1-1-3']);
    expect(placesOf('diagnosed', '', new Set())).toEqual(
      expect.arrayContaining(['1-1-3', '2-1-1', '2-1-2', '2-1-3']),
    );
    expect(placesOf('changed', '', new Set(['3-6-3']))).toEqual(['3-6-3']);
    expect(placesOf('all', '3-6-', new Set()).every((place) => place.startsWith('3-6-'))).toBe(true);
    // In the Simplified text and as printed alike.
    expect(placesOf('all', ' 标准化证书 ', new Set())).toEqual(['1-1-1']);
    expect(placesOf('all', '標準化證書', new Set())).toEqual(['1-1-1']);
    expect(placesOf('all', '没有这样的字', new Set())).toEqual([]);
  });

  test('pages hold every item once, in order, and none more than a page does', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.integer({ min: 1, max: 9 }), (items, size) => {
        const { pages } = pageOf(items, size, 0);
        const all = Array.from({ length: pages }, (_, page) => pageOf(items, size, page).items);
        expect(all.flat()).toEqual(items);
        expect(all.every((page) => page.length <= size)).toBe(true);
        expect(pageOf(items, size, pages + 5)).toEqual(pageOf(items, size, pages - 1));
        expect(pageOf(items, size, -1)).toEqual(pageOf(items, size, 0));
      }),
    );
    expect(pageWith([1, 2, 3, 4, 5], 2, (item) => item === 4)).toBe(1);
    expect(pageWith([1], 2, () => false)).toBe(0);
  });
});

describe('I13.3: what changes in a text', () => {
  const words = fc.string({ unit: fc.constantFrom(...'每月周检查80家企业，。'), maxLength: 24 });
  test('what stays and what goes is the old text, what stays and what comes the new one', () => {
    fc.assert(
      fc.property(words, words, (before, after) => {
        const parts = changedWords(before, after);
        const without = (kind: string) =>
          parts.flatMap((part) => (part.kind === kind ? [] : [part.text])).join('');
        expect(without('after')).toBe(before);
        expect(without('before')).toBe(after);
      }),
    );
  });

  it('names no more than what differs', () => {
    expect(changedWords('4月底前，检查8家。', '5月底前，检查8家。')).toEqual([
      { text: '4', kind: 'before' },
      { text: '5', kind: 'after' },
      { text: '月底前，检查8家。', kind: 'same' },
    ]);
    expect(changedWords('检查20家', '检查22家')).toEqual([
      { text: '检查', kind: 'same' },
      { text: '20', kind: 'before' },
      { text: '22', kind: 'after' },
      { text: '家', kind: 'same' },
    ]);
    expect(changedWords('甲检查企业乙', '丙检查企业丁').filter(({ kind }) => kind === 'same')).toEqual([
      { text: '检查企业', kind: 'same' },
    ]);
    expect(changedWords('同样', '同样')).toEqual([{ text: '同样', kind: 'same' }]);
    const long = '长'.repeat(2000);
    expect(changedWords(`甲${long}乙`, `丙${'短'.repeat(2000)}乙`).at(-1)).toEqual({
      text: '乙',
      kind: 'same',
    });
  });
});
