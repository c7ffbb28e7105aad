import { hasRoles, hasUnits, itemParts } from './itemParts.ts';
import { leadOf } from './leadOf.ts';
import type { NumberingLevel, ProseLevels } from './levels.ts';
import { depthOf, numberingLevels } from './levels.ts';
import type { OutlineNode } from './outline.ts';
import { withAllBelow } from './outline.ts';

type LevelFacts = {
  level: NumberingLevel;
  nodes: OutlineNode[];
  /** Of its places, the share that says who or until when, that begins with a name of its own, and that has places below. */
  roles: number;
  named: number;
  parents: number;
};

/**
 * Proposes which level of numbering is a category, a task, an arrangement (I14). Arrangements are what says who does it and until when.
 * Where such a place begins with a name of its own, it is a task with one arrangement.
 */
export function chooseLevels(roots: readonly OutlineNode[]): ProseLevels {
  const levels = factsOf(roots);
  const item = itemLevel(levels);
  if (item === undefined) return {};
  const above = levels.filter(({ level }) => depthOf(level) < depthOf(item.level));
  const below = levels.find(({ level }) => depthOf(level) > depthOf(item.level));
  const [parent, grandparent] = [above.at(-1), above.at(-2)];
  // （一）开展…（责任单位：…） with 1. 2. beneath: the places below are what is to be done.
  if (below !== undefined && item.parents >= 0.5 && grandparent === undefined)
    return { ...level('category', parent), task: item.level, arrangement: below.level };
  if (parent === undefined) return { task: item.level };
  const isGrand = grandparent !== undefined && grandparent.nodes.length > 1;
  if (item.named >= 0.6 && !isGrand) return { category: parent.level, task: item.level };
  return { ...level('category', grandparent), task: parent.level, arrangement: item.level };
}

const level = (role: 'category', facts: LevelFacts | undefined): ProseLevels =>
  facts === undefined ? {} : { [role]: facts.level };

function factsOf(roots: readonly OutlineNode[]): LevelFacts[] {
  const all = roots.flatMap(withAllBelow);
  return numberingLevels.flatMap((name) => {
    const nodes = all.filter((node) => node.level === name);
    if (nodes.length === 0) return [];
    const share = (holds: (node: OutlineNode) => boolean) => nodes.filter(holds).length / nodes.length;
    return [
      {
        level: name,
        nodes,
        roles: share((node) => hasRoles(itemParts(node))),
        named: share((node) => node.children.length === 0 && leadOf(itemParts(node).parts) !== null),
        parents: share(({ children }) => children.length > 0),
      },
    ];
  });
}

/** The level whose places say who and until when; without any such, the one that most of the places below headings have. */
function itemLevel(levels: readonly LevelFacts[]): LevelFacts | undefined {
  const saying = levels.filter(({ roles }) => roles >= 0.4);
  if (saying.length > 0)
    return saying.toSorted((a, b) => b.nodes.length * b.roles - a.nodes.length * a.roles)[0];
  const some = levels.filter(({ nodes }) => nodes.some((node) => hasUnits(itemParts(node))));
  if (some.length > 0) return some.at(-1);
  return levels.find(({ level: name }) => name === 'digit') ?? levels.find(({ parents }) => parents < 0.5);
}
