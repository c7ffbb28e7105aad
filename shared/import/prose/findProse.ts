import type { Report } from '../diagnostics/catalogue.ts';
import { textKinds } from '../diagnostics/ofProse.ts';
import { headOf } from '../text/characters.ts';
import type { ProseLevels } from './levels.ts';
import type { ProseReading } from './proseReading.ts';
import type { Prose } from './readProse.ts';
import { isProse, readProse } from './readProse.ts';

type Grid = readonly (readonly string[])[];

/**
 * A document without a table as the table that it could have been; what it leaves out is told. `null` where it is a table after all;
 * `no list` where no numbers order it, which is told too.
 */
export function findProse(
  grid: Grid,
  asked: ProseLevels | undefined,
  kept: ReadonlyMap<string, ProseLevels> | undefined,
  report: Report,
): Prose | 'no list' | null {
  if (!isProse(grid)) return null;
  const prose = readProse(grid, asked, kept);
  if (prose === null || (asked === undefined && tellsOnly(grid, prose))) {
    report('list-missing', { detail: kindOf(grid) });
    return 'no list';
  }
  const first = prose.taken.find(({ as }) => as === 'arrangements');
  report('prose-read', {
    text: headOf(first?.text ?? ''),
    detail: levelsAsSaid(prose),
    row: first?.row ?? 0,
  });
  for (const stretches of prose.leftOut) {
    const [line] = stretches;
    report('prose-left-out', {
      text: headOf(line?.text ?? ''),
      detail: String(stretches.length),
      row: line?.row ?? 0,
    });
  }
  return prose;
}

const longestTitle = 60;
const titleOfTelling = /(?:讲话|致辞|讲话稿|讲话提纲|通报|报告)(?:[（(【][^）)】]*[）)】])?$/u;

/** Whether numbered text tells of something, as its title says, and asks nobody for anything. */
function tellsOnly(grid: Grid, { taken }: Prose): boolean {
  const first = taken.find(({ as }) => as === 'name' || as === 'arrangements')?.row ?? 0;
  const isTelling = grid
    .slice(0, first)
    .flat()
    .some((cell) => cell.length <= longestTitle && titleOfTelling.test(cell.trim()));
  const roles: readonly string[] = ['lead', 'units', 'supporting', 'deadline'];
  return isTelling && !taken.some(({ as, text }) => roles.includes(as) || isAsked(as, text));
}

/** Whether a sentence says until when, which what only tells does not. */
const isAsked = (as: string, text: string): boolean =>
  (as === 'name' || as === 'arrangements') &&
  /(?:\d|[一二三四五六七八九十])[月日号][底末]?(?:之?前|底|末)/u.test(text);

const levelSigns = {
  part: '第一部分',
  numeral: '一、',
  numeralInBrackets: '（一）',
  digit: '1.',
  digitInBrackets: '（1）',
  circled: '①',
};
const roleNames = { category: '类别', task: '任务', arrangement: '工作安排' };

function levelsAsSaid({ levels }: Prose): string {
  return (['category', 'task', 'arrangement'] as const)
    .flatMap((role) => {
      const level = levels[role];
      return level === undefined ? [] : [`“${levelSigns[level]}”为${roleNames[role]}`];
    })
    .join('，');
}

/** What the table has no column for: numbers stand in the outline, and rows are the items. */
const ofTables = new Set([
  'row-continued',
  'number-missing',
  'sequence-none',
  'number-glued',
  'column-uncertain',
]);

/** Tells of the table that stands for the prose by the lines of that. */
export function reportOfProse(prose: Prose, report: Report): Report {
  return (code, { row, column, ...particulars } = {}) => {
    if (ofTables.has(code)) return;
    report(code, { ...particulars, ...(row !== undefined && { row: prose.rowOf(row, column ?? 0) }) });
  };
}

export function proseReading({ levels, from, shape, found, lines, taken }: Prose): ProseReading {
  const from1 = <T extends { row: number }>(one: T): T => ({ ...one, row: one.row + 1 });
  return { levels, from, shape, found, lines: lines.map(from1), taken: taken.map(from1) };
}

/** What a text without numbers may be, told by its words; empty where nothing tells it. */
function kindOf(grid: Grid): string {
  const text = grid.flat().join('\n').slice(0, 2000);
  return Object.entries(textKinds).find(([, { words }]) => words.test(text))?.[0] ?? '';
}
