import { useEffect, useState } from 'preact/hooks';

/** Changes some of a view; `undefined` takes away. `quietly`: the browser's way back does not stop there. */
export type ChangeOf<View> = (
  change: { [Name in keyof View]?: View[Name] | undefined },
  quietly?: boolean,
) => void;

/** What a page shows, as its address says it: a bookmark brings it back, and so does the browser's way back (B12). */
export function useView<View extends object>(
  viewOf: (search: string) => View,
  searchOf: (view: View) => string,
): [View, ChangeOf<View>] {
  const [view, setView] = useState(() => viewOf(location.search));
  useEffect(() => {
    const follow = () => setView(viewOf(location.search));
    addEventListener('popstate', follow);
    return () => removeEventListener('popstate', follow);
  }, []);
  const change: ChangeOf<View> = (what, quietly = false) => {
    const said = Object.entries({ ...view, ...what }).filter(([, value]) => value !== undefined);
    const next = Object.fromEntries(said) as View;
    const address = location.pathname + searchOf(next);
    if (quietly) history.replaceState(history.state, '', address);
    else history.pushState(null, '', address);
    setView(next);
  };
  return [view, change];
}
