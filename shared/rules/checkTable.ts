import type { CellValue } from '../row/row.ts';
import { parseRowKey, type RowIdentity, type RowKeyFault } from '../rowKey/rowKey.ts';
import type { Finding, Severity } from './finding.ts';
import { readCell, trimmed } from './read/readCell.ts';
import type { Params } from './rule.ts';
import type { BureauRuleId, rules } from './rules.ts';
import { allocationsSum } from './table/allocationsSum.ts';
import { keyBrokenCheck } from './table/keyBrokenCheck.ts';
import { keyDuplicate } from './table/keyDuplicate.ts';
import { keyMalformed } from './table/keyMalformed.ts';
import { keyMissing } from './table/keyMissing.ts';
import { keyOtherList } from './table/keyOtherList.ts';
import { keyUnknown } from './table/keyUnknown.ts';
import { reportedOverTarget } from './table/reportedOverTarget.ts';

/** What a rule of the bureau's side found; `sentenceFor` makes the sentence. Plain data. */
export interface BureauFinding {
  rule: BureauRuleId;
  severity: Severity;
  params: Finding['params'];
}

/** An indicator with its district target; `null` where none is printed, and nothing can be checked. */
export interface Targeted {
  label: string;
  unitOfMeasure: string;
  districtTarget: number | null;
}

/** A key that names no row that is known. */
export interface StrangeKey {
  key: string;
  /** What it names all the same, or why it names nothing. */
  parsed: RowIdentity | RowKeyFault;
  /** The ids of the lists whose rows are known. */
  lists: ReadonlySet<string>;
}

const strangeKeyRules = [keyMissing, keyMalformed, keyBrokenCheck, keyOtherList, keyUnknown];

/** The finding for a key that names no row of these lists that is known. */
export function strangeKey(key: string, lists: ReadonlySet<string>): Finding {
  const strange = { key, parsed: parseRowKey(key), lists };
  // One of them always finds something: the last says what the others do not.
  const rule = strangeKeyRules.find((each) => each.check(strange) !== null) ?? keyUnknown;
  return keyFinding(rule, key, {});
}

function keyFinding(
  { id, severity }: Pick<(typeof rules)[number], 'id' | 'severity'>,
  key: string,
  params: Params,
): Finding {
  return { rule: id, severity, field: 'key', key, value: key === '' ? null : key, params };
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
    if (!known.has(key)) return strangeKey(key, lists);
    const duplicate = keyDuplicate.check(copies.get(key)!);
    return duplicate && keyFinding(keyDuplicate, key, duplicate);
  });
}

/** What the allocations of an indicator, all units' together, are warned of. */
export function checkAllocations(
  indicator: Targeted,
  allocations: readonly { allocation: number | null }[],
): BureauFinding | null {
  const params = allocationsSum.check(
    indicator,
    allocations.map(({ allocation }) => allocation),
  );
  return params && { rule: allocationsSum.id, severity: allocationsSum.severity, params };
}

/** The same of what the units report. Leave out units whose counts are no part of the sum. */
export function checkReported(
  indicator: Targeted,
  reports: readonly { count: number | null }[],
): BureauFinding | null {
  const params = reportedOverTarget.check(
    indicator,
    reports.map(({ count }) => count),
  );
  return params && { rule: reportedOverTarget.id, severity: reportedOverTarget.severity, params };
}
