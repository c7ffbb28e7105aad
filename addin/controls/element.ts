import type { FunctionComponent, HTMLAttributes, Ref } from 'preact';

/**
 * One of Fluent's components, as Preact writes it. The controls set roles as attributes too: not every reader sees
 * element internals.
 */
export function element<Own>(tag: `fluent-${string}`) {
  return tag as unknown as FunctionComponent<
    Omit<HTMLAttributes<HTMLElement>, keyof Own> & Own & { ref?: Ref<HTMLElement> }
  >;
}
