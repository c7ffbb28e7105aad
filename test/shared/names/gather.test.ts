import { describe, expect, test } from 'vitest';
import { gatherReading } from '../../../shared/import/diagnostics/gather.ts';
import { parseTaskList } from '../../../shared/import/parseTaskList.ts';
import type { Roster } from '../../../shared/roster/roster.ts';
import { header, title } from '../../support/import/rows.ts';

const roster: Roster = {
  units: [{ id: 'u1', name: '县应急局', kind: 'bureau', aliases: [] }],
  groups: [],
};
const row = (n: number, text: string, units: string) => ['一、类别', String(n), `任务${n}`, '', text, units];
const gathered = (...rows: string[][]) =>
  gatherReading(parseTaskList([title, header, ...rows], { roster }), roster);
const said = (...rows: string[][]) =>
  gathered(...rows).gathered.map(({ severity, code, count, at, words }) =>
    [severity, code, count, at.join(), words.join()].join(' '),
  );

describe('I12.1: what a reading asks and tells is gathered', () => {
  test('a fault of the whole list is told once, with where it stands', () => {
    const { gathered: all } = gathered(
      ...Array.from({ length: 12 }, (_, n) => row(n + 1, '每周巡查。', '县应急局')),
    );
    expect(all).toHaveLength(1);
    expect(all[0]).toMatchObject({
      ...{ code: 'number-missing', severity: 'info', count: 12, words: [] },
      zh: '12 条工作安排没有印编号，按先后编码。请核对它们是否各是单独的一项。',
    });
    expect(all[0]!.at).toEqual(Array.from({ length: 12 }, (_, n) => `1-${n + 1}-1`));
    expect(all[0]!.cells.map(({ row: at, column }) => [at, column])).toEqual(
      Array.from({ length: 12 }, (_, n) => [n + 3, 5]),
    );
  });

  test('where other lines have a number, those without are a fault, and told once as well', () => {
    const rows = Array.from({ length: 4 }, (_, n) =>
      row(n + 1, n < 3 ? '每周巡查。' : '1. 每周巡查。', '县应急局'),
    );
    expect(said(...rows)).toEqual(['warning number-missing 3 1-1-1,1-2-1,1-3-1 ']);
  });

  test('one alone keeps its own sentence', () => {
    const { gathered: all } = gathered(row(1, '每周巡查。', '县应急局'), row(2, '1. 每周巡查。', '县应急局'));
    expect(all.map(({ zh }) => zh)).toEqual(['1-1-1 没有印编号，按位置编码。请核对它是否单独的一项。']);
  });

  test('the same words without a date are one decision, other words another', () => {
    expect(
      said(
        row(1, '1. 适时通报。', '县应急局'),
        row(2, '1. 适时总结。', '县应急局'),
        row(3, '1. 按照省市统一部署报送。', '县应急局'),
      ),
    ).toEqual(['decision undated 2 1-1-1,1-2-1 适时', 'decision undated 1 1-3-1 按照省市统一部署']);
  });

  test('I12.2: names are asked once: those without a doubt together, the others each for itself', () => {
    const { names, gathered: all } = gathered(
      row(1, '1. 每周巡查。', '县住建局、县水务局、各村'),
      row(2, '1. 每周巡查。\n2. 每月通报。', '县住建局、县应急局'),
    );
    expect(names).toEqual([
      {
        name: '县住建局',
        arrangements: ['1-1-1', '1-2-1', '1-2-2'],
        proposal: { kind: 'unit', unitKind: 'bureau' },
        sure: true,
      },
      {
        name: '县水务局',
        arrangements: ['1-1-1'],
        proposal: { kind: 'unit', unitKind: 'bureau' },
        sure: true,
      },
      { name: '各村', arrangements: ['1-1-1'], proposal: { kind: 'group', members: [] }, sure: false },
    ]);
    expect(all.map(({ code, count, words }) => [code, count, words.join()])).toEqual([
      ['unknown-unit', 2, '县住建局,县水务局'],
      ['unknown-unit', 1, '各村'],
    ]);
    expect(all[0]!.cells).toEqual([
      { row: 3, column: 6 },
      { row: 4, column: 6 },
    ]);
  });

  test('rows with units of their own are one question', () => {
    expect(
      said(
        row(1, '1. 每周巡查。', '县应急局'),
        ['', '', '', '', '2. 每月通报。', '县住建局'],
        ['', '', '', '', '3. 每月总结。', '县水务局'],
      ).filter((each) => each.includes('units-of-row')),
    ).toEqual([expect.stringContaining('decision units-of-row 3 1-1-1,1-1-2,1-1-3')]);
  });

  test('the gravest come first, and nothing is lost', () => {
    const reading = parseTaskList(
      [title, header, row(1, '每周巡查。', '某局'), ['', '2', '', '', '1. 每周巡查。', '某局']],
      { roster },
    );
    const { gathered: all } = gatherReading(reading, roster);
    const order = ['error', 'decision', 'warning', 'info'];
    const places = all.map(({ severity }) => order.indexOf(severity));
    expect(places).toEqual(places.toSorted());
    expect(new Set(all.map(({ code }) => code))).toEqual(
      new Set(reading.diagnostics.map(({ code }) => code)),
    );
  });
});
