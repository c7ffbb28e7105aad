import { SaxesParser, type SaxesTagNS } from 'saxes';
import { damaged, limits, tooLarge, unsafe } from './limits.ts';
import type { Package } from './zip.ts';

/**
 * What a name of an element begins with, by its namespace: nothing for Word’s text and for sheets (strict or not), and for relationships. Elements of
 * any other namespace are told without a name.
 */
const prefixes: ReadonlyMap<string, string> = new Map([
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', ''],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', ''],
  ['http://schemas.openxmlformats.org/spreadsheetml/2006/main', ''],
  ['http://purl.oclc.org/ooxml/spreadsheetml/main', ''],
  ['http://schemas.openxmlformats.org/package/2006/relationships', ''],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc:'],
]);

/** Attributes that name a relationship: `r:id`, whatever its prefix is. */
const relationships = new Set([
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  'http://purl.oclc.org/ooxml/officeDocument/relationships',
]);

/** The value of an attribute of the element at hand, told by its local name (`r:id`: a relationship's); one of a foreign namespace is none. */
export type Attributes = (name: string) => string | undefined;

/** What is told of a part while it is read. An empty element opens and closes. */
export interface XmlEvents {
  open(name: string, attribute: Attributes): void;
  close?(): void;
  text?(text: string): void;
}

/**
 * Reads a part of XML as it is unpacked: neither its text nor a tree of it is ever held whole. Refuses XML that is not well formed, is
 * nested too deep, or declares a document type, whose entities could be made to grow without end.
 */
export function readXml(zip: Package, part: string, events: XmlEvents): void {
  const parser = new SaxesParser({ xmlns: true, position: false });
  let depth = 0;
  let attributes = 0;
  parser.on('error', () => {
    throw damaged(`部件“${part}”的 XML 不完整`, `the XML of part “${part}” is not well formed`);
  });
  parser.on('doctype', () => {
    throw declaresType(part);
  });
  parser.on('opentagstart', () => {
    attributes = 0;
  });
  parser.on('attribute', () => {
    attributes += 1;
    if (attributes > limits.elementAttributes) {
      throw tooLarge('一个元素的属性过多', 'one of its elements has too many attributes');
    }
  });
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth > limits.depth) throw unsafe('元素嵌套过深', 'its elements are nested too deep');
    const prefix = prefixes.get(tag.uri);
    events.open(prefix === undefined ? '' : prefix + tag.local, attributesOf(tag));
  });
  parser.on('closetag', () => {
    depth -= 1;
    events.close?.();
  });
  const text = (piece: string): void => events.text?.(piece);
  parser.on('text', text);
  parser.on('cdata', text);

  let decoder: TextDecoder | undefined;
  const write = (bytes?: Uint8Array): void => {
    decoder ??= decoderFor(bytes);
    parser.write(decode(decoder, part, bytes));
  };
  zip.unpack(part, write);
  write();
  parser.close();
}

/** A part of XML as text, for a library that wants it whole. */
export function xmlText(zip: Package, part: string): string {
  const bytes = zip.read(part);
  const xml = decode(decoderFor(bytes), part, bytes);
  if (/<!(?:DOCTYPE|ENTITY|ELEMENT|ATTLIST)/iu.test(xml)) throw declaresType(part);
  return xml;
}

const declaresType = (part: string) =>
  unsafe(`部件“${part}”含有 DTD 声明`, `part “${part}” declares a document type (DTD)`);

/** XML is UTF-8, or UTF-16 with a mark or told by how it begins. */
function decoderFor(bytes: Uint8Array = new Uint8Array()): TextDecoder {
  const [first, second] = bytes;
  const isLittle = (first === 0xff && second === 0xfe) || (first === 0x3c && second === 0);
  const isBig = (first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c);
  const label = isLittle ? 'utf-16le' : isBig ? 'utf-16be' : 'utf-8';
  return new TextDecoder(label, { fatal: true, ignoreBOM: false });
}

function decode(decoder: TextDecoder, part: string, bytes?: Uint8Array): string {
  try {
    return decoder.decode(bytes, { stream: bytes !== undefined });
  } catch {
    throw damaged(`部件“${part}”不是 UTF-8 或 UTF-16`, `part “${part}” is neither UTF-8 nor UTF-16`);
  }
}

const attributesOf =
  ({ attributes, uri }: SaxesTagNS): Attributes =>
  (name) => {
    const isRelated = name.startsWith('r:');
    const local = isRelated ? name.slice(2) : name;
    for (const key in attributes) {
      const each = attributes[key]!;
      if (each.local !== local) continue;
      if (isRelated ? relationships.has(each.uri) : each.uri === uri || each.uri === '') return each.value;
    }
    return undefined;
  };
