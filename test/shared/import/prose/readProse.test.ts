import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseTaskList } from '../../../../shared/import/parseTaskList.ts';
import type { ProseLevels } from '../../../../shared/import/prose/levels.ts';
import { handReadProse } from '../../../support/import/prose/all.ts';

const title = '2025年某区安全工作任务清单';

/** Prose line by line, below a title. */
function read(lines: string[], levels?: ProseLevels) {
  const { taskList, diagnostics, prose } = parseTaskList(
    [title, ...lines].map((line) => [line]),
    levels === undefined ? {} : { levels },
  );
  const tasks = taskList?.tasks ?? [];
  return {
    taskList,
    prose,
    diagnostics,
    categories: taskList?.categories.map(({ name }) => name),
    tasks: tasks.map(({ name }) => name),
    units: tasks.map(({ units }) => units.join('、')),
    arrangements: tasks.map(({ arrangements }) => arrangements.map(({ text }) => text)),
    schedules: tasks.map(({ arrangements }) =>
      arrangements.map(({ schedules }) => schedules.map(({ kind, due }) => due ?? kind).join('；')),
    ),
    codes: diagnostics.map(({ code }) => code),
  };
}

describe('I15: who does it and until when, in each form', () => {
  test.for<[string, string, string]>([
    ['1.检查企业。（牵头单位：甲局；责任单位：乙局、丙站，6月底完成）', '甲局、乙局、丙站', '2025-06-30'],
    ['1.检查企业（甲局牵头，乙局、丙站按职责分工负责，6月底前完成）。', '甲局、乙局、丙站', '2025-06-30'],
    ['1.检查企业。（责任单位:甲局;完成时限:6月底前）', '甲局', '2025-06-30'],
    ['1.检查企业。【责任单位：甲局；完成时限：6月底前】', '甲局', '2025-06-30'],
    ['1.检查企业。责任单位：甲局、乙局；完成时限：6月底前。', '甲局、乙局', '2025-06-30'],
    ['1.检查企业，责任单位：甲局、乙局，完成时间：6月底前。', '甲局、乙局', '2025-06-30'],
    ['1.检查企业。牵头单位：甲局　配合单位：乙局　完成时限：6月底前', '甲局、乙局', '2025-06-30'],
    ['1.检查企业。（甲局、乙局，6月底前）', '甲局、乙局', '2025-06-30'],
    ['1.6月底前检查企业。（由甲局负责）', '甲局', '2025-06-30'],
    ['1.检查企业。（甲局负责，乙局配合，每月）', '甲局、乙局', 'monthly'],
    ['1.检查企业。（责任单位：各镇（街道）；时限：长期）', '各镇（街道）', 'undated'],
    ['1.检查企业。（責任單位：甲局；完成時限：6月底前）', '甲局', '2025-06-30'],
  ])('%s', ([line, units, due]) => {
    const found = read(['一、重点检查', line, '2.另一项。（丁局负责，9月底前）']);
    expect(found.tasks).toEqual(['重点检查']);
    expect(found.arrangements[0]?.[0]).toMatch(/检查企业[，。]?$/u);
    expect(found.schedules[0]?.[0]).toBe(due);
    const [first] = found.taskList!.tasks[0]!.arrangements;
    expect(first?.leftOpen?.units?.printed.join('、')).toBe(units);
    // I5.2: its own words say so; nobody is asked.
    expect(first?.leftOpen?.units?.decided).toEqual(first?.leftOpen?.units?.printed);
    expect(found.codes).not.toContain('units-of-row');
  });

  test('on lines of their own, and for a whole section', () => {
    const found = read([
      '一、甲任务',
      '责任单位：甲局、各镇',
      '完成时限：6月底前',
      '1.做一件。',
      '2.做另一件。',
      '二、乙任务',
      '1.再做一件。',
      '责任单位：乙局',
      '完成时限：9月底前',
      '2.还做一件。',
      '以上任务由丙局牵头，丁局配合。',
    ]);
    expect(found.units).toEqual(['甲局、各镇', '丙局、乙局、丁局']);
    expect(found.schedules).toEqual([
      ['2025-06-30', '2025-06-30'],
      ['2025-09-30', 'undated'],
    ]);
  });

  test('of a bracket that says something else nothing is read, and nothing is lost', () => {
    const line = '1.检查企业（含新建的），约谈负责人（企业负责人），报送（见附件）。';
    const found = read(['一、检查', line, '2.整改。（甲局负责）']);
    expect(found.arrangements[0]?.[0]).toBe(line.slice(2));
  });

  test('an item with several such brackets is as many arrangements', () => {
    const found = read([
      '一、检查',
      '1.查企业。（甲局，3月底前）查学校。（乙局，6月底前）',
      '2.整改。（甲局负责）',
    ]);
    expect(found.arrangements[0]).toEqual(['查企业。', '查学校。', '整改。']);
    expect(found.schedules[0]).toEqual(['2025-03-31', '2025-06-30', 'undated']);
  });
});

