import type { FWorksheet } from '@univerjs/sheets/facade';

/** So many frames are waited for; what cannot be calculated (a function that Univer does not know) stays blank. */
const patience = 60;

/**
 * Waits until the formulas of some columns show their results: a workbook that was opened, or in which rows have moved,
 * calculates a little later, and a blank cell would be taken for the clerk's.
 */
export async function calculated(sheet: FWorksheet, columns: readonly number[]): Promise<void> {
  for (let frame = 0; frame < patience && waits(sheet, columns); frame += 1)
    await new Promise((done) => requestAnimationFrame(done));
}

function waits(sheet: FWorksheet, columns: readonly number[]): boolean {
  const worksheet = sheet.getSheet();
  for (let row = 0; row < worksheet.getRowCount(); row += 1)
    for (const column of columns) {
      const cell = worksheet.getCellRaw(row, column);
      if (cell?.f && (cell.v === undefined || cell.v === null)) return true;
    }
  return false;
}
