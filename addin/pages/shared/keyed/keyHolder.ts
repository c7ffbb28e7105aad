const name = 'taizhang.bureauKey';

/** The key of a link (`#key=tz_…`), taken out of the address bar, or the one that this tab has kept. */
export function takeKey(): string | null {
  const hash = new URLSearchParams(location.hash.slice(1));
  const given = hash.get('key')?.trim();
  if (hash.has('key')) history.replaceState(null, '', location.pathname + location.search);
  if (given) keepKey(given);
  return given || readKept();
}

export function keepKey(key: string | null): void {
  try {
    if (key === null) sessionStorage.removeItem(name);
    else sessionStorage.setItem(name, key);
  } catch {
    // A browser that keeps nothing asks again at the next load.
  }
}

function readKept(): string | null {
  try {
    return sessionStorage.getItem(name);
  } catch {
    return null;
  }
}
