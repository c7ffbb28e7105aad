/**
 * The one use of @microsoft/office-js-helpers: its `Dialog`, a promise over Office's dialog API that settles with the first
 * message or when the dialog is closed. Loaded when a dialog is asked for, since it brings its own polyfills.
 * Source: github.com/OfficeDev/office-js-helpers, learn.microsoft.com/office/dev/add-ins/develop/dialog-api-in-office-add-ins
 */
const helpers = () => import('@microsoft/office-js-helpers');

/** Office's numbers for a dialog that the user has closed, and for one that is open already. */
const closed = 12_006;
const alreadyOpen = 12_007;

/**
 * Opens a page of this site in an Office dialog, and waits for the message with which the page closes it. Gives
 * `null` where the user closes it, or where one is open already.
 * @throws DialogError where Office opens none, for example where the browser blocks it
 */
export async function showDialog(address: string): Promise<string | null> {
  const { Dialog } = await helpers();
  try {
    return await new Dialog<string>(address, 1100, 760).result;
  } catch (thrown) {
    const code = codeOf(thrown);
    if (code === closed || code === alreadyOpen) return null;
    throw thrown;
  }
}

/** Closes the dialog in which this page stands, with a message to the pane: text, since the helpers lose an object on its way. */
export async function closeDialog(message: string): Promise<void> {
  const { Dialog } = await helpers();
  Dialog.close(message);
}

/** The number is the error itself where the dialog has ended, and in the error where none was opened. */
function codeOf(thrown: unknown): number | null {
  const { innerError } = thrown as { innerError?: number | { code?: number } };
  return typeof innerError === 'number' ? innerError : (innerError?.code ?? null);
}
