import type { TrendPart } from '../../../../shared/progress/trend.ts';

/** A colour on light and on dark ground. */
export interface Shade {
  light: string;
  dark: string;
}

/** The colours of a bar's parts: told apart by lightness too, so that who sees no red or no green tells them apart. */
export const partColours: Record<TrendPart, Shade> = {
  dueOnTime: { light: '#4a8fd3', dark: '#3f86cc' },
  late: { light: '#ffd166', dark: '#dba32a' },
  unfinished: { light: '#c8620a', dark: '#b3520a' },
  missing: { light: '#5c0f2b', dark: '#ffe4ec' },
  notDue: { light: '#dcdfe3', dark: '#4a4d52' },
};

/** A cell's ground and the words on it, by level: one hue, the further from the page's ground the more is lacking. */
export const levelColours: readonly { ground: Shade; words: Shade }[] = [
  { ground: { light: '#e6f1f8', dark: '#26323c' }, words: { light: '#1f2a33', dark: '#dce8f0' } },
  { ground: { light: '#b4d3ea', dark: '#2f5574' }, words: { light: '#1f2a33', dark: '#ffffff' } },
  { ground: { light: '#79add6', dark: '#5c93bf' }, words: { light: '#0a1a26', dark: '#0a1a26' } },
  { ground: { light: '#2c6ea8', dark: '#a3cdec' }, words: { light: '#ffffff', dark: '#0a1a26' } },
  { ground: { light: '#0b2f55', dark: '#e8f5ff' }, words: { light: '#ffffff', dark: '#0a1a26' } },
];

/** A shade as a style sheet says it. */
export const css = ({ light, dark }: Shade): string => `light-dark(${light}, ${dark})`;
