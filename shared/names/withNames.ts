import { nameOf } from '../import/table/units.ts';
import type { Roster, Unit, UnitGroup } from '../roster/roster.ts';
import type { NameChoice, NameChoices } from './nameChoice.ts';
import { idsAfter } from './idsAfter.ts';
import { kindOf } from './nameWords.ts';

/** Why a choice cannot be taken into the roster. */
export type NameFault = 'no-members' | 'alias-unknown' | 'too-long' | 'too-many-aliases' | 'member-is-group';

const mostAliases = 20;
const longest = { unit: 40, group: 80 };

interface Entry {
  name: string;
  aliases: string[];
}

const isCalled = (entry: Entry, folded: string): boolean =>
  [entry.name, ...entry.aliases].some((known) => nameOf(known) === folded);

/**
 * The roster with these names in it, all or none of them: what stood there stays as it is. Members of a group that are no units yet
 * become units, of the kind that their names say.
 * @returns the roster, and what cannot be taken by name; the roster is not to be used where there is any.
 */
export function withNames(
  roster: Roster,
  choices: NameChoices,
): { roster: Roster; faults: Map<string, NameFault> } {
  const faults = new Map<string, NameFault>();
  const units: Unit[] = roster.units.map((unit) => ({ ...unit, aliases: [...unit.aliases] }));
  const groups: UnitGroup[] = roster.groups.map((group) => ({ ...group, aliases: [...group.aliases] }));
  const nextId = idsAfter(units);
  const addUnit = (name: string, kind: Unit['kind']): Unit => {
    const unit = { id: nextId(), name, kind, aliases: [] };
    units.push(unit);
    return unit;
  };
  const all = Object.entries(choices);
  const of = <Kind extends NameChoice['kind']>(kind: Kind) =>
    all.flatMap(([name, choice]) =>
      choice.kind === kind ? [[name, choice as NameChoice & { kind: Kind }] as const] : [],
    );
  for (const [name, { unitKind }] of of('unit')) {
    if (name.length > longest.unit) faults.set(name, 'too-long');
    else addUnit(name, unitKind);
  }
  const madeGroups = of('group').map(([name, { members }]) => {
    if (members.length === 0) faults.set(name, 'no-members');
    const group: UnitGroup = { name, aliases: [], members: [] };
    groups.push(group);
    return { group, members };
  });
  // Aliases come before members: a member may be called by one.
  for (const [name, choice] of of('alias')) {
    const target = nameOf(choice.of);
    const unit = units.find((entry) => isCalled(entry, target));
    const entry = unit ?? groups.find((each) => isCalled(each, target));
    if (entry === undefined || nameOf(name) === target) faults.set(name, 'alias-unknown');
    else if (name.length > (unit ? longest.unit : longest.group)) faults.set(name, 'too-long');
    else if (entry.aliases.length >= mostAliases) faults.set(name, 'too-many-aliases');
    else entry.aliases.push(name);
  }
  for (const { group, members } of madeGroups) {
    const ids = members.flatMap((member) => {
      const folded = nameOf(member);
      const known = units.find((entry) => isCalled(entry, folded));
      if (known) return [known.id];
      if (groups.some((entry) => isCalled(entry, folded))) faults.set(group.name, 'member-is-group');
      else if (member.length > longest.unit) faults.set(group.name, 'too-long');
      else return [addUnit(member, kindOf(folded)).id];
      return [];
    });
    group.members = [...new Set(ids)].map((unit) => ({ unit, from: null, to: null }));
  }
  return { roster: { units, groups }, faults };
}
