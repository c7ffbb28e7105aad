import { describe, expect, test } from 'vitest';
import { parseTaskList } from '../../../../shared/import/parseTaskList.ts';
import type { Arrangement, Task } from '../../../../shared/taskList/taskList.ts';
import { taskList as taskListSchema } from '../../../../shared/taskList/taskList.ts';
import type { ExpectedArrangement, ExpectedTask } from '../../../support/import/expected2024/notation.ts';
import {
  categories,
  faults,
  tasks,
  tasksWithHtml,
  title,
} from '../../../support/import/expected2024/expected2024.ts';
import { arrangementsOf, parsed, publishedGrid, seedRoster } from '../../../support/import/published.ts';

const { taskList, diagnostics } = parseTaskList(publishedGrid, { roster: seedRoster });
const list = parsed(publishedGrid);

/** An arrangement in the form in which it was read by hand. */
function asRead(
  { code, printedNumber, text, schedules, indicators, undatedWords }: Arrangement,
  opens: string,
): ExpectedArrangement {
  return {
    code,
    printed: printedNumber ?? '',
    opens: text.slice(0, opens.length),
    schedules: schedules.map(({ source, ...rest }) => ({ ...rest, source: source?.text ?? null })),
    indicators: indicators.map(({ label, unitOfMeasure, target, baseline, mode, source }) => ({
      target,
      baseline,
      unitOfMeasure,
      label,
      mode,
      source: source?.text ?? null,
    })),
    ...(undatedWords === undefined ? {} : { undatedWords }),
  };
}

function taskAsRead(task: Task, expected: ExpectedTask): ExpectedTask {
  return {
    code: task.code,
    name: task.name,
    units: task.units,
    goal: task.goalQuantities.map(({ value, unitOfMeasure, label }) => [value, unitOfMeasure, label]),
    arrangements: task.arrangements.map((one, index) =>
      asRead(one, expected.arrangements[index]?.opens ?? ''),
    ),
  };
}

describe('the list published for 2024', () => {
  test('I2.7: 3 categories, 25 tasks, 81 arrangements, one title and year', () => {
    expect(taskList).toEqual(list);
    expect(taskListSchema.parse(taskList)).toEqual(taskList);
    expect(list).toMatchObject({ year: 2024, title, categories });
    expect(list.tasks.map(({ code }) => code)).toEqual(tasks.map(({ code }) => code));
    expect(list.tasks).toHaveLength(25);
    expect(arrangementsOf(list)).toHaveLength(81);
  });

  test.for(tasks)('I2.7, I3, I4, I5, I6, I7, I9, I10: $code reads as an official reads it', (expected) => {
    const task = list.tasks.find(({ code }) => code === expected.code);
    expect(task && taskAsRead(task, expected)).toEqual(expected);
  });

  test('I8: every source is the slice of the printed text, or of the goal, that it says', () => {
    for (const task of list.tasks) {
      for (const { source } of task.goalQuantities)
        expect(task.goal.slice(source.start, source.end)).toBe(source.text);
    }
    for (const { schedules, indicators, textAsPrinted } of arrangementsOf(list)) {
      const sources = [...schedules, ...indicators].flatMap(({ source }) => source ?? []);
      expect(sources.map(({ start, end }) => textAsPrinted.slice(start, end))).toEqual(
        sources.map(({ text }) => text),
      );
    }
  });

  test('I4: text is shown in Simplified characters, blanks kept, and kept as printed beside it', () => {
    const [first] = arrangementsOf(list);
    expect(first?.text).toBe(
      '3 月底前，督促指导 8 家标准化证书到期或即将到期的重点化工企业及 3 家其他化工企业申报二级标准化。',
    );
    expect(first?.textAsPrinted).toBe(
      '3 月底前，督促指導 8 家標準化證書到期或即將到期的重點化工企業及 3 家其他化工企業申報二級標準化。',
    );
    expect(JSON.stringify(list.tasks.map(({ goal, name, units }) => [goal, name, units]))).not.toMatch(
      /[應險業]/u,
    );
  });

  test('I10: ids of indicators count up from i1, or say done', () => {
    for (const { indicators } of arrangementsOf(list)) {
      const counted = indicators.map((_, index) => `i${index + 1}`);
      expect(indicators.map(({ id }) => id)).toEqual(indicators[0]?.source === null ? ['done'] : counted);
    }
  });

  test('I3.1, I9: each fault of the document is a diagnostic, and only the three sums that it prints are claimed', () => {
    const said = diagnostics
      .filter(({ code }) => code !== 'html-stripped' && code !== 'undated')
      .map(({ severity, code, at, text }) => `${severity} ${code} ${at} ${text}`);
    expect(said.toSorted()).toEqual(faults.toSorted());
    expect(diagnostics.filter(({ code }) => code === 'html-stripped').map(({ at }) => at)).toEqual(
      tasksWithHtml,
    );
  });

  test('I6.1: each undated arrangement, and no other, waits for a decision', () => {
    const undated = tasks
      .flatMap((task) => task.arrangements)
      .filter(({ schedules }) => schedules.some(({ kind }) => kind === 'undated'));
    const waiting = diagnostics.filter(({ code }) => code === 'undated');
    expect(waiting.map(({ at, text }) => [at, text])).toEqual(
      undated.map(({ code, undatedWords }) => [code, undatedWords?.join('、') ?? null]),
    );
    expect(waiting.every(({ severity }) => severity === 'decision')).toBe(true);
  });

  test('I12: a diagnostic names the cell that it is about', () => {
    for (const { cell, at } of diagnostics) {
      const printed = publishedGrid[(cell?.row ?? 0) - 1]?.[(cell?.column ?? 0) - 1] ?? '';
      const task = list.tasks.find(({ code }) => at?.startsWith(code));
      expect(printed).toContain(task?.arrangements[0]?.textAsPrinted);
    }
  });
});
