import { measurePattern } from './quantity.ts';

/** A wording of numbers that are no exact count; a test tries the words that it reads, and words beside these that it leaves alone. */
export type InexactRule = {
  pattern: RegExp;
  example: { text: string; reads: string };
  counterExample: string;
};

const numeral = '[一二两三四五六七八九十百千万]{1,6}';

/** Ranges, and numerals that are no number. */
export const inexactRules: readonly InexactRule[] = [
  {
    example: { text: '检查10至15家', reads: '10至15家' },
    counterExample: '检查第10至15家',
    pattern: new RegExp(
      String.raw`(?<![\d.第])\d{1,9}(?:${measurePattern})?(?:[至到~-]|或者?)\d{1,9}${measurePattern}`,
      'gu',
    ),
  },
  {
    example: { text: '检查五至八家', reads: '五至八家' },
    counterExample: '检查第五至八家',
    pattern: new RegExp(
      `(?<![第每一二两三四五六七八九十百千万])${numeral}(?:${measurePattern})?(?:[至到~-]|或者?)${numeral}${measurePattern}`,
      'gu',
    ),
  },
  {
    // At the head of a sentence 5、 numbers an item.
    example: { text: '检查5、6家', reads: '5、6家' },
    counterExample: '5、6家',
    pattern: new RegExp(
      String.raw`(?<=\p{Script=Han})(?<![第一二两三四五六七八九十百千万])(?:\d{1,3}、\d{1,3}|[一二两三四五六七八九]、[二三四五六七八九][十百千万]?)${measurePattern}`,
      'gu',
    ),
  },
  {
    example: { text: '检查5家以上9家以下', reads: '5家以上9家以下' },
    counterExample: '检查5家以上，培训9家',
    pattern: new RegExp(
      String.raw`(?<![\d.])\d{1,9}${measurePattern}以上[、，]?\d{1,9}${measurePattern}以[下内]`,
      'gu',
    ),
  },
  {
    example: { text: '检查近百家', reads: '近百家' },
    counterExample: '检查一百家',
    pattern: new RegExp(
      `(?<![第每\\d])(?:[一二两三四五六七八九十百千万]{1,6}[余多来]|[数几][十百千万]{1,2}余?|一[二两]|[近上][一二两三四五六七八九]?[十百千万]{1,2})${measurePattern}`,
      'gu',
    ),
  },
];
