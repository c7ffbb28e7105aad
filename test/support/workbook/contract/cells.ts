import { LedgerMovedOn, type WorkbookPort } from '../../../../addin/workbook/port.ts';
import type { CellValue } from '../../../../shared/row/row.ts';
import { cellsOf, check, columns, row, same, three, type PortCheck } from './ledger.ts';

/** What cells hold is kept as it is. */
export const cellChecks: PortCheck[] = [
  check(
    'blank, 0, "0", text that looks like a number or a date, a tick and long text stay what they are',
    async (open) => {
      const values: CellValue[] = [
        null,
        0,
        '0',
        '约80',
        '2024-03-15',
        '3.15',
        '91320411MA1XXXXX0A',
        '320411199001011234',
        true,
        false,
        1.5,
        '=1+1',
        '第一行\n第二行',
        '甲'.repeat(2000),
      ];
      const { port, reopen } = await open();
      await port.layOut({ columns, rows: values.map((note, index) => row(`k${index}`, { note })) });
      const notes = async (from: WorkbookPort) => ((await from.scan()) ?? []).map(({ cells }) => cells.note);
      same(await notes(port), values);
      await port.apply({ cells: values.map((note, index) => ({ key: `k${index}`, cells: { note } })) });
      same(await notes(port), values);
      same(await notes((await reopen()).port), values);
    },
  ),

  check('empty text is a blank cell, and a blank clears', async (open) => {
    const { port, user } = await open();
    await port.layOut({ columns, rows: [row('a', { note: '', count: 5 })] });
    same(await cellsOf(port, 'a', ['note', 'count']), [null, 5]);
    await port.apply({ cells: [{ key: 'a', cells: { count: null } }] });
    await user.edit('a', 'note', '');
    same(await cellsOf(port, 'a', ['note', 'count']), [null, null]);
  }),

  check('edits are scanned', async (open) => {
    const { port, user } = await open();
    await port.layOut({ columns, rows: three });
    await user.edit('b', 'status', '已开展');
    await user.edit('b', 'count', 0);
    same(await cellsOf(port, 'b', ['status', 'count', 'base']), ['已开展', 0, 1]);
    same(await cellsOf(port, 'a', ['status', 'count', 'base']), [null, 3, 1]);
  }),

  check(
    'a value typed since it was scanned is not overwritten, and nothing else is written',
    async (open) => {
      const { port, user } = await open();
      await port.layOut({ columns, rows: three });
      const seen = (await port.scan())!;
      await user.edit('a', 'note', '刚写的话');
      const cells = [
        { key: 'b', cells: { count: 9, note: '他人的话' } },
        { key: 'a', cells: { note: '他人的话' } },
      ];
      const refused = await port.apply({ cells }, seen).then(
        () => null,
        (thrown: unknown) => thrown instanceof LedgerMovedOn,
      );
      same(refused, true);
      same(await cellsOf(port, 'a', ['note']), ['刚写的话']);
      same(await cellsOf(port, 'b', ['count', 'note']), [1, null]);
      await port.apply({ cells }, (await port.scan())!);
      same(await cellsOf(port, 'a', ['note']), ['他人的话']);
      same(await cellsOf(port, 'b', ['count', 'note']), [9, '他人的话']);
    },
  ),

  check('a pasted block runs over visible cells', async (open) => {
    const { port, user } = await open();
    await port.layOut({ columns, rows: three });
    await user.pasteBlock('a', 'status', [
      ['已完成', 7],
      ['已开展', 0],
    ]);
    same(await cellsOf(port, 'a', ['status', 'count', 'completedOn']), ['已完成', 7, null]);
    same(await cellsOf(port, 'b', ['status', 'count', 'key']), ['已开展', 0, 'b']);
  }),
];
