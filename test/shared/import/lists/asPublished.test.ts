import { afterAll, describe, expect, test } from 'vitest';
import { gatherReading } from '../../../../shared/import/diagnostics/gather.ts';
import { asPublishedLists } from '../../../support/import/asPublished/all.ts';
import { readAsPublished } from '../../../support/import/asPublished/document.ts';
import { floors } from '../../../support/import/asPublished/floors.ts';
import { aspects, measure, rosterWith } from '../../../support/import/asPublished/measure.ts';

const shares = ['half', 'none'] as const;
const rows: Record<string, string | number>[] = [];

describe.each(asPublishedLists)('I1, I2, I3, I5, I6, I7, I12: a list as it was published ($slug)', (list) => {
  const floor = floors[list.slug]!;

  test.each(shares)('is read as well as before, with the names of %s known', async (share) => {
    const roster = rosterWith(list, share);
    const reading = await readAsPublished(list, roster);
    const { right, silent } = measure(list, reading);
    const { gathered } = gatherReading(reading, roster);
    const count = (severity: string) => gathered.filter((each) => each.severity === severity).length;
    const [decisions, warnings] = [count('decision'), count('warning')];
    const { taskList } = reading;
    rows.push({
      list: list.slug,
      names: share,
      tasks: `${taskList?.tasks.length ?? '-'} of ${list.truth.tasks}`,
      of: list.truth.items.length,
      ...right,
      ...{ decisions, warnings, silent: silent.join('; ') },
    });
    for (const aspect of aspects) expect(right[aspect], aspect).toBeGreaterThanOrEqual(floor[aspect]);
    expect(silent.length, silent.join('; ')).toBeLessThanOrEqual(floor.silent);
    if (floor.decisions) expect(decisions, 'decisions').toBeLessThanOrEqual(floor.decisions[share]);
    if (floor.warnings) expect(warnings, 'warnings').toBeLessThanOrEqual(floor.warnings[share]);
    // Where nothing is read, a person is told why.
    if (taskList === null) expect(count('error')).toBeGreaterThan(0);
  });
});

afterAll(() => console.table(rows));
