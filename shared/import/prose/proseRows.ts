import type { ItemPart, ItemParts } from './itemParts.ts';
import { itemParts } from './itemParts.ts';
import { cutName, leadOf } from './leadOf.ts';
import type { ProseLevels } from './levels.ts';
import type { OutlineNode, Stretch } from './outline.ts';
import { withAllBelow } from './outline.ts';
import type { Said } from './roles.ts';
import { namesUnits, nothingSaid } from './roles.ts';

/** One arrangement as a row: its words, who does it and until when. */
export type ProseRow = { number: Stretch | null; words: Stretch[]; said: Said };

/** A task: the heading of its category, its own name and number, its goal, and its rows. */
export type ProseTask = {
  category: OutlineNode | null;
  node: OutlineNode;
  name: string;
  nameAt: Stretch;
  goal: Stretch[];
  rows: ProseRow[];
  /** Its own number, or its place in its category where it has none beside that. */
  sequence: number;
};

/** A heading on the way to an item, with what it says of all that stands below it. */
type Above = { node: OutlineNode; own: ItemParts };

/** The tasks that an outline holds, its levels being what they are said to be; and words of headings that belong to none. */
export function tasksOf(
  roots: readonly OutlineNode[],
  levels: ProseLevels,
): { tasks: ProseTask[]; unread: Stretch[] } {
  const tasks: ProseTask[] = [];
  const byNode = new Map<OutlineNode, ProseTask>();
  const unread: Stretch[] = [];
  const isOfList = new Set(Object.values(levels));

  const visit = (node: OutlineNode, above: readonly Above[]): void => {
    const isHeading =
      node.level !== levels.arrangement &&
      node.children.some((child) => withAllBelow(child).some(({ level }) => isOfList.has(level)));
    if (!isHeading) return readItem(node, above);
    const own = itemParts(node);
    if (node.isUnit === true && !namesUnits(own.said)) own.said.units.push(nameAlone(node.heading));
    for (const child of node.children) visit(child, [...above, { node, own }]);
    const task = byNode.get(node);
    const { rest } = headingOf(own);
    // What a task says before its arrangements is what it is for.
    if (task === undefined) unread.push(...rest, ...own.goal, ...own.aside);
    else {
      task.goal.unshift(...own.goal, ...rest);
      unread.push(...own.aside);
    }
  };

  const sequenceOf = (node: OutlineNode, category: OutlineNode | null): number =>
    node === category ? 1 + tasks.filter((task) => task.category === category).length : node.value;

  const readItem = (node: OutlineNode, above: readonly Above[]): void => {
    const ownCategory = node.level === levels.category ? node : null;
    const category = above.find(({ node: { level } }) => level === levels.category)?.node ?? ownCategory;
    const mayBeTask = above.filter((one) => one.node !== category);
    const holder =
      node.level === levels.task
        ? undefined
        : (mayBeTask.find(({ node: { level } }) => level === levels.task) ??
          mayBeTask.at(-1) ??
          above.at(-1));
    const own = wholeItem(node);
    unread.push(...own.aside);
    const inherited = [
      own.said,
      ...above
        .map(({ own: { said, parts } }) => [said, ...parts.map((part) => part.said)])
        .toReversed()
        .flat(),
    ];
    if (holder === undefined) {
      const lead = leadOf(own.parts);
      const nameAt = lead?.name ?? own.parts[0]?.words[0] ?? node.heading;
      const isGoalAlone =
        lead === null && own.goal.length > 0 && own.parts.flatMap(({ words }) => words).length === 1;
      // A name with nothing but what it is for: that says what to do.
      const parts = isGoalAlone
        ? [{ words: own.goal, said: own.parts[0]?.said ?? nothingSaid() }]
        : (lead?.rest ?? own.parts);
      const name = lead === null ? cutName(nameAt.text) : nameOf(nameAt);
      const sequence = sequenceOf(node, category);
      tasks.push({
        category,
        node,
        name,
        nameAt,
        goal: isGoalAlone ? [] : own.goal,
        rows: rowsOf(null, parts, inherited),
        sequence,
      });
      return;
    }
    let task = byNode.get(holder.node);
    if (task === undefined) {
      const { name } = headingOf(holder.own);
      task = {
        category,
        node: holder.node,
        name: nameOf(name ?? holder.node.heading),
        nameAt: name ?? holder.node.heading,
        goal: [],
        rows: [],
        sequence: sequenceOf(holder.node, category),
      };
      byNode.set(holder.node, task);
      tasks.push(task);
    }
    task.goal.push(...own.goal);
    task.rows.push(...rowsOf(node.mark, own.parts, inherited));
  };

  for (const root of roots) visit(root, []);
  return { tasks: tasks.filter(({ rows }) => rows.length > 0), unread };
}

/** An item with the places below it, whose marks stay part of the text. */
function wholeItem(node: OutlineNode): ItemParts {
  const own = itemParts(node);
  for (const child of node.children) {
    const below = wholeItem(child);
    const [first, ...others] = below.parts;
    const marked = first === undefined ? [] : [withMark(child.mark, first), ...others];
    for (const part of marked) {
      const last = own.parts.at(-1);
      // What says nothing of its own goes on with the part above.
      if (last !== undefined && !namesUnits(last.said) && last.said.deadline.length === 0)
        own.parts.splice(-1, 1, { words: [...last.words, ...part.words], said: part.said });
      else own.parts.push(part);
    }
    own.goal.push(...below.goal);
    own.aside.push(...below.aside);
    for (const role of ['lead', 'units', 'supporting', 'deadline'] as const)
      own.said[role].push(...below.said[role]);
  }
  return own;
}

function withMark(mark: Stretch, part: ItemPart): ItemPart {
  const [first, ...rest] = part.words;
  if (first === undefined) return part;
  return { ...part, words: [{ ...first, start: mark.start, text: mark.text + first.text }, ...rest] };
}

/** The rows of an item: what a part does not say of itself, the nearest place above says. */
function rowsOf(number: Stretch | null, parts: readonly ItemPart[], inherited: readonly Said[]): ProseRow[] {
  const ofUnits = inherited.find(namesUnits) ?? nothingSaid();
  const ofTime = inherited.find(({ deadline }) => deadline.length > 0) ?? nothingSaid();
  return parts.map(({ words, said }, index) => {
    const { lead, units, supporting } = namesUnits(said) ? said : ofUnits;
    const { deadline } = said.deadline.length > 0 ? said : ofTime;
    return { number: index === 0 ? number : null, words, said: { lead, units, supporting, deadline } };
  });
}

/** The name that a heading is, and what it says beside it. */
function headingOf({ parts }: ItemParts): { name: Stretch | null; rest: Stretch[] } {
  const lead = leadOf(parts);
  if (lead !== null) return { name: lead.name, rest: lead.rest.flatMap(({ words }) => words) };
  const [name = null, ...rest] = parts.flatMap(({ words }) => words);
  return { name, rest };
}

const nameAlone = (heading: Stretch): Stretch => ({ ...heading, text: nameOf(heading) });

export const nameOf = ({ text }: Stretch): string => text.replace(/[。：:；;，]+$/u, '');
