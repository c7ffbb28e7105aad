import { expect, test } from 'vitest';
import { shown } from '../../../addin/flows/ledger.ts';
import { FakeWorkbook } from '../../support/workbook/fake.ts';
import type { CellValue } from '../../../shared/row/row.ts';
import { openDesk, type Desk } from './support/desk.ts';
import { FakeServer } from './support/fakeServer.ts';
import { keyOf, serverRow, underWay } from './support/rows.ts';

/** Mulberry32: small, seeded, the same everywhere. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const numbers = [1, 2, 3, 4, 5, 6];
const values: [column: 'count' | 'note' | 'problems' | 'status', choices: CellValue[]][] = [
  ['count', [0, 1, '２家', 3, 4, '约5', null, 12]],
  ['note', ['已检查一批企业，问题正在整改', '其余企业安排在九月检查', '无', null]],
  ['problems', ['停产一家', '设备待修', null]],
  ['status', ['进行中', '进行中', '完成', null]],
];

/** One thing that a clerk, the network or the computer may do. Returns what it was, for the record. */
async function step(server: FakeServer, desks: Desk[], pick: (below: number) => number): Promise<string> {
  const at = pick(desks.length);
  const { workbook, session, settle } = desks[at]!;
  const key = keyOf(numbers[pick(numbers.length)]!);
  const scan = (await workbook.scan()) ?? [];
  const there = scan.some(({ cells }) => cells.key === key);
  switch (pick(12)) {
    case 0:
      workbook.sortBy((['task', 'count', 'note'] as const)[pick(3)]!, pick(2) === 0);
      return `${at} sorts`;
    case 1:
      workbook.insertRowAbove(0);
      return `${at} inserts`;
    case 2:
      server.fail((['answer lost', 'down'] as const)[pick(2)]!);
      await session.sync();
      server.fail(null);
      return `${at} syncs in vain`;
    case 3:
    case 4:
      await session.sync();
      return `${at} syncs`;
    case 5:
      await session.pull();
      return `${at} pulls`;
    case 6: {
      session.close();
      desks[at] = await openDesk(server, workbook.reopen());
      return `${at} reopens`;
    }
    case 7: {
      const copies = [...(session.view.index?.duplicates ?? [])];
      if (copies.length > 0) await session.chooseCopy(copies[0]![0], copies[0]![1][pick(2)]!);
      else if (there) workbook.copyRow(key);
      await settle();
      return `${at} copies or chooses`;
    }
    case 8:
      await decideAll(desks[at]!, pick);
      return `${at} decides`;
    default: {
      const [column, choices] = values[pick(values.length)]!;
      const value = choices[pick(choices.length)]!;
      if (there) workbook.edit(key, column, value);
      await settle();
      return `${at} types ${column} ${String(value)} into ${key}`;
    }
  }
}

async function decideAll({ session }: Desk, pick: (below: number) => number): Promise<void> {
  for (const [key, { conflict }] of session.view.ledger!.rows)
    for (const field of conflict?.fields ?? [])
      await session.decideField(key, field, { take: pick(2) === 0 ? 'mine' : 'theirs' });
}

/** Everybody decides and syncs until nobody has anything to push. */
async function settleAll(desks: Desk[], pick: (below: number) => number): Promise<void> {
  for (let round = 0; round < 8; round += 1)
    for (const desk of desks) {
      await desk.settle();
      for (const [key, copies] of desk.session.view.index!.duplicates)
        await desk.session.chooseCopy(key, copies[0]!);
      await decideAll(desk, pick);
      await desk.session.sync();
      await desk.session.pull();
    }
}

const seeds = process.env['TAIZHANG_SEED']
  ? [Number(process.env['TAIZHANG_SEED'])]
  : Array.from({ length: 40 }, (_, seed) => seed);

test.each(seeds)(
  'two workbooks and the server agree in the end, whatever happened (S7, seed %i)',
  async (seed) => {
    const pick = random(seed);
    const server = new FakeServer(
      numbers.map((number) => serverRow(number, number % 2 === 0 ? underWay : null)),
    );
    const desks = [await openDesk(server, new FakeWorkbook()), await openDesk(server, new FakeWorkbook())];
    const steps: string[] = [];
    for (let count = 0; count < 60; count += 1) steps.push(await step(server, desks, pick));
    await settleAll(desks, pick);
    const story = `seed ${seed}\n${steps.join('\n')}`;
    for (const number of numbers) {
      const key = keyOf(number);
      const { base, values: held } = shown(server.row(key));
      for (const [at, desk] of desks.entries()) {
        const standing = desk.session.view.standings.get(key)!;
        const { base: hidden } = await desk.cells(key);
        expect({ at, story, hidden, ...standing }).toMatchObject({ hidden: base, changed: [], values: held });
      }
    }
  },
);
