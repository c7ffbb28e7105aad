import { describe, expect, test } from 'vitest';
import { parseTaskList } from '../../../shared/import/parseTaskList.ts';
import { namesOf, splitUnits } from '../../../shared/import/units.ts';
import { gridWith, seedRoster } from '../../support/import/published.ts';

describe('I5: responsible units', () => {
  test.for<[string, string[]]>([
    ['区应急管理局，各园区（镇、街道）', ['区应急管理局', '各园区（镇、街道）']],
    ['區應急管理局，各園區（鎮、街道）', ['区应急管理局', '各园区（镇、街道）']],
    ['某局，滨开区、薛家镇', ['某局', '滨开区', '薛家镇']],
    [' 某局， \n 各镇 (街道，园区) ；某站、', ['某局', '各镇（街道，园区）', '某站']],
    ['某局，某局', ['某局']],
    ['各园区（镇、街道，某局', ['各园区（镇', '街道', '某局']],
    ['', []],
  ])('%j', ([cell, names]) => expect(splitUnits(cell)).toEqual(names));

  test('a name that holds 、 stays whole where the roster knows it', () => {
    const known = namesOf(seedRoster);
    expect(splitUnits('薛家镇、各园区、镇、街道、罗溪镇', known)).toEqual([
      '薛家镇',
      '各园区、镇、街道',
      '罗溪镇',
    ]);
  });

  test('I5.1: a name that the roster does not know waits for a decision; aliases and groups are known', () => {
    const grid = gridWith({
      arrangements: '1. 每周巡查。',
      units: '新北區應急管理局，各镇（街道、园区），某镇',
    });
    const { taskList, diagnostics } = parseTaskList(grid, { roster: seedRoster });
    expect(taskList?.tasks[0]).toMatchObject({
      unitsAsPrinted: '新北區應急管理局，各镇（街道、园区），某镇',
      units: ['新北区应急管理局', '各镇（街道、园区）', '某镇'],
    });
    expect(diagnostics).toMatchObject([
      { code: 'unknown-unit', severity: 'decision', at: '1-1', text: '某镇', cell: { row: 3, column: 6 } },
    ]);
    expect(parseTaskList(grid).diagnostics).toEqual([]);
  });

  test('I5.1: no unit at all waits for a decision', () => {
    const { diagnostics } = parseTaskList(gridWith({ arrangements: '1. 每周巡查。', units: ' ' }));
    expect(diagnostics).toMatchObject([{ code: 'units-missing', severity: 'decision', at: '1-1' }]);
  });
});
