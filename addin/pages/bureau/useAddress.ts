import { useEffect, useState } from 'preact/hooks';
import { type ChangeView, changed, searchOf, type Tab, type View, viewOf } from '../shared/progress/view.ts';

/** What is shown, as the address says it: a bookmark brings it back, and so does the browser's way back (B12). */
export function useAddress(first: Tab): [View, ChangeView] {
  const [view, setView] = useState(() => viewOf(location.search, first));
  useEffect(() => {
    const follow = () => setView(viewOf(location.search, first));
    addEventListener('popstate', follow);
    return () => removeEventListener('popstate', follow);
  }, []);
  const change: ChangeView = (what) => {
    const next = changed(view, what);
    const closes = view.open !== undefined && next.open === undefined;
    // What was opened here is closed by going back, so that the way back does not open it again.
    if (closes && (history.state as { opened?: boolean } | null)?.opened) {
      history.back();
      return;
    }
    const address = location.pathname + searchOf(next, first);
    if (closes) history.replaceState(null, '', address);
    else history.pushState(next.open ? { opened: true } : null, '', address);
    setView(next);
  };
  return [view, change];
}
