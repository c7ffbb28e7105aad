import { describe, expect, test } from 'vitest';
import { parseTaskList } from '../../../shared/import/parseTaskList.ts';
import { decideOpen, unitsOf } from '../../../shared/taskList/leftOpen.ts';
import { taskList, type Arrangement } from '../../../shared/taskList/taskList.ts';

const header = ['类别', '序号', '重点工作名称', '年度目标任务', '工作安排', '责任单位', '完成时限'];

/** The arrangements of a list of one task with these rows: sentence, units, deadline. */
function read(...rows: [sentence: string, units: string, deadline?: string][]): Arrangement[] {
  const { taskList: list, diagnostics } = parseTaskList([
    ['2025年任务清单'],
    header,
    ...rows.map(([sentence, units, deadline = ''], index) => [
      ...(index === 0 ? ['一、例行工作', '1', '检查', ''] : ['', '', '', '']),
      ...[`${index + 1}. ${sentence}`, units, deadline],
    ]),
  ]);
  expect(list, JSON.stringify(diagnostics)).not.toBeNull();
  return list!.tasks.flatMap(({ arrangements }) => arrangements);
}
const one = (sentence: string, units = '南镇', deadline = ''): Arrangement =>
  read([sentence, units, deadline])[0]!;

describe('I7.1: a quantity that is not exact keeps its words, and the number that a person may confirm', () => {
  test.each<[sentence: string, words: string, value: number | null, measure: string, label: string]>([
    ['6月底前检查约20家危险化学品企业', '约20家危险化学品企业', 20, '家', '危险化学品企业'],
    ['6月底前检查20余家加油站', '20余家加油站', 20, '家', '加油站'],
    ['6月底前检查10至20家加油站', '10至20家加油站', null, '家', '加油站'],
    ['6月底前各镇完成3家企业整改', '各镇完成3家企业', 3, '家', '企业'],
    ['6月底前检查企业约20家', '约20家', 20, '家', '企业'],
    ['6月底前检查仓库2家/月', '2家/月', 2, '家', '仓库'],
    ['6月底前检查数十家企业', '数十家企业', null, '家', '企业'],
  ])('%s', (sentence, words, value, unitOfMeasure, label) => {
    const { leftOpen, indicators, textAsPrinted } = one(sentence);
    expect(indicators.map(({ id }) => id)).toEqual(['done']);
    expect(leftOpen?.quantities).toMatchObject([{ label, unitOfMeasure, value }]);
    const { text, start, end } = leftOpen!.quantities![0]!.source;
    expect([text, textAsPrinted.slice(start, end)]).toEqual([words, words]);
  });

  test('confirmed it is an indicator in the order of the text; taken back, none', () => {
    const read = one('6月底前检查约20家加油站，整改5家仓库');
    const words = read.leftOpen!.quantities![0]!.source.text;
    const decide = (target: number | 'none' | 'open', before = read) =>
      decideOpen(before, '1-1-1', { quantities: { '1-1-1': { [words]: target } } }, undefined);
    const confirmed = decide(18);
    expect(confirmed.indicators.map(({ id, target }) => [id, target])).toEqual([
      ['i1', 18],
      ['i2', 5],
    ]);
    expect(decideOpen(confirmed, '1-1-1', {}, undefined)).toEqual(confirmed);
    expect(decide('none', confirmed).indicators).toEqual(read.indicators);
    expect(decide('open', confirmed)).toEqual(read);
  });
});

test('I9: a quantity of a goal that is not exact is told, and is nobody’s decision', () => {
  const row = ['一、例行工作', '1', '检查', '检查约20家企业', '1. 每月检查企业', '南镇', ''];
  const { diagnostics } = parseTaskList([['2025年任务清单'], header, row]);
  expect(diagnostics).toMatchObject([{ code: 'goal-inexact', severity: 'info', at: '1-1' }]);
});

describe('I6.5: which of two deadlines holds', () => {
  const both = one('3月底前完成检查', '南镇', '6月底前');
  const dues = ({ schedules }: Arrangement) => schedules.map(({ due }) => due);
  const decide = (holds: 'sentence' | 'column' | 'both' | 'open') =>
    decideOpen(both, '1-1-1', { deadlines: { '1-1-1': holds } }, undefined);

  test('the column’s until a person says otherwise', () => {
    expect(dues(both)).toEqual(['2025-06-30']);
    expect(dues(decide('sentence'))).toEqual(['2025-03-31']);
    expect(dues(decide('both'))).toEqual(['2025-03-31', '2025-06-30']);
    expect(dues(decide('column'))).toEqual(['2025-06-30']);
  });

  test('what is decided holds for the same words only', () => {
    const stored = decide('sentence').leftOpen;
    expect(dues(decideOpen(both, '1-1-1', {}, stored))).toEqual(['2025-03-31']);
    expect(dues(decideOpen(both, '1-1-1', { deadlines: { '1-1-1': 'open' } }, stored))).toEqual([
      '2025-06-30',
    ]);
    const other = one('4月底前完成检查', '南镇', '6月底前');
    expect(decideOpen(other, '1-1-1', {}, stored)).toEqual(other);
  });

  test('a date of the column that gives way to a rhythm of the sentence: done or not is asked in each period', () => {
    const rhythm = one('每月检查企业', '南镇', '每季度');
    const decided = decideOpen(rhythm, '1-1-1', { deadlines: { '1-1-1': 'sentence' } }, undefined);
    expect(decided.schedules.map(({ kind }) => kind)).toEqual(['monthly']);
    expect(decided.indicators).toMatchObject([{ id: 'done', mode: 'perPeriod' }]);
  });

  test('where they agree nothing is open', () => {
    expect(one('6月底前完成检查', '南镇', '6月').leftOpen).toBeUndefined();
  });
});

describe('I5.2: whose an arrangement is', () => {
  test('a row that names other units keeps their names; a task without units keeps none', () => {
    const rows = read(['每月检查企业', '南镇'], ['每月通报隐患', '北镇、南镇'], ['每月报送', '']);
    expect(rows.map(({ leftOpen }) => leftOpen?.units?.printed)).toEqual([['南镇'], undefined, undefined]);
    expect(one('每月检查企业', '').leftOpen?.units).toEqual({ printed: [] });
  });

  test('its own units once a person has said so, all of the task where none is named', () => {
    const row = read(['每月检查企业', '南镇'], ['每月通报隐患', '北镇'])[1]!;
    const decide = (units: string[]) => decideOpen(row, '1-1-2', { units: { '1-1-2': units } }, undefined);
    const task = { units: ['南镇', '北镇'] };
    expect(unitsOf(task, row)).toEqual(task.units);
    expect(unitsOf(task, decide(['北镇']))).toEqual(['北镇']);
    expect(unitsOf(task, decide([]))).toEqual(task.units);
  });
});

test('I8: a list with decisions is a list, and a decided one is decided once', () => {
  const { taskList: list } = parseTaskList([
    ['2025年任务清单'],
    header,
    ['一、例行工作', '1', '检查', '', '1. 3月底前检查约20家企业', '', '6月底前'],
  ]);
  expect(taskList.parse(list)).toEqual(list);
  expect(Object.keys(list!.tasks[0]!.arrangements[0]!.leftOpen!)).toEqual([
    ...['units', 'deadline', 'quantities'],
  ]);
});
