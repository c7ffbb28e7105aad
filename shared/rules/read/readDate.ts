import type { CellValue } from '../../row/row.ts';
import { firstOf } from '../rule.ts';
import { formatDate } from './civilDay.ts';
import { completedOnExists } from './completedOnExists.ts';
import { completedOnReadable } from './completedOnReadable.ts';
import { completedOnSerial } from './completedOnSerial.ts';
import { dateOfSerial1900, dateOfSerial1904 } from './excelSerial.ts';
import { halfWidth } from './halfWidth.ts';
import { trimmed } from './readCell.ts';
import type { CellRead } from './cellRead.ts';

const iso = /^(\d{4})-(\d\d)-(\d\d)$/;
const timeOfDay = /[T\s]+\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?$/;
const weekday = /\(?(?:星期|周)[一二三四五六日天]\)?$/;
const written = /^(?:(\d{4}|\d\d)年)?(\d{1,2})月(\d{1,2})[日号]$/;
const separated = /^(?:(\d{4}|\d\d)([-./]))?(\d{1,2})([-./])(\d{1,2})$/;
const eightDigits = /^(\d{4})(\d\d)(\d\d)$/;

/** A day as it was written. */
export interface WrittenDay {
  year: number;
  month: number;
  day: number;
}

/** A day as a serial means it in each of Excel's systems, of which neither lies in the list's year. */
export interface SerialDay {
  in1900: string | null;
  in1904: string | null;
  year: number;
}

/** No date is longer; what is needs no reading. */
const longestDate = 40;

/**
 * Reads a date: 2024-03-15, 2024.3.15, 2024/3/15, 2024年3月15日, 20240315, without a year that of the list,
 * and a serial of either of Excel's date systems: the one that lies in the list's year.
 */
export function readDate(cell: CellValue, year: number): CellRead<string> {
  if (cell === null) return { value: null };
  if (typeof cell === 'string') return readText(cell, year);
  const eight = typeof cell === 'number' ? eightDigits.exec(String(cell)) : null;
  if (eight) return real(eight[1]!, eight[2]!, eight[3]!, year);
  return typeof cell === 'number' && cell >= 1000 ? readSerial(cell, year) : unreadable(year);
}

function readText(cell: string, year: number): CellRead<string> {
  const exact = iso.exec(cell);
  if (exact) return real(exact[1], exact[2]!, exact[3]!, year);
  if (cell.length > longestDate) return unreadable(year);
  const text = halfWidth(trimmed(cell))
    .replace(timeOfDay, '')
    .replace(/\s+/g, '')
    .replace(weekday, '')
    .replace(/。/g, '.')
    .replace(/[—–−]/g, '-');
  const match = written.exec(text) ?? eightDigits.exec(text);
  if (match) return real(match[1], match[2]!, match[3]!, year);
  const parts = separated.exec(text);
  if (parts && (parts[2] === undefined || parts[2] === parts[4])) {
    return real(parts[1], parts[3]!, parts[5]!, year);
  }
  return /^\d{5}$/.test(text) ? readSerial(Number(text), year, true) : unreadable(year);
}

function readSerial(serial: number, year: number, shown = false): CellRead<string> {
  const in1900 = dateOfSerial1900(serial);
  const in1904 = dateOfSerial1904(serial);
  const isOfYear = (date: string | null): boolean => date !== null && Number(date.slice(0, 4)) === year;
  // A clerk sees a date cell as a date: only a serial typed as text is news.
  if (isOfYear(in1900)) return { value: in1900, shown };
  if (isOfYear(in1904)) return { value: in1904, shown };
  const problem = firstOf([completedOnSerial, completedOnReadable], 'completedOn', { in1900, in1904, year });
  return { value: null, problem };
}

function real(year: string | undefined, month: string, date: string, listYear: number): CellRead<string> {
  // Two digits can only be trusted as a year where they are the list's.
  if (year?.length === 2 && Number(year) !== listYear % 100) return unreadable(listYear);
  const y = year === undefined || year.length === 2 ? listYear : Number(year);
  const day = { year: y, month: Number(month), day: Number(date) };
  const problem = firstOf([completedOnExists], 'completedOn', day);
  return problem ? { value: null, problem } : { value: formatDate(y, day.month, day.day), shown: true };
}

function unreadable(year: number): CellRead<string> {
  return { value: null, problem: firstOf([completedOnReadable], 'completedOn', { year }) };
}
