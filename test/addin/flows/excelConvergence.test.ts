import { expect, test } from 'vitest';
import type { Habits } from '../../support/office/habits.ts';
import { openExcelDesk, type ExcelDesk } from './support/excelDesk.ts';
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
import { runs } from '../../support/thorough.ts';

/** One thing that a clerk at Excel, the network or the computer may do. Returns what it was. */
async function step(server: FakeServer, desks: ExcelDesk[], pick: Pick): Promise<string> {
  const at = pick(2);
  const desk = desks[at]!;
  desk.sitDown();
  const { user, ledger, session, host } = desk;
  const key = keyOf(numbers[pick(numbers.length)]!);
  const [row] = ledger.rowsOf(key);
  switch (pick(15)) {
    case 0:
      user.sort(ledger.at((['task', 'count', 'note'] as const)[pick(3)]!), pick(2) === 0);
      return `${at} sorts`;
    case 1:
      user.insertRow(1 + pick(4));
      return `${at} inserts a row`;
    case 2:
      if (row !== undefined) user.moveRow(row, 1 + pick(5));
      return `${at} moves a row`;
    case 3:
      await syncInVain(server, session, pick);
      return `${at} syncs in vain`;
    case 4:
    case 5:
      await session.sync();
      return `${at} syncs`;
    case 6: {
      // While the answer is written, the clerk sorts.
      let batches = pick(6);
      host.beforeBatch = () => {
        batches -= 1;
        if (batches === 0) user.sort(ledger.at('count'), pick(2) === 0);
      };
      await session.sync();
      host.beforeBatch = null;
      return `${at} sorts while it syncs`;
    }
    case 7: {
      session.close();
      desks[at] = await openExcelDesk(server, host.reopen());
      return `${at} mails the workbook`;
    }
    case 8:
      await chooseOrCopy(session, pick, () => {
        if (row !== undefined) user.copyRow(row);
      });
      await desk.settle();
      return `${at} copies or chooses`;
    case 9:
      await decideAll(session, pick);
      return `${at} decides`;
    case 10: {
      const hides = pick(2) === 0;
      user.filter(ledger.at('status'), (value) => !hides || value !== '进行中');
      return `${at} ${hides ? 'filters' : 'shows all'}`;
    }
    default: {
      const [column, choices] = typed[pick(typed.length)]!;
      const value = choices[pick(choices.length)] ?? '';
      if (row !== undefined) user.type(row, ledger.at(column), value);
      if (pick(3) > 0) await desk.settle();
      return `${at} types ${column} ${String(value)} into ${key}`;
    }
  }
}

/** An Excel with all that was reported at once. */
const asReported: Partial<Habits> = {
  filteredWrites: 'misplaced',
  filteredDeletes: 'refused',
  mixedValidation: 'refused',
  dropdownEvents: 'silent',
  listSeparator: ';',
};

/** The clerk sits down at this computer, and the pane looks at the sheet. */
async function look(desk: ExcelDesk): Promise<void> {
  desk.sitDown();
  await desk.settle();
  await desk.session.check();
}

test.each(seeds(runs(4, 20)))(
  'S7: two clerks of one town, each with a copy in Excel, and the server agree in the end (seed %i)',
  async (seed) => {
    const pick = random(seed);
    const server = halfReported();
    const desks = [
      await openExcelDesk(server, { api: 9 }),
      await openExcelDesk(server, { api: 18, habits: asReported }),
    ];
    const steps: string[] = [];
    for (let count = 0; count < 50; count += 1) steps.push(await step(server, desks, pick));
    await settleAll(desks, pick, look);
    const story = `seed ${seed}\n${steps.join('\n')}`;
    await expectAgreement(server, desks, story, async (desk, key) => desk.cell(key, 'base'));
    for (const number of numbers)
      for (const [at, desk] of desks.entries())
        expect({ at, story, task: desk.cell(keyOf(number), 'task') }).toMatchObject({
          task: `重点工作${number}`,
        });
  },
);
