import { describe, expect, test } from 'vitest';
import { parseTaskList } from '../../../../shared/import/parseTaskList.ts';
import { namesOf, splitUnits } from '../../../../shared/import/table/units.ts';
import { gridWith, seedRoster } from '../../../support/import/published.ts';

describe('I5: responsible units', () => {
  test.for<[string, string[]]>([
    ['区应急管理局，各园区（镇、街道）', ['区应急管理局', '各园区（镇、街道）']],
    ['區應急管理局，各園區（鎮、街道）', ['区应急管理局', '各园区（镇、街道）']],
    ['某局，滨开区、薛家镇', ['某局', '滨开区', '薛家镇']],
    [' 某局， \n 各镇 (街道，园区) ；某站、', ['某局', '各镇（街道，园区）', '某站']],
    ['某局，某局', ['某局']],
    ['各园区（镇、街道，某局', ['各园区（镇', '街道', '某局']],
    ['区应急管理局\n某开区\r\n某镇', ['区应急管理局', '某开区', '某镇']],
    ['区应急\n管理局\n某镇（街\n道）', ['区应急管理局', '某镇（街道）']],
    ['某 局', ['某局']],
    ['牵头单位：某局；配合单位：某站、某镇', ['某局', '某站', '某镇']],
    ['牵头单位：某局\n配合单位：某站', ['某局', '某站']],
    ['某局牵头，某站配合，某镇负责', ['某局', '某站', '某镇']],
    ['某局（牵头）、某站、各镇等', ['某局', '某站', '各镇']],
    ['某局等有关部门', ['某局']],
    ['某局，—，/、无', ['某局']],
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

  test('blanks separate names that the roster knows, and a name that it knows is one however it is wrapped', () => {
    const known = namesOf(seedRoster);
    expect(splitUnits('区应急管理局 滨开区　薛家镇', known)).toEqual(['区应急管理局', '滨开区', '薛家镇']);
    expect(splitUnits('新北区\n应急管理局\n薛家 镇', known)).toEqual(['新北区应急管理局', '薛家镇']);
    expect(splitUnits('区应急管理局负责，各园区、镇、街道 配合', known)).toEqual([
      '区应急管理局',
      '各园区、镇、街道',
    ]);
    expect(splitUnits('区应急管理局 某站', known)).toEqual(['区应急管理局某站']);
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
