import { ExcelPort } from './excel/adapter.ts';
import type { Abilities } from './excel/rounds.ts';
import type { WorkbookPort } from './port.ts';

export { answerRibbon } from './excel/commands.ts';
export { answeredProbe, askForKey, closeDialog } from './excel/dialog.ts';
export { officeReady } from './excel/ready.ts';
export { showProgress } from './excel/showProgress.ts';

/** Tries on this computer what no documentation tells of Excel; loaded when it is asked for. */
export const openProbes = async () => (await import('./excel/probes/run.ts')).openProbes();

const mebibyte = 1024 * 1024;

/**
 * The workbook that is open in Excel. This file is the door: nobody else imports what is in `excel/`.
 * ExcelApi 1.9 is enough; what came later is used where it is there.
 */
export function openExcel(): WorkbookPort {
  return new ExcelPort(abilitiesOf(), (ms) => new Promise((done) => setTimeout(done, ms)));
}

/**
 * What this Excel can do, and the Office.js that is loaded too: a copy on one's own server may be older than the Excel it
 * runs in, whose requirement sets `isSetSupported` tells. Only Excel on the web limits requests and answers (5 MB).
 */
export function abilitiesOf(): Abilities {
  const { platform, requirements } = Office.context;
  const has = (minor: number) => requirements.isSetSupported('ExcelApi', `1.${minor}`);
  return {
    rowSorted: has(10) && 'onRowSorted' in Excel.Worksheet.prototype,
    rowHidden: has(11) && 'onRowHiddenChanged' in Excel.Worksheet.prototype,
    focus: requirements.isSetSupported('ExcelApiDesktop', '1.1') && 'focus' in Excel.Workbook.prototype,
    resize: has(13) && 'resize' in Excel.Table.prototype,
    triggerSource: has(14),
    notes: has(18) && 'notes' in Excel.Worksheet.prototype,
    undo: has(19),
    payload: (String(platform) === 'OfficeOnline' ? 3.5 : 64) * mebibyte,
  };
}
