import { unpackSheet } from '../../shared/wire/sheet.ts';
import { ledgerWorkbook } from '../documents/ledgerWorkbook/ledgerWorkbook.ts';
import type { Question } from '../ledger/asked.ts';
import { readSheet } from '../ledger/pull.usecase.ts';

/** A unit's ledger as it stands, as a workbook that can be filled in without any add-in, and uploaded. */
export async function ledgerFileOf(
  db: D1Database,
  question: Question,
): Promise<{ name: string; content: Uint8Array }> {
  const sheet = unpackSheet(await readSheet(db, question, undefined));
  return {
    name: `${sheet.unit.name}台账 ${sheet.today}.xlsx`,
    content: await ledgerWorkbook(sheet),
  };
}
