import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/** Fluent's fields keep their control to themselves: what describes it is said to it in words. */
export function useDescribed(
  self: RefObject<HTMLElement | null>,
  words: string | null,
  invalid: boolean,
): void {
  useLayoutEffect(() => {
    const control = self.current?.shadowRoot?.querySelector('.control');
    if (!control) return;
    if (words === null) control.removeAttribute('aria-description');
    else control.setAttribute('aria-description', words);
    control.setAttribute('aria-invalid', String(invalid));
  }, [words, invalid]);
}
