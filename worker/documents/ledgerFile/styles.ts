import { readXml } from '../xml.ts';
import type { Package } from '../zip.ts';
import { tooLarge } from '../limits.ts';
import { bounds } from './bounds.ts';

/** What of a cell's looks has a meaning. */
export interface CellLook {
  /** Format of numbers and dates; `''`: none. */
  format: string;
  isStruck: boolean;
  /** `RRGGBB` */
  fill?: string;
}

/** Formats that files name by number only; those of East Asian systems (27–36, 50–58) are dates with a day, or parts of one. */
const builtIn: Readonly<Record<number, string>> = {
  ...{ 9: '0%', 10: '0.00%', 14: 'yyyy-m-d', 15: 'd-mmm-yy', 16: 'd-mmm', 17: 'mmm-yy' },
  ...{ 18: 'h:mm AM/PM', 19: 'h:mm:ss AM/PM', 20: 'h:mm', 21: 'h:mm:ss', 22: 'yyyy-m-d h:mm' },
  ...{ 27: 'yyyy"年"m"月"', 28: 'm"月"d"日"', 29: 'm"月"d"日"', 30: 'm-d-yy', 31: 'yyyy"年"m"月"d"日"' },
  ...{ 32: 'h"时"mm"分"', 33: 'h"时"mm"分"ss"秒"', 34: 'h"时"mm"分"', 35: 'h"时"mm"分"ss"秒"' },
  ...{ 36: 'yyyy"年"m"月"', 45: 'mm:ss', 46: '[h]:mm:ss', 47: 'mm:ss.0' },
  ...{ 50: 'yyyy"年"m"月"', 51: 'm"月"d"日"', 52: 'yyyy"年"m"月"', 53: 'm"月"d"日"', 54: 'm"月"d"日"' },
  ...{ 55: 'yyyy"年"m"月"', 56: 'm"月"d"日"', 57: 'yyyy"年"m"月"', 58: 'm"月"d"日"' },
};

/** The looks of a workbook's cells, by the number that a cell gives. */
export function readLooks(zip: Package, part: string | null): CellLook[] {
  if (part === null) return [];
  const formats = new Map<number, string>(Object.entries(builtIn).map(([id, code]) => [Number(id), code]));
  const struck: boolean[] = [];
  const fills: (string | undefined)[] = [];
  const looks: CellLook[] = [];
  const path: string[] = [];
  let isSolid = false;
  readXml(zip, part, {
    open(name, attribute) {
      const parent = path.at(-1);
      path.push(name);
      const number = (of: string): number => Number(attribute(of) ?? 0);
      if (name === 'numFmt' && parent === 'numFmts')
        formats.set(number('numFmtId'), attribute('formatCode') ?? '');
      else if (name === 'font' && parent === 'fonts') struck.push(false);
      else if (name === 'strike' && parent === 'font' && path.at(-3) === 'fonts')
        struck[struck.length - 1] = !/^(?:0|false)$/u.test(attribute('val') ?? '');
      else if (name === 'fill' && parent === 'fills') fills.push(undefined);
      else if (name === 'patternFill') isSolid = attribute('patternType') === 'solid';
      else if (name === 'fgColor' && isSolid && path.at(-4) === 'fills')
        fills[fills.length - 1] = attribute('rgb')?.slice(-6).toUpperCase();
      else if (name === 'xf' && parent === 'cellXfs') {
        const fill = fills[number('fillId')];
        looks.push({
          format: formats.get(number('numFmtId')) ?? '',
          isStruck: struck[number('fontId')] === true,
          ...(fill !== undefined && { fill }),
        });
      }
      if (Math.max(looks.length, struck.length, fills.length, formats.size) > bounds.styles)
        throw tooLarge(`样式超过 ${bounds.styles} 种`, `it has more than ${bounds.styles} styles`);
    },
    close() {
      path.pop();
    },
  });
  return looks;
}
