import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { diagnosticCodes } from '../../../shared/import/diagnostics/catalogue.ts';
import type { ParsedTaskList } from '../../../shared/import/parseTaskList.ts';
import { parseTaskList } from '../../../shared/import/parseTaskList.ts';
import { readGrid } from '../../../shared/import/table/readGrid.ts';
import { diagnostic } from '../../../shared/taskList/diagnostic.ts';
import { taskList as taskListSchema, type ScheduleSource } from '../../../shared/taskList/taskList.ts';
import { gridWith, publishedGrid, publishedText, seedRoster } from '../../support/import/published.ts';
import { runs } from '../../support/thorough.ts';

const known: ReadonlySet<string> = new Set(diagnosticCodes);

/** I1: whatever the content, a list that satisfies its schema, or none and an error that says why; and every span holds. */
function holds({ taskList, diagnostics }: ParsedTaskList): void {
  z.array(diagnostic).parse(diagnostics);
  expect(diagnostics.filter(({ code }) => !known.has(code))).toEqual([]);
  expect(diagnostics.filter(({ zh, en }) => /undefined|null/u.test(zh + en))).toEqual([]);
  if (taskList === null) {
    expect(diagnostics.some(({ severity }) => severity === 'error')).toBe(true);
    return;
  }
  expect(taskListSchema.parse(taskList)).toEqual(taskList);
  const codes = taskList.tasks.flatMap((task) => [task.code, ...task.arrangements.map(({ code }) => code)]);
  expect(new Set(codes).size).toBe(codes.length);
  for (const task of taskList.tasks) {
    for (const { source } of task.goalQuantities)
      expect(task.goal.slice(source.start, source.end)).toBe(source.text);
    for (const { textAsPrinted, schedules, indicators } of task.arrangements) {
      const sources: ScheduleSource[] = [...schedules, ...indicators].flatMap(({ source }) => source ?? []);
      expect(sources.map(({ start, end, entry }) => (entry ?? textAsPrinted).slice(start, end))).toEqual(
        sources.map(({ text }) => text),
      );
    }
  }
}

/** Scraps of official prose, and of what breaks it, in both scripts. */
const scrap = fc.oneof(
  fc.constantFrom(
    ...'3月底前，|每年|二○二五年|十月底前|长期坚持|①|②|一是|（2）|1.|2. |（|）|《|》|“|”|〔|<ol style="x">|</ol>|<|&nbsp;|86 家企業|５家|家|每周|每2个月|销售旺季|高温汛期、|在|适时|一季度|至|10月|2024年|年内|现有液氯1家、|不超过|约|1.2万|、|，|。|；| |\n|\u3000|的|企业|完成|三、|按照上级统一部署|每|第|次|\u{22208}|𫢸|僤|⼀|\u0000|\ud800|２０|類別|工作安排'.split(
      '|',
    ),
  ),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
  fc.string({ unit: 'binary', maxLength: 4 }),
);
const prose = fc.array(scrap, { maxLength: 40 }).map((scraps) => scraps.join(''));
const header = ['類別', '序號', '重點工作名稱', '年度目標任務', '工作安排', '責任單位'];

describe('I1: never throws on content', () => {
  test('arbitrary grids', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.oneof(prose, fc.constantFrom(...header)), { maxLength: 7 }), { maxLength: 12 }),
        (grid) => holds(parseTaskList(grid)),
      ),
    );
  });

  test('arbitrary cells below a header', () => {
    const cells = fc.array(
      fc.tuple(prose, fc.oneof(fc.constantFrom('', '1', '2', '七'), prose), prose, prose, prose, prose),
      {
        maxLength: 6,
      },
    );
    fc.assert(
      fc.property(cells, fc.option(fc.integer({ min: 2000, max: 2100 }), { nil: undefined }), (rows, year) =>
        holds(
          parseTaskList([['2024年清单'], header, ...rows], {
            roster: seedRoster,
            ...(year === undefined ? {} : { year }),
          }),
        ),
      ),
      { numRuns: runs(30, 150) },
    );
  });

  test('arbitrary cells below a header with a column of deadlines, in rows of their own and rows that go on', () => {
    const cells = fc.array(fc.tuple(fc.constantFrom('', '', '1', '2'), prose, prose, prose), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(cells, (rows) =>
        holds(
          parseTaskList([
            ['2024年清单'],
            ['序号', '主要任务', '具体措施', '完成时限', '牵头单位'],
            ...rows.map(([sequence, arrangements, deadline, units]) => [
              sequence,
              sequence === '' ? '' : '某项',
              arrangements,
              deadline,
              units,
            ]),
          ]),
        ),
      ),
      { numRuns: runs(60, 400) },
    );
  });

  test('arbitrary arrangements and goals', () => {
    fc.assert(
      fc.property(prose, prose, (arrangements, goal) =>
        holds(parseTaskList(gridWith({ arrangements: `1. ${arrangements}`, goal }))),
      ),
      { numRuns: runs(100, 600) },
    );
  });

  test('arbitrary text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) =>
        holds(parseTaskList(readGrid(text))),
      ),
    );
  });

  test('the published text with anything put in anywhere', () => {
    fc.assert(
      fc.property(fc.nat(publishedText.length), fc.nat(40), prose, (at, length, scraps) =>
        holds(
          parseTaskList(readGrid(publishedText.slice(0, at) + scraps + publishedText.slice(at + length))),
        ),
      ),
      { numRuns: runs(8, 40) },
    );
  });

  test('the published grid with cells lost, moved or doubled', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(publishedGrid), (rows) => holds(parseTaskList(rows))),
      { numRuns: 40 },
    );
  });

  test.for(
    '3月|3月、|销售旺季、|5家企业、|每周|“|《|（|1. |。1.|<a |按照|1,000|现有液氯1家、| |\n|企业'.split('|'),
  )('very long cells of %j', (scraps) => {
    const long = scraps.repeat(20_000 / scraps.length);
    holds(
      parseTaskList(
        gridWith({ arrangements: `1. ${long}`, goal: long, units: long, title: `2024年${long}` }),
      ),
    );
    holds(parseTaskList([['2024年'], header, [long, long, long, long, long, long]]));
  });

  test.for([999, 2000, 2023.5, 9999, -1, Number.NaN])('a year of %d', (year) => {
    holds(
      parseTaskList(gridWith({ arrangements: '1. 3月底前，检查5家企业，年内、一季度、每周。' }), { year }),
    );
  });
});
