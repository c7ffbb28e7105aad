import { showDialog } from './dialog.ts';

/**
 * Opens the unit's progress in an Office dialog; what was chosen there to be filled in, by the obligation's key. The dialog
 * asks for the key where it has none. Where Office opens no dialog (a browser that blocks windows, no HTTPS) the page opens
 * in the browser instead.
 */
export async function showProgress(
  unit: string | null,
  keyOf: () => string | null,
): Promise<{ go: string } | null> {
  const query = unit === null ? '' : `?unit=${encodeURIComponent(unit)}`;
  try {
    const go = await showDialog(`${location.origin}/dialog${query}`, keyOf);
    return go === null ? null : { go };
  } catch {
    open(`/unit${query}`, '_blank', 'noopener');
    return null;
  }
}
