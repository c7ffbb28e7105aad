import { texts } from '../../../text/texts.ts';

/** The sentences about taking a table along. */
export const tablesText = texts(
  {
    take: (table: string) => `${table}：复制、导出、打印`,
    copy: '复制表格',
    copied: (rows: number) => `已复制 ${rows} 行`,
    xlsxLabel: '导出为 Excel 文件（.xlsx）',
    csvLabel: '导出为 CSV 文件',
    saved: (name: string) => `已保存“${name}”`,
    named: (what: string, name: string | undefined) => (name === undefined ? what : `${name}：${what}`),
    print: '打印',
  },
  {
    take: (table) => `${table}: copy, save, print`,
    copy: 'Copy table',
    copied: (rows) => `${rows} row(s) copied`,
    xlsxLabel: 'Save as an Excel file (.xlsx)',
    csvLabel: 'Save as a CSV file',
    saved: (name) => `Saved “${name}”`,
    named: (what, name) => (name === undefined ? what : `${name}: ${what}`),
    print: 'Print',
  },
);
