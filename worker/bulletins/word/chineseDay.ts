/** A day as running text has it: 4月7日, with its year where that is another one. What is no day stays as it is. */
export function chineseDay(day: string, year: string): string {
  const [, inYear, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(day) ?? [];
  if (inYear === undefined) return day;
  return `${inYear === year ? '' : `${inYear}年`}${Number(month)}月${Number(date)}日`;
}
