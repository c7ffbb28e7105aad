/** D1's limit is 2 MB a value; local D1 does not enforce it, so it is kept here. */
const maxParameterBytes = 1_500_000;

/** A text of UTF-16 units has at most so many bytes each: counting them truly would take longer than one statement more. */
const bytesEach = 3;

/** So many rows are made text at once: far cheaper than one by one, and few enough to fit. */
const rowsAtOnce = 200;

/**
 * Rows as JSON arrays for `jsonb_each(?)`, in as few texts as fit a D1 parameter. No rows: no text.
 * A single row larger than the limit gets a text of its own.
 */
export function jsonChunks(rows: readonly unknown[], atOnce = rowsAtOnce): string[] {
  const chunks: string[] = [];
  let parts: string[] = [];
  let bytes = 0;
  const end = () => {
    if (parts.length > 0) chunks.push(`[${parts.join(',')}]`);
    parts = [];
    bytes = 0;
  };
  for (let at = 0; at < rows.length; at += atOnce) {
    const some = rows.slice(at, at + atOnce);
    const text = JSON.stringify(some);
    const size = text.length * bytesEach;
    if (bytes + size > maxParameterBytes) end();
    if (size > maxParameterBytes && some.length > 1) {
      chunks.push(...jsonChunks(some, Math.ceil(some.length / 2)));
      continue;
    }
    parts.push(text.slice(1, -1));
    bytes += size;
  }
  end();
  return chunks;
}

/**
 * Rows as a statement of `bulk` reads them: `e.value` is one. Of `jsonb_each` it is binary, and read by `->>` as it is;
 * `json_each` would write it as text and parse it again, at a third of the cost of all that a push writes.
 */
export const eachRow = 'jsonb_each(?1) e';

/** One statement for each chunk of rows; the statement reads them as `eachRow`, further values follow. */
export function bulk(
  db: D1Database,
  sql: string,
  rows: readonly unknown[],
  ...rest: (string | number | null)[]
): D1PreparedStatement[] {
  const statement = db.prepare(sql);
  return jsonChunks(rows).map((chunk) => statement.bind(chunk, ...rest));
}
