import type { Roster } from '../../shared/roster/roster.ts';
import { invalidAt } from '../problems/invalidRequest.ts';
import type { ProblemPlace } from '../../shared/wire/problem.ts';

/** Where the same value stands a second time. */
function repeated(
  values: readonly { value: string; pointer: string }[],
  zh: string,
  en: string,
): ProblemPlace[] {
  const seen = new Set<string>();
  return values.flatMap(({ value, pointer }) => {
    if (!seen.has(value)) {
      seen.add(value);
      return [];
    }
    return [{ pointer, zh: `${zh}“${value}”重复`, en: `${en} “${value}” occurs twice` }];
  });
}

/**
 * A roster whose ids and names are unique and whose groups name units that are there.
 * @throws Problem `invalid-request` naming the places, at most twenty.
 */
export function checkRoster(roster: Roster): Roster {
  const ids = new Set(roster.units.map((unit) => unit.id));
  const places = [
    ...repeated(
      roster.units.map((unit, i) => ({ value: unit.id, pointer: `#/units/${i}/id` })),
      '单位编号',
      'Unit id',
    ),
    ...repeated(
      [
        ...roster.units.map((unit, i) => ({ value: unit.name, pointer: `#/units/${i}/name` })),
        ...roster.groups.map((group, i) => ({ value: group.name, pointer: `#/groups/${i}/name` })),
      ],
      '名称',
      'Name',
    ),
    ...roster.groups.flatMap((group, g) =>
      group.members.flatMap((member, m): ProblemPlace[] => {
        const pointer = `#/groups/${g}/members/${m}`;
        if (!ids.has(member.unit)) {
          return [{ pointer, zh: `没有单位“${member.unit}”`, en: `There is no unit “${member.unit}”` }];
        }
        if (member.from !== null && member.to !== null && member.from > member.to) {
          return [{ pointer, zh: '起始日期晚于截止日期', en: 'Membership ends before it begins' }];
        }
        return [];
      }),
    ),
    ...roster.groups.flatMap((group, g) =>
      repeated(
        group.members.map((member, m) => ({
          value: `${member.unit} ${member.from ?? ''}`.trim(),
          pointer: `#/groups/${g}/members/${m}`,
        })),
        '成员',
        'Member',
      ),
    ),
  ];
  if (places.length > 0) throw invalidAt(places);
  return roster;
}
