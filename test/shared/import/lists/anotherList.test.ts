import { expect, test } from 'vitest';
import { parseTaskList } from '../../../../shared/import/parseTaskList.ts';
import { readGrid } from '../../../../shared/import/table/readGrid.ts';
import type { Roster } from '../../../../shared/roster/roster.ts';

/** A list of another trade, county and year: schools and lifts instead of chemicals. */
const text = `
附件1

2026年云溪县校园与特种设备安全重点工作清单

类别	序号	重点任务	工作目标	工作举措	责任部门
一、压实校园安全责任	1	开展食堂专项整治	对48所中小学、30所幼儿园食堂开展整治，检查覆盖率100%。	1、5月底前，完成78所学校食堂检查，建立“一校一档”。2、每学期开学前开展自查；寒暑假期间每月检查1次。3、第三季度，组织6场食品安全培训，培训从业人员400人次。	县教育局，各乡（镇、街道）
	2	规范校车管理	现有校车120辆，全部接入监控平台。	（1）6月30日前，督促9家校车运营公司完成125辆校车检测。（2）雨季每周开展隐患排查。（3）校车核载人数不得超过19人。	县教育局、县公安局
類別	序號	重點任務	工作目標	工作舉措	責任部門
二、强化 特种设备 监管	3	老旧电梯更新	年内更新老旧电梯60台。	10月底前，更新60台老旧电梯，对使用15年以上的电梯逐台评估。	县市场监管局，各乡（镇、街道）
`;

const roster: Roster = {
  units: [
    { id: 'education', name: '县教育局', kind: 'bureau', aliases: [] },
    { id: 'market', name: '县市场监督管理局', kind: 'bureau', aliases: ['县市场监管局'] },
  ],
  groups: [{ name: '各乡（镇、街道）', aliases: [], members: [] }],
};

const { taskList, diagnostics } = parseTaskList(readGrid(text), { roster });

test('I1, I2, I3, I6, I7, I10: a list of another trade is read by the same grammar', () => {
  expect(taskList).toMatchObject({
    year: 2026,
    title: '2026年云溪县校园与特种设备安全重点工作清单',
    categories: [
      { number: 1, name: '压实校园安全责任' },
      { number: 2, name: '强化特种设备监管' },
    ],
  });
  const read = taskList?.tasks.map((task) => ({
    task: task.code,
    units: task.units,
    goal: task.goalQuantities.map(({ value, unitOfMeasure, label }) => `${value}${unitOfMeasure} ${label}`),
    arrangements: task.arrangements.map(({ printedNumber, schedules, indicators }) => [
      printedNumber,
      schedules.map(({ kind, start, due, season }) =>
        [kind, start, due, season].filter((part) => part !== undefined).join(' '),
      ),
      indicators.map(({ id, target, unitOfMeasure, label }) =>
        id === 'done' ? id : `${target}${unitOfMeasure} ${label}`,
      ),
    ]),
  }));
  expect(read).toEqual([
    {
      task: '1-1',
      units: ['县教育局', '各乡（镇、街道）'],
      goal: ['48所 中小学', '30所 幼儿园'],
      arrangements: [
        ['1', ['once 2026-05-31'], ['78所 学校']],
        ['2', ['monthly 寒暑假'], ['done']],
        ['3', ['window 2026-07-01 2026-09-30'], ['6场 食品安全培训', '400人次 从业人员']],
      ],
    },
    {
      task: '1-2',
      units: ['县教育局', '县公安局'],
      goal: ['120辆 校车'],
      arrangements: [
        ['1', ['once 2026-06-30'], ['9家 校车运营公司', '125辆 校车']],
        ['2', ['weekly 雨季'], ['done']],
        ['3', ['undated'], ['done']],
      ],
    },
    {
      task: '2-3',
      units: ['县市场监管局', '各乡（镇、街道）'],
      goal: ['60台 老旧电梯'],
      arrangements: [[null, ['once 2026-10-31'], ['60台 老旧电梯']]],
    },
  ]);
});

test('I3.1, I5.1, I6.1, I9: and says what it leaves to a person', () => {
  expect(
    diagnostics.map(({ severity, code, at, text: words }) => `${severity} ${code} ${at} ${words}`),
  ).toEqual([
    'decision season-months-open 1-1-2 寒暑假',
    'warning deadline-unread 1-1-2 每学期',
    'info cross-foot 1-1 48+30=78',
    'decision season-months-open 1-2-2 雨季',
    'decision undated 1-2-3 null',
    'decision unknown-unit 1-2 县公安局',
    'warning number-missing 2-3-1 null',
  ]);
});
