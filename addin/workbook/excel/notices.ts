import type { Notice } from '../port.ts';

/** What could not be done to the look of the sheet. Each is told once: it would be the same with every write. */
export class Notices {
  readonly #listeners = new Set<(notice: Notice) => void>();
  readonly #told = new Set<Notice>();

  listen(listener: (notice: Notice) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  tell(notice: Notice): void {
    if (this.#told.has(notice)) return;
    this.#told.add(notice);
    for (const listener of this.#listeners) listener(notice);
  }
}
