import type { Emptied } from '../../shared/ledgers/askEmptied.ts';
import type { LedgerMemory } from '../../shared/ledgers/ledgerMemory.ts';
import type { SaidReport } from '../../shared/ledgers/settleReports.ts';
import { sha256Of } from '../identity/accessKey.ts';

/** By which it is known again that something was to be left as it is: report, field, and what is stored. */
export const nameOfEmptied = async (key: string, { field, stored }: Emptied): Promise<string> =>
  (await sha256Of(JSON.stringify(['emptied', key, field, stored]))).slice(0, 32);

/** Of fields that were emptied, those that she has said are to be left as they are; by the names of all of them. */
export function recallEmptied(
  memories: readonly LedgerMemory[],
  named: readonly (readonly [name: string, emptied: Emptied])[],
): Map<string, SaidReport> {
  const said = new Map<string, SaidReport>();
  for (const [name, { id, field }] of named) {
    if (!memories.some(({ reports }) => name in reports)) continue;
    said.set(id, { values: { ...said.get(id)?.values, [field]: null } });
  }
  return said;
}
