import { describe, expect, test } from 'vitest';
import { pastedCells } from '../../../../addin/pages/shares/model/pasted.ts';
import { moveBy } from '../../../../addin/pages/shares/model/moves.ts';
import {
  clashes,
  decide,
  endEntry,
  isChanged,
  mergeIn,
  openSheet,
  readTyped,
  redo,
  shareIn,
  textIn,
  toSave,
  typeInto,
  undo,
  unreadable,
  type ShareSheet,
} from '../../../../addin/pages/shares/model/shareSheet.ts';
import { shareRows, shownRows, shownUnits, sumOf } from '../../../../addin/pages/shares/model/shareRows.ts';
import { searchOfShares, sharesViewOf } from '../../../../addin/pages/shares/model/view.ts';
import { saveShares } from '../../../../addin/pages/shares/saveShares.ts';
import type { SharesApi } from '../../../../addin/pages/shares/sharesApi.ts';
import { ApiProblem } from '../../../../addin/api/problem.ts';
import { parseTaskList } from '../../../../shared/import/parseTaskList.ts';
import { smallDocument } from '../../../support/import/smallList.ts';

const indicator = { label: '企业', unitOfMeasure: '家' };
const of = (unit: string, share: number | null) => ({ arrangement: '1-1-1', indicator: 'i1', unit, share });
const cell = (unit: string) => `1-1-1 i1 ${unit}`;
const type = (sheet: ShareSheet, unit: string, text: string) =>
  typeInto(sheet, [[cell(unit), readTyped(text, indicator)]]);
const opened = () => openSheet([of('nan', 20), of('bei', 15)], 3);

describe('B15.1: what is typed into a cell', () => {
  test.each([
    ['20', 20],
    ['２０', 20],
    ['20家', 20],
    [' 1,200 ', 1200],
    ['0', 0],
    ['', null],
    ['　', null],
  ])('“%s” is read', (text, share) => expect(readTyped(text, indicator).share).toBe(share));
  test.each(['约80', '-3', '2.5', '20户', '二十', '9999999999'])('“%s” is not guessed at', (text) => {
    expect(readTyped(text, indicator)).toEqual({ text, share: undefined });
  });

  test('blank is no share yet, and 0 is one', () => {
    const sheet = type(type(opened(), 'nan', ''), 'bei', '0');
    expect([shareIn(sheet, cell('nan')), shareIn(sheet, cell('bei'))]).toEqual([null, 0]);
    expect(toSave(sheet)).toEqual([of('nan', null), of('bei', 0)]);
  });
});