describe('I15: lines below the last item', () => {
  const items = ['1.打通通道8条，3月底前制定方案。', '2.新建站5个。'];

  test.for<[string, string[]]>([
    ['labels on lines of their own', ['责任单位：消防大队', '完成时限：11月底']],
    ['labels in a bracket', ['（责任单位：消防大队；完成时限：11月底）']],
    ['roles in a bracket', ['（消防大队牵头，11月底前完成）']],
  ])('are said of all items where none has its own: %s', ([, closing]) => {
    const found = read(['（一）消防整治', ...items, ...closing, '（二）其他', ...items, ...closing]);
    expect(found.schedules[0]).toEqual(['2025-11-30', '2025-11-30']);
    expect(found.taskList!.tasks[0]!.units).toEqual(['消防大队']);
    for (const { leftOpen } of found.taskList!.tasks[0]!.arrangements)
      expect(leftOpen?.units).toBeUndefined();
    expect(found.diagnostics.filter(({ code }) => code === 'deadline-differs').map(({ at }) => at)).toEqual([
      '1-1-1',
      '1-2-1',
    ]);
  });

  test('are those of the last where another has its own, and not those of another section', () => {
    const own = read(['一、甲', '1.做一件。（甲局牵头）', '2.做另一件。', '责任单位：乙局']);
    const [task] = own.taskList!.tasks;
    expect(task!.arrangements.map(({ leftOpen }) => leftOpen?.units?.printed)).toEqual([['甲局'], ['乙局']]);
    const sections = read(['一、甲', '（一）子', ...items, '（二）丑', ...items, '责任单位：乙局']);
    expect(sections.units).toEqual(['', '乙局']);
    expect(sections.codes).toContain('units-missing');
  });
});

describe('I5.2: whose an item is that names no unit, where others of its task do', () => {
  test.for<string>(['【区应急局】。', '〔区应急局〕', '（区应急局）。', '（区应急局、各镇（街道））'])(
    'a bracket of units alone says it: %s',
    (bracket) => {
      const found = read(['一、安全', `1.检查企业${bracket}`, '2.检查工地。（区住建局，7月底前）']);
      const [first] = found.taskList!.tasks[0]!.arrangements;
      expect(first!.leftOpen?.units?.decided?.[0]).toBe('区应急局');
      expect(first!.text).toMatch(/^检查企业。?$/u);
      expect(found.codes).not.toContain('units-missing');
    },
  );

  test.for<string>(['约谈各镇（街道）。', '报送区应急局（区安委办）。', '检查单位（企业）。', '检查工地。'])(
    'it is asked, and never its siblings’: %s',
    (sentence) => {
      const found = read(['一、安全', `1.${sentence}`, '2.检查工地。（区住建局，7月底前）']);
      const [first] = found.taskList!.tasks[0]!.arrangements;
      expect(first!.text).toBe(sentence);
      expect(first!.leftOpen?.units).toEqual({ printed: [] });
      expect(found.diagnostics).toContainEqual(
        expect.objectContaining({ code: 'units-missing', severity: 'decision', at: '1-1-1' }),
      );
    },
  );

  test('supporting units are not led by whom the item above is', () => {
    const found = read(['一、安全', '1.检查企业。（甲局牵头）', '2.检查工地。（乙局配合）']);
    expect(found.taskList!.tasks[0]!.arrangements[1]!.leftOpen?.units?.printed).toEqual(['乙局']);
  });
});

