import { formatValue } from 'hucre';
import type { LedgerCell } from '../../../shared/ledgers/ledgerFile.ts';
import { asBefore } from '../../../shared/tables/inert.ts';
import type { RichText } from './strings.ts';
import type { CellLook } from './styles.ts';

/** A cell as the sheet's XML has it. */
export interface RawCell {
  /** `n`, `s`, `str`, `inlineStr`, `b`, `e`, `d` */
  type: string;
  /** Text of `<v>`; `null` where there is none. */
  value: string | null;
  rich: RichText | null;
  isFormula: boolean;
  look: CellLook | undefined;
}

const pad = (value: number): string => String(value).padStart(2, '0');
const dayLength = 86_400_000;
/** Excel's dates end with the year 9999. */
const lastSerial = 2_958_465;

/** The day of a spreadsheet's number; `null` where it has none. Before March 1900 Excel counts a day too many. */
function dayOf(serial: number, is1904: boolean): string | null {
  if (!(serial >= 1 && serial <= lastSerial)) return null;
  const days = Math.floor(serial) + (is1904 ? 1462 : 0);
  const date = new Date(Date.UTC(1899, 11, days < 60 ? 31 : 30) + days * dayLength);
  return `${date.getUTCFullYear()}-${pad(date.getUTCMonth() + 1)}-${pad(date.getUTCDate())}`;
}

/** A format without colours, conditions, locales and what stands in quotes. */
const bare = (format: string): string =>
  format
    .replace(/\[[^\]]*\]/gu, '')
    .replaceAll(/"[^"]*"|\\./gu, '')
    .split(';')[0] ?? '';

/** What parts of a time a format shows. */
function partsOf(format: string): { year: boolean; month: boolean; day: boolean; hour: boolean } {
  const plain = bare(format).toLowerCase();
  const hour = /[hs]/u.test(plain) && !/general/u.test(plain);
  const isNumber = /[0#?]/u.test(plain) && !/[ymd]/u.test(plain);
  if (isNumber || /general|@/u.test(plain.replace(/@$/u, '')))
    return { year: false, month: false, day: false, hour: false };
  return {
    year: /[ye]/u.test(plain),
    month: /m/u.test(plain.replace(/h+\W*m+|m+\W*s+/gu, '')),
    day: /d/u.test(plain),
    hour,
  };
}

/** Days as they are shown: a format that shows no day, as 2025年6月 does, means none. */
function dated(serial: number, format: string, is1904: boolean): LedgerCell | null {
  const shows = partsOf(format);
  if (!shows.year && !shows.month && !shows.day && !shows.hour) return null;
  if (!shows.year && !shows.month && !shows.day) {
    const minutes = Math.round((serial % 1) * 1440);
    const text = `${pad(Math.floor(minutes / 60) % 24)}:${pad(minutes % 60)}`;
    return { text, value: text };
  }
  const day = dayOf(serial, is1904);
  if (day === null) return null;
  if (shows.day || (shows.year && !shows.month && shows.hour)) return { text: day, value: day, day };
  const [year, month] = day.split('-').map(Number) as [number, number];
  const text = [shows.year && `${year}年`, shows.month && `${month}月`].filter(Boolean).join('');
  return text === '' ? { text: day, value: day, day } : { text, value: text };
}

const iso = /^(\d{4}-\d\d-\d\d)(?:T[\d:.]+Z?)?$/u;

/** What of a text is not struck out; `null` where all of it is. */
function live({ text, runs }: RichText, isStruck: boolean): string | null {
  if (runs === undefined) return isStruck ? null : text;
  const left = runs.filter((run) => !(run.isStruck ?? isStruck)).map((run) => run.text);
  return left.join('').trim() === '' ? null : left.join('');
}

/** A cell as a person reads it; `null` where it is blank. */
export function cellOf({ type, value, rich, isFormula, look }: RawCell, is1904: boolean): LedgerCell | null {
  const read = contentOf({ type, value, rich, isFormula, look }, is1904);
  if (read === null) return null;
  if (look?.fill !== undefined && look.fill !== 'FFFFFF') read.fill = look.fill;
  if (look?.isStruck === true && rich === null) read.isStruck = true;
  if (isFormula) read.formula ??= 'stored';
  return read;
}

/** What WPS keeps for a picture in a cell: its id is no text of hers. */
const picture = /^=?(?:_xlfn\.)?DISPIMG\(/iu;

const missing = (): LedgerCell => ({ text: '', value: '', formula: 'missing' });

function contentOf({ type, value, rich, isFormula, look }: RawCell, is1904: boolean): LedgerCell | null {
  // An error is no result: 工作情况 is never #REF!.
  if (type === 'e') return isFormula ? missing() : null;
  if (rich !== null) {
    const isStruck = look?.isStruck === true;
    const left = live(rich, isStruck);
    const text = asBefore((left ?? rich.text).replaceAll('\r\n', '\n'));
    if (text === '') return null;
    return left === null ? { text, value: text, isStruck: true } : { text, value: text };
  }
  if (value === null || value === '') return isFormula && type !== 'str' ? missing() : null;
  if (isFormula && type === 'str' && picture.test(value)) return null;
  if (type === 'str') return { text: value.replaceAll('\r\n', '\n'), value };
  if (type === 'b') {
    const isTrue = value === '1' || value === 'true';
    return { text: isTrue ? 'TRUE' : 'FALSE', value: isTrue };
  }
  const [, day] = type === 'd' ? (iso.exec(value) ?? []) : [];
  if (day !== undefined) return { text: day, value: day, day };
  const number = Number(value);
  if (type === 'd' || !Number.isFinite(number)) return { text: value, value };
  return numbered(number, look?.format ?? '', is1904);
}

function numbered(number: number, format: string, is1904: boolean): LedgerCell {
  const value = Number(number.toPrecision(15));
  if (format === '') return { text: String(value), value };
  const date = dated(value, format, is1904);
  if (date !== null) return date;
  // A share, or a unit of measure that the format adds.
  if (format.length < 100 && (format.includes('%') || /["\u4E00-\u9FFF]/u.test(format)))
    return { text: formatValue(value, format).trim(), value };
  return { text: String(value), value };
}
