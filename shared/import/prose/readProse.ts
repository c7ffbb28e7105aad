import { columnNames } from '../../taskList/columnNames.ts';
import { trimBlanks } from '../text/characters.ts';
import { chooseLevels } from './chooseLevels.ts';
import { hasRoles, hasUnits, itemParts, saidAlone, saysOfAllAbove } from './itemParts.ts';
import { closingLines, enclosureLines, isAsideHeading, linesIn } from './leftOut.ts';
import type { NumberingLevel, ProseLevels } from './levels.ts';
import { numberingLevels } from './levels.ts';
import type { Outline, OutlineNode, Stretch } from './outline.ts';
import { joinBroken } from './joinBroken.ts';
import { linesOf, outlineOf, withAllBelow } from './outline.ts';
import { namesUnitsAlone } from './roles.ts';
import type { ProseTask } from './proseRows.ts';
import { nameOf, tasksOf } from './proseRows.ts';
import type { TakenFor } from './takenFor.ts';

const columns = [
  'category',
  'sequence',
  'name',
  'goal',
  'arrangements',
  'lead',
  'units',
  'supporting',
  'deadline',
] as const;
type Column = (typeof columns)[number];

export type Taken = Stretch & { as: TakenFor };

/** A level of numbering that a document has: how many places, and the first one. */
export type FoundLevel = { level: NumberingLevel; count: number; example: string };

/** Prose as the table that it could have been, and where each of its cells was read. */
export type Prose = {
  grid: string[][];
  levels: ProseLevels;
  /** Where the levels are from, and the shape for which what is said of them is kept. */
  from: 'proposed' | 'said' | 'kept';
  shape: string;
  found: FoundLevel[];
  /** The text of each row that has any. */
  lines: { row: number; text: string }[];
  taken: Taken[];
  /** The stretches that belong to no task, neighbours joined. */
  leftOut: Stretch[][];
  /** The row of the document that a cell of the grid was read in. */
  rowOf(row: number, column: number): number;
};

/** Prose may hold a small table or two; a table holds some lines of prose. */
const mostInTables = 1 / 3;

/** Whether a grid is lines of text rather than a table. */
export function isProse(grid: readonly (readonly string[])[]): boolean {
  const filled = grid
    .map((cells) => cells.filter((cell) => trimBlanks(String(cell)) !== '').length)
    .filter((count) => count > 0);
  const inTables = filled.filter((count) => count > 1).length;
  return filled.length > 0 && inTables <= filled.length * mostInTables;
}

/**
 * Reads numbered prose as the table of a task list (I14.2): its levels become categories, tasks and arrangements, as proposed or as a
 * person has said (`asked`). `null` where no number orders it.
 */
export function readProse(
  grid: readonly (readonly string[])[],
  asked: ProseLevels = {},
  keptOf: ReadonlyMap<string, ProseLevels> = new Map(),
): Prose | null {
  const lines = linesOf(grid.map((cells) => (isLine(cells) ? cells : [])));
  const inTables = linesOf(grid.map((cells) => (isLine(cells) ? [] : [cells.join(' ')])));
  const enclosures = enclosureLines(lines);
  const others = lines.filter((line) => !enclosures.has(line));
  const body = others.slice(0, others.length - closingLines(others));
  const outline = liftStatements(outlineOf(joinBroken(body)));
  const { kept, aside } = sortOut(outline.roots);
  markUnits(kept);
  const proposed = chooseLevels(kept);
  const shape = shapeOf(kept, proposed);
  const said = Object.keys(asked).length > 0 ? asked : undefined;
  const before = keptOf.get(shape);
  const levels = said ?? before ?? proposed;
  kept.forEach(liftClosing);
  const { tasks, unread } = tasksOf(kept, levels);
  if (tasks.length === 0) return null;

  const { grid: table, rows } = gridOf(outline.preamble, tasks);
  const taken = takenIn(outline, tasks);
  const left = [
    ...outline.preamble.filter((line) => !isTitle(line)),
    ...aside.flatMap(linesIn),
    ...unread,
    ...inTables,
    ...others.slice(body.length),
    ...enclosures,
  ];
  return {
    grid: table,
    levels,
    from: said ? 'said' : before ? 'kept' : 'proposed',
    shape,
    found: levelsIn(kept),
    lines: textsOf(grid),
    taken: onceEach([...taken, ...left.map((line) => ({ ...line, as: 'leftOut' as const }))]),
    leftOut: neighbours(left.toSorted(inOrder)),
    rowOf: (row, column) => rows[row]?.[column] ?? rows[row]?.find((at) => at !== undefined) ?? 0,
  };
}

