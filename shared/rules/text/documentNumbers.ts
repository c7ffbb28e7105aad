/** Letters of an issuing body, a year in some brackets, a number: 常应急〔2023〕70号 and its misspellings. */
const numbers =
  /([〔[［(（【〈《{])\s{0,3}([0-9０-９]{2}|[0-9０-９]{4})\s{0,3}年?\s{0,3}([〕\]］)）】〉》}])\s{0,3}(第?)\s{0,3}([0-9０-９]{1,5})\s{0,3}(号?)(?![楼院门罐库])/g;
const digits = (text: string): string =>
  text.replace(/[０-９]/g, (digit) => String(digit.charCodeAt(0) - 0xff10));

interface DocumentNumber {
  asWritten: string;
  /** As GB/T 9704 has it: the whole year in 〔〕, no 第, no leading zeros, 号. */
  asItShouldBe: string;
  year: number;
}

/** Document numbers (发文字号) in a text; (2024) 3 without 号 is none. */
export function documentNumbers(text: string): DocumentNumber[] {
  const list: DocumentNumber[] = [];
  for (const [asWritten, open, yearText, close, , numberText, mark] of text.matchAll(numbers)) {
    if (mark === '' && (open !== '〔' || close !== '〕')) continue;
    const short = digits(yearText!);
    const year = short.length === 2 ? 2000 + Number(short) : Number(short);
    list.push({ asWritten: asWritten!, asItShouldBe: `〔${year}〕${Number(digits(numberText!))}号`, year });
  }
  return list;
}
