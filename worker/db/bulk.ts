/** D1's limit is 2 MB a value; local D1 does not enforce it, so it is kept here. */
const maxParameterBytes = 1_500_000;

const encoder = new TextEncoder();

/**
 * Rows as JSON arrays for `json_each(?)`, in as few texts as fit a D1 parameter. No rows: no text.
 * A single row larger than the limit gets a text of its own.
 */
export function jsonChunks(rows: readonly unknown[]): string[] {
  const chunks: string[] = [];
  let parts: string[] = [];
  let bytes = 0;
  for (const row of rows) {
    const part = JSON.stringify(row);
    // Most text is Chinese: three bytes a character. Counting exactly is needed only near the limit.
    const size = part.length * 3 > 60_000 ? encoder.encode(part).length : part.length * 3;
    if (bytes + size > maxParameterBytes && parts.length > 0) {
      chunks.push(`[${parts.join(',')}]`);
      parts = [];
      bytes = 0;
    }
    parts.push(part);
    bytes += size + 1;
  }
  if (parts.length > 0) chunks.push(`[${parts.join(',')}]`);
  return chunks;
}

/** One statement for each chunk of rows; the statement reads them by `json_each(?1)`, further values follow. */
export function bulk(
  db: D1Database,
  sql: string,
  rows: readonly unknown[],
  ...rest: (string | number | null)[]
): D1PreparedStatement[] {
  const statement = db.prepare(sql);
  return jsonChunks(rows).map((chunk) => statement.bind(chunk, ...rest));
}
