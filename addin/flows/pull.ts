import type { Api } from '../api/port.ts';
import { asProblem, localProblem } from '../api/problem.ts';
import type { WorkbookPort } from '../workbook/port.ts';
import { applyPlanned } from './applyPlanned.ts';
import type { Ledger } from './ledger.ts';
import { planPull, type PullPlan } from './planPull.ts';

/**
 * Brings the server's changes into the workbook, or lays out the whole ledger where there is none. The new state is the
 * caller's to write, after the cells: cut off in between, the next pull finds the old base and writes the same again.
 */
export async function pull(port: WorkbookPort, api: Api, ledger: Ledger | null): Promise<PullPlan> {
  const behind = ledger !== null && [...ledger.rows.values()].some((row) => row.behind);
  let sheet = await ask(api, ledger, !behind).catch((thrown: unknown) => {
    if (asProblem(thrown).cursorLost) return ask(api, ledger, false);
    throw thrown;
  });
  // Scanned after the answer: what was typed meanwhile is seen and kept.
  let scan = await port.scan();
  if (scan === null && !sheet.whole) {
    sheet = await ask(api, ledger, false);
    scan = await port.scan();
  }
  if (scan !== null) return applyPlanned(port, scan, (seen) => planPull(ledger, sheet, seen));
  const plan = planPull(ledger, sheet, null);
  await port.layOut(plan.layout!);
  return plan;
}

async function ask(api: Api, ledger: Ledger | null, changesOnly: boolean) {
  const year = ledger ? { year: ledger.list.year } : {};
  const sheet = await api.sheet(ledger && changesOnly ? { ...year, cursor: ledger.cursor } : year);
  if (ledger && ledger.unit.id !== sheet.unit.id) throw localProblem('other-unit', ledger.unit.name);
  return sheet;
}