/** What `Stretch.start` counts in: of a line its one cell, of a row of a small table its cells. */
function textsOf(grid: readonly (readonly string[])[]): { row: number; text: string }[] {
  return grid.flatMap((cells, row) => {
    const text = isLine(cells) ? cells.find((cell) => trimBlanks(String(cell)) !== '') : cells.join(' ');
    return text === undefined ? [] : [{ row, text }];
  });
}

const isLine = (cells: readonly string[]): boolean =>
  cells.filter((cell) => trimBlanks(String(cell)) !== '').length <= 1;

const inOrder = (a: Stretch, b: Stretch): number => a.row - b.row || a.start - b.start;

/** Stretches in order; of those at one place the last, and none that begins within another. */
function onceEach(taken: readonly Taken[]): Taken[] {
  const byPlace = new Map(taken.map((one) => [`${one.row} ${one.start}`, one]));
  const kept: Taken[] = [];
  for (const one of [...byPlace.values()].toSorted(inOrder)) {
    const last = kept.at(-1);
    if (last === undefined || last.row !== one.row || last.start + last.text.length <= one.start)
      kept.push(one);
  }
  return kept;
}

/** 以上任务由甲负责 stands below the last item, and is said of its whole section. */
function liftStatements(outline: Outline): Outline {
  for (const root of outline.roots) {
    for (const node of withAllBelow(root)) {
      if (node === root) continue;
      const statements = node.body.filter(saysOfAllAbove);
      node.body = node.body.filter((line) => !statements.includes(line));
      root.body.push(...statements);
    }
  }
  return outline;
}

/**
 * Lines below the last of several items that say nothing but who and until when, where none of the others says so, are said of all of
 * them. From an item's own places they go on to its siblings, from a section's items not to other sections.
 */
function liftClosing(node: OutlineNode): void {
  node.children.forEach(liftClosing);
  const last = node.children.at(-1);
  const others = node.children.slice(0, -1);
  if (last === undefined || others.length === 0) return;
  if (others.some((other) => withAllBelow(other).some((one) => hasRoles(itemParts(one))))) return;
  if (last.children.length > 0 && others.some(({ children }) => children.length > 0)) return;
  // Lines above its own places are its own.
  const below = last.children.at(-1)?.mark ?? last.mark;
  const from = last.body.findLastIndex((line) => inOrder(line, below) < 0 || saidAlone(line) === null) + 1;
  node.body.push(...last.body.splice(from));
}

/** Headings that are units say whose all is that stands below, where most of their level do. */
function markUnits(nodes: readonly OutlineNode[]): void {
  const units = nodes.filter(({ heading, children }) => children.length > 0 && namesUnitsAlone(heading.text));
  if (units.length > 1 && units.length * 2 >= nodes.length) for (const node of units) node.isUnit = true;
  for (const { children } of nodes) markUnits(children);
}

/** Parts from what holds tasks the places that announce none: headings of aims and demands, and text beside sections with places. */
function sortOut(roots: readonly OutlineNode[]): { kept: OutlineNode[]; aside: OutlineNode[] } {
  const aside: OutlineNode[] = [];
  const isSectioned = roots.filter(({ children }) => children.length > 0).length * 2 >= roots.length;
  const anyUnits = (node: OutlineNode) => withAllBelow(node).some((one) => hasUnits(itemParts(one)));
  const keep = (nodes: readonly OutlineNode[], isOutermost: boolean): OutlineNode[] =>
    nodes.filter((node) => {
      const isTextAlone = isOutermost && isSectioned && node.children.length === 0;
      if (!anyUnits(node) && (isTextAlone || isAsideHeading(node))) {
        aside.push(node);
        return false;
      }
      node.children = keep(node.children, false);
      return true;
    });
  return { kept: keep(roots, true), aside };
}

const titleLength = 60;
const titleWords = /方案|清单|要点|计划|安排|任务|分解|表$|通知|20\d{2}年(?!\d{1,2}月)/u;
const isTitle = ({ text }: Stretch): boolean =>
  text.length <= titleLength && !/[。；：:]$/u.test(text) && titleWords.test(text);

const none = '—';

type Rows = (number | undefined)[][];

