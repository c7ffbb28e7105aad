import type { Roster } from '../../roster/roster.ts';
import { longestCell } from '../limits.ts';
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
  `(?:（${role}(?:单位|部门)?）|（[^（）]{0,40}(?:第一位|下同)[^（）]{0,20}）|(?:负责(?:组织|统筹)?(?:协调|推进)?|推进|承担|(?<=[局委办厅院会站队所室部科乡镇村]|街道|单位)(?:部署|组织实施))(?:${role})?|${role}(?:单位|部门)?|等(?:[\\d一二三四五六七八九十]{1,3}[个家]?)?(?:有关|相关|各){0,2}(?:成员)?(?:单位|部门)?)$`,
  'u',
);
/** 按（照）职责分工, 分别 say how units share the work; 主要领导 says who of a unit answers for it. */
const sharing = /(?:按照?(?:各自)?(?:职责|职能|任务)?分工|按照?(?:各自)?(?:职责|职能)|分工|分别|共同|具体)$/u;
const ofUnit =
  /(?<=.{2}[局委办厅院会站队所室部科区县市镇乡村园府团司）]|街道|中心|单位|企业)的?(?:主要(?:领导|负责人|负责同志|领导干部))$/u;

/**
 * The units of a cell (I5): `，`, `；` and line breaks separate, `、` separates outside brackets only (the one in 各园区（镇、街道） is
 * part of the name). With `known` names, parts that together are one (各园区、镇、街道) stay one, and blanks separate two of them, or
 * one that its `column` names elsewhere from another. Each name once, in the order printed.
 */
export function splitUnits(
  cell: string,
  known: ReadonlySet<string> = new Set(),
  column: ColumnNames = noNames,
): string[] {
  const names: string[] = [];
  const text = toSimplified(cell)
    .replaceAll('(', '（')
    .replaceAll(')', '）')
    .replace(/\s{0,20}（[^（）]*）/gu, withoutBlanks)
    .replace(label, '；');
  for (const segment of splitOutsideBrackets(text, '，,；;。')) {
    const printed = splitOutsideBrackets(segment, '、').filter((part) => withoutBlanks(part) !== '');
    joinKinds(printed, known);
    const parts = printed.map((part) => bareName(withoutBlanks(part), known));
    for (let at = 0; at < parts.length;) {
      const joined = longestKnown(parts, at, known);
      if (joined > 1) names.push(parts.slice(at, at + joined).join('、'));
      else
        names.push(
          ...splitAtBlanks(printed[at] ?? '', known, column)
            .map((name) => bareName(name, known))
            .flatMap((name) => splitGlued(name, known, column))
            .flatMap((name) => splitAtConjunctions(name, known))
            .map((name) => bareName(name, known)),
        );
      at += joined;
    }
  }
  // A dash says that there is none.
  return [...new Set(names)].filter((name) => /\p{L}/u.test(name) && !namesNone.test(name));
}

/** 无, 根据需要: no unit, or none that is named. */
const namesNone =
  /^(?:无|不涉及|暂无|视情|(?:根据|按照?|视)(?:实际)?(?:工作)?(?:需要|情况|要求|实际)(?:确定|而定)?)$/u;

/** 各乡、镇人民政府 and 各镇、街道 are one group: what stands behind 各 goes on with kinds of units. */
function joinKinds(parts: string[], known: ReadonlySet<string>): void {
  for (let at = 1; at < parts.length;) {
    const [left, right] = [withoutBlanks(parts[at - 1] ?? ''), withoutBlanks(parts[at] ?? '')];
    const areTwo = known.has(left) && known.has(right);
    if (!areTwo && eachKind.test(left) && kindOn.test(right)) parts.splice(at - 1, 2, `${left}、${right}`);
    else at += 1;
  }
}
const kinds = '(?:省|市|县|区|乡镇|镇街|乡|镇|街道|园区|开发区|村|社区|板块|管理区)';
const kind = `${kinds}(?:（[^（）]{1,12}）)?`;
const eachKind = new RegExp(`^各(?:有关|相关)?${kind}(?:、${kind}){0,8}$`, 'u');
const kindOn = new RegExp(`^${kind}(?:人民政府|政府|办事处|管委会)?(?:牵头|配合|负责|按.{1,8}负责)?$`, 'u');

/** A name without what says how, with whom or by whom its unit does something. */
function bareName(name: string, known: ReadonlySet<string>): string {
  if (name.length > longestName) return name;
  let bare = name;
  for (let last = ''; last !== bare && !known.has(bare);) {
    last = bare;
    bare = bare.replace(afterName, '').replace(sharing, '').replace(ofUnit, '');
  }
  return bare;
}

