import type { Roster } from '../../roster/roster.ts';
import { trimBlanks, withoutBlanks } from '../text/characters.ts';
import { toSimplified } from '../text/simplified.ts';

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

const role = '(?:牵头|责任|主办|主责|实施|落实|配合|协办|协同|参与|参加)';
/** 牵头单位： before units, and 牵头, 等 after one, say what they do, and are no part of a name. */
const label = new RegExp(`${role}{1,2}(?:单位|部门)?[：:]`, 'gu');
const afterName = new RegExp(
  `(?:（${role}(?:单位|部门)?）|负责(?:${role})?|${role}(?:单位|部门)?|等(?:有关|相关|各)?(?:单位|部门)?)$`,
  'u',
);

/**
 * The units of a cell (I5): `，`, `；` and line breaks separate, `、` separates outside brackets only (the one in 各园区（镇、街道） is
 * part of the name). With `known` names, parts that together are one (各园区、镇、街道) stay one, and blanks separate two of them. Each
 * name once, in the order printed.
 */
export function splitUnits(cell: string, known: ReadonlySet<string> = new Set()): string[] {
  const names: string[] = [];
  const text = toSimplified(cell)
    .replaceAll('(', '（')
    .replaceAll(')', '）')
    .replace(/\s{0,20}（[^（）]*）/gu, withoutBlanks)
    .replace(label, '；');
  for (const segment of splitOutsideBrackets(text, '，,；;。')) {
    const printed = splitOutsideBrackets(segment, '、').filter((part) => withoutBlanks(part) !== '');
    const parts = printed.map((part) => bareName(withoutBlanks(part), known));
    for (let at = 0; at < parts.length;) {
      const joined = longestKnown(parts, at, known);
      if (joined > 1) names.push(parts.slice(at, at + joined).join('、'));
      else names.push(...splitAtBlanks(printed[at] ?? '', known).map((name) => bareName(name, known)));
      at += joined;
    }
  }
  // A dash says that there is none.
  return [...new Set(names)].filter((name) => /\p{L}/u.test(name) && name !== '无');
}

function bareName(name: string, known: ReadonlySet<string>): string {
  return known.has(name) ? name : name.replace(afterName, '');
}

const endsAsUnit =
  /[局委办厅院会站队所室部科园区县市镇乡村）]$|街道$|公司$|中心$|单位$|牵头$|配合$|负责$|等$/u;

const longestName = 200;

/** The names in a Simplified stretch with blanks. A narrow cell wraps a name too: what the roster knows as one, or what ends as no unit does, goes on. */
function splitAtBlanks(stretch: string, known: ReadonlySet<string>): string[] {
  const [first = '', ...rest] = trimBlanks(stretch).split(/(\s+)/u);
  const isKnown = (one: string) => one.length <= longestName && known.has(one);
  const whole = withoutBlanks(stretch);
  if (isKnown(whole)) return [whole];
  const names: string[] = [];
  let name = withoutBlanks(first);
  /** Kept apart: to cut the end off a name that grows would copy it each time. */
  let lastLetters = name.slice(-4);
  for (let at = 0; at < rest.length; at += 2) {
    const next = withoutBlanks(rest[at + 1] ?? '');
    const separates = /[\r\n]/u.test(rest[at] ?? '')
      ? endsAsUnit.test(lastLetters) && next.length > 1 && !isKnown(name + next)
      : isKnown(name) && isKnown(next);
    if (separates) names.push(name);
    name = separates ? next : name + next;
    lastLetters = (separates ? next : lastLetters + next.slice(-4)).slice(-4);
  }
  return [...names, name];
}

const mostParts = 8;

/** How many parts from `at` on make up one known name; 1 where none do. */
function longestKnown(parts: readonly string[], at: number, known: ReadonlySet<string>): number {
  let longest = 1;
  let joined = parts[at] ?? '';
  for (let count = 2; count <= mostParts && at + count <= parts.length; count += 1) {
    joined += `、${parts[at + count - 1] ?? ''}`;
    if (joined.length > longestName) return longest;
    if (known.has(joined)) longest = count;
  }
  return longest;
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
