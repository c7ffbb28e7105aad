import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Session } from '../flows/session.ts';
import type { SessionView } from '../flows/view.ts';

export interface Pane {
  session: Session;
  view: SessionView;
  host: 'browser' | 'excel';
}

/** What every part of the pane works with. */
export const PaneContext = createContext<Pane | null>(null);

export function usePane(): Pane {
  const pane = useContext(PaneContext);
  if (!pane) throw new Error('used outside the pane');
  return pane;
}
