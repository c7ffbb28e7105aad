import { describe, expect, test } from 'vitest';
import type { NameChoices } from '../../../shared/names/nameChoice.ts';
import { proposeNames } from '../../../shared/names/proposeNames.ts';
import { withNames } from '../../../shared/names/withNames.ts';
import { unknownNames } from '../../../shared/roster/expandUnits.ts';
import { roster as rosterSchema, type Roster } from '../../../shared/roster/roster.ts';
import { checkRoster } from '../../../worker/roster/checkRoster.ts';
import { asPublishedLists } from '../../support/import/asPublished/all.ts';
import { namesOf } from '../../support/import/asPublished/measure.ts';
import { seedRoster } from '../../support/import/published.ts';

const none: Roster = { units: [], groups: [] };
const made = (roster: Roster, choices: NameChoices): Roster => {
  const { roster: next, faults } = withNames(roster, choices);
  expect([...faults]).toEqual([]);
  return next;
};
const faultsOf = (roster: Roster, choices: NameChoices) =>
  Object.fromEntries(withNames(roster, choices).faults);
const shown = ({ units, groups }: Roster): string[] => {
  const nameOf = new Map(units.map(({ id, name }) => [id, name]));
  return [
    ...units.map(({ id, name, kind, aliases }) => [id, name, kind, ...aliases].join(' ')),
    ...groups.map(({ name, aliases, members }) =>
      [name, ...aliases, '=', ...members.map(({ unit }) => nameOf.get(unit))].join(' '),
    ),
  ];
};

describe('I12.3: names that are decided are written into the roster', () => {
  test('units, other names, and groups of them, into an empty one', () => {
    const next = made(none, {
      县住建局: { kind: 'unit', unitKind: 'bureau' },
      住建局: { kind: 'alias', of: '县住建局' },
      各镇: { kind: 'group', members: ['青石镇', '白沙镇', '住建局'] },
      各乡镇: { kind: 'alias', of: '各镇' },
    });
    expect(shown(next)).toEqual([
      'u1 县住建局 bureau 住建局',
      'u2 青石镇 town',
      'u3 白沙镇 town',
      '各镇 各乡镇 = 青石镇 白沙镇 县住建局',
    ]);
  });

  test('what stood there stays as it is, and no id is given twice', () => {
    const before: Roster = {
      ...seedRoster,
      units: [...seedRoster.units, { id: 'u7', name: '旧所', kind: 'bureau', aliases: [] }],
    };
    const next = made(before, {
      新所: { kind: 'unit', unitKind: 'bureau' },
      北部片区: { kind: 'group', members: ['薛家镇', '孟河镇'] },
      薛家新镇: { kind: 'alias', of: '薛家镇' },
    });
    expect(next.units.slice(0, -1).map(({ aliases: _, ...unit }) => unit)).toEqual(
      before.units.map(({ aliases: _, ...unit }) => unit),
    );
    expect(next.units.at(-1)).toEqual({ id: 'u8', name: '新所', kind: 'bureau', aliases: [] });
    expect(next.units.find(({ id }) => id === 'xuejia')?.aliases).toEqual(['薛家新镇']);
    expect(next.groups.at(-1)?.members.map(({ unit }) => unit)).toEqual(['xuejia', 'menghe']);
    expect(seedRoster.units.find(({ id }) => id === 'xuejia')?.aliases).toEqual([]);
  });

  test('what cannot be taken is named, each by its name', () => {
    const full = { id: 'u1', name: '甲局', kind: 'bureau', aliases: Array(20).fill('') } as const;
    const aliases = full.aliases.map((_, index) => `别名${index}`);
    const roster: Roster = { units: [{ ...full, aliases }], groups: seedRoster.groups.slice(0, 0) };
    expect(
      faultsOf(roster, {
        各村: { kind: 'group', members: [] },
        乙局: { kind: 'alias', of: '没有的局' },
        丙局: { kind: 'alias', of: '丙局' },
        甲分局: { kind: 'alias', of: '甲局' },
        ['某'.repeat(41)]: { kind: 'unit', unitKind: 'bureau' },
        各镇: { kind: 'group', members: ['各村'] },
      }),
    ).toEqual({
      各村: 'no-members',
      乙局: 'alias-unknown',
      丙局: 'alias-unknown',
      甲分局: 'too-many-aliases',
      ['某'.repeat(41)]: 'too-long',
      各镇: 'member-is-group',
    });
  });

  test.each(asPublishedLists)(
    'the proposals of a whole list ($slug) make a roster that knows its names',
    (list) => {
      const names = namesOf(list);
      const choices = Object.fromEntries(
        [...proposeNames(names, none)].map(([name, { proposal }]) => [
          name,
          proposal.kind === 'group' ? { ...proposal, members: ['甲镇', '乙镇'] } : proposal,
        ]),
      );
      const next = made(none, choices);
      expect(checkRoster(rosterSchema.parse(next))).toEqual(next);
      expect(unknownNames(names, next)).toEqual([]);
    },
  );
});
