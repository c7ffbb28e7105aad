import { cellsOf, check, ourCheck, columns, keys, row, same, three, type PortCheck } from './ledger.ts';

/** What clerks do to rows: none changes its meaning, and none is lost (S1). */
export const actChecks: PortCheck[] = [
  check('500 rows pasted over several columns land in their rows, and no key moves', async (open) => {
    const { port, user } = await open();
    const rows = Array.from({ length: 520 }, (_, index) => row(`k${index}`, { count: index }));
    await port.layOut({ columns, rows });
    const block = Array.from({ length: 500 }, (_, index) => [
      '已完成',
      index * 2,
      '2024-03-15',
      `第${index}行`,
    ]);
    await user.pasteBlock('k0', 'status', block);
    const scanned = (await port.scan()) ?? [];
    same(scanned.length, 520);
    same(
      scanned.map(({ cells }) => [cells.key, cells.count, cells.note]),
      rows.map(({ cells }, index) =>
        index < 500 ? [cells.key, index * 2, `第${index}行`] : [cells.key, index, null],
      ),
    );
  }),

  check('text with line breaks is pasted into one cell, and rows below stay as they were', async (open) => {
    const { port, user } = await open();
    await port.layOut({ columns, rows: three });
    await user.pasteBlock('a', 'note', [['第一行\n第二行\n第三行']]);
    same(await cellsOf(port, 'a', ['note', 'count']), ['第一行\n第二行\n第三行', 3]);
    same(await cellsOf(port, 'b', ['note', 'count']), [null, 1]);
  }),

  ourCheck('dates typed as text stay as they were typed', async (open) => {
    const { port, user } = await open();
    await port.layOut({ columns, rows: three });
    const typed = ['2024-03-15', '3月15日', '2024.3.15'];
    for (const [index, key] of ['a', 'b', 'c'].entries()) await user.edit(key, 'completedOn', typed[index]!);
    const read = ((await port.scan()) ?? []).map(({ cells }) => cells.completedOn);
    same(read, typed);
  }),

  check(
    'a row that is cut and put in elsewhere is the same row, choices too',
    async (open) => {
      const { port, user } = await open();
      await port.layOut({ columns, rows: three });
      const choices = await user.choicesOf('b');
      await user.moveRow?.('c', 'a');
      same(await keys(port), ['c', 'a', 'b']);
      same(await user.choicesOf('b'), choices);
      await port.apply({ cells: [{ key: 'a', cells: { note: '甲' } }] });
      same(await cellsOf(port, 'a', ['note', 'count']), ['甲', 3]);
    },
    ['moveRow'],
  ),

  check(
    'undo takes back what was typed, and the row stays the row',
    async (open) => {
      const { port, user } = await open();
      await port.layOut({ columns, rows: three });
      await user.edit('b', 'note', '打错了');
      await user.undo?.();
      same(await cellsOf(port, 'b', ['note', 'count', 'base']), [null, 1, 1]);
      same(await keys(port), ['a', 'b', 'c']);
      await port.apply({ cells: [{ key: 'b', cells: { note: '乙' } }] });
      same(await cellsOf(port, 'b', ['note']), ['乙']);
    },
    ['undo'],
  ),

  check(
    'hidden and filtered rows are scanned and written like any others',
    async (open) => {
      const { port, user } = await open();
      await port.layOut({ columns, rows: three });
      await user.hideRow?.('a');
      await user.filter?.('count', 2);
      same(await keys(port), ['a', 'b', 'c']);
      await port.apply({
        cells: ['a', 'b', 'c'].map((key) => ({ key, cells: { note: `注 ${key}` } })),
      });
      same(await cellsOf(port, 'a', ['note', 'count']), ['注 a', 3]);
      same(await cellsOf(port, 'b', ['note', 'count']), ['注 b', 1]);
    },
    ['hideRow', 'filter'],
  ),

  ourCheck(
    'what a clerk has written beside a row goes to the archive with it',
    async (open) => {
      const { port, user } = await open();
      await port.layOut({ columns, rows: three });
      await user.writeBeside?.('b', '电话已约下周');
      await user.writeBeside?.('c', '照旧');
      await port.apply({ archive: ['b'] });
      same(await keys(port), ['a', 'c']);
      const texts = (await user.archivedTexts?.()) ?? [];
      same(
        texts.filter((line) => line.includes('电话已约下周')).map((line) => line.includes('b')),
        [true],
      );
      await port.apply({ archive: ['c'] });
      same(
        (await user.archivedTexts?.())?.flat().filter((text) => text === '照旧'),
        ['照旧'],
      );
    },
    ['writeBeside'],
  ),

  check(
    'a cell that is selected can be seen, also where its row was hidden or filtered out',
    async (open) => {
      const { port, user } = await open();
      await port.layOut({ columns, rows: three });
      await user.hideRow?.('a');
      same(await user.shows?.('a'), false);
      same(await port.select('a', 'note'), true);
      same(await user.shows?.('a'), true);
      await user.filter?.('count', 2);
      same(await user.shows?.('b'), false);
      same(await port.select('b', 'note'), true);
      same(await user.shows?.('b'), true);
      same(await user.selected(), { key: 'b', column: 'note' });
    },
    ['hideRow', 'filter'],
  ),

  check(
    'a fill over filtered rows reaches the shown ones only',
    async (open) => {
      const { port, user } = await open();
      const rows = ['a', 'b', 'c', 'd'].map((key, index) => row(key, { count: index % 2 }));
      await port.layOut({ columns, rows });
      await user.filter?.('count', 0);
      await user.edit('a', 'note', '一样的话');
      await user.fillDown?.('a', 'note', 'd');
      same(
        ((await port.scan()) ?? []).map(({ cells }) => [cells.key, cells.note]),
        [
          ['a', '一样的话'],
          ['b', null],
          ['c', '一样的话'],
          ['d', null],
        ],
      );
    },
    ['filter', 'fillDown'],
  ),

  ourCheck(
    'cells cut and pasted below: the row keeps its key, and what was in it stands in a row without one',
    async (open) => {
      const { port, user } = await open();
      await port.layOut({ columns, rows: three });
      await user.edit('a', 'note', '搬走的话');
      await user.cutBelow?.('a', 'status', 'note');
      same(await cellsOf(port, 'a', ['count', 'note', 'arrangement']), [null, null, '安排 a']);
      const stray = ((await port.scan()) ?? []).find(({ cells }) => cells.key === null);
      same([stray?.cells.count, stray?.cells.note], [3, '搬走的话']);
      await port.apply({ append: [row('d')] });
      same(await keys(port), ['a', 'b', 'c', null, 'd']);
    },
    ['cutBelow'],
  ),

  check(
    'a column of the clerk’s own between ours, and another name for the sheet, change nothing',
    async (open) => {
      const { port, user, reopen } = await open();
      await port.layOut({ columns, rows: three });
      await user.insertColumn?.('count');
      await user.renameSheet?.('薛家镇三月');
      await port.apply({ cells: [{ key: 'c', cells: { note: '丙', count: 9 } }] });
      same(await cellsOf(port, 'c', ['note', 'count', 'base']), ['丙', 9, 1]);
      const again = await reopen();
      same(await cellsOf(again.port, 'c', ['note', 'count', 'base']), ['丙', 9, 1]);
    },
    ['insertColumn', 'renameSheet'],
  ),
];
