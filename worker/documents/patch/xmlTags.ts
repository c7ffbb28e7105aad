/** A tag of XML that is known to be well formed, with its place in the text. */
export interface Tag {
  /** With its prefix: `x:row`. */
  name: string;
  local: string;
  start: number;
  /** Behind its `>`. */
  end: number;
  isClose: boolean;
  isEmpty: boolean;
  /** What stands between the name and the end, blanks and all. */
  attributes: string;
}

/** XML that cannot be taken apart: a part that no reader has looked at may be anything. */
export class Malformed extends Error {}

const nameOf = /<(\/?)([^\s/>!?"'=]+)/y;

/** Behind the `>` of the tag whose name ends at a place; quoted values may hold one. -1: it does not end. Takes each character once. */
function endOfTag(xml: string, from: number): number {
  for (let at = from; at < xml.length; at += 1) {
    const code = xml.charCodeAt(at);
    if (code === 0x3e) return at + 1;
    if (code === 0x3c) return -1;
    if (code === 0x22 || code === 0x27) {
      at = xml.indexOf(code === 0x22 ? '"' : "'", at + 1);
      if (at < 0) return -1;
    }
  }
  return -1;
}

/** How ends what is no tag: a comment, CDATA, a declaration; `null`: a tag begins. */
function endOfOther(xml: string, at: number): string | null {
  const next = xml.charCodeAt(at + 1);
  if (next === 0x3f) return '?>';
  if (next !== 0x21) return null;
  return xml.startsWith('<!--', at) ? '-->' : ']]>';
}

/** The next tag from a place on; comments, declarations and CDATA are none. `null`: there is no more. */
export function nextTag(xml: string, from: number): Tag | null {
  let at = xml.indexOf('<', from);
  while (at >= 0) {
    const skip = endOfOther(xml, at);
    if (skip === null) {
      nameOf.lastIndex = at;
      const found = nameOf.exec(xml);
      const end = found === null ? -1 : endOfTag(xml, nameOf.lastIndex);
      if (found === null || end < 0) return null;
      const [begin, slash, name] = found as unknown as [string, string, string];
      const isEmpty = xml.charCodeAt(end - 2) === 0x2f && end - 2 >= at + begin.length;
      return {
        ...{ name, local: name.slice(name.indexOf(':') + 1), start: at, end },
        ...{ isClose: slash === '/', isEmpty },
        attributes: xml.slice(at + begin.length, end - (isEmpty ? 2 : 1)),
      };
    }
    const end = xml.indexOf(skip, at);
    if (end < 0) return null;
    at = xml.indexOf('<', end + skip.length);
  }
  return null;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

export const unescaped = (text: string): string =>
  text.replace(
    /&(?:#x([\da-f]+)|#(\d+)|(\w+));/giu,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return entities[name] ?? whole;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );

/** Text as XML holds it; characters that XML does not know are left out. */
export const escaped = (text: string): string =>
  text
    .replace(/[^\t\n\r\u0020-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

const attribute = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu;

/** The value of an attribute, by its name with its prefix; `null` where there is none. */
export function valueOf({ attributes }: Pick<Tag, 'attributes'>, name: string): string | null {
  for (const [, key, double, single] of attributes.matchAll(attribute))
    if (key === name) return unescaped(double ?? single ?? '');
  return null;
}

/** Attributes with one of them set. */
export function withValue(attributes: string, name: string, value: string): string {
  let isThere = false;
  const set = attributes.replace(attribute, (whole, key: string) => {
    if (key !== name) return whole;
    isThere = true;
    return `${name}="${escaped(value)}"`;
  });
  return isThere ? set : `${set.trimEnd()} ${name}="${escaped(value)}"`;
}

/** The root of a part. */
export function rootOf(xml: string): Tag {
  const root = nextTag(xml, 0);
  if (root === null) throw new Malformed('no element');
  return root;
}

/** What names of the root's namespace begin with: `x:`, or nothing. */
export const prefixOf = ({ name, local }: Tag): string => name.slice(0, name.length - local.length);

/** An element within another: from the start of its tag to behind the end of it. */
export interface Element {
  tag: Tag;
  start: number;
  end: number;
  /** Between its tags; where it is empty, both are its end. */
  innerStart: number;
  innerEnd: number;
}

/** The element that a tag opens. */
export function elementAt(xml: string, opened: Tag): Element {
  const whole = { tag: opened, start: opened.start, end: opened.end };
  if (opened.isEmpty) return { ...whole, innerStart: opened.end, innerEnd: opened.end };
  let depth = 1;
  for (let next = nextTag(xml, opened.end); next !== null; next = nextTag(xml, next.end)) {
    if (next.isClose) depth -= 1;
    else if (!next.isEmpty) depth += 1;
    if (depth === 0) return { ...whole, end: next.end, innerStart: opened.end, innerEnd: next.start };
  }
  throw new Malformed('not closed');
}

/** The elements directly within another, in order. */
export function childrenOf(xml: string, { innerStart, innerEnd }: Element): Element[] {
  const children: Element[] = [];
  for (let next = nextTag(xml, innerStart); next !== null && next.start < innerEnd;) {
    const child = elementAt(xml, next);
    children.push(child);
    next = nextTag(xml, child.end);
  }
  return children;
}

/** Replaces pieces of a text; they may come in any order and do not overlap. */
export function splice(text: string, pieces: readonly { start: number; end: number; by: string }[]): string {
  let at = 0;
  let result = '';
  for (const { start, end, by } of pieces.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    result += text.slice(at, start) + by;
    at = end;
  }
  return result + text.slice(at);
}

/** Puts something at the end of a part's root. */
export function appendToRoot(xml: string, content: string): string {
  const root = rootOf(xml);
  if (!root.isEmpty) {
    const end = xml.lastIndexOf(`</${root.name}`);
    return xml.slice(0, end) + content + xml.slice(end);
  }
  const open = `<${root.name}${root.attributes.trimEnd()}>`;
  return xml.slice(0, root.start) + open + content + `</${root.name}>` + xml.slice(root.end);
}
