import { test } from 'vitest';
import { FakeWorkbook } from '../../support/workbook/fake.ts';
import { openDesk, type Desk } from './support/desk.ts';
import type { FakeServer } from './support/fakeServer.ts';
import { keyOf } from './support/rows.ts';
import {
  chooseOrCopy,
  decideAll,
  expectAgreement,
  halfReported,
  numbers,
  random,
  seeds,
  settleAll,
  syncInVain,
  typed,
  type Pick,
} from './support/twoClerks.ts';

/** One thing that a clerk, the network or the computer may do. Returns what it was, for the record. */
async function step(server: FakeServer, desks: Desk[], pick: Pick): Promise<string> {
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
      await syncInVain(server, session, pick);
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
    case 7:
      await chooseOrCopy(session, pick, () => {
        if (there) workbook.copyRow(key);
      });
      await settle();
      return `${at} copies or chooses`;
    case 8:
      await decideAll(session, pick);
      return `${at} decides`;
    default: {
      const [column, choices] = typed[pick(typed.length)]!;
      const value = choices[pick(choices.length)]!;
      if (there) workbook.edit(key, column, value);
      await settle();
      return `${at} types ${column} ${String(value)} into ${key}`;
    }
  }
}

test.each(seeds(40))(
  'two workbooks and the server agree in the end, whatever happened (S7, seed %i)',
  async (seed) => {
    const pick = random(seed);
    const server = halfReported();
    const desks = [await openDesk(server, new FakeWorkbook()), await openDesk(server, new FakeWorkbook())];
    const steps: string[] = [];
    for (let count = 0; count < 60; count += 1) steps.push(await step(server, desks, pick));
    await settleAll(desks, pick, (desk) => desk.settle());
    const story = `seed ${seed}\n${steps.join('\n')}`;
    await expectAgreement(server, desks, story, async (desk, key) => (await desk.cells(key)).base);
  },
);
