import type { LabelRole } from './labels.ts';
import { labelsIn, startsWithLabel } from './labels.ts';
import type { OutlineNode, Stretch } from './outline.ts';
import { fromOn } from './outline.ts';
import type { Said } from './roles.ts';
import { namesUnits, nothingSaid, readSaid, saysAnything, unitsAlone } from './roles.ts';

/** Words of an item up to where it says who does them and until when. */
export type ItemPart = { words: Stretch[]; said: Said };

/** What the lines of a place say: its words part by part, what labels say of all of it, and what is no part of a list. */
export type ItemParts = { parts: ItemPart[]; said: Said; goal: Stretch[]; aside: Stretch[] };

/** A bracket without another one in it but for one of a name: （责任单位：各镇（街道））. */
const bracket =
  /[（(【[](?:[^（()）【】[\]]|[（(][^（()）]{0,40}[)）]){2,400}[)）】\]]|〔[^〔〕（()）]{2,400}〕/gu;
const unbracketed =
  /(?<=[，。；;\n]\s{0,4})(?=(?:牵头|责任|主办|配合|承办|实施|落实|完成)[\p{Script=Han}]{2,8}[：:])/u;
/** 以上任务由甲牵头: said of all that stands above. */
const ofAllAbove = /^[（(]?(?:以上|上述|本[节部章项条]分?)[^，。：:；]{0,12}?(?:由|[：:])/u;

export const saysOfAllAbove = ({ text }: Stretch): boolean => ofAllAbove.test(text);

/** Reads the lines of a place without those of the places below it. */
export function itemParts({ heading, body }: Pick<OutlineNode, 'heading' | 'body'>): ItemParts {
  const found: ItemParts = { parts: [], said: nothingSaid(), goal: [], aside: [] };
  const words: Stretch[] = [];
  const close = (said: Said) => {
    if (words.length === 0 && found.parts.length > 0) add(found.parts.at(-1)!.said, said);
    else if (words.length === 0) add(found.said, said);
    else found.parts.push({ words: words.splice(0), said });
  };
  for (const line of [heading, ...body]) {
    if (line.text === '') continue;
    const all = ofAllAbove.exec(line.text);
    const ofAll = all === null ? null : readSaid(withoutBracket(fromOn(line, all[0].length)));
    if (ofAll !== null) {
      add(found.said, ofAll);
      continue;
    }
    if (startsWithLabel(line.text)) readLabelled(line, found, words);
    else for (const part of partsOfHead(line, found)) readOwn(part, found, words, close);
  }
  if (words.length > 0) found.parts.push({ words: words.splice(0), said: nothingSaid() });
  return found;
}

const ofThis =
  /(?<=^|[。；;])(?:此项|该项|本项|这项)(?:工作|任务|活动)?(?=由|[^，。；]{2,60}(?:负责|牵头))[^。；]{2,200}[。；;]?$/u;

/** A line of sentences, the last of which may say whose it is: 此项工作由甲局负责。 */
function readOwn(line: Stretch, found: ItemParts, words: Stretch[], close: (said: Said) => void): void {
  const last = ofThis.exec(line.text);
  const said =
    last === null
      ? null
      : readSaid(
          fromOn(
            line,
            last.index + last[0].search(/(?<=此项|该项|本项|这项)(?!工作|任务|活动)|(?<=工作|任务|活动)/u),
          ),
          true,
        );
  readSentences(said === null ? line : fromOn(line, 0, last?.index ?? line.text.length), words, close);
  if (said !== null)
    add(words.length > 0 || found.parts.length === 0 ? found.said : found.parts.at(-1)!.said, said);
}

const timeBehindHead = /^[^。；：:，（(]{2,24}(?<bracket>[（(][^（()）]{2,40}[)）])(?=[。：:])/u;

/** A head with until when in brackets (动员部署（6月10日前）。…): the head, and what follows; the bracket is said of all of it. */
function partsOfHead(line: Stretch, found: ItemParts): Stretch[] {
  const bracket = timeBehindHead.exec(line.text)?.groups?.['bracket'];
  const at = line.text.indexOf(bracket ?? ' ');
  if (bracket === undefined) return [line];
  const said = readSaid(fromOn(line, at + 1, at + bracket.length - 1), true);
  if (said === null || namesUnits(said)) return [line];
  add(found.said, said);
  const behind = fromOn(line, at + bracket.length + 1);
  return [fromOn(line, 0, at), ...(behind.text.trim() === '' ? [] : [behind])];
}

/** A line that a label begins: what it says holds for the whole place; contents are words as any. */
function readLabelled(line: Stretch, found: ItemParts, words: Stretch[]): void {
  const inner = withoutBracket(line);
  const [first] = labelsIn(inner.text);
  const rest = first === undefined ? inner : fromOn(inner, first.end);
  const role: LabelRole = first?.role ?? 'aside';
  if (role === 'arrangements') words.push(rest);
  else if (role === 'goal') found.goal.push(rest);
  else {
    const said = readSaid(inner);
    if (said === null) found.aside.push(line);
    else add(found.said, said);
  }
}

/** A line of sentences; each bracket of roles ends a part. */
function readSentences(line: Stretch, words: Stretch[], close: (said: Said) => void): void {
  let from = 0;
  const keep = (to: number) => {
    const text = line.text.slice(from, to).trimEnd();
    if (/[\p{L}\p{N}]/u.test(text)) words.push(fromOn(line, from, from + text.length));
  };
  const tail = line.text.replace(bracket, (whole) => '\n'.repeat(whole.length)).search(unbracketed);
  const end = tail < 0 ? line.text.length : tail;
  for (const { 0: whole, index } of line.text.slice(0, end).matchAll(bracket)) {
    const inner = fromOn(line, index + 1, index + whole.length - 1);
    const behind = line.text.slice(index + whole.length);
    const isClosed = /^[。；;\s]*(?:$|[（(【[])/u.test(behind) || /[。；]$/u.test(line.text.slice(0, index));
    const isLast = /^[。；;\s]*$/u.test(behind);
    const said = readSaid(inner, isClosed) ?? (isLast ? unitsAlone(inner, line.text.slice(0, index)) : null);
    if (said === null) continue;
    keep(index);
    close(said);
    from = index + whole.length + (/^[。；;]/u.test(behind) ? 1 : 0);
  }
  const said = tail < 0 ? null : readSaid(fromOn(line, tail));
  keep(said === null ? line.text.length : tail);
  if (said !== null) close(said);
}

/** What a line says that says nothing but who and until when: 责任单位：甲, or one bracket (（甲牵头，6月底前完成）). */
export function saidAlone(line: Stretch): Said | null {
  if (startsWithLabel(line.text)) return readSaid(withoutBracket(line));
  const found: ItemParts = itemParts({ heading: line, body: [] });
  return found.parts.length === 0 && saysAnything(found.said) ? found.said : null;
}

function withoutBracket(line: Stretch): Stretch {
  const { text } = line;
  const opens = /^[（(【[〔]/u.test(text) && !/^【[^】]{2,14}】/u.test(text);
  if (!opens) return line;
  const closes = /[)）】\]〕][。；;]?$/u.exec(text);
  return fromOn(line, 1, closes?.index ?? text.length);
}

function add(to: Said, more: Said): void {
  for (const role of ['lead', 'units', 'supporting', 'deadline'] as const) to[role].push(...more[role]);
}

/** Whether a place itself says who does it, and whether it says until when or who. */
export const hasUnits = ({ parts, said }: ItemParts): boolean =>
  namesUnits(said) || parts.some((part) => namesUnits(part.said));
export const hasRoles = ({ parts, said }: ItemParts): boolean =>
  saysAnything(said) || parts.some((part) => saysAnything(part.said));
