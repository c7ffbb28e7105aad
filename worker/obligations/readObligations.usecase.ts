import type { ObligationDetail } from '../../shared/wire/obligationDetail.ts';
import type { ObligationsAnswer } from '../../shared/wire/obligations.ts';
import type { Clock } from '../clock/clock.ts';
import type { Access } from '../identity/access.ts';
import { Problem } from '../problems/problem.ts';
import { findUnit } from '../units/units.repository.ts';
import { chooseList } from '../taskLists/chooseList.usecase.ts';
import { loadObligationRows } from './obligationRows.repository.ts';
import {
  findObligation,
  listObligations,
  type ObligationFilter,
  type ObligationPlace,
} from './obligations.repository.ts';

interface Asking {
  db: D1Database;
  access: Access;
  clock: Clock;
}

function placeOf(cursor: string | undefined): ObligationPlace | null {
  if (cursor === undefined) return null;
  const match = /^(\d{4}(?:-\d\d-\d\d)?)~([\w.-]+)$/u.exec(cursor);
  if (!match) throw new Problem('cursor-invalid', { cursor });
  return { due: match[1] ?? '', key: match[2] ?? '' };
}

/** A page of obligations; a reporter sees its own unit's, whatever it asks for. */
export async function readObligations(
  { db, access, clock }: Asking,
  asked: ObligationFilter & { year?: number | undefined; limit: number; cursor?: string | undefined },
): Promise<ObligationsAnswer> {
  const after = placeOf(asked.cursor);
  if (access.unitId !== null && asked.unit !== undefined && asked.unit !== access.unitId) {
    throw new Problem('unit-not-found', { unit: asked.unit });
  }
  const list = await chooseList(db, asked.year, clock.today);
  if (asked.unit !== undefined && !(await findUnit(db, asked.unit))) {
    throw new Problem('unit-not-found', { unit: asked.unit });
  }
  const filter = { ...asked, unit: access.unitId ?? asked.unit };
  const { items, next } = await listObligations(db, list.id, clock.today, filter, {
    after,
    limit: asked.limit,
  });
  return { today: clock.today, obligations: items, next: next && `${next.due}~${next.key}` };
}

/** One obligation with its rows; another unit's does not exist for a reporter. */
export async function readObligation({ db, access, clock }: Asking, key: string): Promise<ObligationDetail> {
  const found = await findObligation(db, key, clock.today);
  if (!found || (access.unitId !== null && found.item.unit.id !== access.unitId)) {
    throw new Problem('obligation-not-found', { key });
  }
  return { obligation: found.item, rows: await loadObligationRows(db, found.row) } as ObligationDetail;
}
