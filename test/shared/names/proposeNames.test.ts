import { describe, expect, test } from 'vitest';
import { kindOf, kindsIn } from '../../../shared/names/nameWords.ts';
import { proposeNames } from '../../../shared/names/proposeNames.ts';
import { sameUnit } from '../../../shared/names/sameUnit.ts';
import type { Roster } from '../../../shared/roster/roster.ts';
import { seedRoster } from '../../support/import/published.ts';

const none: Roster = { units: [], groups: [] };
const withUnits = (...names: string[]): Roster => ({
  units: names.map((name, index) => ({ id: `u${index + 1}`, name, kind: kindOf(name), aliases: [] })),
  groups: [],
});
const propose = (name: string, roster: Roster, ...others: string[]) =>
  proposeNames([...others, name], roster).get(name)!;
const unit = (unitKind: string, sure = true) => ({ proposal: { kind: 'unit', unitKind }, sure });
const alias = (of: string, sure = true) => ({ proposal: { kind: 'alias', of }, sure });
const group = (members: string[], sure: boolean) => ({ proposal: { kind: 'group', members }, sure });

describe('I12.2: a name that the roster does not know is proposed as what its words say', () => {
  test.each([
    ['县住建局', 'bureau'],
    ['市公安消防支队', 'bureau'],
    ['工业和信息化部', 'bureau'],
    ['青石镇', 'town'],
    ['青石镇人民政府', 'town'],
    ['临水县政府', 'town'],
    ['东村', 'town'],
    ['东湖街道', 'subdistrict'],
    ['东湖街道办事处', 'subdistrict'],
    ['临江经济开发区', 'park'],
    ['高新区管委会', 'park'],
  ])('%s: a unit of its own (%s)', (name, kind) => expect(propose(name, none)).toEqual(unit(kind)));

  test.each([
    '镇分管领导',
    '镇班子成员',
    '教育局和公安局',
    '某局牵头',
    '北部片区',
    '安监站、安监所',
    '三号甲',
  ])('%s: a question of its own', (name) => expect(propose(name, none)).toMatchObject({ sure: false }));

  test.each([
    ['县住建局', '住建局', true],
    ['临水区应急管理局', '区应急管理局', true],
    ['青石镇人民政府', '青石镇', true],
    ['经开区管委会', '经开区', true],
    ['市住房和城乡建设局', '市住建局', false],
    ['县发展和改革委员会', '县发改委', false],
    ['青石新镇', '青石镇', false],
    ['市安委办（工作专班）', '市安委办', false],
  ])('%s: another name of %s', (name, known, sure) => {
    expect(propose(name, withUnits(known))).toEqual(alias(known, sure));
    expect(propose(known, withUnits(name))).toEqual(alias(name, sure));
  });

  test.each([
    ['派出所工商质监所', '工商质监所'],
    ['县民政局', '县财政局'],
    ['甲县住建局', '乙县住建局'],
    ['安监站', '安监所'],
  ])('%s is not %s', (one, other) => expect(sameUnit(one, other)).toBeNull());

  test('of two names of one unit in a list, the first is the unit', () => {
    expect(propose('区教育局', none, '临水区教育局')).toEqual(alias('临水区教育局'));
    expect(propose('教育局', withUnits('甲县教育局', '乙县教育局'))).toMatchObject({ sure: false });
  });

  test.each([
    ['各园区（镇、街道）', ['park', 'subdistrict', 'town'], true],
    ['各镇（街道、园区）', ['park', 'subdistrict', 'town'], true],
    ['各乡镇人民政府', ['town'], true],
    ['各镇街', ['subdistrict', 'town'], true],
    ['各县区（开发区）安委会', ['park', 'town'], false],
    ['各有关部门', ['bureau'], false],
    ['各村', [], false],
  ])('%s means %s', (name, kinds, plain) => {
    const found = kindsIn(name);
    expect([...found.kinds].toSorted()).toEqual(kinds);
    expect(found.plain).toBe(plain);
  });

  test('a collective name is the group that the roster knows by other words', () => {
    expect(propose('各镇（园区）、街道', seedRoster)).toEqual(alias('各园区（镇、街道）'));
  });

  test.each(['县直有关部门和单位', '县各有关部门和单位'])('%s is 县有关部门和单位, known or not', (name) => {
    expect(propose(name, withUnits('县有关部门和单位'))).toEqual(alias('县有关部门和单位'));
    expect(propose(name, none, '县有关部门和单位')).toEqual(alias('县有关部门和单位'));
    expect(propose(name, none, '市有关部门和单位')).toMatchObject({ sure: false });
  });

  test('else it is a group of all units of its kinds: sure where the roster has them', () => {
    const roster = withUnits('青石镇', '白沙镇', '东湖街道', '县住建局');
    expect(propose('各乡镇人民政府', roster)).toEqual(group(['青石镇', '白沙镇'], true));
    // A list need not name all towns there are.
    expect(propose('各乡镇', none, '青石镇', '白沙镇')).toEqual(group(['青石镇', '白沙镇'], false));
    expect(propose('各有关部门', roster)).toEqual(group([], false));
    expect(propose('各县区（开发区）安委会', roster)).toEqual(group([], false));
    expect(propose('县直有关部门和单位', roster)).toEqual(group([], false));
  });

  test('a name too long for a unit is none', () => {
    expect(propose(`${'某'.repeat(40)}局`, none)).toEqual(group([], false));
  });

  test('the order of the roster changes nothing', () => {
    const roster = withUnits('青石镇', '区应急管理局', '住建局');
    const names = ['临水区应急管理局', '县住建局', '青石镇人民政府', '文化站'];
    const turned = { ...roster, units: roster.units.toReversed() };
    expect([...proposeNames(names, turned)]).toEqual([...proposeNames(names, roster)]);
  });
});
