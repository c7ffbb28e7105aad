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

const mostRows = 20_000;
const mostTargets = 1000;

const targetName = ({ unit, year }: Pushed, today: string): string =>
  JSON.stringify([unit, year ?? `≤ ${today.slice(0, 4)}`]);

/** The arrangements that a push's keys name, each the name of a series of its unit. */
const codesOf = ({ identities }: Pushed): string[] => [
  ...new Set(identities.flatMap((identity) => identity?.arrangement ?? [])),
];

/** Values of the versions that rows name as their base; `null` where one of them is not remembered. */
function basesFrom(
  rows: PushRequest['rows'],
  obligations: readonly SeriesObligation[],
): Map<string, RowValues> | null {
  const bases = new Map<string, RowValues>();
  const based = rows.filter(({ base }) => base !== null);
  const named = new Map(based.map(({ key, base }) => [key, base]));
  if (named.size < based.length) return null;
  for (const { series } of named.size === 0 ? [] : obligations) {
    for (const { key, submission, draft } of series) {
      const base = named.get(key);
      if (base === undefined) continue;
      const version = submission?.version === base ? submission : draft?.version === base ? draft : null;
      if (!version) return null;
      bases.set(`${key}@${base}`, version.values);
      named.delete(key);
    }
  }
  return named.size === 0 ? bases : null;
}

/** Several series' grounds as one; `null` where they are not of one state of the list. */
function together(grounds: readonly PushGround[]): PushGround | null {
  const [first, ...others] = grounds;
  if (!first || others.length === 0) return first ?? null;
  if (others.some(({ target, stored }) => target !== first.target || stored.wide !== first.stored.wide))
    return null;
  const all = grounds.map(({ stored }) => stored);
  return {
    target: first.target,
    stored: {
      ...first.stored,
      deletion: Math.max(...all.map(({ deletion }) => deletion)),
      last: new Map(all.flatMap(({ last }) => [...last])),
      obligations: all.flatMap(({ obligations }) => obligations),
      bureauAlone: new Set(all.flatMap(({ bureauAlone }) => [...bureauAlone])),
      names: new Map(all.flatMap(({ names }) => [...names])),
    },
  };
}

/** Each series of a ground as it stands once a plan is applied, as a ground of its own. */
function grounds({ target, stored }: PushGround, plan: PushPlan, sequence: number): Map<string, PushGround> {
  const settled = new Map(plan.obligations.map((each) => [each.key, each]));
  const written = Map.groupBy(plan.after, ({ arrangement }) => arrangement);
  const before = Map.groupBy(stored.obligations, ({ arrangement }) => arrangement);
  return new Map(
    [...stored.last].map(([code, last]) => {
      const after = written.get(code)?.map((each) => settled.get(each.key) ?? each);
      const name = stored.names.get(code);
      const own = {
        ...{ ...stored, receipt: null, bases: new Map() },
        obligations: after ?? before.get(code) ?? [],
        last: new Map([[code, after ? sequence : last]]),
        bureauAlone: new Set(stored.bureauAlone.has(code) ? [code] : []),
        names: new Map(name ? [[code, name]] : []),
      };
      return [code, { target, stored: own }];
    }),
  );
}

/**
 * What this isolate's pushes have left of the series that they were about: the next edit of the same clerk is planned
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
    const target = targetName(pushed, today);
    const found: PushGround[] = [];
    for (const code of codesOf(pushed)) {
      const ground = this.known.get(`${target} ${code}`);
      if (!ground) return null;
      found.push(ground);
    }
    const ground = together(found);
    const bases = ground && basesFrom(pushed.request.rows, ground.stored.obligations);
    return bases && { target: ground.target, stored: { ...ground.stored, bases, sequence: this.newest } };
  }

  /** Unit, list and settings, if a push for them has come before; whoever reads the rest sees whether they still hold. */
  target(pushed: Pushed, today: string): PushGround['target'] | null {
    return this.targets.get(targetName(pushed, today)) ?? null;
  }

  /** Takes up what a push has left of its series. */
  keep(pushed: Pushed, today: string, ground: PushGround, plan: PushPlan, { sequence }: Elsewhere): void {
    this.newest = Math.max(this.newest, sequence);
    const target = targetName(pushed, today);
    this.targets.set(target, ground.target);
    if (this.targets.size > mostTargets) this.targets.delete(this.targets.keys().next().value!);
    for (const [code, own] of grounds(ground, plan, sequence)) {
      const name = `${target} ${code}`;
      this.forget(name);
      const rows = own.stored.obligations.reduce((sum, { series }) => sum + series.length, 0);
      this.known.set(name, { ...own, rows });
      this.rows += rows;
    }
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
