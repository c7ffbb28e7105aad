import { describe, expect, test } from 'vitest';
import { diffRoster } from '../../../../addin/pages/roster/model/diffRoster.ts';
import { bureauKeys, keyGroups, keyState } from '../../../../addin/pages/roster/model/keyRows.ts';
import { mergeRoster } from '../../../../addin/pages/roster/model/mergeRoster.ts';
import {
  addGroup,
  addMember,
  addUnit,
  aliasesIn,
  changeGroup,
  changeMember,
  changeUnit,
  keepFormerNames,
  moveUnit,
  openDraft,
  removeGroup,
  removeMember,
  removeUnit,
} from '../../../../addin/pages/roster/model/rosterDraft.ts';
import { rosterViewOf, searchOfRoster } from '../../../../addin/pages/roster/model/view.ts';
import type { Roster } from '../../../../shared/roster/roster.ts';
import type { AccessKey } from '../../../../shared/wire/parts/accessKey.ts';

const member = (unit: string, from: string | null = null, to: string | null = null) => ({ unit, from, to });
const leaving = member('nan', null, '2024-05-31');
const west = { id: 'xi', name: '西镇', kind: 'town' as const, aliases: [] };
const stored: Roster = {
  units: [
    { id: 'bureau', name: '区应急管理局', kind: 'bureau', aliases: ['区应急局'] },
    { id: 'nan', name: '南镇', kind: 'town', aliases: [] },
    { id: 'bei', name: '北镇', kind: 'town', aliases: [] },
  ],
  groups: [{ name: '各镇', aliases: [], members: [member('nan'), member('bei')] }],
};
const draft = openDraft(stored);

describe('B16: what was edited is compared before it is saved', () => {
  test('units: added, renamed, of another kind, with other names, moved, taken out', () => {
    expect(diffRoster(stored, draft)).toEqual([]);
    const added = addUnit(draft, 'park');
    const { id } = added.roster.units.at(-1)!;
    expect(id).toBe('u1');
    let next = changeUnit(added, id, { name: '新园区', aliases: aliasesIn('园区一，园区二、 园区一') });
    next = changeUnit(next, 'nan', { name: '南街道', kind: 'subdistrict', aliases: ['南'] });
    next = removeUnit(moveUnit(next, 'nan', -1), 'bei');
    expect(diffRoster(stored, next)).toEqual([
      { what: 'renamed', name: '南街道', before: '南镇' },
      { what: 'aliases', name: '南街道', added: ['南'], removed: [] },
      { what: 'kind', name: '南街道', before: 'town', after: 'subdistrict' },
      { what: 'unit-added', name: '新园区' },
      { what: 'unit-removed', name: '北镇' },
      { what: 'order', name: '' },
      { what: 'leaves', name: '各镇', unit: '北镇', member: member('bei') },
    ]);
    expect(next.roster.units.at(-1)!.aliases).toEqual(['园区一', '园区二']);
    expect(moveUnit(draft, 'bureau', -1)).toBe(draft);
  });

  test('groups: renamed ones are told as such; members join, leave and have other days', () => {
    let next = changeMember(draft, 0, 0, { to: '2024-05-31' });
    next = addMember(removeMember(next, 0, 1), 0, 'bureau');
    next = changeGroup(next, 0, { name: '各乡镇' });
    next = changeGroup(addGroup(next), 1, { name: '各园区' });
    expect(diffRoster(stored, next)).toEqual([
      { what: 'renamed', name: '各乡镇', before: '各镇' },
      { what: 'dates', name: '各乡镇', unit: '南镇', before: member('nan'), after: leaving },
      { what: 'leaves', name: '各乡镇', unit: '北镇', member: member('bei') },
      { what: 'joins', name: '各乡镇', unit: '区应急管理局', member: member('bureau') },
      { what: 'group-added', name: '各园区' },
    ]);
    expect(diffRoster(stored, removeGroup(draft, 0))).toEqual([{ what: 'group-removed', name: '各镇' }]);
  });

  test('B16.2: the former names of what was renamed are kept as aliases, each once', () => {
    const renamed = changeGroup(changeUnit(draft, 'nan', { name: '南街道' }), 0, { name: '各乡镇' });
    const { roster } = keepFormerNames(keepFormerNames(renamed, stored), stored);
    expect(roster.units.find(({ id }) => id === 'nan')!.aliases).toEqual(['南镇']);
    expect(roster.groups[0]!.aliases).toEqual(['各镇']);
    expect(roster.units[0]!.aliases).toEqual(['区应急局']);
  });
});

