import { xlsxParts, type FixtureSheet } from './xlsx.ts';

/** Workbooks with what a rewriting would lose, as parts: each is one kind of richness. */

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';

export const richSheet = 'xl/worksheets/sheet1.xml';
export const richGrid: FixtureSheet = {
  name: '台账',
  grid: [
    ['薛家镇台账'],
    ['序号', '工作安排', '完成情况', '完成数量'],
    [{ number: 1, style: 0 }, '建立隐患举报制度', '推进中', { number: 7, style: 0 }],
    [{ number: 2, style: 0 }, '职工代表评议', '已完成', { number: 9, style: 0 }],
    [{ number: 3, style: 0 }, '专家评议', '未开始', ''],
  ],
  merges: ['A1:D1'],
};

type Parts = Record<string, string | Uint8Array>;
type Change = (parts: Record<string, string>) => Parts;

const base = (): Record<string, string> => xlsxParts([richGrid]);
const inSheet =
  (change: (xml: string) => string): Change =>
  (parts) => ({ ...parts, [richSheet]: change(parts[richSheet]!) });

/** Puts an element before another of the sheet. */
const before = (element: string, content: string): Change =>
  inSheet((xml) => xml.replace(`<${element}`, `${content}<${element}`));
const after = (element: string, content: string): Change =>
  inSheet((xml) => xml.replace(`</${element}>`, `</${element}>${content}`));
const atEnd = (content: string): Change =>
  inSheet((xml) => xml.replace('</worksheet>', `${content}</worksheet>`));

const related = (relationships: string): Parts => ({
  'xl/worksheets/_rels/sheet1.xml.rels': `${head}<Relationships xmlns="${packages}/relationships">${relationships}</Relationships>`,
});
const typed = (parts: Record<string, string>, content: string): Parts => ({
  '[Content_Types].xml': parts['[Content_Types].xml']!.replace('</Types>', `${content}</Types>`),
});

export const herNote = '4月底到期，还差1家';
const herComments = `${head}<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>李演示</author></authors><commentList><comment ref="D3" authorId="0"><text><r><rPr><b/><sz val="9"/></rPr><t>李演示：</t></r><r><t xml:space="preserve">${herNote}</t></r></text></comment></commentList></comments>`;
/** As Excel writes it, with a break that is not closed. */
const herDrawing =
  '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/></v:shapetype><v:shape id="_x0000_s1025" type="#_x0000_t202" style="position:absolute;visibility:hidden"><v:textbox><div style="text-align:left"><br></div></v:textbox><x:ClientData ObjectType="Note"><x:Anchor>4,15,2,2,6,15,6,4</x:Anchor><x:Row>2</x:Row><x:Column>3</x:Column></x:ClientData></v:shape></xml>';
const withHerComments: Change = (parts) => ({
  ...parts,
  ...atEnd('<legacyDrawing r:id="rId2"/>')(parts),
  ...related(
    `<Relationship Id="rId1" Type="${office}/comments" Target="../comments1.xml"/><Relationship Id="rId2" Type="${office}/vmlDrawing" Target="../drawings/vmlDrawing1.vml"/>`,
  ),
  ...typed(
    parts,
    '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/><Override PartName="/xl/comments1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"/>',
  ),
  'xl/comments1.xml': herComments,
  'xl/drawings/vmlDrawing1.vml': herDrawing,
});

const threaded: Change = (parts) => {
  const commented = withHerComments(parts) as Record<string, string>;
  const rels = 'xl/worksheets/_rels/sheet1.xml.rels';
  return {
    ...commented,
    [rels]: commented[rels]!.replace(
      '</Relationships>',
      '<Relationship Id="rId3" Type="http://schemas.microsoft.com/office/2017/10/relationships/threadedComment" Target="../threadedComments/threadedComment1.xml"/></Relationships>',
    ),
    'xl/threadedComments/threadedComment1.xml': `${head}<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><threadedComment ref="D3" dT="2024-04-08T01:00:00.00" personId="{0}" id="{1}"><text>${herNote}</text></threadedComment></ThreadedComments>`,
  };
};

