import { splitItems } from '../import/table/items.ts';

const numeral = /[\d０-９]+|[一二三四五六七八九十]+|[①-⓿❶-➓㈠-㈩㊀-㊉Ⅰ-ⅿ]/gu;

/** The texts of a cell's numbered items; one where it has no two numbers to begin with, which most rows of a ledger have not. */
export function itemsIn(text: string): string[] {
  return (text.match(numeral)?.length ?? 0) < 2 ? [text] : splitItems(text).map((item) => item.text);
}
