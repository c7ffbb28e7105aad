import { describe, expect, test } from 'vitest';
import {
  choose,
  type Choices,
  noChoices,
  quantityName,
  scheduleName,
} from '../../../../addin/pages/lists/model/choices.ts';
import { decisionsOf } from '../../../../addin/pages/lists/model/decisions.ts';
import { withDecided } from '../../../../addin/pages/lists/model/settled.ts';
import { parseTaskList } from '../../../../shared/import/parseTaskList.ts';
import { readGrid } from '../../../../shared/import/table/readGrid.ts';
import { defaultListSettings } from '../../../../shared/taskList/listSettings.ts';

const { taskList, diagnostics } = parseTaskList(
  readGrid(
    [
      '2025年任务清单',
      '序号\t重点工作\t工作安排\t完成时限\t责任单位',
      '1\t检查\t1.3月底前，对约20家企业开展检查。2.旺季每月检查约5家商店。\t6月底前\t薛家新镇',
      '2\t培训\t适时组织培训。\t\t',
      '\t\t组织演练。\t\t',
    ].join('\n'),
  ),
  { roster: { units: [{ id: 'xuejia', name: '薛家镇', kind: 'town', aliases: [] }], groups: [] } },
);
const list = taskList!;

const quantity = (at: number, target: number | 'none') => {
  const arrangement = list.tasks[0]!.arrangements[at]!;
  const words = arrangement.leftOpen!.quantities![0]!.source.text;
  return choose(noChoices, 'quantities', quantityName(arrangement.code, words), target);
};

/** What is still to be decided, as `code place`, once these choices are made. */
function openWith(choices: Choices, unknownUnits: string[] | null = ['薛家新镇']): string[] {
  const decisions = decisionsOf(list, null, new Map(), defaultListSettings, choices);
  return withDecided(diagnostics, decisions, unknownUnits).flatMap(({ severity, code, at }) =>
    severity === 'decision' ? [`${code} ${at}`] : [],
  );
}

describe('I13.1: what has been decided is not asked for any more', () => {
  const all = openWith(noChoices);

  test('without any choice everything is', () => {
    expect(all.toSorted()).toEqual(
      [
        'unknown-unit 1-1',
        'deadline-differs 1-1-1',
        'quantity-inexact 1-1-1',
        'season-months-open 1-1-2',
        'quantity-inexact 1-1-2',
        'units-missing 1-2',
        'undated 1-2-1',
        'undated 1-2-2',
      ].toSorted(),
    );
  });

  test.for<[string, Choices]>([
    ['deadline-differs 1-1-1', choose(noChoices, 'deadlines', '1-1-1', 'sentence')],
    ['quantity-inexact 1-1-1', quantity(0, 18)],
    ['quantity-inexact 1-1-2', quantity(1, 'none')],
    ['season-months-open 1-1-2', choose(noChoices, 'seasons', '旺季', [7])],
    ['undated 1-2-1', choose(noChoices, 'schedules', scheduleName('1-2-1', 0), { kind: 'monthly' })],
  ])('%s', ([settled, choices]) => {
    expect(openWith(choices)).toEqual(all.filter((each) => each !== settled));
  });

  test('units: of every arrangement of the task; a name, where it was chosen or is stored by now', () => {
    const both = choose(choose(noChoices, 'assigned', '1-2-1', ['薛家镇']), 'assigned', '1-2-2', ['薛家镇']);
    expect(openWith(both)).toEqual(all.filter((each) => each !== 'units-missing 1-2'));
    expect(openWith(choose(noChoices, 'assigned', '1-2-1', ['薛家镇']))).toEqual(all);
    const named = choose(noChoices, 'units', '薛家新镇', { units: ['xuejia'] });
    for (const open of [openWith(named), openWith(noChoices, [])])
      expect(open).toEqual(all.filter((each) => each !== 'unknown-unit 1-1'));
    expect(openWith(named, null)).toEqual(all);
  });
});
