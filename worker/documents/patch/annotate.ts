import type { FileTold, LedgerSheet, Merge } from '../../../shared/ledgers/ledgerFile.ts';
import { BeyondBounds, bounds } from '../ledgerFile/bounds.ts';
import { isKeys, keyColumnOf } from '../ledgerFile/keyColumn.ts';
import { isOwnResults, resultsHeadings, resultsSheet } from '../ledgerFile/ownSheets.ts';
import { openWorkbook, type SheetPart, type Workbook } from '../ledgerFile/openWorkbook.ts';
import { readSheet } from '../ledgerFile/readSheet.ts';
import { readStrings, type RichText } from '../ledgerFile/strings.ts';
import { Problem } from '../../problems/problem.ts';
import { sniff } from '../sniff.ts';
import { PartEditor } from './partEditor.ts';
import { writeComments, type OurComment } from './patchComments.ts';
import { isAddressed, mergesOf, writeKeys, type FormerKeys, type NotWritten } from './patchSheet.ts';
import { recordsWorkbook, resultsWorkbook } from './plainWorkbook.ts';
import { writeResults } from './resultsSheet.ts';
import { rewriteZip } from './rewriteZip.ts';
import { Malformed } from './xmlTags.ts';

/** What is written into a clerk's file. Rows and columns are 0-based. */
export interface FileNotes {
  sheets: {
    name: string;
    comments: { row: number; column: number; text: string; kind: 'error' | 'warning' }[];
    keys: { row: number; key: string }[];
  }[];
  results: {
    sheet: string;
    /** `null`: gathered from many rows. */
    row: number | null;
    /** `null`: the row as a whole. */
    column: number | null;
    arrangement: string;
    outcome: string;
    message: string;
    /** Whether it was not taken. */
    isBad?: boolean;
  }[];
  /** Lines that the sheet 校验结果 begins with. */
  lines?: readonly string[];
}

/** The answer to a file. */
export interface Annotated {
  bytes: Uint8Array;
  /** `own`: her file, patched; `results`: a file of results, as hers cannot be written into; `copy`: her records as .xlsx. */
  is: 'own' | 'results' | 'copy';
  /** Sheets of hers that nothing was written into, and why. */
  told: readonly FileTold[];
}

/** Her own file with comments, row keys and a sheet of results: `annotateFile` without what is told. */
export async function annotate(bytes: Uint8Array, notes: FileNotes): Promise<Uint8Array> {
  return (await annotateFile(bytes, notes)).bytes;
}

/**
 * Writes into a clerk's file: only the parts concerned change, all others stay byte for byte. A text file can hold neither comments
 * nor hidden columns, so its answer is an .xlsx of its records. A signed or protected workbook is not touched: the results come in a
 * file of their own.
 */
export async function annotateFile(bytes: Uint8Array, notes: FileNotes): Promise<Annotated> {
  if (sniff(bytes) !== 'zip')
    return { ...patch(openWorkbook(recordsWorkbook(bytes), patching), notes), is: 'copy' };
  const book = openWorkbook(bytes, patching);
  if (book.isSigned || book.isStructureProtected) return resultsAlone(notes);
  try {
    return patch(book, notes);
  } catch (error) {
    // What no reader looks at may be damaged: types of content, threads.
    if (!(error instanceof Malformed) && !(error instanceof Problem)) throw error;
    const told = [damagedWithin];
    const lines = [...(notes.lines ?? []), damagedWithin.zh];
    return { ...resultsAlone({ ...notes, lines }), told };
  }
}

const resultsAlone = (notes: FileNotes): Annotated => ({
  ...patch(openWorkbook(resultsWorkbook()), { ...notes, sheets: [] }),
  is: 'results',
});

const damagedWithin: FileTold = {
  ...{ code: 'not-annotated', sheet: null },
  zh: '文件内部有部件不完整，没有写入批注。请用 Excel 或 WPS 打开并另存一份；结果见下列各行。',
  en: 'A part within the file is damaged, so nothing was written into it. Open it in Excel or WPS and save a copy. All results are listed below.',
};

/** A part that is patched is unpacked twice: to be read, and to be changed. */
const patching = { part: bounds.part, parts: 3 * bounds.parts };

/** Sheets that are larger are read as they are unpacked, but are too large to be held and changed. */
const largestPatched = 24_000_000;

function patch(book: Workbook, notes: FileNotes): Annotated {
  const editor = new PartEditor(book);
  const told: FileTold[] = [];
  const former = new Former(book);
  for (const { name, comments, keys } of notes.sheets) {
    const part = book.sheets.find((sheet) => sheet.name === name);
    if (part === undefined) continue;
    const why = writeWithin(editor, former, part, comments.map(ourComment), keys);
    if (why !== null) told.push(notWritten(name, why));
  }
  const lines = [...(notes.lines ?? []), ...told.map(({ zh }) => zh)];
  writeResults(editor, notes.results, lines, former.results());
  const encoder = new TextEncoder();
  const changed = new Map([...editor.changed].map(([part, text]) => [part, encoder.encode(text)]));
  return { bytes: rewriteZip(book.zip, changed), is: 'own', told };
}

