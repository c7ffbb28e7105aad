import { expect, test } from 'vitest';
import { createFolding } from '../../../addin/pane/folding.ts';

test('L4: on a narrow screen the pane folds once there is a ledger that is connected, and unfolds without', () => {
  const shown: boolean[] = [];
  const folding = createFolding((folded) => shown.push(folded), true);
  let told = 0;
  folding.subscribe(() => (told += 1));
  expect(folding).toMatchObject({ folded: false, mayFold: false });
  folding.allow(true);
  expect(folding).toMatchObject({ folded: true, mayFold: true });
  folding.allow(true);
  folding.allow(false);
  expect(folding.folded).toBe(false);
  expect(shown).toEqual([false, true, false]);
  expect(told).toBe(2);
});

test('L4: on a wide screen it folds when the clerk chooses', () => {
  const folding = createFolding(() => {}, false);
  folding.allow(true);
  expect(folding.folded).toBe(false);
  folding.toggle();
  expect(folding.folded).toBe(true);
  folding.allow(false);
  expect(folding.folded).toBe(false);
});

test('L4: on a telephone, where the pane covers the sheet, it makes way for a jump; else it stays', () => {
  for (const isCovering of [true, false]) {
    const folding = createFolding(
      () => {},
      true,
      () => isCovering,
    );
    folding.makeWay();
    expect(folding.folded).toBe(false);
    folding.allow(true);
    folding.toggle();
    folding.makeWay();
    expect(folding.folded).toBe(isCovering);
  }
});
