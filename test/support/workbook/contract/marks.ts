import {
  cadence,
  cellsOf,
  check,
  ourCheck,
  columns,
  dated,
  keys,
  row,
  same,
  three,
  type PortCheck,
} from './ledger.ts';

/** What goes along with a row: choices, marks, its place in the archive. */
export const markChecks: PortCheck[] = [
  ourCheck('the choices of a row go where the row goes', async (open) => {
    const { port, user } = await open();
    await port.layOut({ columns, rows: three });
    same(await user.choicesOf('b'), cadence);
    await user.sortBy('count');
    same(await user.choicesOf('b'), cadence);
    same(await user.choicesOf('c'), dated);
    same(await user.choicesOf('a'), dated);
    await user.deleteRow('b');
    same(await user.choicesOf('c'), dated);
  }),

  check('marks are set with their message, go where the cell goes, and are cleared', async (open) => {
    const { port, user, reopen } = await open();
    await port.layOut({ columns, rows: three });
    await port.apply({
      marks: [
        { key: 'a', column: 'count', mark: 'error', message: '超过分解指标' },
        { key: 'b', column: 'due', mark: 'changed', message: null },
      ],
      cells: [{ key: 'a', cells: { count: 30 } }],
    });
    await user.sortBy('count');
    const message = user.messages ? '超过分解指标' : null;
    same(await user.markOf('a', 'count'), { mark: 'error', message });
    same(await user.markOf('b', 'due'), { mark: 'changed', message: null });
    same(await user.markOf('b', 'count'), { mark: 'none', message: null });
    same(await cellsOf(port, 'a', ['count']), [30]);
    await user.edit('a', 'count', 3);
    const again = await reopen();
    same(await again.user.markOf('a', 'count'), { mark: 'error', message });
    await again.port.apply({
      marks: [
        { key: 'a', column: 'count', mark: 'none', message: null },
        { key: 'b', column: 'due', mark: 'none', message: null },
      ],
    });
    same(await again.user.markOf('a', 'count'), { mark: 'none', message: null });
    same(await again.user.markOf('b', 'due'), { mark: 'none', message: null });
    same(await cellsOf(again.port, 'a', ['count']), [3]);
  }),

  ourCheck(
    'what the bureau has decided is a colour of its own, or a note without one; both go again',
    async (open) => {
      const { port, user } = await open();
      await port.layOut({ columns, rows: three });
      const message = '4月10日由李敏退回：数量与分解表不符。\n请于4月15日前修改并重新提交。';
      await port.apply({
        marks: [
          { key: 'a', column: 'period', mark: 'returned', message },
          { key: 'a', column: 'due', mark: 'red' },
          { key: 'b', column: 'due', mark: 'yellow' },
          { key: 'c', column: 'due', mark: 'blue', message: '时限：4月30日（原3月31日）' },
        ],
      });
      const said = (text: string) => (user.messages ? text : null);
      same(await user.markOf('a', 'period'), { mark: 'returned', message: said(message) });
      same(await user.markOf('a', 'due'), { mark: 'red', message: null });
      same(await user.markOf('b', 'due'), { mark: 'yellow', message: null });
      same(await user.markOf('c', 'due'), { mark: 'blue', message: said('时限：4月30日（原3月31日）') });
      await port.apply({
        marks: [
          { key: 'a', column: 'period', mark: 'none', message: null },
          { key: 'b', column: 'due', mark: 'none' },
          { key: 'c', column: 'due', mark: 'note', message: '时限：5月6日（因节假日由5月5日顺延）' },
        ],
      });
      same(await user.markOf('a', 'period'), { mark: 'none', message: null });
      same(await user.markOf('b', 'due'), { mark: 'none', message: null });
      if (user.messages)
        same(await user.markOf('c', 'due'), {
          mark: 'note',
          message: '时限：5月6日（因节假日由5月5日顺延）',
        });
    },
  ),

  ourCheck(
    'archived rows leave the ledger for the archive sheet, which outlives a new ledger',
    async (open) => {
      const { port, user } = await open();
      await port.layOut({ columns, rows: three });
      await user.sortBy('count');
      same(await port.apply({ archive: ['a', 'b'], append: [row('d')] }), { missing: [] });
      same(await keys(port), ['c', 'd']);
      same((await user.archivedKeys()).map(String).toSorted(), ['a', 'b']);
      await port.layOut({ columns, rows: [row('e'), row('f')] });
      await port.apply({ archive: ['e'] });
      same(await keys(port), ['f']);
      same((await user.archivedKeys()).map(String).toSorted(), ['a', 'b', 'e']);
    },
  ),
];
