import { addDays } from '../calendar/days.ts';
import type { Roster } from './roster.ts';

/** Names compare without blanks; the importer has already brought them to Simplified characters. */
const fold = (name: string): string => name.replace(/\s/gu, '');

/** A set of units, in force from a day on. */
export interface AssignmentSet {
  startsOn: string;
  units: string[];
}

const earliest = '0001-01-01';

/** Names of units and groups that the roster does not know. */
export function unknownNames(names: readonly string[], roster: Roster): string[] {
  const known = new Set(
    [...roster.units, ...roster.groups].flatMap((entry) => [entry.name, ...entry.aliases]).map(fold),
  );
  return names.filter((name) => !known.has(fold(name)));
}

function membersOn(name: string, roster: Roster, day: string): string[] {
  const folded = fold(name);
  const isNamed = (entry: { name: string; aliases: string[] }): boolean =>
    [entry.name, ...entry.aliases].some((known) => fold(known) === folded);
  const unit = roster.units.find(isNamed);
  if (unit) return [unit.id];
  const group = roster.groups.find(isNamed);
  if (!group) return [];
  return group.members
    .filter((member) => (member.from ?? earliest) <= day && day <= (member.to ?? '9999-12-31'))
    .map((member) => member.unit);
}

/** The units that printed names stand for, as sets by day: one for every day on which a membership begins or ends. */
export function assignmentSets(names: readonly string[], roster: Roster): AssignmentSet[] {
  const days = new Set([earliest]);
  for (const group of roster.groups) {
    for (const member of group.members) {
      if (member.from) days.add(member.from);
      if (member.to) days.add(addDays(member.to, 1));
    }
  }
  const sets: AssignmentSet[] = [];
  for (const startsOn of [...days].sort()) {
    const units = [...new Set(names.flatMap((name) => membersOn(name, roster, startsOn)))].sort();
    if (sets.at(-1)?.units.join() !== units.join()) sets.push({ startsOn, units });
  }
  return sets;
}

/** The set in force on a day: the bureau's own narrowing where there is one, else the list's (I10). */
export function unitsOn(
  day: string,
  printed: readonly AssignmentSet[],
  narrowed: readonly AssignmentSet[],
): string[] {
  const latest = (sets: readonly AssignmentSet[]): AssignmentSet | undefined =>
    sets
      .filter((set) => set.startsOn <= day)
      .toSorted((a, b) => a.startsOn.localeCompare(b.startsOn))
      .at(-1);
  return (latest(narrowed) ?? latest(printed))?.units ?? [];
}
