import { damaged, limits, unsafe } from './limits.ts';

/** A piece of XML: a tag's beginning or end (an empty element gives both), or text with its entities decoded. */
export type XmlToken =
  | { kind: 'open'; name: string; attributes: string }
  | { kind: 'close'; name: string }
  | { kind: 'text'; text: string };

const piece =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<\/([^\s<>/]+)\s*>|<([^\s<>/!?]+)((?:[^<>"'/]|"[^"]*"|'[^']*'|\/(?!>))*)(\/?)>|([^<]+)/gy;

/** Reads XML piece by piece; refuses what is not well nested, and what is nested too deep. */
export function* xmlTokens(xml: string): Generator<XmlToken> {
  const open: string[] = [];
  piece.lastIndex = 0;
  for (let at = xml.startsWith('\uFEFF') ? 1 : 0; at < xml.length;) {
    piece.lastIndex = at;
    const match = piece.exec(xml);
    if (match === null) throw notWellFormed();
    at = piece.lastIndex;
    const [, data, closing, opening, attributes = '', slash, text] = match;
    if (opening !== undefined) {
      yield { kind: 'open', name: opening, attributes };
      if (slash === '/') yield { kind: 'close', name: opening };
      else if (open.push(opening) > limits.depth)
        throw unsafe('元素嵌套过深', 'its elements are nested too deep');
    } else if (closing !== undefined) {
      if (open.pop() !== closing) throw notWellFormed();
      yield { kind: 'close', name: closing };
    } else if (data !== undefined) yield { kind: 'text', text: data };
    else if (text !== undefined) yield { kind: 'text', text: decode(text) };
    // A generator may be resumed after another one has moved the pattern on.
  }
  if (open.length > 0) throw notWellFormed();
}

const notWellFormed = () => damaged('其中的 XML 不完整', 'its XML is not well formed');

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decode(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/giu, (whole, hex, decimal, name) => {
    if (name !== undefined) return named[String(name)] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(String(hex), 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}

/** The value of an attribute, whatever its prefix. */
export function attribute(attributes: string, name: string): string | undefined {
  const match = new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'u').exec(attributes);
  return match === null ? undefined : decode(match[1] ?? match[2] ?? '');
}

export const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The prefix that a document gives to WordprocessingML, with its colon. */
export function wordPrefix(xml: string): string {
  const namespace =
    /xmlns(?::([\w.-]+))?\s*=\s*["']http:\/\/(?:schemas\.openxmlformats\.org\/wordprocessingml\/2006|purl\.oclc\.org\/ooxml\/wordprocessingml)\/main["']/u;
  const match = namespace.exec(xml);
  if (match === null) throw damaged('不是 Word 正文', 'it holds no text of Word');
  return match[1] === undefined ? '' : `${match[1]}:`;
}
