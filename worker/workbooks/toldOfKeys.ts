import { parseRowKey } from '../../shared/rowKey/rowKey.ts';
import type { LedgerFile } from '../../shared/ledgers/ledgerFile.ts';

/** What is told of rows whose hidden key is another unit's: nothing of them is read, and the file may be a colleague's. */
export function toldOfKeys(
  { sheets }: LedgerFile,
  unit: string,
  nameOf: (unit: string) => string,
): { zh: string; en: string }[] {
  return sheets.flatMap(({ name, keys = [] }) => {
    const others = keys.flatMap(({ row, key }) => {
      const identity = parseRowKey(key);
      return typeof identity === 'string' || identity.unit === unit ? [] : [{ row, unit: identity.unit }];
    });
    if (others.length === 0) return [];
    const rows = new Set(others.map(({ row }) => row)).size;
    const names = [...new Set(others.map((each) => nameOf(each.unit)))];
    return [
      {
        zh: `工作表“${name}”有 ${rows} 行带着${names.join('、')}的行标识，没有读取。请核对这份表是不是本单位的。`,
        en: `${rows} rows of sheet “${name}” carry row keys of ${names.join(', ')} and were not read. Make sure that the file is your unit’s.`,
      },
    ];
  });
}
