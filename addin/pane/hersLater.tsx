import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { usePane } from './paneContext.ts';

let loaded: ComponentType | null = null;

/** The proposal for a sheet of the clerk's own, loaded with the first one. */
export function HersLater() {
  const { view } = usePane();
  const [Hers, setHers] = useState<ComponentType | null>(() => loaded);
  const isAsked = view.hers !== null;
  useEffect(() => {
    if (!isAsked || loaded) return;
    void import('./hers.tsx').then((part) => {
      loaded = part.Hers;
      setHers(() => part.Hers);
    });
  }, [isAsked]);
  return Hers ? <Hers /> : null;
}
