import { describe, expect, test } from 'vitest';
import { readAsPublished } from '../../../support/import/asPublished/document.ts';
import { aspects, measure, rosterWith } from '../../../support/import/asPublished/measure.ts';
import { listOf } from '../../../support/import/otherLayouts/layout.ts';
import { proseLayouts } from '../../../support/import/otherLayouts/prose.ts';
import { tableLayouts } from '../../../support/import/otherLayouts/tables.ts';

describe('I2, I5, I6, I7, I14, I15: a layout as bureaus publish it', () => {
  test.each([...tableLayouts, ...proseLayouts])('$what', async (layout) => {
    const list = listOf(layout);
    const reading = await readAsPublished(list, rosterWith(list, 'half'));
    const { right, silent } = measure(list, reading);
    const all = layout.items.length;
    expect(reading.taskList?.tasks).toHaveLength(layout.tasks);
    expect({ ...right, silent }).toEqual({
      ...Object.fromEntries(aspects.map((each) => [each, all])),
      silent: [],
    });
  });
});
