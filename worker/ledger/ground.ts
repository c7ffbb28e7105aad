import type { PushPlan } from '../../shared/sync/planPush.ts';
import type { Access } from '../keys/access.ts';
import { scopeOf, type UnitAndList } from './scope.ts';
import type { StoredPushState } from './pushRead.repository.ts';
import type { StoredSeries } from './series.repository.ts';

/** Whose rows of which list are asked for; no year: the newest list that has begun. */
export interface Asked {
  unit?: string | undefined;
  year?: number | undefined;
}

/** Unit, list and settings, and series of theirs: of one state of the list. */
export interface Ground<Stored extends StoredSeries = StoredSeries> {
  target: Omit<UnitAndList, 'onBehalf'>;
  stored: Stored;
}

/** What a push is planned from. */
export type PushGround = Ground<StoredPushState>;

/** Reads unit, list and settings, and then series of theirs: once more where the list was changed in between. */
export async function readGround<Stored extends StoredSeries>(
  db: D1Database,
  by: { access: Access; today: string },
  asked: Asked,
  read: (target: Ground['target']) => Promise<Stored>,
): Promise<Ground<Stored>> {
  for (;;) {
    const target = await scopeOf(db, by.access, asked, by.today);
    const stored = await read(target);
    if (stored.wide === target.wide) return { target, stored };
  }
}

/** A ground as it stands once a plan is applied; `sequence` is the number of that change. */
export function settled({ target, stored }: PushGround, plan: PushPlan, sequence: number): Ground {
  const { receipt: _, bases: __, ...series } = stored;
  const changed = new Map(plan.obligations.map((each) => [each.key, each]));
  const written = new Set(plan.after.map(({ arrangement }) => arrangement));
  return {
    target,
    stored: {
      ...series,
      sequence,
      obligations: [
        ...stored.obligations.filter(({ arrangement }) => !written.has(arrangement)),
        ...plan.after.map((each) => changed.get(each.key) ?? each),
      ],
      last: new Map([...stored.last].map(([code, last]) => [code, written.has(code) ? sequence : last])),
    },
  };
}
