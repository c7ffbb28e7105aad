import { describe, test } from 'vitest';
import { FakeWorkbook } from '../../support/workbook/fake.ts';
import { contractFor, type OpenedPort } from '../../support/workbook/portContract.ts';

describe('the fake keeps the contract of the workbook port (S1, S8, S15, S15.1, S15.2, S15.3, S15.13)', () => {
  for (const { name, run } of contractFor(new Set(Object.keys(opened(new FakeWorkbook()).user)))) {
    test(name, () => run(async () => opened(new FakeWorkbook())));
  }
});

function opened(fake: FakeWorkbook): OpenedPort {
  return {
    port: fake,
    user: {
      edit: async (key, column, value) => fake.edit(key, column, value),
      sortBy: async (column, ascending) => fake.sortBy(column, ascending),
      insertRowAbove: async (key) => fake.insertRowAbove(key),
      deleteRow: async (key) => fake.deleteRow(key),
      copyRow: async (key) => fake.copyRow(key),
      pasteBlock: async (key, column, block) => fake.pasteBlock(key, column, block),
      moveRow: async (key, above) => fake.moveRow(key, fake.positionOf(above)),
      markOf: async (key, column) => fake.markOf(key, column),
      choicesOf: async (key) => fake.choicesOf(key),
      archivedKeys: async () => fake.archivedKeys(),
      selected: async () => fake.selected,
      putSheet: async (name, sheet) => fake.putSheet(name, sheet),
      cellAt: async (name, row, column) => fake.cellAt(name, row, column),
      typeAt: async (...given) => fake.pins.typeAt(...given),
      insertRowAt: async (name, row) => fake.pins.insertRowAt(name, row),
      insertColumnAt: async (name, column) => fake.pins.insertColumnAt(name, column),
      deleteRowAt: async (name, row) => fake.pins.deleteRowAt(name, row),
      markAt: async (_, row, column) => fake.pins.markAt(row, column),
      selectedCell: async () => fake.selectedCell,
      messages: true,
      merges: true,
    },
    reopen: async () => opened(fake.reopen()),
  };
}
