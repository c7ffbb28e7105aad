import { planCheck, planEdit } from '../../../addin/flows/planCheck.ts';
import { planPull } from '../../../addin/flows/planPull.ts';
import { FakeWorkbook } from '../../support/workbook/fake.ts';
import { formatRowKey } from '../../../shared/rowKey/rowKey.ts';
import { checkRow } from '../../../shared/rules/checkRow.ts';
import { sheetColumns } from '../../../shared/sheet/columns.ts';
import { blankRow, type RowValues } from '../../../shared/row/row.ts';
import { notActed } from '../../../shared/wire/parts/acted.ts';
import type { Sheet } from '../../../shared/wire/sheet.ts';
import type { SheetRow } from '../../../shared/wire/parts/sheetRow.ts';
import { checkedRows, timeChecks, type CheckTimes } from '../data/checkedRows.ts';
import { median, Samples } from '../measure/stats.ts';
import { ms, number, times, type Line, type Section } from '../measure/table.ts';
import type { Bundles } from '../serve/bundle.ts';
import { must } from '../serve/http.ts';
import { open } from '../serve/open.ts';
import type { Scale } from './scale.ts';

const many = 10_000;

/** A unit's sheet as the server sends it, the rows filled in. */
function sheetOf(count: number): Sheet {
  const rows = checkedRows(count).map(({ raw, context }, i): SheetRow => {
    const key = formatRowKey({
      list: '2024',
      arrangement: `${1 + (i % 20)}-${1 + (Math.floor(i / 20) % 50)}-1`,
      schedule: 1,
      indicator: context.indicator.id,
      unit: `u${Math.floor(i / 1000)}`,
      period: '2024',
    });
    return {
      key,
      arrangement: '1-1-1',
      taskName: '深化安全专项整治',
      arrangementText: `9月底前完成第${i}项企业检查10家。`,
      indicatorLabel: context.indicator.label,
      unitOfMeasure: '家',
      target: 10,
      period: '2024',
      due: context.dueOn,
      lock: null,
      state: 'open',
      punctuality: null,
      ...notActed,
      version: 1,
      values: { ...blankRow, ...raw } as RowValues,
      findings: [],
      draft: null,
      prefill: null,
      context: { ...context, key },
    };
  });
  return {
    list: { year: 2024, title: '' },
    unit: { id: 'u0', name: '' },
    today: '2024-12-30',
    demo: true,
    rulesVersion: '1',
    contact: '',
    blueDays: 7,
    whole: true,
    columns: sheetColumns([]),
    rows,
    cursor: '2024.u0.1.20241230',
  };
}

/** A workbook in memory with `count` rows, all checked once. */
async function checkedWorkbook(count: number) {
  const sheet = sheetOf(count);
  const workbook = new FakeWorkbook();
  const { ledger, layout } = planPull(null, sheet, null);
  for (const { cells } of layout!.rows) cells.note = `${cells.note ?? ''}（已核对）`;
  await workbook.layOut(layout!);
  const scan = (await workbook.scan())!;
  const last = planCheck(ledger, scan, new Map());
  await workbook.apply(last.change);
  return { ledger, workbook, scan, last, count };
}

type Checked = Awaited<ReturnType<typeof checkedWorkbook>>;

/** All rows as if none had been checked before. */
function timeWhole({ ledger, scan }: Checked, runs: number): number[] {
  return Array.from({ length: runs }, () => {
    const begun = performance.now();
    planCheck(ledger, scan, new Map());
    return performance.now() - begun;
  });
}

/** As many different rows in each sheet. */
const editsEach = 100;

/** One edit after the other, somewhere else each: its row read and checked; the mean of many. */
async function timeEdits(checked: Checked, run: number): Promise<number> {
  const { ledger, workbook, count } = checked;
  let took = 0;
  for (let at = 0; at < editsEach; at += 1) {
    const position = (at * 7919) % count;
    workbook.edit(position, 'note', `又改了第 ${run} 遍，已再次核对`);
    const begun = performance.now();
    const plan = planEdit(ledger, (await workbook.scan([position]))!, 1, checked.last)!;
    took += performance.now() - begun;
    checked.last = plan;
    await workbook.apply(plan.change);
  }
  return took / editsEach;
}

/** The rules over one row and over many, in Node and in workerd, and the pane's check around them. */
export async function measureChecks(bundles: Bundles, folder: string, scale: Scale): Promise<Section> {
  const node = timeChecks(many, scale.checkRuns);
  const served = await open(bundles.probe, folder, false);
  const path = `/bench/check?rows=${many}&runs=${scale.checkRuns}`;
  const workerd = JSON.parse((await must(served.url, 'GET', path)).text) as CheckTimes;
  await served.close();
  const sheets = await Promise.all([100, many / 10, many].map(checkedWorkbook));
  const large = sheets.at(-1)!;
  const whole = timeWhole(large, scale.checkRuns);
  const edits = new Samples();
  for (let run = -2; run < scale.checkRuns; run += 1) {
    for (const checked of sheets) {
      const took = await timeEdits(checked, run);
      if (run >= 0) edits.add(String(checked.count), took);
    }
  }
  const full = (where: string, found: CheckTimes): Line[] => {
    const ratio = median(found.rules) / median(found.byHand);
    return [
      {
        what: `${number(many)} rows by the rules, ${where}`,
        ...times(found.rules),
        note: `${number(ratio)} × a check by hand (${ms(median(found.byHand))}; they differ on ${found.disagree} rows)`,
        goal: { text: 'below 100 ms', met: median(found.rules) < 100 },
      },
    ];
  };
  const editIn = (count: number) => edits.get(String(count));
  const growth = median(editIn(many)) / median(editIn(many / 10));
  return {
    title: `Checks (${scale.checkRuns} runs)`,
    lines: [
      ...full('Node', node),
      ...full('workerd', workerd),
      { what: 'one row by the rules', figure: `${number(timeOne() * 1000)} µs`, note: 'whatever the sheet' },
      {
        what: `pane, ${number(many)} rows × ${Object.keys(large.scan[0]!.cells).length} columns, all changed`,
        ...times(whole),
        note: 'its rows found, results, marks and restorations planned too',
      },
      {
        what: 'pane, one edit in 100 rows',
        ...times(editIn(100)),
        note: `its row read and checked; mean of ${editsEach}`,
      },
      { what: `pane, one edit in ${number(many / 10)} rows`, ...times(editIn(many / 10)) },
      {
        what: `pane, one edit in ${number(many)} rows`,
        ...times(editIn(many)),
        note: `${number(growth)} × for 10 × the rows`,
        goal: { text: 'independent of the sheet (within 2 ×)', met: growth <= 2 },
      },
    ],
  };
}

/** Milliseconds that one good row takes, as the mean of many. */
function timeOne(): number {
  const { raw, context } = checkedRows(1)[0]!;
  const begun = performance.now();
  for (let i = 0; i < 20_000; i += 1) checkRow(raw, context);
  return (performance.now() - begun) / 20_000;
}
