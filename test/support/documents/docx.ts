import { escaped } from './xlsx.ts';
import { zipOf } from './zip.ts';

const w = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';
const runLook =
  '<w:rPr><w:rFonts w:hint="eastAsia" w:ascii="宋体" w:hAnsi="宋体"/><w:sz w:val="24"/></w:rPr>';

/** A run of text as Word writes it, its look with it; line breaks within it are `w:br`. */
export const run = (text: string): string =>
  `<w:r w:rsidR="00A77427">${runLook}${text
    .split('\n')
    .map((line) => `<w:t xml:space="preserve">${escaped(line)}</w:t>`)
    .join('<w:br/>')}</w:r>`;

/** A paragraph of runs; `properties` go into its `w:pPr`. */
export const paragraph = (runs: string, properties = ''): string =>
  `<w:p w:rsidR="00A77427" w:rsidRDefault="00A77427"><w:pPr>${properties}<w:jc w:val="left"/><w:rPr><w:sz w:val="24"/></w:rPr></w:pPr>${runs}</w:p>`;

export const numbered = (text: string, numId: number, level = 0): string =>
  paragraph(
    text === '' ? '' : run(text),
    `<w:pStyle w:val="a3"/><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr>`,
  );

/** A cell; `properties` go into its `w:tcPr`. */
export const cell = (paragraphs: string, properties = ''): string =>
  `<w:tc><w:tcPr><w:tcW w:w="1384" w:type="dxa"/>${properties}<w:vAlign w:val="center"/></w:tcPr>${paragraphs}</w:tc>`;

export const textCell = (text: string, properties = ''): string =>
  cell(
    text
      .split('\n')
      .map((line) => paragraph(run(line)))
      .join(''),
    properties,
  );

export const row = (cells: readonly string[], properties = ''): string =>
  `<w:tr w:rsidR="00A77427">${properties === '' ? '' : `<w:trPr>${properties}</w:trPr>`}${cells.join('')}</w:tr>`;

export const table = (rows: readonly string[]): string =>
  `<w:tbl><w:tblPr><w:tblStyle w:val="a4"/><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid><w:gridCol w:w="1384"/></w:tblGrid>${rows.join('')}</w:tbl>`;

/** Lists that Word counts: 1 as `1.` then `（1）`, 2 as `（一）`, 3 as a bare number, 4 as `一是` style `①`, 5 as bullets, 6 to 10 in rarer formats. */
const lists: readonly (readonly [format: string, text: string])[][] = [
  [
    ['decimal', '%1.'],
    ['decimal', '（%2）'],
  ],
  [['chineseCounting', '（%1）']],
  [['decimal', '%1']],
  [['decimalEnclosedCircleChinese', '%1']],
  [['bullet', '\uF06C']],
  [['decimalEnclosedParen', '%1']],
  [['decimalEnclosedFullstop', '%1']],
  [['chineseCounting', '%1、']],
  [['ideographTraditional', '%1、']],
  [['lowerRoman', '%1.']],
];
const numbering = `${head}<w:numbering xmlns:w="${w}">${lists
  .map(
    (levels, i) =>
      `<w:abstractNum w:abstractNumId="${i}"><w:multiLevelType w:val="multilevel"/>${levels
        .map(
          ([format, text], level) =>
            `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/></w:lvl>`,
        )
        .join('')}</w:abstractNum>`,
  )
  .join('')}${lists
  .map((_, i) => `<w:num w:numId="${i + 1}"><w:abstractNumId w:val="${i}"/></w:num>`)
  .join('')}${[11, 12, 13, 14, 15]
  .map(
    (id) =>
      `<w:num w:numId="${id}"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`,
  )
  .join('')}</w:numbering>`;
const styles = `${head}<w:styles xmlns:w="${w}"><w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="a3"><w:name w:val="List Paragraph"/><w:basedOn w:val="a"/></w:style><w:style w:type="paragraph" w:styleId="ByStyle"><w:name w:val="编号正文"/><w:basedOn w:val="a3"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style></w:styles>`;

const overrides = (
  [
    ['document', 'document.main'],
    ['styles', 'styles'],
    ['numbering', 'numbering'],
  ] as const
)
  .map(
    ([part, type]) =>
      `<Override PartName="/word/${part}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${type}+xml"/>`,
  )
  .join('');

export function docxParts(body: string): Record<string, string> {
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  return {
    '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides}</Types>`,
    '_rels/.rels': `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relation}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relation}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="${relation}/numbering" Target="numbering.xml"/></Relationships>`,
    'word/styles.xml': styles,
    'word/numbering.xml': numbering,
    'word/document.xml': `${head}<w:document xmlns:w="${w}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>${body}<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr></w:body></w:document>`,
  };
}

export const docxOf = (body: string): Promise<Uint8Array<ArrayBuffer>> => zipOf(docxParts(body));
