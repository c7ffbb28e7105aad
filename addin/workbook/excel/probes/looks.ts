import { addressOf, letters } from '../area.ts';
import { refusal, type Probe } from './probe.ts';

const known = () => 'notes' in Excel.Worksheet.prototype;

/** Reckoned with: notes work where host and library have them. */
export const notes: Probe = async (context, sheet) => {
  if (!known()) return { holds: null, saw: 'this Office.js has no notes' };
  const refused = await refusal(async () => {
    sheet.notes.add('D2', '台账');
    const note = sheet.notes.getItemOrNullObject('D2');
    note.load('content');
    await context.sync();
    if (note.isNullObject || note.content !== '台账') throw new Error(`read back: ${note.content}`);
  });
  return { holds: refused === null, saw: refused ?? 'written and read' };
};

/** Reckoned with: a note on a cell with a thread of comments is refused, and the thread stays. */
export const noteOnThread: Probe = async (context, sheet) => {
  if (!known()) return { holds: null, saw: 'this Office.js has no notes' };
  const thread = await refusal(async () => {
    context.workbook.comments.add(sheet.getRange('D4'), '台账');
    await context.sync();
  });
  if (thread !== null) return { holds: null, saw: `no thread: ${thread}` };
  const refused = await refusal(async () => {
    sheet.notes.add('D4', '台账');
    await context.sync();
  });
  return { holds: refused !== null, saw: refused ?? 'not refused' };
};

/** Reckoned with: a rule over cells whose rules differ goes through once they are cleared. */
export const mixedRule: Probe = async (context, sheet) => {
  const list = (source: string) => ({ list: { inCellDropDown: true, source } });
  sheet.getRange('F2').dataValidation.rule = list('甲,乙');
  sheet.getRange('F3').dataValidation.rule = list('丙,丁');
  await context.sync();
  const set = (clear: boolean) =>
    refusal(async () => {
      const { dataValidation } = sheet.getRange('F2:F4');
      if (clear) dataValidation.clear();
      dataValidation.rule = list('甲,丁');
      await context.sync();
    });
  const [plain, cleared] = [await set(false), await set(true)];
  return { holds: cleared === null, saw: `as it is: ${plain ?? 'taken'}; cleared: ${cleared ?? 'taken'}` };
};

/** Reckoned with: a reference of 8,000 characters, parted by commas or else by semicolons. */
export const longReference: Probe = async (context, sheet) => {
  const addresses: string[] = [];
  for (let row = 1; addresses.join(',').length < 7990; row += 2)
    addresses.push(addressOf({ row: row + 100, column: 7, rows: 1, columns: 1 }));
  const paint = (parted: string) =>
    refusal(async () => {
      sheet.getRanges(addresses.join(parted)).format.fill.color = '#eeeeee';
      await context.sync();
    });
  const [comma, semicolon] = [await paint(','), await paint(';')];
  const saw = `${addresses.length} cells of column ${letters(7)}; comma: ${comma ?? 'taken'}; semicolon: ${semicolon ?? 'taken'}`;
  return { holds: comma === null || semicolon === null, saw };
};
