/** The levels of numbering that prose is ordered by, the outermost first: 第一部分, 一、, （一）, 1., （1）, ①. */
export const numberingLevels = [
  'part',
  'numeral',
  'numeralInBrackets',
  'digit',
  'digitInBrackets',
  'circled',
] as const;
export type NumberingLevel = (typeof numberingLevels)[number];

/** What the items of a level are. A level that is none of these is a heading that is passed over, or text of an item. */
export const proseRoles = ['category', 'task', 'arrangement'] as const;
export type ProseRole = (typeof proseRoles)[number];

/** Which level of numbering is what; a task without a level of arrangements is its own arrangement. */
export type ProseLevels = { readonly [R in ProseRole]?: NumberingLevel | undefined };

export const depthOf = (level: NumberingLevel): number => numberingLevels.indexOf(level);

/** Whether levels go inwards from categories to arrangements, none of them twice. */
export function goInwards(levels: ProseLevels): boolean {
  const depths = proseRoles.flatMap((role) => (levels[role] === undefined ? [] : [depthOf(levels[role])]));
  return depths.every((depth, at) => at === 0 || depth > (depths[at - 1] ?? 0));
}
