import type { BulletinContent, BulletinNumber } from './content.ts';

/** A bulletin's number as it is printed: 某应急〔2024〕3号; without an office's code, 2024年第3期. */
export const numberWords = (code: string, { year, sequence }: BulletinNumber): string =>
  code === '' ? `${year}年第${sequence}期` : `${code}〔${year}〕${sequence}号`;

/** The number of a bulletin as its head prints it; that of a draft has a blank. */
export function headNumber({ code, number, date }: BulletinContent): string {
  if (number) return numberWords(code, number);
  const year = date.slice(0, 4);
  return code === '' ? `${year}年第\u3000期` : `${code}〔${year}〕\u3000号`;
}

/** A day as it stands under a document: 2024年4月10日. */
export const dateWords = (date: string): string => {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
};
