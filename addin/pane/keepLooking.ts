/** How often the sheet is looked at while the pane is seen, in milliseconds. */
const beatMs = 15_000;

type Page = Pick<Document, 'visibilityState' | 'addEventListener' | 'removeEventListener'>;

/**
 * Looks when somebody comes to the pane or leaves it, and on a slow beat while it is seen: a choice from a dropdown may
 * raise no event. Returns the end of it.
 */
export function keepLooking(
  look: () => void,
  page: Page = document,
  frame: Pick<Window, 'addEventListener' | 'removeEventListener'> = window,
): () => void {
  const timer = setInterval(() => {
    if (page.visibilityState === 'visible') look();
  }, beatMs);
  const leave = () => look();
  frame.addEventListener('focus', leave);
  frame.addEventListener('pagehide', leave);
  page.addEventListener('visibilitychange', leave);
  return () => {
    clearInterval(timer);
    frame.removeEventListener('focus', leave);
    frame.removeEventListener('pagehide', leave);
    page.removeEventListener('visibilitychange', leave);
  };
}
