import type { CellValue } from '../row/row.ts';
import { parseRowKey, type RowKeyFault } from '../rowKey/rowKey.ts';
import type { Finding } from './finding.ts';
import { readCell, trimmed } from './read/readCell.ts';
import { severities } from './severities.ts';

/** Rules of the bureau's side: of an indicator as a whole, not of a row. */
export const bureauRuleIds = ['V-allocations-sum', 'V-reported-over-target'] as const;
export type BureauRuleId = (typeof bureauRuleIds)[number];

/** What a rule of the bureau's side found; `sentenceFor` makes the sentence. Plain data, always a warning. */
export interface BureauFinding {
  rule: BureauRuleId;
  severity: 'warning';
  params: Finding['params'];
}

/** An indicator with its district target; `null` where none is printed, and nothing can be checked. */
export interface Targeted {
  label: string;
  unitOfMeasure: string;
  districtTarget: number | null;
}

/** What can be wrong with a row's key. */
export type KeyFault = RowKeyFault | 'missing' | 'unknown' | 'other-list' | 'duplicate';

/** The finding for a fault of a row's key. */
export function keyFinding(key: string, fault: KeyFault, params: Finding['params'] = {}): Finding {
  const rule = `V-key-${fault}` as const;
  return { rule, severity: severities[rule], field: 'key', key, value: key === '' ? null : key, params };
}

/**
 * Checks the keys of all rows of a sheet, in one pass: one finding per row, or `null`. All copies of a
 * duplicate key get one, since nobody but the clerk knows which copy counts.
 */
export function checkKeys(
  rows: readonly { key: CellValue }[],
  known: ReadonlySet<string>,
): (Finding | null)[] {
  // A key begins with its list's year.
  const lists = new Set([...known].map((key) => key.slice(0, 4)));
  const copies = new Map<string, number>();
  const keys = rows.map(({ key }) => trimmed(String(readCell(key) ?? '')));
  for (const key of keys) copies.set(key, (copies.get(key) ?? 0) + 1);
  return keys.map((key) => {
    const times = copies.get(key)!;
    if (known.has(key)) return times > 1 ? keyFinding(key, 'duplicate', { copies: times }) : null;
    if (key === '') return keyFinding(key, 'missing');
    const parsed = parseRowKey(key);
    if (typeof parsed === 'string') return keyFinding(key, parsed);
    return keyFinding(key, lists.size > 0 && !lists.has(parsed.list) ? 'other-list' : 'unknown');
  });
}

/** The sum of the allocations against the district's target; nothing to say while none is made. */
export function checkAllocations(
  indicator: Targeted,
  allocations: readonly { allocation: number | null }[],
): BureauFinding | null {
  const { label, unitOfMeasure, districtTarget: target } = indicator;
  const made = allocations.flatMap(({ allocation }) => (allocation === null ? [] : [allocation]));
  const sum = made.reduce((total, allocation) => total + allocation, 0);
  if (target === null || made.length === 0 || sum === target) return null;
  const params = { label, unitOfMeasure, target, sum, difference: Math.abs(sum - target) };
  return { rule: 'V-allocations-sum', severity: 'warning', params };
}

/** The sum of what the units report against the district's target. Leave out units whose counts are no part of the sum. */
export function checkReported(
  indicator: Targeted,
  reports: readonly { count: number | null }[],
): BureauFinding | null {
  const { label, unitOfMeasure, districtTarget: target } = indicator;
  const sum = reports.reduce((total, { count }) => total + (count ?? 0), 0);
  if (target === null || sum <= target) return null;
  const params = { label, unitOfMeasure, target, sum, over: sum - target };
  return { rule: 'V-reported-over-target', severity: 'warning', params };
}