describe('B15.1: what is pasted', () => {
  test.each([
    ['12\r\n', [['12']]],
    [
      '1\t2\r\n3\t4\r\n',
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    ['1\t\t3', [['1', '', '3']]],
    ['\t1\n2', [['', '1'], ['2']]],
    ['"a\tb\nc"\t"say ""x"""\n5', [['a\tb\nc', 'say "x"'], ['5']]],
    ['5"\t6', [['5"', '6']]],
    ['1\n\n3\n', [['1'], [''], ['3']]],
    ['', [['']]],
  ])('%j', (text, cells) => expect(pastedCells(text)).toEqual(cells));
});

describe('B15.3: only what was changed is saved', () => {
  test('what says the same again, cannot be read or is to be decided stays here', () => {
    let sheet = type(type(type(opened(), 'nan', '２０'), 'bei', '约15'), 'dong', '7');
    expect(toSave(sheet)).toEqual([of('dong', 7)]);
    expect(unreadable(sheet)).toEqual([cell('bei')]);
    expect(isChanged(sheet, cell('nan'))).toBe(false);
    sheet = mergeIn(sheet, [of('nan', 20), of('bei', 15), of('dong', 9)], 4);
    expect(clashes(sheet)).toEqual([cell('dong')]);
    expect(toSave(sheet)).toEqual([]);
  });

  test('others’ cells follow, typed ones stay, and same cells are decided', () => {
    const typed = type(type(type(opened(), 'nan', '25'), 'bei', '10'), 'xi', '4');
    const merged = mergeIn(typed, [of('nan', 20), of('bei', 11), of('xi', 4), of('dong', 9)], 4);
    expect(merged.version).toBe(4);
    expect(['nan', 'bei', 'xi', 'dong'].map((unit) => textIn(merged, cell(unit)))).toEqual([
      '25',
      '10',
      '4',
      '9',
    ]);
    expect(merged.arrived).toEqual(new Set(['bei', 'xi', 'dong'].map(cell)));
    expect(clashes(merged)).toEqual([cell('bei')]);
    expect(toSave(merged)).toEqual([of('nan', 25)]);
    expect(toSave(decide(merged, cell('bei'), 'mine'))).toEqual([of('nan', 25), of('bei', 10)]);
    const theirs = decide(merged, cell('bei'), 'theirs');
    expect(shareIn(theirs, cell('bei'))).toBe(11);
    expect(clashes(undo(merged))).toEqual([cell('bei')]);
    expect(clashes(undo(undo(merged)))).toEqual([]);
  });

  /** An API on which another has saved so many times since. */
  const api = (others: number, stored: () => ReturnType<typeof of>[]) => {
    const sent: object[] = [];
    let [version, left] = [3, others];
    const saved = { by: '王科长', at: '2024-04-10T10:00:00.000+08:00' };
    const fake = {
      save: async (_: number, allocations: object[], given: number) => {
        if (left > 0) {
          left -= 1;
          version += 1;
        }
        if (given !== version) throw new ApiProblem(412, 'changed-meanwhile', null);
        sent.push(...allocations);
        version += 1;
        return { value: { changed: allocations.length, findings: [] }, version };
      },
      shares: async () => ({ value: { allocations: stored(), asked: [], saved }, version }),
    };
    return { api: fake as unknown as SharesApi, sent };
  };
  const held = (sheet: ShareSheet) => {
    let now = sheet;
    return { now: () => now, change: (how: (sheet: ShareSheet) => ShareSheet) => void (now = how(now)) };
  };

  test('where another has saved meanwhile it is merged in, and sent again without what clashes', async () => {
    const sheet = held(type(type(opened(), 'nan', '25'), 'bei', '10'));
    const { api: one, sent } = api(1, () => [of('nan', 20), of('bei', 12), of('dong', 1)]);
    expect(await saveShares(one, 2024, sheet)).toMatchObject({ count: 1, meanwhile: { by: '王科长' } });
    expect(sent).toEqual([of('nan', 25)]);
    expect(clashes(sheet.now())).toEqual([cell('bei')]);
    expect(shareIn(sheet.now(), cell('dong'))).toBe(1);
    expect(sheet.now().arrived.has(cell('dong'))).toBe(true);
    sheet.change((now) => decide(now, cell('bei'), 'mine'));
    expect(await saveShares(one, 2024, sheet)).toMatchObject({ count: 1, meanwhile: null });
    expect(sheet.now()).toMatchObject({ typed: new Map(), past: [], arrived: new Set() });
    expect(shareIn(sheet.now(), cell('bei'))).toBe(10);
  });

  test('it does not try for ever', async () => {
    const { api: one, sent } = api(99, () => [of('nan', 20)]);
    await expect(saveShares(one, 2024, held(type(opened(), 'xi', '1')))).rejects.toMatchObject({
      code: 'changed-meanwhile',
    });
    expect(sent).toEqual([]);
  });
});

describe('B15.4: what was typed is taken back', () => {
  test('a cell’s typing is one step, a paste is one, and both can be had again', () => {
    let sheet = type(type(opened(), 'nan', '2'), 'nan', '25');
    sheet = typeInto(endEntry(sheet), [
      [cell('bei'), readTyped('1', indicator)],
      [cell('dong'), readTyped('2', indicator)],
    ]);
    expect(toSave(undo(sheet))).toEqual([of('nan', 25)]);
    expect(toSave(undo(undo(sheet)))).toEqual([]);
    expect(undo(undo(undo(sheet)))).toEqual(undo(undo(sheet)));
    expect(toSave(redo(redo(undo(undo(sheet)))))).toEqual(toSave(sheet));
    expect(redo(type(undo(sheet), 'xi', '1')).typed.has(cell('bei'))).toBe(false);
  });
});

describe('B15.1: keys move as in a sheet', () => {
  const size = { rows: 3, columns: 4 };
  const by = (key: string, row: number, column: number, more = {}) =>
    moveBy({ key, shiftKey: false, ctrlKey: false, ...more }, { row, column }, size);
  test('arrows, Enter, Tab, Home and End', () => {
    expect(by('ArrowDown', 0, 1)).toEqual({ row: 1, column: 1 });
    expect(by('ArrowUp', 0, 1)).toBeNull();
    expect(by('Enter', 2, 1)).toBeNull();
    expect(by('Enter', 2, 1, { shiftKey: true })).toEqual({ row: 1, column: 1 });
    expect(by('Tab', 0, 3)).toEqual({ row: 1, column: 0 });
    expect(by('Tab', 1, 0, { shiftKey: true })).toEqual({ row: 0, column: 3 });
    expect(by('Tab', 2, 3)).toBeNull();
    expect(by('Tab', 0, 0, { shiftKey: true })).toBeNull();
    expect(by('End', 1, 0)).toEqual({ row: 1, column: 3 });
    expect(by('ArrowRight', 1, 0, { ctrlKey: true })).toEqual({ row: 1, column: 3 });
    expect(by('7', 1, 0)).toBeNull();
  });
});

describe('B15: rows and columns', () => {
  const { taskList } = parseTaskList(
    smallDocument([{ name: '整治', units: '各镇', items: ['年底前检查35家企业。', '每月开展检查。'] }], 2024)
      .split('\n')
      .map((line) => line.split('\t')),
  );
  const units = ['nan', 'bei', 'xi'].map((id) => ({ id, name: id, kind: 'town' as const, aliases: [] }));
  const rows = shareRows(taskList!, { asked: [{ arrangement: '1-1-1', units: ['nan', 'bei'] }] });

  test('what counts nothing is no row; units are those asked, and those with a share', () => {
    expect(rows.map(({ arrangement, of: { target } }) => [arrangement, target])).toEqual([['1-1-1', 35]]);
    const idsOf = (sheet: ShareSheet, view = {}) =>
      shownUnits({ units }, rows, sheet, view).map(({ id }) => id);
    expect(idsOf(opened())).toEqual(['nan', 'bei']);
    expect(idsOf(type(opened(), 'xi', '1'))).toEqual(['nan', 'bei', 'xi']);
    expect(idsOf(opened(), { unit: 'bei' })).toEqual(['bei']);
    expect(shownRows(rows, { unit: 'xi' })).toEqual([]);
    expect(shownRows(rows, { category: '1', task: '1-1' })).toHaveLength(1);
    expect(
      shownRows(
        rows.map((row) => ({ ...row, of: { ...row.of, target: null } })),
        {},
      ),
    ).toEqual([]);
  });

  test('B15.2: it adds up live, or says by how much it does not', () => {
    const sum = (sheet: ShareSheet) => sumOf(rows[0]!, units, sheet);
    expect(sum(opened())).toEqual({ sum: 35, made: 2, over: 0, finding: null });
    expect(sum(type(opened(), 'bei', '5'))).toMatchObject({
      ...{ sum: 25, over: -10 },
      finding: { params: { sum: 25, target: 35, difference: 10 } },
    });
    expect(sum(type(opened(), 'xi', '3'))).toMatchObject({ sum: 38, made: 3, over: 3 });
    expect(sum(type(opened(), 'bei', '约5'))).toMatchObject({ sum: 20, made: 1, over: -15 });
    expect(sum(openSheet([], 0))).toEqual({ sum: 0, made: 0, over: null, finding: null });
  });

  test('B12: the view stands in the address, and what it says wrongly is as if it said nothing', () => {
    const view = { year: 2024, category: '1', task: '1-5', unit: 'nan', all: true };
    expect(sharesViewOf(searchOfShares(view))).toEqual(view);
    expect(searchOfShares({})).toBe('');
    expect(sharesViewOf('?year=24&category=x&task=1&unit=%27&all=yes')).toEqual({});
  });
});
