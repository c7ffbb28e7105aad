/** What an error says, and what it says of its causes: drizzle wraps D1's own errors. */
function messagesOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? error.message : `${error.message}\n${messagesOf(error.cause)}`;
}

/** D1 asks for patience; the same request may be sent again. */
const busy = /overloaded|Network connection lost|storage caused object to be reset|reset because its code/u;

/**
 * The database answers, but takes nothing: no room, read-only, or a broken disk. A full disk under local D1 is told by
 * nothing but `internal error; reference = …` (tried with workerd 1.20261102 on a file system without room).
 */
const unwritable =
  /SQLITE_(?:FULL|READONLY|IOERR|CANTOPEN)|disk is full|readonly database|disk I\/O error|maximum DB size|internal error; reference/u;

/** How the database has failed; `null` where the error is none of its condition. */
export function databaseFailure(error: unknown): 'busy' | 'unwritable' | null {
  const text = messagesOf(error);
  if (unwritable.test(text)) return 'unwritable';
  return busy.test(text) ? 'busy' : null;
}

/** Does something on the way that a request does not depend on: where the database takes nothing, reading goes on without. */
export async function wherePossible(act: () => Promise<unknown>): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (databaseFailure(error) !== 'unwritable') throw error;
  }
}
