/**
 * Reads the access key of a link (`#key=tz_…`) once and takes it out of the address bar, so that it is
 * neither bookmarked nor copied along. Office.js takes `history.replaceState` away: the hash is emptied instead.
 */
export function takeKeyFromAddress(): string | null {
  const hash = new URLSearchParams(location.hash.slice(1));
  const key = hash.get('key');
  if (key === null) return null;
  hash.delete('key');
  const rest = hash.toString();
  const address = `${location.pathname}${location.search}${rest ? `#${rest}` : ''}`;
  if (typeof history.replaceState === 'function') history.replaceState(null, '', address);
  else location.hash = rest;
  return key.trim() === '' ? null : key.trim();
}
