import { nameOf } from '../import/table/units.ts';
import type { Roster, UnitKind } from '../roster/roster.ts';
import type { NameChoice } from './nameChoice.ts';
import { isCollective, isOneUnit, kindOf, kindsIn, sameCollective } from './nameWords.ts';
import { sameUnit } from './sameUnit.ts';

export interface NameProposal {
  proposal: NameChoice;
  sure: boolean;
}

/** A unit or group that is known: its own name, and every name it has, folded. */
interface Known {
  name: string;
  folded: string[];
}

const knownOf = ({ name, aliases }: { name: string; aliases: readonly string[] }): Known => ({
  name,
  folded: [name, ...aliases].map(nameOf),
});

const longestUnit = 40;

/**
 * What each of these names, which the roster does not know, may become in it: another name of a unit that is known, a group, or a
 * unit of its own. Names are held against each other, too: of two that are one unit's the first stands as the unit.
 */
export function proposeNames(names: readonly string[], roster: Roster): Map<string, NameProposal> {
  const units = roster.units.map(knownOf);
  const groups = roster.groups.map(knownOf);
  const proposals = new Map<string, NameProposal>();
  const fresh: Known[] = [];
  const single = names.filter((name) => !isCollective(nameOf(name)));
  for (const name of single) {
    const alias = aliasOf(nameOf(name), units) ?? aliasOf(nameOf(name), fresh);
    if (alias) proposals.set(name, alias);
    else {
      fresh.push({ name, folded: [nameOf(name)] });
      const isUnit = name.length <= longestUnit;
      proposals.set(name, {
        proposal: isUnit ? { kind: 'unit', unitKind: kindOf(nameOf(name)) } : { kind: 'group', members: [] },
        sure: isUnit && isOneUnit(nameOf(name)),
      });
    }
  }
  const isFresh = new Set(fresh.map(({ name }) => name));
  const freshUnits = single.flatMap((name) => {
    const made = proposals.get(name);
    return isFresh.has(name) && made?.sure && made.proposal.kind === 'unit'
      ? [{ name, kind: made.proposal.unitKind }]
      : [];
  });
  const all = [...roster.units.map(({ name, kind }) => ({ name, kind })), ...freshUnits];
  // By whatever the roster has them: as a group, or as one that reports for all.
  const collectives = [...groups, ...units];
  for (const name of names) {
    const folded = nameOf(name);
    if (!isCollective(folded)) continue;
    const same = collectives.find((known) => known.folded.some((one) => sameCollective(folded, one)));
    if (!same) collectives.push({ name, folded: [folded] });
    proposals.set(
      name,
      same
        ? { proposal: { kind: 'alias', of: same.name }, sure: true }
        : groupOf(folded, all, groups, roster),
    );
  }
  return proposals;
}

function aliasOf(folded: string, known: readonly Known[]): NameProposal | null {
  const alike = known.flatMap(({ name, folded: all }) => {
    const same = all.map((one) => sameUnit(folded, one));
    return same.includes('sure')
      ? [{ name, sure: true }]
      : same.includes('likely')
        ? [{ name, sure: false }]
        : [];
  });
  const best = alike.some(({ sure }) => sure) ? alike.filter(({ sure }) => sure) : alike;
  const [first, ...others] = best;
  if (!first) return null;
  return { proposal: { kind: 'alias', of: first.name }, sure: first.sure && others.length === 0 };
}

/** A group that is known by other words, or one of all units of the kinds that it names. */
function groupOf(
  folded: string,
  all: readonly { name: string; kind: UnitKind }[],
  groups: readonly Known[],
  roster: Roster,
): NameProposal {
  const { kinds, plain } = kindsIn(folded);
  const isPlace = plain && kinds.size > 0 && !kinds.has('bureau');
  const isSame = (other: string): boolean => {
    const others = kindsIn(other);
    return (
      others.plain && others.kinds.size === kinds.size && [...kinds].every((kind) => others.kinds.has(kind))
    );
  };
  const known = isPlace ? groups.find(({ folded: names }) => names.some(isSame)) : undefined;
  if (known) return { proposal: { kind: 'alias', of: known.name }, sure: true };
  const members = isPlace ? all.filter(({ kind }) => kinds.has(kind)) : [];
  // What the roster has of a kind is all of it; what a list names may be some of it.
  const inRoster = new Set(roster.units.map(({ name }) => name));
  const sure = members.length > 1 && members.every(({ name }) => inRoster.has(name));
  return { proposal: { kind: 'group', members: members.map(({ name }) => name) }, sure };
}
