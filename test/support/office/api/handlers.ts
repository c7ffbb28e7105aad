import type { Handler, HandlerKind } from '../events.ts';
import type { RequestContext } from './context.ts';

/**
 * A handler is registered by the batch that adds it and lives until it is removed or the page goes:
 * https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-events#lifecycle-of-an-event-handler
 */
export class HandlersProxy {
  readonly #context: RequestContext;
  readonly #kind: HandlerKind;
  readonly #sheet: () => string | null;

  constructor(context: RequestContext, kind: HandlerKind, sheet: () => string | null) {
    this.#context = context;
    this.#kind = kind;
    this.#sheet = sheet;
  }

  add(handle: Handler['handle']): { context: RequestContext; remove(): void } {
    const { host } = this.#context;
    let handler: Handler | null = null;
    this.#context.enqueue(() => {
      const sheet = this.#sheet();
      if (sheet === null) return;
      handler = { kind: this.#kind, sheet, handle };
      host.handlers.add(handler);
    });
    return {
      context: this.#context,
      remove: () => this.#context.enqueue(() => handler && host.handlers.delete(handler)),
    };
  }
}
