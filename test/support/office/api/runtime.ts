import type { RequestContext } from './context.ts';

/** Events can be switched off and on within a batch: https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-events#enable-and-disable-events */
export class RuntimeProxy {
  readonly #context: RequestContext;

  constructor(context: RequestContext) {
    this.#context = context;
  }

  set enableEvents(enabled: boolean) {
    this.#context.enqueue(() => {
      this.#context.host.eventsEnabled = enabled;
    }, enabled);
  }
}
