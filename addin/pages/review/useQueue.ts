import { useEffect, useRef, useState } from 'preact/hooks';
import type { ObligationItem } from '../../../shared/wire/parts/obligation.ts';
import type { ProgressApi } from '../shared/progress/progressApi.ts';

/** An obligation of a queue, with the number of the last change at which it was read. */
export interface Queued {
  item: ObligationItem;
  seen: number;
}

interface State {
  queued: readonly Queued[];
  /** How many the filter left, and the number of the last change, when the first page was read; `null` before. */
  total: number | null;
  change: number;
  today: string;
  cursor: string | null;
}

export interface QueueOf extends State {
  loading: boolean;
  problem: unknown;
  more(): void;
  again(): void;
  /** Reads one of them anew: it stays where it is. */
  readAgain(key: string): Promise<void>;
}

const atOnce = 50;
const nothing: State = { queued: [], total: null, change: 0, today: '', cursor: null };

/** What a filter leaves, in order of due date, a page at a time; the first page counts them all. */
export function useQueue(
  api: ProgressApi,
  year: number,
  query: Record<string, string>,
  turn: number,
): QueueOf {
  const [state, setState] = useState(nothing);
  const [loading, setLoading] = useState(true);
  const [problem, setProblem] = useState<unknown>(null);
  const asking = useRef(0);
  const asked = JSON.stringify(query);

  function read(before: State): void {
    asking.current += 1;
    const mine = asking.current;
    const first = before === nothing;
    setLoading(true);
    setProblem(null);
    api
      .obligations(year, first ? { ...query, total: 'true' } : query, before.cursor, atOnce)
      .then(
        (page) => {
          if (mine !== asking.current) return;
          // What the first page told holds for all: what has changed since was not seen.
          const change = first ? (page.change ?? 0) : before.change;
          const known = new Set(before.queued.map(({ item }) => item.key));
          const fresh = page.obligations.filter(({ key }) => !known.has(key));
          setState((now) => ({
            // What was read again in between stays as it was read then.
            queued: [...(first ? [] : now.queued), ...fresh.map((item) => ({ item, seen: change }))],
            total: first ? page.total : before.total,
            change,
            today: page.today,
            cursor: page.next,
          }));
        },
        (thrown: unknown) => mine === asking.current && setProblem(thrown),
      )
      .finally(() => mine === asking.current && setLoading(false));
  }
  const again = () => read(nothing);
  useEffect(again, [api, year, asked, turn]);

  return {
    ...state,
    loading,
    problem,
    again,
    more: () => {
      if (!loading && state.cursor !== null) read(state);
    },
    async readAgain(key) {
      const known = state.queued.find(({ item }) => item.key === key)?.item;
      if (!known) return;
      const { unit, arrangement, period } = known;
      const only = { unit: unit.id, arrangement, period, total: 'true' };
      const page = await api.obligations(year, only, null, 20).catch(() => null);
      const item = page?.obligations.find((each) => each.key === key);
      if (!page || !item) return;
      setState((now) => ({
        ...now,
        queued: now.queued.map((each) => (each.item.key === key ? { item, seen: page.change ?? 0 } : each)),
      }));
    },
  };
}
