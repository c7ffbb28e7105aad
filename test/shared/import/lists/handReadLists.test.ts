import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseTaskList } from '../../../../shared/import/parseTaskList.ts';
import { readGrid } from '../../../../shared/import/table/readGrid.ts';
import type { Arrangement } from '../../../../shared/taskList/taskList.ts';
import { handReadLists } from '../../../support/import/lists/all.ts';

function asRead({ printedNumber, schedules, indicators, undatedWords = [] }: Arrangement): string {
  const times = schedules.map(({ kind, start, due, season }) =>
    [kind, start, due, season].filter((part) => part !== undefined).join(' '),
  );
  const counts = indicators.map(({ id, target, baseline, unitOfMeasure, label }) =>
    id === 'done' ? id : `${target ?? `现有${baseline}`}${unitOfMeasure} ${label}`,
  );
  return [printedNumber ?? '-', times.join('；'), counts.join('；'), undatedWords.join('；')].join('|');
}

describe.each(handReadLists)('I2, I3, I5, I6, I7: a list that differs ($differs)', (expected) => {
  const { taskList, diagnostics } = parseTaskList(readGrid(expected.text));

  test('is read as an official reads it', () => {
    expect(taskList).toMatchObject({ title: expected.title, year: expected.year });
    expect(taskList!.categories.map(({ number, name }) => `${number} ${name}`)).toEqual(expected.categories);
    expect(
      taskList!.tasks.map(({ code, name, units, goalQuantities, arrangements }) => ({
        code,
        name,
        units,
        goal: goalQuantities.map(({ value, unitOfMeasure, label }) => `${value} ${unitOfMeasure} ${label}`),
        arrangements: arrangements.map(asRead),
      })),
    ).toEqual(expected.tasks);
  });

  test('I12: says what it leaves to a person, and nothing else', () => {
    const said = diagnostics.map(({ severity, code, at, text }) =>
      [severity, code, at ?? '-', text ?? '-'].join(' '),
    );
    expect(said.toSorted()).toEqual(expected.diagnostics.toSorted());
  });
});

test('I12: what docs/lists.md says of each list is what each gets', () => {
  const said = readFileSync('docs/lists.md', 'utf8').replaceAll(/ {2,}/gu, ' ');
  for (const { differs, text } of handReadLists) {
    const { taskList, diagnostics } = parseTaskList(readGrid(text));
    const all = taskList!.tasks.flatMap(({ arrangements }) => arrangements);
    const count = (severity: string) => diagnostics.filter((each) => each.severity === severity).length;
    const cells = [
      differs,
      `${taskList!.tasks.length} / ${all.length}`,
      all.flatMap(({ schedules }) => schedules.filter(({ kind }) => kind !== 'undated')).length,
      all.flatMap(({ indicators }) => indicators.filter(({ id, target }) => id !== 'done' && target !== null))
        .length,
      count('decision'),
      count('warning'),
      count('info'),
    ];
    expect(said).toContain(`| ${cells.join(' | ')} |`);
  }
});
