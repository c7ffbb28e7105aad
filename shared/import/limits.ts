/**
 * How much the importer reads, in characters, looked at before any word is read (I2.6). The schema of a task list allows no more of
 * a text, its units or its items; a cell may hold several items.
 */
export const longestCell = 20_000;
export const longestText = 4000;
export const longestUnits = 400;
export const mostItems = 99;

/** What is too long, for a diagnostic in either language: `4321 > 4000`. */
export const over = (found: number, allowed: number): string => `${found} > ${allowed}`;