describe('I15: headings that begin with a number', () => {
  test('二、二季度 is a heading where it is the next one; within an item it is text', () => {
    const found = read([
      '一、一季度',
      '1.做甲。（甲局，3月底前）',
      '二、二季度',
      '1.做乙。（甲局，6月底前）',
      '三、三季度',
      '1.做丙，',
      '一、二季度各一次。（甲局，9月底前）',
    ]);
    expect(found.tasks).toEqual(['一季度', '二季度', '三季度']);
    expect(found.arrangements[2]?.[0]).toContain('一、二季度各一次');
    expect(found.codes).not.toContain('column-uncertain');
  });

  test('一、1月份 is a heading', () => {
    expect(read(['一、1月份', '1.做甲。（甲局）', '二、2月份', '1.做乙。（甲局）']).tasks).toEqual([
      '1月份',
      '2月份',
    ]);
  });
});

describe('I15.1: which level is what', () => {
  const items = ['1.做一件。（甲局负责）', '2.做另一件。（乙局负责）'];

  test('headings are tasks, and items arrangements', () => {
    const found = read(['一、甲', ...items, '二、乙', ...items]);
    expect([found.categories, found.tasks]).toEqual([[title], ['甲', '乙']]);
  });

  test('two levels of headings are categories and tasks', () => {
    const found = read([
      '一、甲',
      '（一）子',
      ...items,
      '（二）丑',
      ...items,
      '二、乙',
      '（一）寅',
      ...items,
    ]);
    expect([found.categories, found.tasks]).toEqual([
      ['甲', '乙'],
      ['子', '丑', '寅'],
    ]);
  });

  test('an item with a name of its own is a task', () => {
    const found = read([
      '一、甲',
      '1.开展检查。逐家检查。（甲局负责）',
      '2.抓好整改。逐项整改。（乙局负责）',
    ]);
    expect([found.categories, found.tasks]).toEqual([['甲'], ['开展检查', '抓好整改']]);
    expect(found.arrangements).toEqual([['逐家检查。'], ['逐项整改。']]);
  });

  test('numbers alone are tasks', () => {
    expect(read(items).tasks).toEqual(['做一件', '做另一件']);
  });

  test('levels below an item are part of its text', () => {
    const found = read([
      '一、甲',
      '（一）子',
      '1.做一件：（1）先看；（2）再做。（甲局负责）',
      '（1）细目',
      ...items.slice(1),
      '二、乙',
      '（一）寅',
      ...items,
    ]);
    expect(found.arrangements[0]?.[0]).toContain('（1）细目');
  });

  test('I15.1: a person says which level is what, and the reading follows', () => {
    const lines = [
      '一、甲',
      '（一）开展检查。逐家检查。（甲局负责）',
      '（二）抓好整改。逐项整改。（乙局负责）',
    ];
    expect(read(lines).tasks).toEqual(['开展检查', '抓好整改']);
    const asSaid = read(lines, { task: 'numeral', arrangement: 'numeralInBrackets' });
    expect(asSaid.tasks).toEqual(['甲']);
    expect(asSaid.arrangements[0]).toEqual(['开展检查。逐家检查。', '抓好整改。逐项整改。']);
    expect(asSaid.prose?.levels).toEqual({ task: 'numeral', arrangement: 'numeralInBrackets' });
  });
});

describe('I15.2: what is left out', () => {
  test('aims, demands, signatures and closing lines are told with their lines; a section that names units is read', () => {
    const found = read([
      '各镇：',
      '一、总体要求',
      '守牢底线。',
      '二、重点任务',
      '1.做一件。（甲局负责）',
      '三、组织保障',
      '1.每月报送进展。（安委办负责）',
      '四、工作要求',
      '（一）压实责任。各镇要重视。',
      '某区安委办',
      '2025年3月1日',
    ]);
    expect(found.tasks).toEqual(['重点任务', '组织保障']);
    const told = found.diagnostics.filter(({ code }) => code === 'prose-left-out');
    expect(told.map(({ cell, severity }) => [cell?.row, severity])).toEqual([
      [2, 'warning'],
      [9, 'warning'],
    ]);
  });

  test('every stretch of a document is taken for something, and none twice', () => {
    for (const { text } of handReadProse) {
      const rows = text.split('\n');
      const { prose } = parseTaskList(rows.map((line) => [line]));
      for (const { row, start, text: words } of prose!.taken)
        if (!words.includes('\n'))
          expect(rows[row - 1]!.slice(start)).toMatch(new RegExp(`^${escape(words.slice(0, 6))}`, 'u'));
      const covered = rows.map((line, row) => {
        const marks = [...line].map(() => 0);
        for (const { start, text: words } of prose!.taken.filter((one) => one.row === row + 1))
          for (let at = start; at < Math.min(line.length, start + words.length); at += 1) marks[at]! += 1;
        return { line, marks };
      });
      for (const { line, marks } of covered) {
        expect(
          marks.filter((count) => count > 1),
          line,
        ).toEqual([]);
        // What is left are marks, labels and brackets.
        const left = [...line].filter((_, at) => marks[at] === 0).join('');
        expect(
          left.replaceAll(/[\p{P}\p{N}\s]|第|部分|[一二三四五六七八九十]/gu, '').length,
          left,
        ).toBeLessThan(24);
      }
    }
  });
});