/** One white pixel. */
const pixel = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=='),
  (character) => character.charCodeAt(0),
);
const picture: Change = (parts) => ({
  ...parts,
  ...atEnd('<drawing r:id="rId1"/><tableParts count="0"/>')(parts),
  ...related(`<Relationship Id="rId1" Type="${office}/drawing" Target="../drawings/drawing1.xml"/>`),
  ...typed(
    parts,
    '<Default Extension="png" ContentType="image/png"/><Override PartName="/xl/drawings/drawing1.xml" ContentType="application/vnd.openxmlformats-officedocument.drawing+xml"/>',
  ),
  'xl/drawings/drawing1.xml': `${head}<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><xdr:twoCellAnchor><xdr:from><xdr:col>5</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>1</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>6</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>3</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to><xdr:pic><xdr:nvPicPr><xdr:cNvPr id="2" name="章"/><xdr:cNvPicPr/></xdr:nvPicPr><xdr:blipFill><a:blip xmlns:r="${office}" r:embed="rId1"/></xdr:blipFill><xdr:spPr/></xdr:pic><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>`,
  'xl/drawings/_rels/drawing1.xml.rels': `${head}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/image" Target="../media/image1.png"/></Relationships>`,
  'xl/media/image1.png': pixel,
});

const table: Change = (parts) => ({
  ...parts,
  ...atEnd('<tableParts count="1"><tablePart r:id="rId1"/></tableParts>')(parts),
  ...related(`<Relationship Id="rId1" Type="${office}/table" Target="../tables/table1.xml"/>`),
  ...typed(
    parts,
    '<Override PartName="/xl/tables/table1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml"/>',
  ),
  'xl/tables/table1.xml': `${head}<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="1" name="表1" displayName="表1" ref="A2:D5" totalsRowShown="0"><autoFilter ref="A2:D5"/><tableColumns count="4"><tableColumn id="1" name="序号"/><tableColumn id="2" name="工作安排"/><tableColumn id="3" name="完成情况"/><tableColumn id="4" name="完成数量"/></tableColumns></table>`,
});

/** Every element of the main namespace with a prefix, as some programs of Microsoft’s own write it. */
const prefixed: Change = (parts) => {
  const withPrefix = (xml: string): string =>
    xml.replaceAll(/<(\/?)([a-zA-Z])/gu, '<$1x:$2').replace(/ xmlns="(http[^"]*main)"/u, ' xmlns:x="$1"');
  return {
    ...parts,
    [richSheet]: withPrefix(parts[richSheet]!),
    'xl/workbook.xml': withPrefix(parts['xl/workbook.xml']!),
  };
};

const strict: Change = (parts) =>
  Object.fromEntries(
    Object.entries(parts).map(([name, xml]) => [
      name,
      xml
        .replaceAll(
          'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
          'http://purl.oclc.org/ooxml/spreadsheetml/main',
        )
        .replaceAll(office, 'http://purl.oclc.org/ooxml/officeDocument/relationships'),
    ]),
  );

const chartSheet: Change = (parts) => ({
  ...parts,
  'xl/workbook.xml': parts['xl/workbook.xml']!.replace(
    '<sheets>',
    '<sheets><sheet name="图表" sheetId="9" r:id="rId50"/>',
  ).replace(
    '</sheets>',
    '</sheets><definedNames><definedName name="_xlnm.Print_Titles" localSheetId="1">台账!$2:$2</definedName></definedNames>',
  ),
  'xl/_rels/workbook.xml.rels': parts['xl/_rels/workbook.xml.rels']!.replace(
    '</Relationships>',
    `<Relationship Id="rId50" Type="${office}/chartsheet" Target="chartsheets/sheet1.xml"/></Relationships>`,
  ),
  'xl/chartsheets/sheet1.xml': `${head}<chartsheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"/></sheetViews></chartsheet>`,
});

/** Tabs of Excel 5 that are no worksheets, as later versions keep them. */
const oldTabs: Change = (parts) => ({
  ...parts,
  'xl/workbook.xml': parts['xl/workbook.xml']!.replace(
    '<sheets>',
    '<sheets><sheet name="对话框" sheetId="8" r:id="rId51"/><sheet name="宏" sheetId="9" state="veryHidden" r:id="rId52"/>',
  ),
  'xl/_rels/workbook.xml.rels': parts['xl/_rels/workbook.xml.rels']!.replace(
    '</Relationships>',
    `<Relationship Id="rId51" Type="${office}/dialogsheet" Target="dialogsheets/sheet1.xml"/><Relationship Id="rId52" Type="http://schemas.microsoft.com/office/2006/relationships/xlMacrosheet" Target="macrosheets/sheet1.xml"/></Relationships>`,
  ),
  'xl/dialogsheets/sheet1.xml': `${head}<dialogsheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"/></sheetViews></dialogsheet>`,
  'xl/macrosheets/sheet1.xml': `${head}<xm:macrosheet xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main" xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData/></xm:macrosheet>`,
});

