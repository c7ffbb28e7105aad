import type { Context } from 'hono';
import * as z from 'zod';
import type { Table } from '../../shared/tables/table.ts';
import type { AppEnv } from '../http/appEnv.ts';
import { jsonAnswer, versionedAnswer } from '../http/describe.ts';
import { type InBoth, parameter } from '../http/parameters.ts';
import { Problem } from '../problems/problem.ts';
import { csvFile } from './csvFile.ts';
import { tableTypes } from './format.ts';
import { untilStill } from './oneChange.ts';
import { xlsxFile } from './xlsxFile.ts';

/** More rows than this are too many for one file (B5.2). */
export const mostInFile = { csv: 100_000, xlsx: 20_000 } as const;

/** Parameters of a route whose answer is also had as a file (B5); see `formatOf`. */
export const tableQuery = {
  format: parameter(
    z.enum(['json', 'csv', 'xlsx']).optional(),
    'csv、xlsx：同样的行和顺序；不写则由 Accept 决定 · csv, xlsx: the same rows in the same order; without it the Accept header decides',
    'csv',
  ),
  language: parameter(z.enum(['zh', 'en']).default('zh'), '文件的语言 · The language of the file', 'zh'),
};

/** The answer of such a route: the message, or the table as CSV or .xlsx. */
export const tableAnswer = <T extends z.ZodType>(schema: T, description: InBoth, example: z.output<T>) => ({
  ...jsonAnswer(schema, description, example),
  content: {
    ...jsonAnswer(schema, description, example).content,
    [tableTypes.csv]: { schema: z.string().meta({ description: 'UTF-8, BOM, CRLF' }) },
    [tableTypes.xlsx]: { schema: z.string().meta({ format: 'binary' }) },
  },
});

/** The same of what tells its version too. */
export const versionedTableAnswer = <T extends z.ZodType>(
  schema: T,
  description: InBoth,
  example: z.output<T>,
) => ({
  ...versionedAnswer(schema, description, example),
  ...tableAnswer(schema, description, example),
});

/** The rows of a table, and a problem where they are too many for a file. */
const bounded = (rows: Table['rows'], most: number): Table['rows'] => ({
  async *[Symbol.asyncIterator]() {
    let count = 0;
    for await (const row of rows) {
      count += 1;
      if (count > most) throw new Problem('table-too-long', { most, csv: mostInFile.csv });
      yield row;
    }
  },
});

/**
 * Gives a table out as a file, under its title and the day that it stands for. Nothing is sent before all of it is made.
 * @throws Problem `table-too-long`; `busy` where the table never stood still.
 */
export async function fileOf(
  c: Context<AppEnv>,
  format: 'csv' | 'xlsx',
  table: Table,
  today: string,
): Promise<Response> {
  // No system takes a file whose name has one of these.
  const name = `${table.title.replaceAll(/[\\/:*?"<>|]/gu, '-')} ${today}.${format}`;
  const whole = { ...table, rows: bounded(table.rows, mostInFile[format]) };
  const body = await untilStill(async () => (format === 'csv' ? csvFile(whole) : xlsxFile(whole)));
  return c.body(body, 200, {
    'content-type': format === 'csv' ? `${tableTypes.csv}; charset=utf-8` : tableTypes.xlsx,
    'content-disposition': `attachment; filename="taizhang.${format}"; filename*=UTF-8''${encodeURIComponent(name)}`,
  });
}
