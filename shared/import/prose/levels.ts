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
export type ProseLevels = Partial<Record<ProseRole, NumberingLevel>>;

export const depthOf = (level: NumberingLevel): number => numberingLevels.indexOf(level);
