import { readFileSync } from 'node:fs';
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

/** What docs/lists.md says of a list. */
function rowOf({ slug, layout, truth }: (typeof asPublishedLists)[number]): string {
  const { decisions, warnings, ...floor } = floors[slug]!;
  const all = truth.items.length;
  const cells =
    decisions === null || warnings === null
      ? Array<string>(6).fill('—')
      : [
          ...aspects.map((aspect) => `${floor[aspect]} / ${all}`),
          `${decisions.half} / ${decisions.none}`,
          `${warnings.half} / ${warnings.none}`,
        ];
  return `| ${[layout, ...cells].join(' | ')} |`;
}

test('I12.1: docs/lists.md says what each list reaches', () => {
  const said = readFileSync('docs/lists.md', 'utf8').replaceAll(/ {2,}/gu, ' ');
  for (const list of asPublishedLists) expect(said).toContain(rowOf(list));
});

test('I12.1, I12.2: over all of them nearly everything is right, little is asked, and nothing is wrong in silence', () => {
  const sum = (of: (slug: string) => number) =>
    asPublishedLists.reduce((total, { slug }) => total + of(slug), 0);
  const all = asPublishedLists.reduce((total, { truth }) => total + truth.items.length, 0);
  for (const aspect of aspects)
    expect(sum((slug) => floors[slug]![aspect]) / all, aspect).toBeGreaterThanOrEqual(0.95);
  const of80 = (kind: 'decisions' | 'warnings') => (sum((slug) => floors[slug]![kind]?.half ?? 0) / all) * 80;
  expect(of80('decisions')).toBeLessThanOrEqual(25);
  expect(of80('warnings')).toBeLessThanOrEqual(15);
  const said = readFileSync('README.md', 'utf8').replaceAll(/ {2,}/gu, ' ');
  const reached = aspects.map((aspect) => `${sum((slug) => floors[slug]![aspect])} / ${all}`);
  const asked = [of80('decisions'), of80('warnings')].map((each) => each.toFixed(1));
  expect(said).toContain(`| ${[...reached, ...asked].join(' | ')} |`);
  expect(sum((slug) => floors[slug]!.silent)).toBe(0);
});

afterAll(() => console.table(rows));
