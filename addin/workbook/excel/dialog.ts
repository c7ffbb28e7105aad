/**
 * Office's dialogs: pages of this site in a window of their own, which has no storage in common with the pane in Excel on
 * the web. So the two speak by messages, and the key goes that way; never in the address, which stays in the history.
 * Source: learn.microsoft.com/office/dev/add-ins/develop/dialog-api-in-office-add-ins and …/develop/parent-to-dialog
 */
type Said = { asks: 'key' } | Answer;

/** With what a dialog ends: the row to go to; or, of a probe, what it finds in the browser's storage. */
type Answer = { go: string } | { stored: string | null };

/** Office's numbers for a dialog that the user has closed, and for one that is open already. */
const closed = 12_006;
const alreadyOpen = 12_007;

const pixels = { width: 1100, height: 760 } as const;

/** How long the dialog waits for the pane's answer, in milliseconds. */
const patience = 5000;

/**
 * Opens a page of this site in an Office dialog, answers when it asks for the key, and waits for what is chosen there. Gives
 * `null` where the user closes it, or where one is open already.
 * @throws Error where Office opens none, for example where the browser blocks it
 */
export async function showDialog(address: string, keyOf: () => string | null): Promise<string | null> {
  const answer = await converse(address, keyOf);
  return answer && 'go' in answer ? answer.go : null;
}

function converse(address: string, keyOf: () => string | null): Promise<Answer | null> {
  return new Promise((settle, refuse) => {
    Office.context.ui.displayDialogAsync(address, percent(), ({ status, value: dialog, error }) => {
      if (status === Office.AsyncResultStatus.Failed) {
        if (error.code === alreadyOpen) settle(null);
        else refuse(new Error(`${error.code} ${error.message}`));
        return;
      }
      dialog.addEventHandler(Office.EventType.DialogMessageReceived, (args) => {
        if (!('message' in args) || (args.origin ?? location.origin) !== location.origin) return;
        const said = heard(args.message);
        if ('asks' in said) {
          dialog.messageChild(JSON.stringify({ key: keyOf() }), { targetOrigin: location.origin });
          return;
        }
        dialog.close();
        settle(said);
      });
      dialog.addEventHandler(Office.EventType.DialogEventReceived, (args) => {
        const code = 'error' in args ? args.error : closed;
        if (code === closed) settle(null);
        else refuse(new Error(String(code)));
      });
    });
  });
}

/** Tells the pane what was chosen in this dialog; the pane closes it. */
export function closeDialog(go: string): Promise<void> {
  return end({ go });
}

/** What a probe keeps in the browser's storage. */
const probe = 'taizhang.probe';

/** Whether a dialog finds what the pane keeps in the browser's storage: the add-in reckons with either. */
export async function probedStorage(): Promise<{ holds: boolean | null; saw: string }> {
  try {
    localStorage.setItem(probe, 'kept');
    const answer = await converse(`${location.origin}/dialog?probe=1`, () => null);
    localStorage.removeItem(probe);
    if (!answer || !('stored' in answer)) return { holds: null, saw: 'the dialog gave no answer' };
    return { holds: true, saw: answer.stored === null ? 'apart from the pane’s' : 'shared with the pane' };
  } catch (thrown) {
    return { holds: null, saw: String(thrown) };
  }
}

/** In the dialog: whether it was opened by a probe, which is answered then. */
export function answeredProbe(): boolean {
  if (!new URLSearchParams(location.search).has('probe')) return false;
  void end({ stored: localStorage.getItem(probe) });
  return true;
}

/** The pane's key, asked for in a dialog; `null` where the pane has none, or Office carries no such message (DialogApi 1.2). */
export function askForKey(): Promise<string | null> {
  const { requirements, ui } = Office.context;
  if (!requirements.isSetSupported('DialogApi', '1.2')) return Promise.resolve(null);
  return new Promise((settle) => {
    const timer = setTimeout(() => settle(null), patience);
    const hear = ({ message }: { message: string }) => {
      clearTimeout(timer);
      settle((JSON.parse(message) as { key: string | null }).key);
    };
    ui.addHandlerAsync(Office.EventType.DialogParentMessageReceived, hear, () =>
      ui.messageParent(JSON.stringify({ value: JSON.stringify({ asks: 'key' } satisfies Said) })),
    );
  });
}

/**
 * The dialog's last message, by `Dialog.close` of @microsoft/office-js-helpers: loaded only then, since it brings its own
 * polyfills. Its `Dialog` on the pane's side closes with the first message, so that no key could be asked for.
 * Source: github.com/OfficeDev/office-js-helpers
 */
async function end(answer: Answer): Promise<void> {
  const { Dialog } = await import('@microsoft/office-js-helpers');
  Dialog.close(JSON.stringify(answer));
}

/** What a message says, in the envelope of the helpers. */
function heard(message: string): Said {
  const { value } = JSON.parse(message) as { value: string };
  return JSON.parse(value) as Said;
}

/** Office measures dialogs in parts of the screen. */
function percent(): { width: number; height: number } {
  const part = (wanted: number, there: number) => Math.min(100, Math.round((wanted / there) * 100));
  return { width: part(pixels.width, screen.width), height: part(pixels.height, screen.height) };
}
