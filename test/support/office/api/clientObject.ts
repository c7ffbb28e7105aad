import type { RequestContext } from './context.ts';
import { notLoaded, OfficeError } from './errors.ts';

/**
 * A proxy: what it stands for is found when the batch runs, and properties can be read only once they were loaded and synced.
 * https://learn.microsoft.com/office/dev/add-ins/develop/application-specific-api-model#proxy-objects ; of an object that is not
 * there `isNullObject` says so (…#ornullobject-methods-and-properties); what is done to it does nothing, and what is had from it is
 * not there either.
 */
export abstract class ClientObject<T> {
  readonly context: RequestContext;
  #target: T | null | undefined;
  readonly #loaded = new Map<string, unknown>();

  constructor(context: RequestContext, find: () => T | null, orNull = false) {
    this.context = context;
    context.enqueue(() => {
      this.#target = find();
      if (this.#target === null && !orNull)
        throw new OfficeError('ItemNotFound', 'The requested resource doesn’t exist.');
    });
  }

  get isNullObject(): boolean {
    if (this.#target === undefined) throw notLoaded('isNullObject');
    return this.#target === null;
  }

  /** What the proxy stands for, while a batch runs. */
  get target(): T | null {
    return this.#target ?? null;
  }

  load(names: string | string[]): this {
    const list = typeof names === 'string' ? names.split(',').map((name) => name.trim()) : names;
    this.context.enqueue(() => {
      const { target } = this;
      if (target === null) return;
      for (const name of list) {
        const value = this.read(name, target);
        if (value === undefined) throw new OfficeError('InvalidArgument', `There is no property ${name}.`);
        this.context.answer(value);
        this.#loaded.set(name, value);
      }
    }, list);
    return this;
  }

  /** A property as it is now; `undefined` for none. */
  protected abstract read(name: string, target: T): unknown;

  protected loaded(name: string): never {
    if (!this.#loaded.has(name)) throw notLoaded(name);
    return structuredClone(this.#loaded.get(name)) as never;
  }

  /** Something to be done when the batch runs, with what is sent for it. */
  protected act(run: (target: T) => void, args: unknown = null): void {
    const work = () => {
      if (this.target !== null) run(this.target);
    };
    this.context.enqueue(work, args, true);
  }

  /** For what came with a later requirement set than ExcelApi 1.9. */
  protected needs(set: number, what: string): void {
    if (this.context.host.options.api >= set) return;
    this.context.enqueue(() => {
      throw new OfficeError('ApiNotFound', `${what} is part of ExcelApi 1.${set}.`, what);
    });
  }
}
