import { dateOf, dayOf } from './civilDay.ts';

/** Last serial of either system: 9999-12-31 in the 1900 system. */
const lastSerial = 2_958_465;
const base1900 = dayOf(1899, 12, 31);
const base1904 = dayOf(1904, 1, 1);

/**
 * The date of a serial in Excel's 1900 system; a time of day is dropped. Excel holds 1900 for a leap year:
 * serial 60 is a 29 February that never was (`null`), and serials after it are one too large.
 */
export function dateOfSerial1900(serial: number): string | null {
  const day = Math.floor(serial);
  if (!(day >= 1 && day <= lastSerial) || day === 60) return null;
  return dateOf(base1900 + (day > 60 ? day - 1 : day));
}

/** The date of a serial in the 1904 system, that of workbooks from old Macs; 0 is 1904-01-01. */
export function dateOfSerial1904(serial: number): string | null {
  const day = Math.floor(serial);
  return day >= 0 && day <= lastSerial - 1462 ? dateOf(base1904 + day) : null;
}
