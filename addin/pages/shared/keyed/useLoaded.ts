import { useEffect, useState } from 'preact/hooks';

export interface Loaded<T> {
  /** The last answer; stays while it is being read again. */
  value: T | null;
  problem: unknown;
  loading: boolean;
  again: () => void;
}

/** Loads something anew whenever one of `depends` changes; a late answer to an old question is dropped. */
export function useLoaded<T>(load: () => Promise<T>, depends: readonly unknown[]): Loaded<T> {
  const [turn, setTurn] = useState(0);
  const [state, setState] = useState<Omit<Loaded<T>, 'again'>>({ value: null, problem: null, loading: true });
  useEffect(() => {
    let current = true;
    setState((before) => ({ ...before, problem: null, loading: true }));
    load().then(
      (value) => current && setState({ value, problem: null, loading: false }),
      (problem: unknown) => current && setState((before) => ({ ...before, problem, loading: false })),
    );
    return () => {
      current = false;
    };
  }, [...depends, turn]);
  return { ...state, again: () => setTurn((before) => before + 1) };
}
