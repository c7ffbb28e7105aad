import {
  AlignmentType,
  type Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { BulletinContent, BulletinTable } from '../../../shared/bulletin/content.ts';
import { cellWords } from '../../../shared/bulletin/shown.ts';
import { fonts, size, textWidth } from './measures.ts';
import type { LongTables } from './longTables.ts';
import { marked, paragraph } from './paragraphs.ts';
import { plainText, widthOf } from '../../../shared/bulletin/plainText.ts';
import { font } from './styles.ts';

const margin = 60;

/** A table of so few rows stays on one page. */
const few = 12;

/**
 * A table over the whole width; its head stands on every page, and no row is torn between two. Of a long one the library makes one
 * row with marks, and `later` gets what is to stand in them: it takes seconds and hundreds of megabytes over thousands of rows.
 */
export function wordTable(content: BulletinContent, table: BulletinTable, later: LongTables): Table {
  const rows = table.rows.map((row) =>
    table.columns.map(({ kind }, index) => cellWords(content, row[index] ?? null, kind)),
  );
  const widths = columnWidths(table, rows);
  const cell = (child: Paragraph, index: number) =>
    new TableCell({
      width: { size: widths[index] ?? 0, type: WidthType.DXA },
      margins: { left: margin, right: margin, top: 30, bottom: 30, marginUnitType: WidthType.DXA },
      verticalAlign: VerticalAlign.CENTER,
      children: [child],
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: widths,
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: table.columns.map(({ name }, index) =>
          cell(
            paragraph(name, {
              style: 'Cell',
              keepNext: true,
              alignment: AlignmentType.CENTER,
              run: { font: font(fonts.heading) },
            }),
            index,
          ),
        ),
      }),
      ...(rows.length <= few ? rows : [later.add(rows, table.columns.length)]).map(
        (row, at) =>
          new TableRow({
            cantSplit: true,
            children: row.map((text, index) =>
              cell(
                (rows.length <= few ? paragraph : marked)(text, {
                  style: 'Cell',
                  keepNext: rows.length <= few && at < rows.length - 1,
                  alignment: alignmentOf(table, rows, index),
                }),
                index,
              ),
            ),
          }),
      ),
    ],
  });
}

/** Counts, rates, days and short words stand in the middle; sentences begin at the left. */
function alignmentOf(table: BulletinTable, rows: readonly string[][], index: number) {
  const isShort =
    table.columns[index]?.kind !== 'text' || rows.every((row) => widthOf(row[index] ?? '') <= 6);
  return isShort ? AlignmentType.CENTER : AlignmentType.LEFT;
}

/** Each column gets what its longest short text needs, and texts share what is left. */
function columnWidths({ columns }: BulletinTable, rows: readonly string[][]): number[] {
  const wanted = columns.map(({ name, kind }, index) => {
    const longest = Math.max(...rows.map((row) => widthOf(plainText(row[index] ?? ''))), 1);
    const head = widthOf(name);
    return kind === 'text'
      ? Math.min(Math.max(longest, Math.min(head, 4)), 16)
      : Math.max(longest, Math.min(head, 4));
  });
  const character = size.small * 10;
  const needed = wanted.map((count) => Math.ceil(count * character) + 2 * margin + 40);
  const sum = needed.reduce((total, each) => total + each, 0);
  const widths = needed.map((each) => Math.floor((each * textWidth) / sum));
  widths[widths.length - 1] =
    (widths.at(-1) ?? 0) + textWidth - widths.reduce((total, each) => total + each, 0);
  return widths;
}
