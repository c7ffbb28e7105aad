import type { Context } from 'hono';
import { parseAccept } from 'hono/utils/accept';
import type { AppEnv } from '../http/appEnv.ts';

/** Media types of a table, the first preferred where a request likes several as well (B5.1). */
export const tableTypes = {
  json: 'application/json',
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

export type TableFormat = keyof typeof tableTypes;

/**
 * What an `Accept` header asks for, by RFC 9110: the nearest range that names a type gives its quality. A header that names none
 * of ours is disregarded, as that RFC allows: programs send all kinds of headers and mean JSON.
 */
export function accepted(header: string | undefined): TableFormat {
  const ranges = parseAccept(header ?? '').map(({ type, q }) => ({ type: type.toLowerCase(), q }));
  const qualityOf = (type: string): number => {
    const names = [type, `${type.split('/')[0] ?? ''}/*`, '*/*'];
    return (
      names.map((name) => ranges.find((range) => range.type === name)?.q).find((q) => q !== undefined) ?? 0
    );
  };
  let best: { format: TableFormat; quality: number } = { format: 'json', quality: 0 };
  for (const [format, type] of Object.entries(tableTypes) as [TableFormat, string][]) {
    const quality = qualityOf(type);
    if (quality > best.quality) best = { format, quality };
  }
  return best.format;
}

/** The form in which a table is asked for: `format`, or else the `Accept` header. */
export function formatOf(c: Context<AppEnv>, format: TableFormat | undefined): TableFormat {
  c.header('vary', 'Accept', { append: true });
  return format ?? accepted(c.req.header('accept'));
}
