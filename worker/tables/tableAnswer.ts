import type { Context } from 'hono';
import * as z from 'zod';
import type { Table } from '../../shared/tables/table.ts';
import type { AppEnv } from '../http/appEnv.ts';
import { jsonAnswer } from '../http/describe.ts';
import { parameter, type InBoth } from '../http/parameters.ts';
import { csvOf, xlsxOf } from './tableFile.ts';

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** More rows than this are for a program, not for a spreadsheet. */
export const mostInFile = 20_000;

/** Parameters of a route whose answer is also had as a file (B5). */
export const tableQuery = {
  format: parameter(
    z.enum(['json', 'csv', 'xlsx']).default('json'),
    'csv、xlsx：与网页同样的行和顺序 · csv, xlsx: the rows of the page, in its order',
  ),
  language: parameter(z.enum(['zh', 'en']).default('zh'), '文件的语言 · The language of the file'),
};

/** The answer of such a route: the message, or the table as CSV or .xlsx. */
export const tableAnswer = <T extends z.ZodType>(schema: T, description: InBoth, example: z.output<T>) => ({
  ...jsonAnswer(schema, description, example),
  content: {
    ...jsonAnswer(schema, description, example).content,
    'text/csv': { schema: z.string().meta({ description: 'UTF-8, BOM, CRLF' }) },
    [types.xlsx]: { schema: z.string().meta({ format: 'binary' }) },
  },
});

/** Gives a table out as a file, under its title and the day that it stands for. */
export async function fileOf(
  c: Context<AppEnv>,
  format: 'csv' | 'xlsx',
  table: Table,
  today: string,
): Promise<Response> {
  // No system takes a file whose name has one of these.
  const name = `${table.title.replaceAll(/[\\/:*?"<>|]/gu, '-')} ${today}.${format}`;
  const body = format === 'csv' ? csvOf(table) : await xlsxOf(table);
  return c.body(body as string, 200, {
    'content-type': types[format],
    'content-disposition': `attachment; filename="taizhang.${format}"; filename*=UTF-8''${encodeURIComponent(name)}`,
  });
}
