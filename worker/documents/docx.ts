// oxlint-disable-next-line typescript/triple-slash-reference -- wherever this file is checked from, its declaration is found
/// <reference path="./mammoth.d.ts" />
import mammoth from 'mammoth/mammoth.browser.min.js';
import type { Report } from '../../shared/import/diagnostics/catalogue.ts';
import { Problem } from '../problems/problem.ts';
import { readHtmlBlocks } from './html.ts';
import { damaged } from './limits.ts';
import { ListNumbers } from './listNumbers.ts';
import { storedZip } from './storedZip.ts';
import { gridOfBlocks } from './table.ts';
import { wordText } from './wordText.ts';
import { attribute, xmlTokens } from './xml.ts';
import type { Package } from './zip.ts';

const relationships = 'http://schemas.openxmlformats.org/package/2006/relationships';
const packageParts: readonly (readonly [string, string])[] = [
  [
    '[Content_Types].xml',
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
  ],
  ['_rels/.rels', `<Relationships xmlns="${relationships}"></Relationships>`],
];

/** Reads a Word document: paragraphs as rows of one cell, tables with a header after them, in order. */
export async function readWord(zip: Package, report: Report): Promise<string[][]> {
  const main = await mainPart(zip);
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const part = async (name: string) => (zip.has(folder + name) ? zip.readXml(folder + name) : null);
  const numbers = new ListNumbers(await part('numbering.xml'), await part('styles.xml'));
  const text = wordText(await zip.readXml(main), numbers, report);
  const encoder = new TextEncoder();
  const parts = new Map(packageParts.map(([name, xml]) => [name, encoder.encode(xml)]));
  parts.set('word/document.xml', encoder.encode(text));
  return gridOfBlocks(readHtmlBlocks(await toHtml(storedZip(parts).buffer), 'verbatim', report), report);
}

async function toHtml(arrayBuffer: ArrayBuffer): Promise<string> {
  try {
    return (await mammoth.convertToHtml({ arrayBuffer })).value;
  } catch (error) {
    if (error instanceof Problem) throw error;
    const reason = error instanceof Error ? error.message.slice(0, 200) : '';
    throw damaged(`文档无法读取：${reason}`, `the document cannot be read: ${reason}`);
  }
}

/** The part that the package names as its document; `word/document.xml` where it names none. */
async function mainPart(zip: Package): Promise<string> {
  if (zip.has('_rels/.rels')) {
    for (const token of xmlTokens(await zip.readXml('_rels/.rels'))) {
      if (token.kind !== 'open') continue;
      const target = attribute(token.attributes, 'Target')?.replace(/^\//u, '');
      if (attribute(token.attributes, 'Type')?.endsWith('/officeDocument') && target && zip.has(target))
        return target;
    }
  }
  return 'word/document.xml';
}
