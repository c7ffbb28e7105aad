import { familyOf } from './namespaces.ts';
import type { PartEditor } from './partEditor.ts';
import { childrenOf, elementAt, prefixOf, rootOf, splice, withValue } from './xmlTags.ts';

/** Numbers of the styles that the sheet of results is written in. */
export interface ResultStyles {
  title: number;
  head: number;
  cell: number;
  link: number;
  /** What was not taken. */
  bad: number;
}

const stylesType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml';
/** A larger part is left as it is, and the sheet of results plain. */
const largest = 6_000_000;
/** For workbooks that have none. */
const least =
  '<fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>';

type List = 'fonts' | 'fills' | 'borders' | 'cellXfs';

/** The part of styles while something is added to it. What stands there keeps its number. */
class StyleSheet {
  xml: string;

  constructor(xml: string) {
    this.xml = xml;
  }

  /** The number of an element in its list: added at the end, unless an earlier answer has added the very same. `null`: no such list. */
  number(list: List, content: string): number | null {
    const root = rootOf(this.xml);
    const prefix = prefixOf(root);
    const written = content.replaceAll(/<(\/?)(?=\w)/gu, `<$1${prefix}`);
    const found = childrenOf(this.xml, elementAt(this.xml, root)).find(({ tag }) => tag.local === list);
    if (found === undefined || found.tag.isEmpty) return null;
    const all = childrenOf(this.xml, found);
    const known = all.findIndex(({ start, end }) => this.xml.slice(start, end) === written);
    if (known >= 0) return known;
    const { tag } = found;
    const counted = withValue(tag.attributes, 'count', String(all.length + 1));
    this.xml = splice(this.xml, [
      { start: tag.start, end: tag.end, by: `<${tag.name}${counted}>` },
      { start: found.innerEnd, end: found.innerEnd, by: written },
    ]);
    return all.length;
  }
}

const name = '<name val="宋体"/>';
const side = (of: string): string => `<${of} style="thin"><color rgb="FFC8CDD2"/></${of}>`;
const solid = (rgb: string): string =>
  `<fill><patternFill patternType="solid"><fgColor rgb="${rgb}"/><bgColor indexed="64"/></patternFill></fill>`;

/** Adds the styles of the sheet of results to the workbook's own; `null` where it has none that they can be added to. */
export function resultStyles(editor: PartEditor): ResultStyles | null {
  const { main, styles, zip } = editor.book;
  if (styles !== null && zip.sizeOf(styles) > largest) return null;
  const family = familyOf(rootOf(editor.text(main)));
  const part =
    styles ??
    editor.add('xl/stylesTz', '.xml', `<styleSheet xmlns="${family.main}">${least}</styleSheet>`, {
      override: stylesType,
    });
  const sheet = new StyleSheet(editor.text(part));
  const font = (content: string) => sheet.number('fonts', `<font>${content}</font>`);
  const plain = font(`<sz val="11"/>${name}`);
  const bold = font(`<b/><sz val="11"/>${name}`);
  const large = font(`<b/><sz val="13"/>${name}`);
  const linked = font(`<u/><sz val="11"/><color rgb="FF0563C1"/>${name}`);
  const red = font(`<b/><sz val="11"/><color rgb="FFA4262C"/>${name}`);
  const grey = sheet.number('fills', solid('FFE3EAF2'));
  const border = sheet.number(
    'borders',
    `<border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/></border>`,
  );
  const look = (fontId: number | null, fillId: number | null, borderId: number | null, alignment: string) =>
    [fontId, fillId, borderId].includes(null)
      ? null
      : sheet.number(
          'cellXfs',
          `<xf numFmtId="0" fontId="${fontId}" fillId="${fillId}" borderId="${borderId}" xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment ${alignment}/></xf>`,
        );
  const wrapped = 'vertical="top" wrapText="1"';
  const found = {
    title: look(large, 0, 0, 'vertical="center"'),
    head: look(bold, grey, border, 'horizontal="center" vertical="center" wrapText="1"'),
    cell: look(plain, 0, border, wrapped),
    link: look(linked, 0, border, wrapped),
    bad: look(red, 0, border, wrapped),
  };
  if (Object.values(found).includes(null)) return null;
  if (styles === null) editor.relate(main, `${family.office}/styles`, part);
  editor.set(part, sheet.xml);
  return found as ResultStyles;
}
