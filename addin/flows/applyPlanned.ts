import { LedgerMovedOn, type LedgerChange, type ScannedRow, type WorkbookPort } from '../workbook/port.ts';

/** How often a plan is made anew while somebody goes on typing where it writes. */
const attempts = 5;

/** Plans on what stands in the sheet and applies it; where a cell was typed into meanwhile, on what stands there then. */
export async function applyPlanned<Plan extends { change: LedgerChange }>(
  port: WorkbookPort,
  scan: ScannedRow[],
  planOn: (scan: ScannedRow[]) => Plan,
): Promise<Plan> {
  let seen = scan;
  for (let attempt = 1; ; attempt += 1) {
    const plan = planOn(seen);
    if (isEmpty(plan.change)) return plan;
    try {
      await port.apply(plan.change, seen);
      return plan;
    } catch (thrown) {
      if (!(thrown instanceof LedgerMovedOn) || attempt === attempts) throw thrown;
    }
    seen = (await port.scan()) ?? [];
  }
}

export function isEmpty(change: LedgerChange): boolean {
  return Object.values(change).every((part) => part === undefined || part.length === 0);
}
