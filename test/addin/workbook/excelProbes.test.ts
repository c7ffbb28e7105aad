import { expect, test } from 'vitest';
import { openProbes } from '../../../addin/workbook/excel/probes/run.ts';
import { probeIds, type ProbeId } from '../../../addin/workbook/excel/probes/probe.ts';
import type { Habits } from '../../support/office/habits.ts';
import { ExcelHost } from '../../support/office/host.ts';
import { ExcelUser } from '../../support/office/user.ts';

/** The probes over a stand-in, with a person who does what she is told; each line of the report by its name. */
async function probed(habits: Partial<Habits> = {}, library = 99): Promise<Record<ProbeId, string>> {
  const host = new ExcelHost({ api: 20, platform: 'PC', undo: true, library, habits });
  host.install(globalThis);
  const before = host.book.save();
  const probes = openProbes(() => Promise.resolve());
  await probes.begin();
  const user = new ExcelUser(host, () => host.book.sheet('台账探测')!);
  user.choose(1, 9, '甲');
  user.type(3, 9, 1);
  await host.delivered();
  for (let key = 0; key < 4 && host.book.sheet('台账探测')!.value(3, 9) !== null; key += 1) host.undo();
  await host.delivered();
  const report = await probes.finish();
  const sheets = (file: string) =>
    (JSON.parse(file) as { sheets: { name: string }[] }).sheets.map(({ name }) => name);
  expect(sheets(host.book.save())).toEqual(sheets(before));
  const [head, , ...lines] = report.split('\n');
  expect(head).toContain('ExcelApi 1.20');
  return Object.fromEntries(
    lines.map((line, at) => [probeIds[at]!, line.slice(`${at + 1}. ${probeIds[at]!}: `.length)]),
  ) as Record<ProbeId, string>;
}

test('the report says that all holds where Excel is as its documentation', async () => {
  const lines = await probed();
  for (const id of probeIds) {
    // Neither a ribbon nor a browser is here.
    const expected = id === 'first-press' || id === 'dialog-storage' ? /^not tried\./ : /^holds\./;
    expect([id, lines[id]]).toEqual([id, expect.stringMatching(expected)]);
  }
  expect(lines['filtered-write']).toContain('cells abcdef; grid ABCDEF');
});

const told: [string, Partial<Habits>, ProbeId, RegExp][] = [
  [
    'a grid over a filter is misplaced, single cells are not',
    { filteredWrites: 'misplaced' },
    'filtered-write',
    /^holds\. cells abcdef; grid ABcdCD/,
  ],
  [
    'a filtered table refuses a deletion',
    { filteredDeletes: 'refused' },
    'filtered-delete',
    /^holds\. filtered: GeneralException, 6 rows of 6/,
  ],
  ['notes fail', { notes: 'fail' }, 'notes', /^DOES NOT HOLD\. ApiNotFound/],
  [
    'a mixed rule is refused until it is cleared',
    { mixedValidation: 'refused' },
    'mixed-rule',
    /^holds\. as it is: InvalidArgument; cleared: taken/,
  ],
  ['a dropdown is silent', { dropdownEvents: 'silent' }, 'dropdown-event', /^DOES NOT HOLD\. chosen 甲/],
  ['a write ends what can be undone', { undo: 'cleared' }, 'undo', /^DOES NOT HOLD\. typed cell “1”/],
  [
    'addresses are parted by a semicolon',
    { listSeparator: ';' },
    'long-reference',
    /^holds\. .*comma: InvalidArgument; semicolon: taken/,
  ],
];

test.each(told)('the report tells where %s', async (_, habits, id, line) => {
  expect((await probed(habits))[id]).toMatch(line);
});

test('probes that are given up leave no sheet behind, before and after they began', async () => {
  const host = new ExcelHost({ api: 20, platform: 'PC' });
  host.install(globalThis);
  const probes = openProbes(() => Promise.resolve());
  await probes.abandon();
  await probes.begin();
  expect(host.book.sheet('台账探测')).toBeTruthy();
  await probes.abandon();
  expect(host.book.sheet('台账探测')).toBeFalsy();
});

test('an Office.js without notes is not taken for an Excel without them', async () => {
  expect((await probed({}, 15)).notes).toMatch(/^not tried\./);
});