const escape = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/gu, '\\$&');

describe('I15: text that is no list', () => {
  test.for<[string, string]>([
    ['同志们，今天我们召开会议，部署工作。', '讲话'],
    ['现将有关情况汇报如下，请审阅。', '汇报'],
    ['现将方案印发给你们，请认真贯彻执行。', '通知'],
    ['本周天气晴好。', '没有表格'],
  ])('%s', ([line, kind]) => {
    const { taskList, diagnostics, prose } = parseTaskList([[title], [line]]);
    expect([taskList, prose]).toEqual([null, undefined]);
    expect(diagnostics).toMatchObject([{ code: 'list-missing', severity: 'error' }]);
    expect(diagnostics[0]?.zh).toContain(kind);
    expect(diagnostics[0]?.zh).toContain('/v1/task-lists/template');
  });

  test.for<[string, string]>([
    ['某区长在2025年安全生产会议上的讲话', '讲话'],
    ['在2025年大会上的致辞（摘要）', '讲话'],
    ['关于2025年安全检查情况的通报', '通报'],
    ['2025年某区政府工作报告', '汇报'],
  ])('I15.4: numbered, but nothing says who or until when: %s', ([heading, kind]) => {
    const lines = [heading, '一、提高认识', '1.统一思想。', '2.压实责任。', '二、抓好落实', '1.排查隐患。'];
    const { taskList, diagnostics } = parseTaskList(lines.map((line) => [line]));
    expect(taskList).toBeNull();
    expect(diagnostics).toMatchObject([{ code: 'list-missing' }]);
    expect(diagnostics[0]?.zh).toContain(kind);
    for (const said of ['1.排查隐患。（甲局负责）', '1.6月底前排查隐患。'])
      expect(parseTaskList([...lines, said].map((line) => [line])).taskList).not.toBeNull();
  });

  test('a table without a header is no prose', () => {
    const { diagnostics } = parseTaskList([[title], ['1', '甲', '乙'], ['2', '丙', '丁'], ['一、说明']]);
    expect(diagnostics).toMatchObject([{ code: 'header-missing' }]);
  });
});

describe('I1, I2.6: whatever stands in lines', () => {
  const pieces = [
    ...[
      '一、',
      '（一）',
      '1.',
      '（1）',
      '①',
      '第一部分 ',
      '12、',
      '（',
      '）',
      '【',
      '】',
      '：',
      '，',
      '；',
      '。',
      ' ',
    ],
    ...[
      '责任单位：',
      '完成时限：',
      '活动内容：',
      '以上任务由',
      '甲局',
      '各镇（街道）',
      '牵头',
      '按职责分工负责',
      '6月底前',
    ],
    ...['检查企业30家', '工作要求', '2025年3月1日', '联系人：', '\n'],
  ];

  test('it is read or refused, and says so; no words are taken twice', () => {
    const line = fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((words) => words.join(''));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 14 }), (lines) => {
        const { taskList, diagnostics, prose } = parseTaskList([title, ...lines].map((one) => [one]));
        expect(taskList !== null || diagnostics.some(({ severity }) => severity === 'error')).toBe(true);
        const ends = new Map<number, number>();
        for (const { row, start, text } of prose?.taken ?? []) {
          expect(start).toBeGreaterThanOrEqual(ends.get(row) ?? 0);
          ends.set(row, start + text.length);
        }
      }),
      { numRuns: 300 },
    );
  });

  test.each(['（', '（（甲局）', '责任单位：', '1.', '，甲局', '（甲局负责）', '一、甲', '【责任单位】'])(
    'a long line of %s takes no long time',
    (piece) => {
      const text = piece.repeat(Math.floor(19_000 / piece.length));
      const begun = process.cpuUsage().user;
      parseTaskList([[title], ['一、检查'], [`1.${text}`], ['2.另一项。（甲局负责）']]);
      expect((process.cpuUsage().user - begun) / 1000).toBeLessThan(1500);
    },
  );
});
