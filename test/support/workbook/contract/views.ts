import {
  cellsOf,
  check,
  columns,
  keys,
  ourCheck,
  row,
  same,
  three,
  type OpenedPort,
  type PortCheck,
} from './ledger.ts';

const all = ['a', 'b', 'c', 'd', 'e'];

async function shown({ user }: OpenedPort, of: readonly string[] = all): Promise<string[]> {
  const seen: string[] = [];
  for (const key of of) if (await user.shows?.(key)) seen.push(key);
  return seen;
}

async function laidOut(open: () => Promise<OpenedPort>): Promise<OpenedPort> {
  const opened = await open();
  await opened.port.layOut({ columns, rows: all.map((key, index) => row(key, { count: index })) });
  await opened.port.scan();
  return opened;
}

/** Which rows a clerk sees, and which of them is at hand (L4, L5). */
export const viewChecks: PortCheck[] = [
  ourCheck(
    'a view shows its rows and no others, an empty one none, and null all of them again',
    async (open) => {
      const opened = await laidOut(open);
      const { port } = opened;
      await port.showOnly?.(['b', 'd']);
      same(await shown(opened), ['b', 'd']);
      await port.showOnly?.([]);
      same(await shown(opened), []);
      await port.showOnly?.(['e']);
      same(await shown(opened), ['e']);
      await port.showOnly?.(null);
      same(await shown(opened), all);
    },
    ['shows'],
  ),

  ourCheck(
    'over a view rows are written, added and archived as ever, and the view stays',
    async (open) => {
      const opened = await laidOut(open);
      const { port } = opened;
      await port.showOnly?.(['b', 'd']);
      await port.apply({ cells: all.map((key) => ({ key, cells: { note: `话 ${key}` } })) });
      for (const key of all) same(await cellsOf(port, key, ['note']), [`话 ${key}`]);
      await port.apply({ append: [row('f', { note: '话 f' })] });
      await port.apply({ archive: ['a', 'd'] });
      same(await keys(port), ['b', 'c', 'e', 'f']);
      same(await cellsOf(port, 'f', ['note']), ['话 f']);
      await port.showOnly?.(['b', 'f'], true);
      same(await shown(opened, ['b', 'c', 'e', 'f']), ['b', 'f']);
    },
    ['shows'],
  ),

  ourCheck(
    'a view is that of its rows wherever they are sorted to, and goes along when the workbook is saved',
    async (open) => {
      const first = await laidOut(open);
      await first.port.showOnly?.(['b', 'd']);
      await first.user.sortBy('count', false);
      same(await shown(first), ['b', 'd']);
      const again = await first.reopen();
      same(await shown(again), ['b', 'd']);
      await again.port.showOnly?.(null);
      same(await shown(again), all);
    },
    ['shows'],
  ),

  ourCheck(
    'a clerk who takes the filter away is heard, once; the port’s own ways with it are not',
    async (open) => {
      const opened = await laidOut(open);
      const { port, user } = opened;
      let heard = 0;
      port.onUnfiltered?.(() => (heard += 1));
      await port.showOnly?.(['b', 'd']);
      await port.showOnly?.(['c']);
      await port.apply({ archive: ['a'] });
      await port.poll?.();
      same(heard, 0);
      await user.clearFilters?.();
      await port.poll?.();
      same([heard, await shown(opened, ['b', 'c', 'd'])], [1, ['b', 'c', 'd']]);
      await port.poll?.();
      await port.showOnly?.(null);
      same(heard, 1);
    },
    ['shows', 'clearFilters'],
  ),

  check(
    'the row that the clerk is in is told by its key, also after a jump, and where rows have moved',
    async (open) => {
      const { port, user } = await open();
      const told: (string | null)[] = [];
      port.onSelected?.((key) => told.push(key));
      await port.layOut({ columns, rows: three });
      await port.scan();
      await user.goTo?.('b', 'note');
      same(told.at(-1), 'b');
      await port.select('c', 'status');
      same(told.at(-1), 'c');
      await user.sortBy('count');
      same(await keys(port), ['b', 'c', 'a']);
      await user.goTo?.('a', 'note');
      same(told.at(-1), 'a');
      // Each is told once.
      same(
        told.filter((key, at) => key === told[at - 1]),
        [],
      );
    },
    ['goTo'],
  ),

  ourCheck(
    'a jump over a view leaves its row in view',
    async (open) => {
      const { port, user } = await open();
      const rows = Array.from({ length: 90 }, (_, index) => row(`k${index}`, { count: index }));
      await port.layOut({ columns, rows });
      const some = rows.map(({ cells }) => String(cells.key)).filter((_, index) => index % 11 === 5);
      await port.showOnly?.(some);
      for (const key of [some.at(-1)!, some[3]!, some[0]!, some[5]!]) {
        same(await port.select(key, 'status'), true);
        same([key, await user.inView?.(key)], [key, true]);
      }
      await port.showOnly?.(null);
      for (const key of ['k80', 'k0', 'k44']) {
        same(await port.select(key, 'status'), true);
        same([key, await user.inView?.(key)], [key, true]);
      }
    },
    ['inView'],
  ),
];
