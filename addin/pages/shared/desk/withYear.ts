import { yearIn } from '../keyed/year.ts';

/** A desk page’s address with the year that is being looked at, where the present address names one. */
export function withYear(address: string, search = location.search): string {
  const year = yearIn(search);
  if (year === undefined) return address;
  return `${address}${address.includes('?') ? '&' : '?'}year=${year}`;
}
