import { join } from 'node:path';
import { periodWords } from '../../../shared/calendar/periodWords.ts';
import { unpackSheet, type PackedSheet } from '../../../shared/wire/sheet.ts';
import type { WorkbookProposal } from '../../../shared/wire/workbookProposal.ts';
import { asProposed, confirmed, formOf } from '../../support/ledgers/answering.ts';
import { xlsxOf, type FixtureCell } from '../../support/documents/xlsx.ts';
import { newKey, publishLists, realYear, template } from '../data/seed.ts';
import { median, Samples } from '../measure/stats.ts';
import { ms, number, times, type Line } from '../measure/table.ts';
import type { Bundles } from '../serve/bundle.ts';
import { cpuOf } from '../serve/cpu.ts';
import { must } from '../serve/http.ts';
import { forgetPeak, memoryOf } from '../serve/memory.ts';
import { open, type Served } from '../serve/open.ts';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const header = ['序号', '报告期', '工作安排', '完成情况', '完成数量', '工作开展情况'];

/** A ledger of so many rows: each row that the unit owes in the year, and works of her own. */
async function ledgerFor(served: Served, key: string, rows: number, run: number): Promise<Uint8Array> {
  const { text } = await must(served.url, 'GET', `/v1/sheet?year=${realYear}`, { key });
  const owed = unpackSheet(JSON.parse(text) as PackedSheet).rows;
  const grid = Array.from({ length: rows }, (_, at): FixtureCell[] => {
    const row = owed[at];
    if (row === undefined)
      return [String(at + 1), '', `走访第${at}户家庭`, '已完成', '', `第${at}户，已走访。`];
    const { period, arrangementText } = row;
    const isCadence = /-/u.test(period);
    return [
      ...[String(at + 1), periodWords(period, 'zh'), arrangementText],
      ...[isCadence ? '已开展' : '推进中', '', `第${at}项，第${run}次填报，2家记录不全。`],
    ];
  });
  return xlsxOf([{ name: '台账', grid: [[`${realYear}年工作台账`], header, ...grid] }]);
}

/** Proposed, sent and answered with the file, over HTTP to the built Worker: time of each, and workerd's memory at the most. */
export async function ledgerSent(
  bundles: Bundles,
  folder: string,
  rows: number,
  runs: number,
): Promise<Line[]> {
  const served = await open(bundles.product, join(folder, 'ledger'), false);
  try {
    await publishLists(served);
    const key = await newKey(served.db, 'reporter', template);
    const samples = new Samples();
    const first = new Map<string, number>();
    let reports = 0;
    for (let run = 0; run <= runs; run += 1) {
      const bytes = await ledgerFor(served, key, rows, run);
      const ask = async (
        what: string,
        query: string,
        answers: Parameters<typeof formOf>[1],
        accept?: string,
      ) => {
        const { body, type } = await formOf({ bytes, name: '台账.xlsx' }, answers);
        forgetPeak(served.process);
        const before = cpuOf(served.process);
        const path = `/v1/workbooks?year=${realYear}${query}`;
        const { text, ms: taken } = await must(served.url, 'POST', path, {
          ...{ key, body, type },
          ...(accept !== undefined && { accept }),
        });
        if (run > 0) samples.add(`${what} cpu`, cpuOf(served.process) - before);
        samples.add(`${what} peak`, memoryOf(served.process).peak);
        if (run === 0) first.set(what, taken);
        else samples.add(`${what} ms`, taken);
        return text;
      };
      const proposed = JSON.parse(await ask('proposed', '&dryRun=true', {})) as WorkbookProposal;
      const answers = asProposed(proposed);
      const settled = JSON.parse(await ask('proposed', '&dryRun=true', answers)) as WorkbookProposal;
      const sent = confirmed(settled, answers, `bench-ledger-${run}`);
      reports = sent.confirmed!.rows.length;
      await ask('taken', '', sent);
      await ask('answered by the file', '', sent, xlsx);
    }
    return ['proposed', 'taken', 'answered by the file'].map((what) => ({
      what: `${what}, over HTTP: ${number(reports)} reports`,
      ...times(samples.get(`${what} ms`)),
      note: `CPU ${ms(median(samples.get(`${what} cpu`)))}; the first time ${ms(first.get(what) ?? NaN)}; workerd resident at the most ${number(Math.max(...samples.get(`${what} peak`)))} MB`,
    }));
  } finally {
    await served.close();
  }
}
