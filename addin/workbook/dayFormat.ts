/** Whether a number format shows a day: what is quoted, escaped or in brackets is no part of it. */
export function isDayFormat(format: string): boolean {
  const plain = format.replaceAll(/"[^"]*"|\\.|\[[^\]]*\]/gu, '').toLowerCase();
  return /y/u.test(plain) || (/m/u.test(plain) && /d/u.test(plain));
}

const epoch = Date.UTC(1899, 11, 30);

/** The day of a spreadsheet's serial number, `YYYY-MM-DD`. */
export const dayOfSerial = (serial: number): string =>
  new Date(epoch + Math.floor(serial) * 86_400_000).toISOString().slice(0, 10);
