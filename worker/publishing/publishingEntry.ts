import { changesBetween, whatOf } from '../../shared/audit/changes.ts';
import { namedSettings } from '../../shared/audit/named.ts';
import { defaultListSettings, type ListSettings } from '../../shared/taskList/listSettings.ts';
import type { PublishingSummary } from '../../shared/wire/parts/publishingSummary.ts';
import type { AuditEntry } from '../audit/auditEntry.repository.ts';

/** What a publishing leaves in the account of who did what: its counts, the version, and decisions that it brought along. */
export function publishingEntry(
  by: AuditEntry['by'],
  year: number,
  made: { version: number; undoes: number | null; summary: PublishingSummary },
  before: ListSettings | undefined,
  after: ListSettings,
): AuditEntry {
  const { added, returned, changed, moved, gone, counts } = made.summary;
  const decisions = changesBetween(namedSettings(before ?? defaultListSettings), namedSettings(after));
  return {
    kind: made.undoes === null ? 'publish' : 'undo',
    by,
    year,
    arrangements: [...new Set([...added, ...returned, ...changed, ...moved, ...gone])],
    what: whatOf(
      [{ place: 'version', before: made.version - 1 || null, after: made.version }, ...decisions],
      counts,
    ),
  };
}
