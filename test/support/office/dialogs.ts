type Listener = (args: { message?: string; origin?: string; error?: number }) => void;
interface Result {
  status: 'succeeded' | 'failed';
  value?: Dialog;
  error?: { code: number; message: string };
}

const failed = (code: number, message: string): Result => ({ status: 'failed', error: { code, message } });

/** A dialog that is open: a window of its own, which tells its parent by messages. */
class Dialog {
  readonly #window: Window;
  readonly #listeners = new Map<string, Listener>();
  readonly #ended: () => void;
  readonly #watch: ReturnType<typeof setInterval>;

  constructor(window: Window, ended: () => void) {
    this.#window = window;
    this.#ended = ended;
    addEventListener('message', this.#hear);
    this.#watch = setInterval(() => {
      if (!window.closed) return;
      this.#end();
      this.#tell('dialogEventReceived', { error: 12_006 });
    }, 50);
  }

  #hear = (event: MessageEvent) => {
    const { toOpener } = (event.data ?? {}) as { toOpener?: string };
    if (event.source !== this.#window || toOpener === undefined) return;
    this.#tell('dialogMessageReceived', { message: toOpener, origin: event.origin });
  };

  #tell(kind: string, args: Parameters<Listener>[0]): void {
    this.#listeners.get(kind)?.(args);
  }

  #end(): void {
    clearInterval(this.#watch);
    removeEventListener('message', this.#hear);
    this.#ended();
  }

  addEventHandler(kind: string, listener: Listener): void {
    this.#listeners.set(kind, listener);
  }

  /** DialogApi 1.2: https://learn.microsoft.com/office/dev/add-ins/develop/parent-to-dialog */
  messageChild(message: string): void {
    this.#window.postMessage({ toDialog: message }, location.origin);
  }

  close(): void {
    this.#end();
    this.#window.close();
  }
}

/**
 * Office's dialogs: one at a time, over HTTPS, of the pane's own origin. A browser's window stands for one. The numbers are
 * those of https://learn.microsoft.com/office/dev/add-ins/develop/dialog-handle-errors-events
 */
export class Dialogs {
  #open: Dialog | null = null;

  readonly ui = {
    displayDialogAsync: (address: string, _options: object, done: (result: Result) => void) => {
      if (!address.startsWith('https://')) return done(failed(12_005, 'HTTPS is required'));
      if (new URL(address).origin !== location.origin) return done(failed(12_004, 'another domain'));
      if (this.#open) return done(failed(12_007, 'a dialog is open'));
      const window = open(address, '_blank', 'popup,width=1100,height=760');
      if (!window) return done(failed(12_011, 'the browser blocks windows'));
      const dialog = new Dialog(window, () => {
        this.#open = null;
      });
      this.#open = dialog;
      done({ status: 'succeeded', value: dialog });
    },
    addHandlerAsync: (_kind: string, hear: (args: { message: string }) => void, done: () => void) => {
      addEventListener('message', ({ data }: MessageEvent<{ toDialog?: string }>) => {
        if (data?.toDialog !== undefined) hear({ message: data.toDialog });
      });
      done();
    },
    messageParent: (message: string) => {
      (opener as Window).postMessage({ toOpener: message }, location.origin);
    },
  };
}
