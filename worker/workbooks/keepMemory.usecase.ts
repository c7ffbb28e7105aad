import { whatOf } from '../../shared/audit/changes.ts';
import type { LedgerMemory } from '../../shared/ledgers/ledgerMemory.ts';
import { auditStatement } from '../audit/auditEntry.repository.ts';
import type { By } from '../identity/by.ts';
import { keepShape } from './ledgerShapes.repository.ts';

/** Keeps what a unit has confirmed of its tables of one shape; `null`: another revision came in between, and stands. */
export async function keepMemory(
  by: By,
  kept: { shape: string; revision: number; memory: LedgerMemory },
): Promise<number | null> {
  const { db, access, clock } = by;
  const unitId = access.unitId ?? '';
  const changes = [{ place: 'shape', before: kept.revision || null, after: kept.revision + 1 }];
  const entry = auditStatement(db, { kind: 'upload', by, units: [unitId], what: whatOf(changes) }, 'changed');
  return keepShape(db, { unitId, keyId: access.keyId, now: clock.now }, kept, [entry]);
}
