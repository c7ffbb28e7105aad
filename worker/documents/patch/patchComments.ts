import { parseAddress } from '../ledgerFile/address.ts';
import { isOurComment, ourAuthor, ourHead, ourMark } from '../ledgerFile/notes.ts';
import { addressOf } from './address.ts';
import { familyOf } from './namespaces.ts';
import type { PartEditor } from './partEditor.ts';
import { addLegacyDrawing, legacyDrawingOf } from './patchSheet.ts';
import { addShapes, emptyDrawing, withoutShapes } from './vml.ts';
import {
  childrenOf,
  elementAt,
  escaped,
  nextTag,
  prefixOf,
  rootOf,
  splice,
  unescaped,
  valueOf,
  type Element,
} from './xmlTags.ts';

/** A comment that is ours, of one cell. */
export interface OurComment {
  row: number;
  column: number;
  text: string;
}

const commentsType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml';
const vmlType = 'application/vnd.openxmlformats-officedocument.vmlDrawing';

const runs = (prefix: string, text: string): string =>
  `<${prefix}r><${prefix}t xml:space="preserve">${escaped(text)}</${prefix}t></${prefix}r>`;

/**
 * Puts our comments into a sheet; those of an earlier answer go. Hers stay as they are, but that ours is added below hers where both
 * are of one cell. A cell with a thread of comments gets none: Excel would take the text out of the thread.
 */
export function writeComments(editor: PartEditor, sheet: string, ours: readonly OurComment[]): void {
  const family = familyOf(rootOf(editor.text(sheet)));
  const related = editor.related(sheet);
  const former = related.find(({ kind, part }) => kind === 'comments' && part !== null)?.part ?? null;
  const threads = threadedCells(editor, related);
  const byAddress = new Map<string, OurComment>();
  for (const comment of ours) {
    const address = addressOf(comment.row, comment.column);
    if (threads.has(address)) continue;
    const known = byAddress.get(address);
    byAddress.set(
      address,
      known === undefined ? comment : { ...comment, text: `${known.text}\n${comment.text}` },
    );
  }
  if (former === null && byAddress.size === 0) return;
  let gone: string[] = [];
  let all: string[];
  let fresh = [...byAddress.keys()];
  if (former === null) {
    const empty = `<comments xmlns="${family.main}"><authors></authors><commentList></commentList></comments>`;
    const written = withOurs(empty, byAddress);
    const part = editor.add('xl/comments', '.xml', written.xml, { override: commentsType });
    editor.relate(sheet, `${family.office}/comments`, part);
    all = fresh;
  } else {
    const written = withOurs(editor.text(former), byAddress);
    editor.set(former, written.xml);
    ({ gone, fresh, all } = written);
  }
  const drawing = legacyDrawingOf(editor.text(sheet));
  const vml = drawing === null ? null : (related.find(({ id }) => id === drawing)?.part ?? null);
  if (vml !== null) {
    editor.set(vml, addShapes(withoutShapes(editor.text(vml), gone.map(placeOf)), fresh.map(placeOf)));
  } else if (all.length > 0 && drawing === null) {
    const content = addShapes(emptyDrawing, all.map(placeOf));
    const part = editor.add('xl/drawings/vmlDrawing', '.vml', content, { extension: ['vml', vmlType] });
    const id = editor.relate(sheet, `${family.office}/vmlDrawing`, part);
    editor.set(sheet, addLegacyDrawing(editor.text(sheet), id, family.office));
  }
}

const placeOf = (address: string): { row: number; column: number } =>
  parseAddress(address) ?? { row: 0, column: 0 };

function threadedCells(editor: PartEditor, related: ReturnType<PartEditor['related']>): Set<string> {
  const cells = new Set<string>();
  for (const { kind, part } of related) {
    if (kind !== 'threadedComment' || part === null) continue;
    const xml = editor.text(part);
    for (let tag = nextTag(xml, 0); tag !== null; tag = nextTag(xml, tag.end)) {
      const address = tag.local === 'threadedComment' && !tag.isClose ? valueOf(tag, 'ref') : null;
      if (address !== null) cells.add(address);
    }
  }
  return cells;
}

