import { useLayoutEffect, useRef } from 'preact/hooks';

/** Gives an element the focus once, before anything is painted, so that it is nowhere else in between. */
export function useFocused(focused = false) {
  const self = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    if (focused) self.current?.focus();
  }, []);
  return self;
}
