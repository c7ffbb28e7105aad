import type { ObligationItem } from '../../shared/wire/parts/obligation.ts';
import type { ObligationDetail } from '../../shared/wire/obligationDetail.ts';
import type { ObligationsAnswer } from '../../shared/wire/obligations.ts';
import { Problem } from '../problems/problem.ts';
import { atOneChange } from './readAtOneChange.usecase.ts';
import { loadActs } from './obligationActs.repository.ts';
import { loadObligationRows } from './obligationRows.repository.ts';
import type { ObligationPlace } from './inOrder.repository.ts';
import { findObligation, listObligations, totalStatement } from './obligations.repository.ts';
import { understand, type Asked, type Asking } from './understand.usecase.ts';

function placeOf(cursor: string | undefined): ObligationPlace | null {
  if (cursor === undefined) return null;
  const match = /^(\d{4}(?:-\d\d-\d\d)?)~([\w.-]+)$/u.exec(cursor);
  if (!match) throw new Problem('cursor-invalid', { cursor });
  return { due: match[1] ?? '', key: match[2] ?? '' };
}

/** A page of obligations; a reporter sees its own unit's, whatever it asks for. */
export async function readObligations(
  on: Asking,
  asked: Asked & { limit: number; cursor?: string | undefined; total: boolean },
): Promise<ObligationsAnswer> {
  const after = placeOf(asked.cursor);
  const { list, lights, filter } = await understand(on, asked);
  const { today } = on.clock;
  // The number comes first: what changes while the page is read is then known to have changed since.
  const counted = asked.total
    ? await totalStatement(on.db, list.id, lights, filter).first<{ total: number; change: number }>()
    : null;
  const page = { after, limit: asked.limit };
  const { items, next } = await listObligations(on.db, list.id, lights, filter, page);
  return {
    today,
    obligations: items,
    next: next && `${next.due}~${next.key}`,
    total: counted?.total ?? null,
    change: counted?.change ?? null,
  };
}

/** So many obligations are read at once for a file. */
const filePage = 2000;

/** All obligations that a filter leaves, of one change number, for a file. */
export async function readAllObligations(on: Asking, asked: Asked): Promise<AsyncIterable<ObligationItem>> {
  const { list, lights, filter } = await understand(on, asked);
  return atOneChange(on.db, { listId: list.id, unit: filter.unit }, (after) =>
    listObligations(on.db, list.id, lights, filter, { after, limit: filePage }),
  );
}

/** One obligation with its rows; another unit's does not exist for a reporter. */
export async function readObligation({ db, access, clock }: Asking, key: string): Promise<ObligationDetail> {
  const found = await findObligation(db, key, clock.today);
  if (!found || (access.unitId !== null && found.item.unit.id !== access.unitId)) {
    throw new Problem('obligation-not-found', { key });
  }
  const [rows, acts] = await Promise.all([loadObligationRows(db, found.row), loadActs(db, key)]);
  return { obligation: found.item, rows, acts } as ObligationDetail;
}