/** The table that the tasks are, below the lines above them; columns that nothing stands in are left out. */
function gridOf(preamble: readonly Stretch[], tasks: readonly ProseTask[]): { grid: string[][]; rows: Rows } {
  const cells: { column: Column; text: string; row: number }[][] = tasks.flatMap((task) =>
    task.rows.map(({ number, words, said }, index) => {
      const mark = number?.text ?? '';
      const row = words[0]?.row ?? task.node.mark.row;
      const texts = (['lead', 'units', 'supporting', 'deadline'] as const).map((column) => ({
        column,
        // A dash: no cell that is merged with the one above.
        text: said[column].map(({ text }) => text).join('，') || (column === 'deadline' ? none : ''),
        row: said[column][0]?.row ?? row,
      }));
      return [
        ...(index > 0 ? [] : headOf(task)),
        { column: 'arrangements' as const, text: mark + words.map(({ text }) => text).join('\n'), row },
        ...texts,
      ];
    }),
  );
  const filled = new Set(
    cells
      .flat()
      .filter(({ text }) => text !== '' && text !== none)
      .map(({ column }) => column),
  );
  const shown = columns.filter(
    (column) => filled.has(column) || ['name', 'arrangements', 'units'].includes(column),
  );
  const top = preamble.map(({ text }) => [text]);
  const first = tasks[0]?.node.mark.row ?? 0;
  return {
    grid: [
      ...top,
      shown.map((column) => columnNames[column][0]),
      ...cells.map((row) => shown.map((column) => row.find((cell) => cell.column === column)?.text ?? '')),
    ],
    rows: [
      ...preamble.map(({ row }) => [row]),
      shown.map(() => first),
      ...cells.map((row) => shown.map((column) => row.find((cell) => cell.column === column)?.row)),
    ],
  };
}

function headOf({
  category,
  node,
  name,
  nameAt,
  goal,
  sequence,
}: ProseTask): { column: Column; text: string; row: number }[] {
  const row = node.mark.row;
  const named = category === null ? null : (itemParts(category).parts[0]?.words[0] ?? category.heading);
  return [
    ...(category === null || named === null
      ? []
      : [
          {
            column: 'category' as const,
            text: category.mark.text.trimEnd() + nameOf(firstSentence(named)),
            row: category.mark.row,
          },
        ]),
    { column: 'sequence', text: String(sequence), row },
    { column: 'name', text: name, row: nameAt.row },
    { column: 'goal', text: goal.map(({ text }) => text).join('\n'), row: goal[0]?.row ?? row },
  ];
}

function firstSentence({ row, start, text }: Stretch): Stretch {
  return { row, start, text: text.split(/(?<=[。：:])/u)[0] ?? text };
}

function takenIn({ preamble }: Outline, tasks: readonly ProseTask[]): Taken[] {
  const as = (role: TakenFor, stretches: readonly Stretch[]) =>
    stretches.map((one) => ({ ...one, as: role }));
  const categories = new Set(tasks.flatMap(({ category }) => (category === null ? [] : [category])));
  const said = new Map<string, Taken>();
  for (const { rows } of tasks)
    for (const { said: roles } of rows)
      for (const role of ['lead', 'units', 'supporting', 'deadline'] as const)
        for (const one of as(role, roles[role])) said.set(`${one.row} ${one.start}`, one);
  return [
    ...as('title', preamble.filter(isTitle)),
    ...as(
      'category',
      [...categories].map(({ heading }) => heading),
    ),
    ...as(
      'name',
      tasks.map(({ nameAt }) => nameAt),
    ),
    ...as(
      'goal',
      tasks.flatMap(({ goal }) => goal),
    ),
    ...as(
      'arrangements',
      tasks.flatMap(({ rows }) => rows.flatMap(({ words }) => words)),
    ),
    ...said.values(),
  ];
}

function levelsIn(roots: readonly OutlineNode[]): FoundLevel[] {
  const all = roots.flatMap(withAllBelow);
  return numberingLevels.flatMap((level) => {
    const nodes = all.filter((node) => node.level === level);
    const [first] = nodes;
    if (first === undefined) return [];
    return [{ level, count: nodes.length, example: (first.mark.text + first.heading.text).slice(0, 40) }];
  });
}

/** Lists have one shape that have the same levels of numbering, of which the same is proposed. */
function shapeOf(roots: readonly OutlineNode[], proposed: ProseLevels): string {
  const found = levelsIn(roots).map(({ level }) => level);
  return `${found.join('|')}>${[proposed.category, proposed.task, proposed.arrangement].map((level) => level ?? '').join('|')}`;
}

/** Stretches whose rows follow each other, together. */
function neighbours(stretches: readonly Stretch[]): Stretch[][] {
  const groups: Stretch[][] = [];
  for (const one of stretches) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group !== undefined && last !== undefined && one.row - last.row <= 1) group.push(one);
    else groups.push([one]);
  }
  return groups;
}
