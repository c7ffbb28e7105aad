import {
  findPart,
  readRelationships,
  relationshipsPart,
  type Relationship,
  type Workbook,
} from '../ledgerFile/openWorkbook.ts';
import { damaged } from '../limits.ts';
import { readXml, xmlText } from '../xml.ts';
import { appendToRoot, childrenOf, elementAt, escaped, prefixOf, rootOf, valueOf } from './xmlTags.ts';

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';
const relationshipsNamespace = 'http://schemas.openxmlformats.org/package/2006/relationships';
const contentTypes = '[Content_Types].xml';

/** The parts of a workbook while some of them are changed. Nothing else is unpacked. */
export class PartEditor {
  readonly book: Workbook;
  readonly changed = new Map<string, string>();
  /** Parts as they were: each is unpacked once, since what is unpacked is counted. */
  private readonly read = new Map<string, string>();

  /** @throws Problem where the types of content, which no reader looks at, are no XML. */
  constructor(book: Workbook) {
    this.book = book;
    const types = findPart(book.zip, contentTypes);
    if (types === null) throw damaged('缺少内容类型', 'its types of content are missing');
    readXml(book.zip, types, { open() {} });
  }

  text(part: string): string {
    const known = this.changed.get(part) ?? this.read.get(part);
    if (known !== undefined) return known;
    // What was UTF-16 is written as UTF-8.
    const text = xmlText(this.book.zip, part).replace(/^(<\?xml[^>]*encoding=["'])utf-16[^"']*/iu, '$1UTF-8');
    this.read.set(part, text);
    return text;
  }

  set(part: string, text: string): void {
    this.read.delete(part);
    this.changed.set(part, text);
  }

  private exists(part: string): boolean {
    return this.changed.has(part) || findPart(this.book.zip, part) !== null;
  }

  /** A name that no part has: `xl/comments7.xml`. */
  private freeName(before: string, after: string): string {
    let number = 1;
    while (this.exists(`${before}${number}${after}`)) number += 1;
    return `${before}${number}${after}`;
  }

  /** Adds a part. */
  add(
    before: string,
    after: string,
    content: string,
    type: { override?: string; extension?: [string, string] },
  ): string {
    const part = this.freeName(before, after);
    this.set(part, head + content);
    const list = findPart(this.book.zip, contentTypes) ?? contentTypes;
    const xml = this.text(list);
    const prefix = prefixOf(rootOf(xml));
    if (type.override !== undefined)
      this.set(
        list,
        appendToRoot(xml, `<${prefix}Override PartName="/${part}" ContentType="${type.override}"/>`),
      );
    else if (type.extension !== undefined) {
      const [extension, contentType] = type.extension;
      const isKnown = childrenOf(xml, elementAt(xml, rootOf(xml))).some(
        ({ tag }) =>
          tag.local === 'Default' && valueOf(tag, 'Extension')?.toLowerCase() === extension.toLowerCase(),
      );
      if (!isKnown) {
        // Defaults stand before overrides in what Office writes; no order is asked for.
        const content2 = `<${prefix}Default Extension="${extension}" ContentType="${contentType}"/>`;
        this.set(list, appendToRoot(xml, content2));
      }
    }
    return part;
  }

  /** Relationships of a part as the file has them; what is added here is not among them. */
  related(part: string): Relationship[] {
    return readRelationships(this.book.zip, part);
  }

  /** Relates a part to another, and gives the id. */
  relate(source: string, type: string, target: string): string {
    const wanted = relationshipsPart(source);
    const part = findPart(this.book.zip, wanted) ?? wanted;
    const xml = this.exists(part)
      ? this.text(part)
      : `${head}<Relationships xmlns="${relationshipsNamespace}"/>`;
    let number = 1;
    while (new RegExp(`\\bId=["']rIdTz${number}["']`, 'u').test(xml)) number += 1;
    const id = `rIdTz${number}`;
    const prefix = prefixOf(rootOf(xml));
    this.set(
      part,
      appendToRoot(
        xml,
        `<${prefix}Relationship Id="${id}" Type="${escaped(type)}" Target="/${escaped(target)}"/>`,
      ),
    );
    return id;
  }
}
