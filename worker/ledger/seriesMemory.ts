import type { RowValues } from '../../shared/row/row.ts';
import type { RowIdentity } from '../../shared/rowKey/rowKey.ts';
import type { SeriesObligation } from '../../shared/sync/series.ts';
import type { PushRequest } from '../../shared/wire/sync.ts';
import type { Asked, Ground, PushGround } from './ground.ts';
import type { StoredSeries } from './series.repository.ts';

/** A push, and what it is about. */
export interface Pushed extends Asked {
  request: PushRequest;
  /** What its keys name; none for a key that is no key. */
  identities: readonly (RowIdentity | null)[];
}

const mostRows = 20_000;
const mostTargets = 1000;

const targetName = ({ unit, year }: Asked, today: string): string =>
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
  for (const { rows: own } of named.size === 0 ? [] : obligations) {
    for (const { key, submission, draft } of own) {
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
function together(grounds: readonly Ground[]): Ground | null {
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

/** Series by arrangement, each by itself. */
function apart(stored: StoredSeries): Map<string, StoredSeries> {
  const obligations = Map.groupBy(stored.obligations, ({ arrangement }) => arrangement);
  return new Map(
    [...stored.last].map(([code, last]) => {
      const name = stored.names.get(code);
      const own = {
        ...stored,
        obligations: obligations.get(code) ?? [],
        last: new Map([[code, last]]),
        bureauAlone: new Set(stored.bureauAlone.has(code) ? [code] : []),
        names: new Map(name ? [[code, name]] : []),
      };
      return [code, own];
    }),
  );
}

/**
 * What this isolate has last read or written of units' series: the next edit of a clerk who has pulled is planned from
 * it, and needs one round trip to the database instead of several. Only ever a guess, which the guard of the push's
 * batch proves or refutes; refuted, the push is planned from what is read.
 */
export class SeriesMemory {
  private readonly known = new Map<string, Ground & { rowCount: number }>();
  private rowCount = 0;
  private readonly targets = new Map<string, Ground['target']>();
  /** The last change that this isolate has heard of. */
  private newest = 0;

  /** The ground for a push, if all that it needs is remembered. */
  recall(pushed: Pushed, today: string): PushGround | null {
    const target = targetName(pushed, today);
    const found: Ground[] = [];
    for (const code of codesOf(pushed)) {
      const ground = this.known.get(`${target} ${code}`);
      if (!ground) return null;
      found.push(ground);
    }
    const ground = together(found);
    const bases = ground && basesFrom(pushed.request.rows, ground.stored.obligations);
    if (!bases) return null;
    const stored = { ...ground.stored, receipt: null, bases, sequence: this.newest };
    return { target: ground.target, stored };
  }

  /** Unit, list and settings, if they have been asked for before; whoever reads the rest sees whether they still hold. */
  target(asked: Asked, today: string): Ground['target'] | null {
    return this.targets.get(targetName(asked, today)) ?? null;
  }

  /** Takes up series as they stand, and what was asked for to come to them. */
  keep(asked: Asked, today: string, { target, stored }: Ground): void {
    this.newest = Math.max(this.newest, stored.sequence);
    const asName = targetName(asked, today);
    this.targets.set(asName, target);
    if (this.targets.size > mostTargets) this.targets.delete(this.targets.keys().next().value!);
    for (const [code, own] of apart(stored)) {
      const name = `${asName} ${code}`;
      this.forget(name);
      const rowCount = own.obligations.reduce((sum, { rows }) => sum + rows.length, 0);
      this.known.set(name, { target, stored: own, rowCount });
      this.rowCount += rowCount;
    }
    for (const oldest of this.known.keys()) {
      if (this.rowCount <= mostRows) break;
      this.forget(oldest);
    }
  }

  private forget(name: string): void {
    this.rowCount -= this.known.get(name)?.rowCount ?? 0;
    this.known.delete(name);
  }
}
