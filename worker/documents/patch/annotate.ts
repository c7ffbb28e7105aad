import type { FileTold } from '../../../shared/ledgers/ledgerFile.ts';
import { bounds } from '../ledgerFile/bounds.ts';
import { isOwnResults, resultsSheet } from '../ledgerFile/ownSheets.ts';
import { openWorkbook, type SheetPart, type Workbook } from '../ledgerFile/openWorkbook.ts';
import { readSheet } from '../ledgerFile/readSheet.ts';
import { readStrings } from '../ledgerFile/strings.ts';
import { sniff } from '../sniff.ts';
import { PartEditor } from './partEditor.ts';
import { writeComments, type OurComment } from './patchComments.ts';
import { isAddressed, writeKeys, type NotWritten } from './patchSheet.ts';
import { recordsWorkbook, resultsWorkbook } from './plainWorkbook.ts';
import { writeResults } from './resultsSheet.ts';
import { rewriteZip } from './rewriteZip.ts';

/** What is written into a clerk's file. Rows and columns are 0-based. */
export interface FileNotes {
  sheets: {
    name: string;
    comments: { row: number; column: number; text: string; kind: 'error' | 'warning' }[];
    keys: { row: number; key: string }[];
  }[];
  results: {
    sheet: string;
    row: number;
    /** `null`: the row as a whole. */
    column: number | null;
    arrangement: string;
    outcome: string;
    message: string;
  }[];
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
  if (sniff(bytes) !== 'zip') return { ...patch(openWorkbook(recordsWorkbook(bytes)), notes), is: 'copy' };
  const book = openWorkbook(bytes);
  if (!book.isSigned && !book.isStructureProtected) return patch(book, notes);
  return { ...patch(openWorkbook(resultsWorkbook()), { sheets: [], results: notes.results }), is: 'results' };
}

/** Sheets that are larger are read as they are unpacked, but are too large to be held and changed. */
const largestPatched = 24_000_000;

function patch(book: Workbook, notes: FileNotes): Annotated {
  const editor = new PartEditor(book);
  const told: FileTold[] = [];
  for (const { name, comments, keys } of notes.sheets) {
    const part = book.sheets.find((sheet) => sheet.name === name);
    if (part === undefined) continue;
    const why = write(editor, part, comments.map(ourComment), keys);
    if (why !== null) told.push(notWritten(name, why));
  }
  const lines = told.map(({ zh }) => zh);
  writeResults(editor, notes.results, lines, formerResults(book));
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

/** Comments and keys of one sheet; says why nothing was written, where it was not. */
function write(
  editor: PartEditor,
  { path }: SheetPart,
  comments: readonly OurComment[],
  keys: FileNotes['sheets'][number]['keys'],
): NotWritten | null {
  if (editor.book.zip.sizeOf(path) > largestPatched) return 'too-large';
  const xml = editor.text(path);
  const byRow = new Map<number, string>();
  for (const { row, key } of keys) byRow.set(row, byRow.has(row) ? `${byRow.get(row)} ${key}` : key);
  if (byRow.size > 0) {
    const written = writeKeys(xml, byRow);
    if (written === 'no-room' || written === 'unaddressed' || written === 'too-large') return written;
    editor.set(path, written);
  } else if (!isAddressed(xml)) return 'unaddressed';
  writeComments(editor, path, comments);
  return null;
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

/** The part of an earlier answer’s results. */
function formerResults({ sheets, zip, strings, date1904 }: Workbook): string | null {
  const named = sheets.filter(({ name }) => name.startsWith(resultsSheet));
  if (named.length === 0) return null;
  const used = { cells: -bounds.cells, places: -bounds.places, characters: -bounds.characters };
  const common = { zip, strings: readStrings(zip, strings), looks: [], date1904, used };
  return named.find((sheet) => isOwnResults(readSheet(sheet, common)))?.path ?? null;
}
