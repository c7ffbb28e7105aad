import { describe, expect, test } from 'vitest';
import { parseTaskList } from '../../../../shared/import/parseTaskList.ts';
import { namesInColumn, namesOf, splitUnits } from '../../../../shared/import/table/units.ts';
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

describe('I5.4: what stands beside a name is no part of it', () => {
  test.for<[string, string[]]>([
    ['市统计局，各乡、镇人民政府', ['市统计局', '各乡、镇人民政府']],
    ['各镇、街道、园区', ['各镇、街道、园区']],
    ['各乡镇、区公安局', ['各乡镇', '区公安局']],
    ['甲局会同乙局、丙局/丁所', ['甲局', '乙局', '丙局', '丁所']],
    ['区住建局等9部门', ['区住建局']],
    ['甲局、乙局等九个成员单位', ['甲局', '乙局']],
    ['市工商联合会', ['市工商联合会']],
    ['根据需要', []],
  ])('several units in few words: %s', ([cell, names]) => {
    expect(splitUnits(cell)).toEqual(names);
  });

  test.for<[string, string[]]>([
    ['甲镇及乙镇', ['甲镇', '乙镇']],
    ['某局和各镇', ['某局', '各镇']],
    ['某局以及某支队、某站与某中心', ['某局', '某支队', '某站', '某中心']],
    ['教育局和体育局及各街道', ['教育局', '体育局', '各街道']],
    ['各有关部门按职责分工负责', ['各有关部门']],
    ['某局、某站按照职责分工负责', ['某局', '某站']],
    ['某局牵头，某站、某所等按职责分工负责', ['某局', '某站', '某所']],
    ['某局牵头，各镇按各自职责分工落实', ['某局', '各镇']],
    ['某局、某站分别负责', ['某局', '某站']],
    ['某局等有关单位按职责分工', ['某局']],
    ['某县政府、某支队主要领导。', ['某县政府', '某支队']],
    ['开发区管委会主要负责人', ['开发区管委会']],
    ['某局、某站（列第一位者为牵头单位，下同）', ['某局', '某站']],
  ])('%j', ([cell, names]) => expect(splitUnits(cell)).toEqual(names));

  test.for<string>([
    ...['文化和旅游局', '住房和城乡建设局', '工业和信息化局', '发展和改革委员会', '人力资源和社会保障局'],
    ...['县直有关部门和单位', '各乡镇和街道', '镇分管领导', '某局及其下属单位', '片区联合执法大队'],
  ])('%s is one name', (name) => expect(splitUnits(name)).toEqual([name]));

  test('a name that the roster knows stays as it is, whatever stands in it', () => {
    const known = new Set(['甲镇及乙镇', '某局等']);
    expect(splitUnits('甲镇及乙镇，某局等', known)).toEqual(['甲镇及乙镇', '某局等']);
  });

  test('blanks part two names of which the column has one elsewhere', () => {
    const column = namesInColumn(['文化站', '卫生院 文化站', '林站']);
    expect(splitUnits('文化站 派出所', new Set(), column)).toEqual(['文化站', '派出所']);
    expect(splitUnits('甲站 乙站 丙中队', new Set(), column)).toEqual(['甲站', '乙站', '丙中队']);
    expect(splitUnits('文化 站', new Set(), column)).toEqual(['文化站']);
    // Where one blank is missing.
    expect(splitUnits('派出所文化站', new Set(), column)).toEqual(['派出所', '文化站']);
    expect(splitUnits('派出所文化站', new Set(['派出所文化站']), column)).toEqual(['派出所文化站']);
    expect(splitUnits('县文化站', new Set(), column)).toEqual(['县文化站']);
  });

  test('in a column that has none elsewhere a wrapped name stays one', () => {
    const column = namesInColumn(['市应急管 理局', '市公安局']);
    expect(splitUnits('市应急管 理局', new Set(), column)).toEqual(['市应急管理局']);
    expect(splitUnits('某局 某站', new Set(), column)).toEqual(['某局某站']);
  });

  test('a list reads its columns of units so', () => {
    const rows = [
      ['2025年某镇整治计划'],
      ['整治行业', '重点任务', '工作措施', '完成时限', '责任单位'],
      ...[
        ['甲', '5月', '民政所'],
        ['乙', '6月', '民政所 卫生院'],
        ['丙', '7月', '超限站 公路站'],
      ].map(([name = '', time = '', units = '']) => ['', name, `检查${name}。`, time, units]),
    ];
    const { taskList } = parseTaskList(rows);
    expect(taskList?.tasks.map(({ units }) => units)).toEqual([
      ['民政所'],
      ['民政所', '卫生院'],
      ['超限站', '公路站'],
    ]);
  });
});
