import { rowColumns } from '../../../shared/row/columns.ts';

/** The table of the bare floors: a row's key and values, and nothing else. */
export const bareTable = `CREATE TABLE bare_rows (row_key TEXT PRIMARY KEY, ${rowColumns
  .map(({ field, holds }) => `${field} ${holds === 'count' ? 'INTEGER' : 'TEXT'}`)
  .join(', ')}) STRICT`;

export const bareColumns: readonly string[] = ['row_key', ...rowColumns.map(({ field }) => field)];
