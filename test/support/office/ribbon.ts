type Command = (event: { source: { id: string }; completed(): void }) => unknown;

/**
 * The ribbon and the pane's visibility, as a shared runtime has them.
 * https://learn.microsoft.com/javascript/api/manifest/functionfile and …/office/dev/add-ins/develop/show-hide-add-in
 */
export class Ribbon {
  /** How often the pane was asked to show itself. */
  shown = 0;
  readonly #commands = new Map<string, Command>();

  readonly actions = {
    associate: (name: string, command: Command) => this.#commands.set(name, command),
  };
  readonly addin = {
    showAsTaskpane: async () => {
      this.shown += 1;
    },
  };

  get names(): string[] {
    return [...this.#commands.keys()];
  }

  /** Presses a button; resolves when its function has said that it is done, as Excel waits for that before the next press. */
  press(name: string): Promise<void> {
    const command = this.#commands.get(name);
    if (!command) return Promise.reject(new Error(`no function stands behind the button ${name}`));
    return new Promise((completed) => {
      command({ source: { id: `Taizhang.${name}` }, completed });
    });
  }
}
