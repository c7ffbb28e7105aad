import { expect } from 'vitest';
import type { CellValue } from '../../../../shared/row/row.ts';
import { shown } from '../../../../addin/flows/ledger.ts';
import type { Session } from '../../../../addin/flows/session.ts';
import { seeded } from '../../../support/seeded.ts';
import { FakeServer } from './fakeServer.ts';
import { keyOf, serverRow, underWay } from './rows.ts';

/** A number below another, as chance has it. */
export type Pick = (below: number) => number;

export function random(seed: number): Pick {
  const next = seeded(seed);
  return (below) => Math.floor(next() * below);
}

/** The first seeds, or the one that is to be looked at: `TAIZHANG_SEED=7`. */
export function seeds(count: number): number[] {
  const one = process.env['TAIZHANG_SEED'];
  return one ? [Number(one)] : Array.from({ length: count }, (_, seed) => seed);
}

/** The rows of the town, by number. */
export const numbers = [1, 2, 3, 4, 5, 6];

/** What is typed into which column. */
export const typed: [column: 'count' | 'note' | 'problems' | 'status', choices: CellValue[]][] = [
  ['count', [0, 1, '２家', 3, 4, '约5', null, 12]],
  ['note', ['已检查一批企业，问题正在整改', '其余企业安排在九月检查', '无', null]],
  ['problems', ['停产一家', '设备待修', null]],
  ['status', ['进行中', '进行中', '完成', null]],
];

/** A server at which every other row has been reported. */
export function halfReported(): FakeServer {
  return new FakeServer(numbers.map((number) => serverRow(number, number % 2 === 0 ? underWay : null)));
}

export async function syncInVain(server: FakeServer, session: Session, pick: Pick): Promise<void> {
  server.fail((['answer lost', 'down'] as const)[pick(2)]!);
  await session.sync();
  server.fail(null);
}

/** Keeps one of the copies of a row, if there are any, or else makes one. */
export async function chooseOrCopy(session: Session, pick: Pick, copy: () => void): Promise<void> {
  const [first] = session.view.index?.duplicates ?? [];
  if (first) await session.chooseCopy(first[0], first[1][pick(2)]!);
  else copy();
}

export async function decideAll(session: Session, pick: Pick): Promise<void> {
  for (const [key, { conflict }] of session.view.ledger!.rows)
    for (const field of conflict?.fields ?? [])
      await session.decideField(key, field, { take: pick(2) === 0 ? 'mine' : 'theirs' });
}

/** Everybody decides and syncs until nobody has anything to push. */
export async function settleAll<Desk extends { session: Session }>(
  desks: Desk[],
  pick: Pick,
  settle: (desk: Desk) => Promise<void>,
): Promise<void> {
  for (let round = 0; round < 8; round += 1)
    for (const desk of desks) {
      await settle(desk);
      const { session } = desk;
      for (const [key, copies] of session.view.index!.duplicates) await session.chooseCopy(key, copies[0]!);
      await decideAll(session, pick);
      await session.sync();
      await session.pull();
    }
}

/** Every workbook holds what the server holds, and says so in the hidden version too. */
export async function expectAgreement<Desk extends { session: Session }>(
  server: FakeServer,
  desks: Desk[],
  story: string,
  hiddenBase: (desk: Desk, key: string) => Promise<unknown>,
): Promise<void> {
  for (const number of numbers) {
    const key = keyOf(number);
    const { base, values } = shown(server.row(key));
    for (const [at, desk] of desks.entries()) {
      const standing = desk.session.view.standings.get(key)!;
      const hidden = await hiddenBase(desk, key);
      expect({ at, story, hidden, ...standing }).toMatchObject({ hidden: base, changed: [], values });
    }
  }
}
