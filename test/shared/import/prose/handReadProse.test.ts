import { describe, expect, test } from 'vitest';
import { parseTaskList } from '../../../../shared/import/parseTaskList.ts';
import { readGrid } from '../../../../shared/import/table/readGrid.ts';
import type { Arrangement, Task } from '../../../../shared/taskList/taskList.ts';
import { handReadProse } from '../../../support/import/prose/all.ts';

const bare = (text: string): string => text.replaceAll(/\s/gu, '');

const schedulesOf = ({ schedules }: Arrangement): string[] =>
  schedules.map(({ kind, start, due }) => [kind, start, due].filter((part) => part !== undefined).join(' '));

const targetsOf = ({ indicators }: Arrangement): string[] =>
  indicators.flatMap(({ id, target, unitOfMeasure, label }) =>
    id === 'done' || target === null ? [] : [`${target} ${unitOfMeasure} ${label}`],
  );

/** A target whose noun has the words that are wanted, as it is wanted; any other as it is. */
const asWanted = (targets: readonly string[], wanted: readonly string[] = []): string[] =>
  targets.map((target, at) => {
    const [count = '', measure = '', noun = ''] = wanted[at]?.split(' ') ?? [];
    return target.startsWith(`${count} ${measure} `) && target.endsWith(noun) ? wanted[at]! : target;
  });

/** The units of an arrangement: those that its row offers, or those of its task. */
const unitsOf = ({ leftOpen }: Arrangement, { units }: Task): readonly string[] =>
  leftOpen?.units?.printed ?? units;

describe.each(handReadProse)('I15: a list without a table ($differs)', (expected) => {
  const { taskList, diagnostics } = parseTaskList(readGrid(expected.text));

  test('is read as an official reads it', () => {
    expect(taskList).toMatchObject({ title: expected.title, year: expected.year });
    expect(taskList!.categories.map(({ name }) => name)).toEqual(expected.categories);
    expect(
      taskList!.tasks.map((task, at) => ({
        name: task.name.startsWith(expected.tasks[at]?.name ?? '-') ? expected.tasks[at]?.name : task.name,
        units: task.units.toSorted(),
        arrangements: task.arrangements.map((arrangement, index) => {
          const wanted = expected.tasks[at]?.arrangements[index];
          const isFound = bare(arrangement.text).includes(bare(wanted?.contains ?? '-'));
          return {
            contains: isFound ? wanted?.contains : arrangement.text,
            schedules: schedulesOf(arrangement),
            targets: asWanted(targetsOf(arrangement), wanted?.targets),
            units: unitsOf(arrangement, task).toSorted(),
          };
        }),
      })),
    ).toEqual(
      expected.tasks.map(({ name, units, arrangements }) => ({
        name,
        units: units.toSorted(),
        arrangements: arrangements.map((one) => ({ ...one, units: (one.units ?? units).toSorted() })),
      })),
    );
  });

  test('I15.2: what belongs to no item is left out and told', () => {
    const { prose } = parseTaskList(readGrid(expected.text));
    const left = prose!.taken.filter(({ as }) => as === 'leftOut').map(({ text }) => text);
    for (const words of expected.leftOut) expect(left.join('\n')).toContain(words);
    expect(diagnostics.filter(({ code }) => code === 'prose-left-out').length).toBeGreaterThan(0);
  });
});
