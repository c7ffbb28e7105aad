import type { RowValues } from '../../shared/row/row.ts';
import type { RowIdentity } from '../../shared/rowKey/rowKey.ts';
import type { PushPlan } from '../../shared/sync/planPush.ts';
import type { SeriesObligation } from '../../shared/sync/series.ts';
import type { PushRequest } from '../../shared/wire/sync.ts';
import type { UnitAndList } from '../sheet/scope.ts';
import type { Elsewhere } from './pushWrite.repository.ts';
import type { StoredPushState } from './pushRead.repository.ts';

/** A push, and whose rows of which list it is about; no year: the newest list that has begun. */
export interface Pushed {
  request: PushRequest;
  /** What its keys name; none for a key that is no key. */
  identities: readonly (RowIdentity | null)[];
  unit: string | undefined;
  year: number | undefined;
}

/** What a push is planned from. */
export interface PushGround {
  target: Omit<UnitAndList, 'onBehalf'>;
  stored: StoredPushState;
}

const mostRows = 10_000;
const mostTargets = 1000;

const targetName = ({ unit, year }: Pushed, today: string): string =>
  JSON.stringify([unit, year ?? `≤ ${today.slice(0, 4)}`]);

/** The series that all of a push's rows name; `null` where they name several. */
function seriesName(pushed: Pushed, today: string): string | null {
  const [first, ...others] = pushed.identities;
  const isOne = others.every((each) => each?.arrangement === first?.arrangement);
  return first && isOne ? `${targetName(pushed, today)} ${first.arrangement}` : null;
}

/** Values of the versions that rows name as their base; `null` where one of them is not remembered. */
function basesFrom(
  rows: PushRequest['rows'],
  obligations: readonly SeriesObligation[],
): Map<string, RowValues> | null {
  const series = new Map(obligations.flatMap((each) => each.series).map((row) => [row.key, row]));
  const bases = new Map<string, RowValues>();
  for (const { key, base } of rows) {
    if (base === null) continue;
    const row = series.get(key);
    const version = [row?.submission, row?.draft].find((each) => each?.version === base);
    if (!version) return null;
    bases.set(`${key}@${base}`, version.values);
  }
  return bases;
}

/** A series as it stands once a plan is applied. */
function afterwards({ obligations, after }: PushPlan): SeriesObligation[] {
  const settled = new Map(obligations.map((each) => [each.key, each]));
  return after.map((each) => settled.get(each.key) ?? each);
}

/**
 * What this isolate's pushes have left of the series that they wrote to: the next edit of the same clerk is planned
 * from it, and needs one round trip to the database instead of several. Only ever a guess, which the guard of the
 * batch proves or refutes; refuted, the push is planned from what is read.
 */
export class PushMemory {
  private readonly known = new Map<string, PushGround & { rows: number }>();
  private rows = 0;
  private readonly targets = new Map<string, PushGround['target']>();
  /** The last change that this isolate has heard of. */
  private newest = 0;

  /** The ground for a push, if all that it needs is remembered. */
  recall(pushed: Pushed, today: string): PushGround | null {
    const name = seriesName(pushed, today);
    const found = name === null ? undefined : this.known.get(name);
    if (!found) return null;
    const bases = basesFrom(pushed.request.rows, found.stored.obligations);
    return bases && { target: found.target, stored: { ...found.stored, bases, sequence: this.newest } };
  }

  /** Unit, list and settings, if a push for them has come before; whoever reads the rest sees whether they still hold. */
  target(pushed: Pushed, today: string): PushGround['target'] | null {
    return this.targets.get(targetName(pushed, today)) ?? null;
  }

  /** Takes up what a push has left, where it was about one series. */
  keep(
    pushed: Pushed,
    today: string,
    { target, stored }: PushGround,
    plan: PushPlan,
    { sequence }: Elsewhere,
  ): void {
    this.newest = Math.max(this.newest, sequence);
    this.targets.set(targetName(pushed, today), target);
    if (this.targets.size > mostTargets) this.targets.delete(this.targets.keys().next().value!);
    const name = seriesName(pushed, today);
    const [code, ...others] = stored.last.keys();
    if (name === null || code === undefined || others.length > 0) return;
    this.forget(name);
    const wrote = plan.writes.length > 0;
    const obligations = wrote ? afterwards(plan) : stored.obligations;
    const last = new Map([[code, wrote ? sequence : (stored.last.get(code) ?? null)]]);
    const rows = obligations.reduce((sum, { series }) => sum + series.length, 0);
    this.known.set(name, { target, stored: { ...stored, receipt: null, obligations, last }, rows });
    this.rows += rows;
    for (const oldest of this.known.keys()) {
      if (this.rows <= mostRows) break;
      this.forget(oldest);
    }
  }

  private forget(name: string): void {
    this.rows -= this.known.get(name)?.rows ?? 0;
    this.known.delete(name);
  }
}
