import { idsAfter } from '../../../../shared/names/idsAfter.ts';
import type { Roster, Unit, UnitGroup } from '../../../../shared/roster/roster.ts';

export type Member = UnitGroup['members'][number];

/**
 * A roster while it is edited. Groups have no id on the wire and may be renamed: `groupOrigins` tells, place by place, which
 * stored group each one is; `null`: a new one.
 */
export interface RosterDraft {
  roster: Roster;
  groupOrigins: readonly (string | null)[];
}

export const openDraft = (roster: Roster): RosterDraft => ({
  roster,
  groupOrigins: roster.groups.map(({ name }) => name),
});

const withUnits = (draft: RosterDraft, units: Unit[]): RosterDraft => ({
  ...draft,
  roster: { ...draft.roster, units },
});

const withGroups = (draft: RosterDraft, groups: UnitGroup[]): RosterDraft => ({
  ...draft,
  roster: { ...draft.roster, groups },
});

export function addUnit(draft: RosterDraft, kind: Unit['kind']): RosterDraft {
  const { units } = draft.roster;
  return withUnits(draft, [...units, { id: idsAfter(units)(), name: '', kind, aliases: [] }]);
}

export const changeUnit = (draft: RosterDraft, id: string, change: Partial<Unit>): RosterDraft =>
  withUnits(
    draft,
    draft.roster.units.map((unit) => (unit.id === id ? { ...unit, ...change } : unit)),
  );

/** Takes a unit out, and out of every group. */
export function removeUnit(draft: RosterDraft, id: string): RosterDraft {
  const { units, groups } = draft.roster;
  return {
    ...draft,
    roster: {
      units: units.filter((unit) => unit.id !== id),
      groups: groups.map((group) => ({ ...group, members: group.members.filter(({ unit }) => unit !== id) })),
    },
  };
}

/** Moves a unit up (-1) or down (1) in the order in which all tables have them. */
export function moveUnit(draft: RosterDraft, id: string, by: -1 | 1): RosterDraft {
  const units = [...draft.roster.units];
  const at = units.findIndex((unit) => unit.id === id);
  const [one, other] = [units[at], units[at + by]];
  if (!one || !other) return draft;
  [units[at], units[at + by]] = [other, one];
  return withUnits(draft, units);
}

export const addGroup = (draft: RosterDraft): RosterDraft => ({
  ...withGroups(draft, [...draft.roster.groups, { name: '', aliases: [], members: [] }]),
  groupOrigins: [...draft.groupOrigins, null],
});

export const changeGroup = (draft: RosterDraft, at: number, change: Partial<UnitGroup>): RosterDraft =>
  withGroups(
    draft,
    draft.roster.groups.map((group, place) => (place === at ? { ...group, ...change } : group)),
  );

export const removeGroup = (draft: RosterDraft, at: number): RosterDraft => ({
  ...withGroups(
    draft,
    draft.roster.groups.filter((_, place) => place !== at),
  ),
  groupOrigins: draft.groupOrigins.filter((_, place) => place !== at),
});

export function changeMember(
  draft: RosterDraft,
  at: number,
  place: number,
  change: Partial<Member>,
): RosterDraft {
  const members = (draft.roster.groups[at]?.members ?? []).map((member, each) =>
    each === place ? { ...member, ...change } : member,
  );
  return changeGroup(draft, at, { members });
}

export const addMember = (draft: RosterDraft, at: number, unit: string): RosterDraft =>
  changeGroup(draft, at, {
    members: [...(draft.roster.groups[at]?.members ?? []), { unit, from: null, to: null }],
  });

export const removeMember = (draft: RosterDraft, at: number, place: number): RosterDraft =>
  changeGroup(draft, at, {
    members: (draft.roster.groups[at]?.members ?? []).filter((_, each) => each !== place),
  });

/** Other names, as a person writes them: parted by 、 or a comma. */
export const aliasesIn = (text: string): string[] => [
  ...new Set(
    text
      .split(/[、,，;；]/u)
      .map((name) => name.trim())
      .filter((name) => name !== ''),
  ),
];

/** Keeps the former names of what was renamed as aliases, so that the published lists go on naming it. */
export function keepFormerNames(draft: RosterDraft, stored: Roster): RosterDraft {
  const known = new Set(
    [...draft.roster.units, ...draft.roster.groups].flatMap(({ name, aliases }) => [name, ...aliases]),
  );
  const kept = <Entry extends Unit | UnitGroup>(entry: Entry, former: string | undefined): Entry =>
    former === undefined || known.has(former) ? entry : { ...entry, aliases: [...entry.aliases, former] };
  const { units, groups } = draft.roster;
  return {
    ...draft,
    roster: {
      units: units.map((unit) => kept(unit, stored.units.find(({ id }) => id === unit.id)?.name)),
      groups: groups.map((group, at) => kept(group, draft.groupOrigins[at] ?? undefined)),
    },
  };
}
