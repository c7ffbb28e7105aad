/** The first wait, and the longest: each wait is twice as long as the one before. In milliseconds. */
export const retryWaits = { first: 5_000, longest: 300_000 } as const;

export interface Retry {
  /** Puts the next try off, unless one is waiting already. */
  wait(): void;
  /** Tries at once, and begins anew with the shortest wait. */
  now(): void;
  /** Nothing is waited for any more. */
  end(): void;
}

/** Tries again while something is out of reach, ever more rarely and never more than one at a time. */
export function retrying(later: (act: () => void, ms: number) => () => void, attempt: () => void): Retry {
  let wait: number = retryWaits.first;
  let cancel: (() => void) | null = null;
  const drop = () => {
    cancel?.();
    cancel = null;
  };
  return {
    wait() {
      if (cancel) return;
      cancel = later(() => {
        cancel = null;
        attempt();
      }, wait);
      wait = Math.min(wait * 2, retryWaits.longest);
    },
    now() {
      drop();
      wait = retryWaits.first;
      attempt();
    },
    end() {
      drop();
      wait = retryWaits.first;
    },
  };
}
