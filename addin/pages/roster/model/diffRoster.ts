import type { Roster, Unit, UnitGroup } from '../../../../shared/roster/roster.ts';
import { isSame } from '../../../../shared/taskList/isSame.ts';
import type { Member, RosterDraft } from './rosterDraft.ts';

/** One thing that saving would change, of a unit or group by its name. */
export type RosterChange =
  | { what: 'unit-added' | 'unit-removed' | 'group-added' | 'group-removed' | 'order'; name: string }
  | { what: 'renamed'; name: string; before: string }
  | { what: 'kind'; name: string; before: Unit['kind']; after: Unit['kind'] }
  | { what: 'aliases'; name: string; added: string[]; removed: string[] }
  | { what: 'joins' | 'leaves'; name: string; unit: string; member: Member }
  | { what: 'dates'; name: string; unit: string; before: Member; after: Member };

function ofEntry(before: Unit | UnitGroup, after: Unit | UnitGroup): RosterChange[] {
  const [added, removed] = [
    after.aliases.filter((alias) => !before.aliases.includes(alias)),
    before.aliases.filter((alias) => !after.aliases.includes(alias)),
  ];
  return [
    ...(before.name === after.name
      ? []
      : [{ what: 'renamed' as const, name: after.name, before: before.name }]),
    ...(added.length + removed.length === 0
      ? []
      : [{ what: 'aliases' as const, name: after.name, added, removed }]),
  ];
}

/** Members of a group before and after; of a unit that is a member more than once, place by place. */
function ofMembers(
  name: string,
  before: readonly Member[],
  after: readonly Member[],
  nameOf: (id: string) => string,
) {
  const ids = [...new Set([...before, ...after].map(({ unit }) => unit))];
  return ids.flatMap((id): RosterChange[] => {
    const [old, now] = [before, after].map((members) => members.filter(({ unit }) => unit === id));
    const length = Math.max(old!.length, now!.length);
    return Array.from({ length }, (_, at) => [old![at], now![at]] as const).flatMap(
      ([one, other]): RosterChange[] => {
        const unit = nameOf(id);
        if (!one) return [{ what: 'joins', name, unit, member: other! }];
        if (!other) return [{ what: 'leaves', name, unit, member: one }];
        return isSame(one, other) ? [] : [{ what: 'dates', name, unit, before: one, after: other }];
      },
    );
  });
}

/** What saving a draft would change in the roster that is stored. */
export function diffRoster(stored: Roster, { roster, groupOrigins }: RosterDraft): RosterChange[] {
  const nameOf = (id: string): string =>
    [...roster.units, ...stored.units].find((unit) => unit.id === id)?.name ?? id;
  const unitOf = (units: readonly Unit[], id: string) => units.find((unit) => unit.id === id);
  const [kept, was] = [
    roster.units.filter(({ id }) => unitOf(stored.units, id)).map(({ id }) => id),
    stored.units.filter(({ id }) => unitOf(roster.units, id)).map(({ id }) => id),
  ];
  return [
    ...roster.units.flatMap((unit): RosterChange[] => {
      const before = unitOf(stored.units, unit.id);
      if (!before) return [{ what: 'unit-added', name: unit.name }];
      const { name, kind } = unit;
      return [
        ...ofEntry(before, unit),
        ...(before.kind === kind ? [] : [{ what: 'kind' as const, name, before: before.kind, after: kind }]),
      ];
    }),
    ...stored.units.flatMap(({ id, name }): RosterChange[] =>
      unitOf(roster.units, id) ? [] : [{ what: 'unit-removed', name }],
    ),
    ...(kept.join() === was.join() ? [] : [{ what: 'order' as const, name: '' }]),
    ...roster.groups.flatMap((group, at): RosterChange[] => {
      const before = stored.groups.find(({ name }) => name === groupOrigins[at]);
      return [
        ...(before ? ofEntry(before, group) : [{ what: 'group-added' as const, name: group.name }]),
        ...ofMembers(group.name, before?.members ?? [], group.members, nameOf),
      ];
    }),
    ...stored.groups.flatMap(({ name }): RosterChange[] =>
      groupOrigins.includes(name) ? [] : [{ what: 'group-removed', name }],
    ),
  ];
}