const ourComment = ({
  row,
  column,
  text,
  kind,
}: FileNotes['sheets'][number]['comments'][number]): OurComment => ({
  ...{ row, column },
  text: `${kind === 'error' ? '【有误】' : '【请核实】'}${text}`,
});

/** A sheet that was left out by the reader is left alone. */
function writeWithin(...all: Parameters<typeof write>): NotWritten | null {
  try {
    return write(...all);
  } catch (error) {
    if (error instanceof BeyondBounds) return 'too-large';
    throw error;
  }
}

/** Comments and keys of one sheet; says why nothing was written, where it was not. */
function write(
  editor: PartEditor,
  former: Former,
  part: SheetPart,
  comments: readonly OurComment[],
  keys: FileNotes['sheets'][number]['keys'],
): NotWritten | null {
  const { path } = part;
  if (editor.book.zip.sizeOf(path) > largestPatched) return 'too-large';
  const xml = editor.text(path);
  const byRow = new Map<number, string>();
  for (const { row, key } of keys) byRow.set(row, byRow.has(row) ? `${byRow.get(row)} ${key}` : key);
  if (byRow.size > 0) {
    const written = writeKeys(xml, byRow, former.keys(part));
    if (written === 'no-room' || written === 'unaddressed' || written === 'too-large') return written;
    editor.set(path, written);
  } else if (!isAddressed(xml)) return 'unaddressed';
  writeComments(editor, path, shownAt(comments, mergesOf(xml)));
  return null;
}

/** Comments where they are seen: that of a cell beneath a merge stands at the cell that shows it. */
function shownAt(comments: readonly OurComment[], merges: readonly Merge[]): OurComment[] {
  const byRow = Map.groupBy(comments, ({ row }) => row);
  const moved = new Map<OurComment, OurComment>();
  for (const { row, column, rows, columns } of merges) {
    const beneath =
      rows < comments.length
        ? Array.from({ length: rows }, (_, at) => byRow.get(row + at) ?? []).flat()
        : comments.filter((each) => each.row >= row && each.row < row + rows);
    for (const comment of beneath)
      if (comment.column >= column && comment.column < column + columns)
        moved.set(comment, { ...comment, row, column });
  }
  return comments.map((comment) => moved.get(comment) ?? comment);
}

const reasons: Record<NotWritten, [zh: string, en: string]> = {
  unaddressed: ['单元格没有写明位置', 'its cells do not say where they stand'],
  'no-room': ['已用到最后一列，没有空列', 'its last column is in use'],
  'too-large': ['工作表过大', 'it is too large'],
};

function notWritten(sheet: string, why: NotWritten): FileTold {
  const [zh, en] = reasons[why];
  return {
    ...{ code: 'not-annotated', sheet },
    zh: `工作表“${sheet}”中没有写入批注：${zh}。请用 Excel 或 WPS 打开并另存一份；结果见下列各行。`,
    en: `Nothing was written into sheet “${sheet}”: ${en}. Open it in Excel or WPS and save a copy. All results are listed below.`,
  };
}

/** How row keys begin, and the headings of the sheet of results. */
const ours = new RegExp(`^(?:\\d{4}\\.\\d|(?:${resultsHeadings.join('|')})$)`, 'u');

/** What an earlier answer has left, as it reads: other programs store it in other ways than we do. */
class Former {
  private readonly book: Workbook;
  private strings: RichText[] | null = null;

  constructor(book: Workbook) {
    this.book = book;
  }

  /** A sheet with nothing but what may be ours: hers is not held a second time. */
  private read(sheet: SheetPart): LedgerSheet {
    const { zip, date1904 } = this.book;
    this.strings ??= readStrings(zip, this.book.strings, ours);
    const used = { cells: 0, places: 0, characters: 0 };
    return readSheet(sheet, { zip, strings: this.strings, looks: [], date1904, used, only: ours });
  }

  /** The part of the sheet of results. */
  results(): string | null {
    const named = this.book.sheets.filter(({ name }) => name.startsWith(resultsSheet));
    return named.find((sheet) => isOwnResults(this.read(sheet)))?.path ?? null;
  }

  keys(sheet: SheetPart): FormerKeys | null {
    const { rows } = this.read(sheet);
    const column = keyColumnOf({ rows });
    if (column < 0) return null;
    const held = rows.flatMap((cells, row) =>
      isKeys(String(cells[column]?.value ?? '').trim()) ? [row] : [],
    );
    return { column, rows: held };
  }
}
