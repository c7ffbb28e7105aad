import { SaxesParser } from 'saxes';

/** An element of a manifest; `name` has no prefix. */
export interface Element {
  name: string;
  children: Element[];
  text: string;
  /** The value of an attribute, whatever its prefix. */
  get(attribute: string): string | undefined;
}

/** Reads a manifest; throws where it is not well formed. */
export function readManifest(xml: string): Element {
  const root: Element = { name: '', children: [], text: '', get: () => undefined };
  const open = [root];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('opentag', ({ local, attributes }) => {
    const values = Object.values(attributes);
    const get = (name: string) => values.find((each) => each.local === name)?.value;
    const element: Element = { name: local, children: [], text: '', get };
    open.at(-1)!.children.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    open.at(-1)!.text += text.trim();
  });
  parser.on('closetag', () => open.pop());
  parser.write(xml).close();
  if (root.children.length !== 1) throw new Error('a manifest has one root');
  return root.children[0]!;
}

/** Every element below one, each with the elements above it, the nearest last. */
export function* below(element: Element, path: Element[] = []): Generator<[Element, Element[]]> {
  for (const child of element.children) {
    const above = [...path, element];
    yield [child, above];
    yield* below(child, above);
  }
}

/** The elements of a name below one. */
export function all(element: Element, name: string): Element[] {
  return [...below(element)].map(([each]) => each).filter((each) => each.name === name);
}

/** The first child of a name. */
export function child(element: Element | undefined, name: string): Element | undefined {
  return element?.children.find((each) => each.name === name);
}