describe('B16.3: what another has saved meanwhile is merged in', () => {
  test('field by field: mine stays, the rest is theirs', () => {
    const mine = changeMember(changeUnit(draft, 'nan', { name: '南街道' }), 0, 0, { to: '2024-05-31' });
    const theirs: Roster = {
      units: [
        { ...stored.units[0]!, name: '区应急局' },
        { ...stored.units[1]!, aliases: ['南'] },
        west,
        stored.units[2]!,
      ],
      groups: [
        { ...stored.groups[0]!, aliases: ['全部镇'] },
        { name: '各园区', aliases: [], members: [] },
      ],
    };
    const merged = mergeRoster(stored, mine, theirs);
    expect(merged.roster.units).toEqual([
      theirs.units[0],
      { ...stored.units[1], name: '南街道', aliases: ['南'] },
      ...theirs.units.slice(2),
    ]);
    expect(diffRoster(theirs, merged)).toEqual([
      { what: 'renamed', name: '南街道', before: '南镇' },
      { what: 'dates', name: '各镇', unit: '南街道', before: member('nan'), after: leaving },
    ]);
  });

  test('what is taken out on one side is out, unless the other has changed it; new ones of both stay', () => {
    const mine = removeGroup(removeUnit(addUnit(draft, 'town'), 'nan'), 0);
    const theirs: Roster = {
      units: [...stored.units.filter(({ id }) => id !== 'bei'), west],
      groups: [{ name: '各镇', aliases: [], members: [member('nan')] }],
    };
    const merged = mergeRoster(stored, mine, theirs);
    expect(merged.roster.units.map(({ id }) => id)).toEqual(['bureau', 'u1', 'xi']);
    expect(merged.roster.groups).toEqual([]);
    expect(mergeRoster(stored, draft, theirs).roster).toEqual(theirs);
  });
});

describe('B16.4: keys by unit', () => {
  const key = (id: string, unit: string | null, more: Partial<AccessKey> = {}): AccessKey => ({
    ...{ id, unit, role: unit === null ? 'officer' : 'reporter', label: '', holder: '王芳' },
    ...{ createdAt: `2024-01-0${id}T10:00:00.000+08:00`, expiresAt: null, lastUsedOn: null, revokedAt: null },
    ...more,
  });
  const now = Date.parse('2024-04-10T09:00:00+08:00');
  const keys = [
    key('1', 'nan', { expiresAt: '2024-04-10T08:59:59.000+08:00' }),
    key('2', 'nan'),
    key('3', 'nan', { revokedAt: '2024-02-01T10:00:00.000+08:00' }),
    key('4', null),
    key('5', 'nan'),
  ];

  test('expired and revoked ones are marked; the newest come first; a unit without a key is there', () => {
    expect(keys.map((each) => keyState(each, now))).toEqual([
      ...['expired', 'valid', 'revoked', 'valid', 'valid'],
    ]);
    const told = (of: object) =>
      keyGroups(stored, keys, now, of).map(({ id, valid, keys: own }) => [
        ...[id, valid, own.map((each) => each.key.id).join('')],
      ]);
    expect(told({})).toEqual([
      [bureauKeys, 1, '4'],
      ['bureau', 0, ''],
      ['nan', 2, '52'],
      ['bei', 0, ''],
    ]);
    expect(told({ all: true, unit: 'nan' })).toEqual([['nan', 2, '5321']]);
  });

  test('B12: the view stands in the address', () => {
    const view = { tab: 'keys' as const, year: 2024, unit: 'nan', all: true };
    expect(rosterViewOf(searchOfRoster(view))).toEqual(view);
    expect(searchOfRoster({ tab: 'units' })).toBe('');
    expect(rosterViewOf('?tab=x&unit=%3C&all=2')).toEqual({ tab: 'units' });
  });
});
