import { describe, expect, test } from 'vitest';
import { unsyncedOf } from '../../../addin/flows/unsynced.ts';
import { addressOf, chooseWorkbook, type Kept } from '../../../addin/pages/workbook/choose.ts';
import { fill, openDesk } from '../flows/support/desk.ts';
import { blankServer } from '../flows/support/fakeServer.ts';

const nobody = { unit: null, list: null, copy: null };
const kept = (name: string, unit: string, year: number, rows = 0): Kept => ({
  name,
  unit: { id: unit, name: unit },
  year,
  rows,
});

describe('L1: one workbook for a unit and a list, whatever the address', () => {
  const all = [
    kept('2024/menghe', 'menghe', 2024),
    kept('2023/menghe', 'menghe', 2023),
    kept('2024/xuejia', 'xuejia', 2024),
  ];

  test.each([
    ['unit and list', { ...nobody, unit: 'menghe', list: '2024' }, '2024/menghe'],
    ['the unit alone: the newest list', { ...nobody, unit: 'menghe' }, '2024/menghe'],
    ['neither: the ledger opened last', nobody, '2024/menghe'],
    ['an earlier list', { ...nobody, unit: 'menghe', list: '2023' }, '2023/menghe'],
    ['another unit', { ...nobody, unit: 'xuejia' }, '2024/xuejia'],
  ])('an address of %s', (_, asked, name) => {
    expect(chooseWorkbook(all, asked, 'menghe')).toEqual({ name, from: null });
  });

  test('copies of before are one from now on: the one with rows that wait takes the name', () => {
    const copies = [kept('/', 'menghe', 2024), kept('/menghe', 'menghe', 2024, 3)];
    expect(chooseWorkbook(copies, { ...nobody, unit: 'menghe' }, null)).toEqual({
      name: '2024/menghe',
      from: '/menghe',
    });
    const named = [...copies, kept('2024/menghe', 'menghe', 2024)];
    expect(chooseWorkbook(named, { ...nobody, unit: 'menghe' }, null)).toEqual({
      name: '2024/menghe',
      from: null,
    });
    const address = new URL(addressOf(named[1]!), 'http://x');
    expect(chooseWorkbook(named, { ...nobody, copy: address.searchParams.get('copy') }, null).name).toBe(
      '/menghe',
    );
  });

  test('without a unit, nothing is guessed between two units', () => {
    expect(chooseWorkbook(all, nobody, null)).toEqual({ name: '/', from: null });
    expect(chooseWorkbook([], { ...nobody, unit: 'menghe', list: '2024' }, null).name).toBe('2024/menghe');
  });
});

test('L1: a stored workbook tells whose it is, and how many rows wait in it', async () => {
  const { workbook } = await openDesk(blankServer(4));
  fill(workbook, 1);
  fill(workbook, 3, { count: '约80' as never });
  const about = unsyncedOf(await workbook.readState(), (await workbook.scan())!);
  expect(about).toEqual({ unit: { id: 'xuejia', name: '薛家镇' }, year: 2024, rows: 2 });
  expect(unsyncedOf(null, [])).toBeNull();
});
