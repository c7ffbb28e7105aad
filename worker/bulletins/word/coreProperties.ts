import type { BulletinContent } from '../../../shared/bulletin/content.ts';
import { plainText } from '../../../shared/bulletin/plainText.ts';

/** A text as XML holds it. */
export const escaped = (text: string): string =>
  plainText(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Who and when of the file: the office, and the day that the bulletin bears; not whoever made the file, nor when. */
export function coreProperties({ title, office, date }: BulletinContent): string {
  const moment = `${/^\d{4}-\d{2}-\d{2}$/u.test(date) ? date : '1980-01-01'}T00:00:00Z`;
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escaped(title)}</dc:title><dc:creator>${escaped(office)}</dc:creator><cp:lastModifiedBy>${escaped(office)}</cp:lastModifiedBy><dcterms:created xsi:type="dcterms:W3CDTF">${moment}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${moment}</dcterms:modified></cp:coreProperties>`;
}
