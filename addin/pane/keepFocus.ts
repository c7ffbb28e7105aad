/** What the keyboard stops at. */
const stops =
  'fluent-button:not([disabled]), fluent-text-input, fluent-textarea, fluent-tab[aria-selected="true"], summary';

/**
 * Keeps the keyboard's place while the pane changes under it. What had the focus may go away (a conflict decided, a
 * message closed). Then the next stop of the same part has it, or the last one before. Where the whole part has gone,
 * the headline has it, which says how things stand now.
 * Nothing is taken from the sheet: only focus that would be lost is moved. Returns the end of it.
 */
export function keepFocus(pane: HTMLElement): () => void {
  let held: { element: HTMLElement; part: Element; order: HTMLElement[] } | null = null;

  const onFocusIn = ({ target }: FocusEvent) => {
    if (!(target instanceof HTMLElement)) return;
    const part = target.closest('section, [role="region"], footer, header') ?? pane;
    held = { element: target, part, order: [...part.querySelectorAll<HTMLElement>(stops)] };
  };
  const onFocusOut = ({ target }: FocusEvent) => {
    // Also told of what is being removed: then the focus is nowhere, and it is for `move` to look after it.
    queueMicrotask(() => {
      if (target instanceof HTMLElement && target.isConnected && held?.element === target) {
        if (document.activeElement !== target) held = null;
      }
    });
  };
  const move = () => {
    if (!held || held.element.isConnected) return;
    const { element, part, order } = held;
    held = null;
    if (document.activeElement !== document.body || !document.hasFocus()) return;
    const at = order.indexOf(element);
    const left = (stop: HTMLElement) => stop.isConnected && stop.matches(stops);
    const next = order.slice(at + 1).find(left) ?? order.slice(0, at).findLast(left);
    const place = part.isConnected ? (next ?? part.querySelector<HTMLElement>(stops)) : null;
    (place ?? headlineOf(pane))?.focus();
  };

  pane.addEventListener('focusin', onFocusIn);
  pane.addEventListener('focusout', onFocusOut);
  const observer = new MutationObserver(move);
  observer.observe(pane, { childList: true, subtree: true });
  return () => {
    pane.removeEventListener('focusin', onFocusIn);
    pane.removeEventListener('focusout', onFocusOut);
    observer.disconnect();
  };
}

function headlineOf(pane: HTMLElement): HTMLElement | null {
  return pane.querySelector<HTMLElement>('.tz-headline') ?? pane.querySelector('h1');
}