const unusual: Change = (parts) => {
  const { [richSheet]: body, 'xl/workbook.xml': book, 'xl/_rels/workbook.xml.rels': rels, ...rest } = parts;
  return {
    ...rest,
    '[Content_Types].xml': parts['[Content_Types].xml']!.replace(
      '/xl/workbook.xml',
      '/Data/Book.xml',
    ).replace(`/${richSheet}`, '/Data/Tabs/one.xml'),
    '_rels/.rels': parts['_rels/.rels']!.replace('xl/workbook.xml', '/data/book.xml'),
    'Data/Book.xml': book!,
    'Data/_rels/Book.xml.rels': rels!
      .replace('worksheets/sheet1.xml', './Tabs/../Tabs/One.xml')
      .replace('"styles.xml"', '"/xl/styles.xml"')
      .replace('"sharedStrings.xml"', '"../xl/sharedStrings.xml"'),
    'Data/Tabs/one.xml': body!,
  };
};

const changes: Readonly<Record<string, Change>> = {
  'styles of cells, rows and columns': inSheet((xml) =>
    xml
      .replace(
        '<sheetData>',
        '<cols><col min="1" max="16384" width="12.5" style="3" customWidth="1"/></cols><sheetData>',
      )
      .replace('<row r="3"', '<row r="3" s="4" customFormat="1" ht="30" customHeight="1"')
      .replace('<c r="D3" s="0">', '<c r="D3" s="4">'),
  ),
  'conditional formats': after(
    'mergeCells',
    '<conditionalFormatting sqref="D3:D5"><cfRule type="cellIs" priority="1" operator="lessThan"><formula>5</formula></cfRule></conditionalFormatting>',
  ),
  'data validations': after(
    'mergeCells',
    '<dataValidations count="1"><dataValidation type="list" allowBlank="1" showInputMessage="1" sqref="C3:C5"><formula1>"已完成,推进中"</formula1></dataValidation></dataValidations>',
  ),
  'validations and formats of later versions (x14)': atEnd(
    '<extLst><ext xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"><x14:dataValidations xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main" count="1"><x14:dataValidation type="list" allowBlank="1"><x14:formula1><xm:f>字典!$A$1:$A$3</xm:f></x14:formula1><xm:sqref>C3:C5</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>',
  ),
  'a filter, its sorting and hidden rows': inSheet((xml) =>
    xml
      .replace('<row r="4"', '<row r="4" hidden="1"')
      .replace(
        '<mergeCells',
        '<autoFilter ref="A2:D5"><filterColumn colId="2"><filters><filter val="推进中"/></filters></filterColumn></autoFilter><sortState ref="A3:D5"><sortCondition ref="D3:D5"/></sortState><mergeCells',
      ),
  ),
  'stored results of formulas': inSheet((xml) =>
    xml
      .replace(/<c r="D3"[^>]*><v>7<\/v><\/c>/u, '<c r="D3"><f>3+4</f><v>7</v></c>')
      .replace(
        /<c r="D4"[^>]*><v>9<\/v><\/c>/u,
        '<c r="D4"><f t="array" ref="D4">SUM(D3:D3)+2</f><v>9</v></c>',
      )
      .replace(
        '</row></sheetData>',
        '<c r="E5" t="str"><f>"完"&amp;"成"</f><v>完成</v></c></row></sheetData>',
      ),
  ),
  'comments of her own': withHerComments,
  'a thread of comments': threaded,
  'a picture': picture,
  'a table': table,
  'a prefix before every element': prefixed,
  'strict namespaces': strict,
  'a chart on a tab of its own, and defined names': chartSheet,
  'a dialog and a sheet of macros on tabs of their own': oldTabs,
  'parts under unusual paths': unusual,
  'page breaks, headers and what stands behind comments': atEnd(
    '<headerFooter><oddHeader>&amp;C台账</oddHeader></headerFooter><rowBreaks count="1" manualBreakCount="1"><brk id="3" max="16383" man="1"/></rowBreaks><tableParts count="0"/>',
  ),
  'a protected sheet': before('mergeCells', '<sheetProtection sheet="1" objects="1" password="CC1A"/>'),
};

/** Each rich workbook by its name, as parts. */
export const richWorkbooks: readonly (readonly [name: string, () => Parts])[] = Object.entries(changes).map(
  ([name, change]) => [name, () => change(base())] as const,
);
