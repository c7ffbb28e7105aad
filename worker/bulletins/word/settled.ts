import type { BulletinContent } from '../../../shared/bulletin/content.ts';
import { rewriteZip } from '../../documents/patch/rewriteZip.ts';
import { Package } from '../../documents/zip.ts';
import { coreProperties } from './coreProperties.ts';
import type { LongTables } from './longTables.ts';

const [main, styles, core] = ['word/document.xml', 'word/styles.xml', 'docProps/core.xml'] as const;

/** No mark hangs beyond the type area, and no blank stands between characters and digits: lines would lose their count. */
const strict =
  '<w:pPr><w:overflowPunct w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/></w:pPr>';

/** What has lines of its own height: titles, tables, page numbers. */
const offGrid =
  /(<w:style [^>]*w:styleId="(?:Title|Issuer|Cell|PageNumber)"(?:(?!<\/w:style>).)*?)(<w:spacing )/gu;

/**
 * What the library has packed, with what it has no option for: strict lines, others off the grid, the rows of long tables,
 * and the day that the bulletin bears instead of the clock's, in the file's properties and in its directory.
 */
export function settled(
  packed: Uint8Array,
  content: BulletinContent,
  later: LongTables,
): Uint8Array<ArrayBuffer> {
  const zip = new Package(packed);
  const read = (part: string) => new TextDecoder().decode(zip.read(part));
  const changed = read(styles)
    .replace(/(?<=<w:style [^>]*w:styleId="Normal"[^>]*>.*?)<\/w:style>/u, (end) => strict + end)
    .replaceAll(offGrid, '$1<w:snapToGrid w:val="0"/>$2');
  const encoder = new TextEncoder();
  return rewriteZip(
    zip,
    new Map([
      [main, encoder.encode(later.fill(read(main)))],
      [styles, encoder.encode(changed)],
      [core, encoder.encode(coreProperties(content))],
    ]),
  );
}