/** A part of comments with ours in it: `gone`: cells whose comments of ours went; `fresh`: cells that have a comment only now. */
function withOurs(
  xml: string,
  byAddress: ReadonlyMap<string, OurComment>,
): { xml: string; gone: string[]; fresh: string[]; all: string[] } {
  const root = rootOf(xml);
  const prefix = prefixOf(root);
  const children = childrenOf(xml, elementAt(xml, root));
  const authors = children.find(({ tag }) => tag.local === 'authors');
  const list = children.find(({ tag }) => tag.local === 'commentList');
  const names =
    authors === undefined
      ? []
      : childrenOf(xml, authors).map(({ innerStart, innerEnd }) =>
          unescaped(xml.slice(innerStart, innerEnd)),
        );
  const known = names.indexOf(ourAuthor);
  const author = known < 0 ? names.length : known;
  const gone: string[] = [];
  const kept = new Set<string>();
  const pieces: { start: number; end: number; by: string }[] = [];
  for (const comment of list === undefined ? [] : childrenOf(xml, list)) {
    const address = valueOf(comment.tag, 'ref') ?? '';
    const by = names[Number(valueOf(comment.tag, 'authorId') ?? -1)] ?? '';
    if (isOurComment(by, textOf(xml, comment))) {
      gone.push(address);
      pieces.push({ start: comment.start, end: comment.end, by: '' });
      continue;
    }
    kept.add(address);
    pieces.push(...inHers(xml, prefix, comment, byAddress.get(address)?.text ?? null));
  }
  const fresh = [...byAddress.keys()].filter((address) => !kept.has(address));
  const added = fresh
    .map(
      (address) =>
        `<${prefix}comment ref="${address}" authorId="${author}"><${prefix}text>${runs(prefix, ourHead + byAddress.get(address)!.text)}</${prefix}text></${prefix}comment>`,
    )
    .join('');
  const authorAdded = known < 0 && fresh.length > 0 ? `<${prefix}author>${ourAuthor}</${prefix}author>` : '';
  if (authors !== undefined) pieces.push(inside(authors, authorAdded));
  if (list !== undefined) pieces.push(inside(list, added));
  const lacking = `${authors === undefined ? `<${prefix}authors>${authorAdded}</${prefix}authors>` : ''}${list === undefined ? `<${prefix}commentList>${added}</${prefix}commentList>` : ''}`;
  if (lacking !== '' && !root.isEmpty) {
    const end = xml.lastIndexOf(`</${root.name}`);
    pieces.push({ start: end, end, by: lacking });
  }
  return { xml: splice(xml, pieces), gone, fresh, all: [...kept, ...fresh] };
}

/** The text of a comment, all runs of it. */
const textOf = (xml: string, { innerStart, innerEnd }: Element): string =>
  unescaped(xml.slice(innerStart, innerEnd).replace(/<[^>]*>/gu, '')).trimStart();

/** Something put at the end of an element, be it empty. */
function inside({ tag, innerEnd }: Element, content: string): { start: number; end: number; by: string } {
  if (content === '' || !tag.isEmpty) return { start: innerEnd, end: innerEnd, by: content };
  return {
    start: tag.start,
    end: tag.end,
    by: `<${tag.name}${tag.attributes.trimEnd()}>${content}</${tag.name}>`,
  };
}

/** A comment of hers: ours of an earlier answer taken out of it, and that of today put below (`null`: none). */
function inHers(
  xml: string,
  prefix: string,
  comment: Element,
  text: string | null,
): { start: number; end: number; by: string }[] {
  const body = childrenOf(xml, comment).find(({ tag }) => tag.local === 'text');
  if (body === undefined) return [];
  const pieces = childrenOf(xml, body).flatMap((child) => {
    const inner = xml.slice(child.start, child.end);
    const mark = unescaped(inner.replace(/<[^>]*>/gu, ''))
      .replaceAll('\r\n', '\n')
      .indexOf(ourMark);
    // A run of ours is taken whole; where a program has joined it with hers, only what stands behind the mark.
    if (mark < 0) return [];
    if (mark === 0) return [{ start: child.start, end: child.end, by: '' }];
    return cutAtMark(xml, child);
  });
  if (text !== null)
    pieces.push({ start: body.innerEnd, end: body.innerEnd, by: runs(prefix, ourMark + text) });
  return pieces;
}

function cutAtMark(xml: string, child: Element): { start: number; end: number; by: string }[] {
  const text = child.tag.local === 't' ? child : childrenOf(xml, child).find(({ tag }) => tag.local === 't');
  if (text === undefined) return [];
  const plain = xml.slice(text.innerStart, text.innerEnd);
  const at = plain.search(/\s*── 台账校验 ──/u);
  return at < 0 ? [] : [{ start: text.innerStart + at, end: text.innerEnd, by: '' }];
}
