import type { Roster, Unit, UnitGroup } from '../../../../shared/roster/roster.ts';
import { isSame } from '../../../../shared/taskList/isSame.ts';
import type { RosterDraft } from './rosterDraft.ts';

/** What was changed here, else what another has changed: field by field. */
function merged<Entry extends Unit | UnitGroup>(base: Entry, mine: Entry, theirs: Entry): Entry {
  const fields = Object.keys(mine) as (keyof Entry)[];
  return Object.fromEntries(
    fields.map((field) => [field, isSame(base[field], mine[field]) ? theirs[field] : mine[field]]),
  ) as unknown as Entry;
}

/**
 * A draft on the roster that another has saved meanwhile: what was changed here stays changed, everything else is theirs. Where
 * both changed the same, this draft says it; the comparison then shows it against theirs.
 */
export function mergeRoster(base: Roster, draft: RosterDraft, theirs: Roster): RosterDraft {
  const byId = (units: readonly Unit[]) => new Map(units.map((unit) => [unit.id, unit]));
  const [was, mine, now] = [byId(base.units), byId(draft.roster.units), byId(theirs.units)];
  const idsOf = ({ units }: Roster): string[] => units.map(({ id }) => id);
  const isMoved = idsOf(base).join() !== idsOf(draft.roster).join();
  const order = [
    ...new Set(
      isMoved ? [...idsOf(draft.roster), ...idsOf(theirs)] : [...idsOf(theirs), ...idsOf(draft.roster)],
    ),
  ];
  const units = order.flatMap((id): Unit[] => {
    const [before, here, there] = [was.get(id), mine.get(id), now.get(id)];
    // Taken out on one side and left alone on the other: it is out.
    if (!here || !there) {
      const left = here ?? there!;
      return before && isSame(before, left) ? [] : before && !here ? [] : [left];
    }
    return [before ? merged(before, here, there) : here];
  });
  const groups: UnitGroup[] = [];
  const groupOrigins: (string | null)[] = [];
  for (const [at, group] of draft.roster.groups.entries()) {
    const origin = draft.groupOrigins[at] ?? null;
    const [before, there] = [base, theirs].map((roster) => roster.groups.find(({ name }) => name === origin));
    if (before && !there && isSame(before, group)) continue;
    groups.push(before && there ? merged(before, group, there) : group);
    groupOrigins.push(there ? origin : null);
  }
  for (const group of theirs.groups) {
    if (groupOrigins.includes(group.name) || base.groups.some(({ name }) => name === group.name)) continue;
    groups.push(group);
    groupOrigins.push(group.name);
  }
  const known = new Set(units.map(({ id }) => id));
  return {
    roster: {
      units,
      groups: groups.map((group) => ({
        ...group,
        members: group.members.filter(({ unit }) => known.has(unit)),
      })),
    },
    groupOrigins,
  };
}
