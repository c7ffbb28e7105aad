/** Where an obligation’s page stands; the way back leads to what is shown now. */
export const obligationAddress = (key: string): string =>
  `/obligation?${new URLSearchParams({ key, from: location.pathname + location.search })}`;

/** The desk’s address that a page was opened from; `null` where the address names none of the desk’s. */
export function openedFrom(search: string): string | null {
  const from = new URLSearchParams(search).get('from') ?? '';
  return /^\/[a-z]+(\?[^#]*)?$/u.test(from) ? from : null;
}
