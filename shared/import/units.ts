import type { Roster } from '../roster/roster.ts';
import { withoutBlanks } from './characters.ts';
import { toSimplified } from './simplified.ts';

/** A name as names are compared (I4): Simplified, without blanks, with full-width brackets. */
export function nameOf(printed: string): string {
  return withoutBlanks(toSimplified(printed)).replaceAll('(', '（').replaceAll(')', '）');
}

/** All names by which the roster knows units and groups. */
export function namesOf(roster: Roster): Set<string> {
  return new Set(
    [...roster.units, ...roster.groups].flatMap(({ name, aliases }) =>
      [name, ...aliases].map((known) => nameOf(known)),
    ),
  );
}

/**
 * The units of a cell (I5): `，` and `；` separate, `、` separates outside brackets only (the one in 各园区（镇、街道） is part of the
 * name). With `known` names, parts that together are one (各园区、镇、街道) stay one. Each name once, in the order printed.
 */
export function splitUnits(cell: string, known: ReadonlySet<string> = new Set()): string[] {
  const names: string[] = [];
  // A line break separates lines; inside a name it is a wrapped cell, and cannot be told apart: names are compared without blanks.
  for (const segment of splitOutsideBrackets(nameOf(cell), '，,；;。')) {
    const parts = splitOutsideBrackets(segment, '、');
    for (let at = 0; at < parts.length;) {
      const joined = longestKnown(parts, at, known);
      names.push(parts.slice(at, at + joined).join('、'));
      at += joined;
    }
  }
  return [...new Set(names)];
}

/** How many parts from `at` on make up one known name; 1 where none do. No name has more than eight parts. */
function longestKnown(parts: readonly string[], at: number, known: ReadonlySet<string>): number {
  for (let count = Math.min(8, parts.length - at); count > 1; count -= 1) {
    if (known.has(parts.slice(at, at + count).join('、'))) return count;
  }
  return 1;
}

/** Splits at separators that stand outside brackets; a bracket that is never closed opens nothing. */
function splitOutsideBrackets(text: string, separators: string): string[] {
  const parts: string[] = [];
  const lastClosing = text.lastIndexOf('）');
  let depth = 0;
  let part = '';
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === '（' && at < lastClosing) depth += 1;
    if (character === '）') depth = Math.max(0, depth - 1);
    if (depth === 0 && separators.includes(character)) {
      parts.push(part);
      part = '';
    } else part += character;
  }
  return [...parts, part].filter((found) => found !== '');
}
