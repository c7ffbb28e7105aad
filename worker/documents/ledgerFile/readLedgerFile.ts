import type { FileTold, LedgerFile, LedgerSheet } from '../../../shared/ledgers/ledgerFile.ts';
import { Problem } from '../../problems/problem.ts';
import { tooLarge } from '../limits.ts';
import { expectText, sniff } from '../sniff.ts';
import { BeyondBounds, bounds } from './bounds.ts';
import { readCsv } from './csv.ts';
import { takeKeys } from './keyColumn.ts';
import { isOwnResults } from './ownSheets.ts';
import { addNotes } from './notes.ts';
import { openWorkbook, type Workbook } from './openWorkbook.ts';
import { readSheet, type Common } from './readSheet.ts';
import { readStrings } from './strings.ts';
import { readLooks } from './styles.ts';

/**
 * Reads a clerk's file, .xlsx or .csv, told by its content: cells, merges, what is hidden or struck out, formulas' stored results,
 * days. Refuses with a `Problem` what is none (old, encrypted, damaged); a sheet beyond the bounds is left out and told. Row keys and
 * results that an earlier answer of ours has left are no cells of hers: keys are given beside the rows.
 */
export async function readLedgerFile(bytes: Uint8Array, name: string): Promise<LedgerFile> {
  if (bytes.length === 0) throw new Problem('document-empty');
  if (bytes.length > bounds.file) {
    const most = bounds.file / 1_000_000;
    throw tooLarge(`文件超过 ${most} MB`, `the file is over ${most} MB`);
  }
  const file = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  const kind = sniff(bytes);
  if (kind === 'zip' || kind === 'cfb' || /\.xl/iu.test(file)) return readBook(openWorkbook(bytes), file);
  expectText(bytes, '.csv');
  if (kind === 'html')
    throw new Problem('file-not-as-named', { expected: '.xlsx / .csv', found: '网页 HTML' });
  const sheet = readCsv(bytes);
  if (sheet.rows.every((row) => row.length === 0)) throw new Problem('document-empty');
  return { name: file, sheets: [sheet] };
}

function readBook(book: Workbook, name: string): LedgerFile {
  const told: FileTold[] = ofBook(book);
  const common: Common = {
    zip: book.zip,
    strings: readStrings(book.zip, book.strings),
    looks: readLooks(book.zip, book.styles),
    date1904: book.date1904,
    used: { cells: 0, places: 0, characters: 0 },
  };
  const sheets: LedgerSheet[] = [];
  for (const part of book.sheets.slice(0, bounds.sheets)) {
    const before = { ...common.used };
    try {
      const { isProtected, ...sheet } = readSheet(part, common);
      if (isOwnResults(sheet)) continue;
      sheets.push(addNotes(book.zip, part.path, takeKeys(sheet)));
      if (isProtected) told.push(ofProtected(part.name));
    } catch (error) {
      if (!(error instanceof BeyondBounds)) throw error;
      common.used = before;
      told.push(leftOut(part.name, error.zh, error.en));
    }
  }
  for (const part of book.sheets.slice(bounds.sheets))
    told.push(
      leftOut(part.name, `工作表超过 ${bounds.sheets} 个`, `there are more than ${bounds.sheets} sheets`),
    );
  return { name, sheets, ...(told.length > 0 && { told }) };
}

const leftOut = (sheet: string, zh: string, en: string): FileTold => ({
  ...{ code: 'sheet-left-out', sheet },
  zh: `工作表“${sheet}”没有读取：${zh}。其他工作表照常读取。`,
  en: `Sheet “${sheet}” was left out: ${en}. The others were read.`,
});

const ofProtected = (sheet: string): FileTold => ({
  ...{ code: 'sheet-protected', sheet },
  zh: `工作表“${sheet}”设有保护。仍会读取；返回的文件保持原来的保护。`,
  en: `Sheet “${sheet}” is protected. It is read all the same, and stays protected in the file that comes back.`,
});

function ofBook({ isSigned, isStructureProtected }: Workbook): FileTold[] {
  const told: FileTold[] = [];
  if (isSigned)
    told.push({
      ...{ code: 'signed', sheet: null },
      zh: '文件带有数字签名。改动会使签名失效，因此校验结果另存为一个文件，原文件不动。',
      en: 'The file is signed. A change would void the signature, so the results come in a file of their own.',
    });
  if (isStructureProtected)
    told.push({
      ...{ code: 'workbook-protected', sheet: null },
      zh: '工作簿结构设有保护，不能增加工作表，因此校验结果另存为一个文件。',
      en: 'The structure of the workbook is protected: no sheet may be added, so the results come in a file of their own.',
    });
  return told;
}
