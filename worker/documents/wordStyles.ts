import type { Attributes, XmlEvents } from './xml.ts';

/** Whether text is struck out or hidden; `undefined` where that is not said. */
export interface Look {
  struck?: boolean;
  hidden?: boolean;
}

interface Style extends Look {
  id: string;
  basedOn?: string | undefined;
  numId?: string | undefined;
  level?: number | undefined;
}

/** Whether a property that may be on or off is on, as it is where it says nothing more. */
export const isOn = (attribute: Attributes): boolean => !/^(?:0|false|off)$/u.test(attribute('val') ?? '1');

/** What is said of a look by an element within `w:rPr`, if anything. */
export function addLook(look: Look, name: string, attribute: Attributes): void {
  if (name === 'vanish') look.hidden = isOn(attribute);
  else if (name === 'strike' || name === 'dstrike') look.struck = look.struck === true || isOn(attribute);
}

/** The styles of a Word document, as far as numbers and what is left out hang on them. */
export class WordStyles {
  private readonly styles = new Map<string, Style>();

  get(id: string): Style | undefined {
    return this.styles.get(id);
  }

  /** The first that is so, of a style and of those that it is based on. */
  find(id: string | undefined, isSo: (style: Style) => boolean): Style | undefined {
    let style = id === undefined ? undefined : this.styles.get(id);
    for (let steps = 0; style !== undefined && steps < 12; steps += 1) {
      if (isSo(style)) return style;
      style = style.basedOn === undefined ? undefined : this.styles.get(style.basedOn);
    }
    return undefined;
  }

  /** What is told of the part that holds the styles. */
  get events(): XmlEvents {
    const path: string[] = [];
    let style: Style | null = null;
    return {
      open: (name, attribute) => {
        const parent = path.at(-1);
        path.push(name);
        if (name === 'style') {
          style = { id: attribute('styleId') ?? '' };
          this.styles.set(style.id, style);
        } else if (style === null) return;
        else if (name === 'basedOn') style.basedOn = attribute('val');
        else if (name === 'numId') style.numId = attribute('val');
        else if (name === 'ilvl') style.level = whole(attribute('val'), 8);
        // A style of tables tells the looks of its parts too, deeper down.
        else if (parent === 'rPr' && path.at(-3) === 'style') addLook(style, name, attribute);
      },
      close: () => {
        if (path.pop() === 'style') style = null;
      },
    };
  }
}

/** A whole number of an attribute, from 0 to `most`. */
export const whole = (value: string | undefined, most: number): number =>
  Math.min(most, Math.max(0, Math.trunc(Number(value ?? 0)) || 0));
