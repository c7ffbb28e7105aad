import { expect, test } from 'vitest';
import { shown } from '../../../addin/flows/ledger.ts';
import type { ColumnId } from '../../../addin/workbook/port.ts';
import { openExcelDesk, type ExcelDesk } from './support/excelDesk.ts';
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
const values: [ColumnId, (string | number)[]][] = [
  ['count', [0, 1, '２家', 3, 4, '约5', '', 12]],
  ['note', ['已检查一批企业，问题正在整改', '其余企业安排在九月检查', '无', '']],
  ['problems', ['停产一家', '设备待修', '']],
  ['status', ['进行中', '进行中', '完成', '']],
];

/** One thing that a clerk at Excel, the network or the computer may do. Returns what it was. */
async function step(
  server: FakeServer,
  desks: ExcelDesk[],
  pick: (below: number) => number,
): Promise<string> {
  const at = pick(2);
  const desk = desks[at]!;
  desk.sitDown();
  const { user, ledger, session, host } = desk;
  const key = keyOf(numbers[pick(numbers.length)]!);
  const [row] = ledger.rowsOf(key);
  switch (pick(14)) {
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
      server.fail((['answer lost', 'down'] as const)[pick(2)]!);
      await session.sync();
      server.fail(null);
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
    case 8: {
      const copies = [...(session.view.index?.duplicates ?? [])];
      if (copies.length > 0) await session.chooseCopy(copies[0]![0], copies[0]![1][pick(2)]!);
      else if (row !== undefined) user.copyRow(row);
      await desk.settle();
      return `${at} copies or chooses`;
    }
    case 9:
      await decideAll(desk, pick);
      return `${at} decides`;
    default: {
      const [column, choices] = values[pick(values.length)]!;
      const value = choices[pick(choices.length)]!;
      if (row !== undefined) user.type(row, ledger.at(column), value);
      if (pick(3) > 0) await desk.settle();
      return `${at} types ${column} ${String(value)} into ${key}`;
    }
  }
}

async function decideAll({ session }: ExcelDesk, pick: (below: number) => number): Promise<void> {
  for (const [key, { conflict }] of session.view.ledger!.rows)
    for (const field of conflict?.fields ?? [])
      await session.decideField(key, field, { take: pick(2) === 0 ? 'mine' : 'theirs' });
}

async function settleAll(desks: ExcelDesk[], pick: (below: number) => number): Promise<void> {
  for (let round = 0; round < 8; round += 1)
    for (const desk of desks) {
      desk.sitDown();
      await desk.settle();
      await desk.session.check();
      for (const [key, copies] of desk.session.view.index!.duplicates)
        await desk.session.chooseCopy(key, copies[0]!);
      await decideAll(desk, pick);
      await desk.session.sync();
      await desk.session.pull();
    }
}

const seeds = process.env['TAIZHANG_SEED']
  ? [Number(process.env['TAIZHANG_SEED'])]
  : Array.from({ length: 20 }, (_, seed) => seed);

test.each(seeds)(
  'S7: two clerks of one town, each with a copy in Excel, and the server agree in the end (seed %i)',
  async (seed) => {
    const pick = random(seed);
    const server = new FakeServer(
      numbers.map((number) => serverRow(number, number % 2 === 0 ? underWay : null)),
    );
    const desks = [await openExcelDesk(server, { api: 9 }), await openExcelDesk(server, { api: 18 })];
    const steps: string[] = [];
    for (let count = 0; count < 50; count += 1) steps.push(await step(server, desks, pick));
    await settleAll(desks, pick);
    const story = `seed ${seed}\n${steps.join('\n')}`;
    for (const number of numbers) {
      const key = keyOf(number);
      const { base, values: held } = shown(server.row(key));
      for (const [at, desk] of desks.entries()) {
        const standing = desk.session.view.standings.get(key)!;
        const hidden = desk.cell(key, 'base');
        expect({ at, story, hidden, ...standing }).toMatchObject({ hidden: base, changed: [], values: held });
        expect({ at, story, task: desk.cell(key, 'task') }).toMatchObject({ task: `重点工作${number}` });
      }
    }
  },
);