/** Two names of a column that parts names with blanks, where one blank is missing: 甲所乙站 beside 乙站 elsewhere. */
function splitGlued(name: string, known: ReadonlySet<string>, { words, hasBlanks }: ColumnNames): string[] {
  if (!hasBlanks || name.length > longestName || known.has(name)) return [name];
  for (let at = shortestName; at <= name.length - shortestName; at += 1) {
    const [left, right] = [name.slice(0, at), name.slice(at)];
    // 市公安局 is one name beside 公安局: a place before it is none.
    const isPlace = /[省市区县镇乡]$/u.test(left);
    if (isPlace || !endsAsUnit.test(left) || !endsAsUnit.test(right)) continue;
    if (words.has(left) || words.has(right)) return [left, right];
  }
  return [name];
}

const conjunction = /(?:以及|及|和|与|会同|联合(?!会|体|社|国|执法(?!局))|[/／|])(?!其)/gu;
/** What is no name of its own behind 和: 县直有关部门和单位, 各乡镇和街道. */
const kindAlone = /^(?:有关|相关){0,2}(?:单位|部门|企业|机构|个人|街道|园区|乡镇|镇|乡|村|社区)$/u;

/** The names that 和, 及 join, where each ends as a unit does (甲镇及乙镇); 文化和旅游局 is one. */
function splitAtConjunctions(name: string, known: ReadonlySet<string>): string[] {
  if (name.length > longestName || known.has(name)) return [name];
  const names: string[] = [];
  let from = 0;
  for (const { 0: word, index } of name.matchAll(conjunction)) {
    const [left, right] = [name.slice(from, index), name.slice(index + word.length)];
    if (left.length < 2 || !endsAsUnit.test(left) || kindAlone.test(right) || !endsAsUnit.test(right))
      continue;
    names.push(left);
    from = index + word.length;
  }
  return [...names, name.slice(from)];
}

const endsAsUnit =
  /[局委办厅院会站队所室部科园区县市镇乡村）]$|街道$|公司$|中心$|单位$|牵头$|配合$|负责$|等$/u;

const longestName = 200;

/** The names in a Simplified stretch with blanks. A narrow cell wraps a name too: what the roster knows as one, or what ends as no unit does, goes on. */
function splitAtBlanks(stretch: string, known: ReadonlySet<string>, column: ColumnNames): string[] {
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
      : (isKnown(name) && isKnown(next)) || areTwo(name, next, lastLetters, column);
    if (separates) names.push(name);
    name = separates ? next : name + next;
    lastLetters = (separates ? next : lastLetters + next.slice(-4)).slice(-4);
  }
  return [...names, name];
}

/**
 * Names that a column of units tells apart without blanks, whether it parts names with blanks, and all that stands between
 * separators and blanks.
 */
export type ColumnNames = { names: ReadonlySet<string>; words: ReadonlySet<string>; hasBlanks: boolean };
const noNames: ColumnNames = { names: new Set(), words: new Set(), hasBlanks: false };
const shortestName = 2;

/** Two names between blanks, of which the column has one elsewhere, or which stand in a column that parts names so. */
function areTwo(name: string, next: string, lastLetters: string, { names, hasBlanks }: ColumnNames): boolean {
  if (!endsAsUnit.test(lastLetters) || !endsAsUnit.test(next) || next.length < shortestName) return false;
  // To look up a name that grows would read all of it each time.
  return hasBlanks || (name.length <= longestName && names.has(name)) || names.has(next);
}

/** What the cells of a column of units say of each other (I5): names that stand without a blank, and whether blanks part those. */
export function namesInColumn(cells: readonly string[]): ColumnNames {
  const stretches = cells.flatMap((cell) =>
    toSimplified(cell.slice(0, longestCell))
      .split(/[，,；;。、\r\n]/u)
      .map((stretch) => trimBlanks(stretch))
      .filter((stretch) => stretch !== ''),
  );
  const parted = stretches.map((stretch) => stretch.split(/\s+/u));
  const names = new Set(parted.filter(({ length }) => length === 1).flat());
  const hasBlanks = parted.some(
    (words) =>
      words.length > 1 &&
      words.every((word) => endsAsUnit.test(word)) &&
      words.some((word) => names.has(word)),
  );
  return { names, words: new Set(parted.flat().filter((word) => word.length > shortestName)), hasBlanks };
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
