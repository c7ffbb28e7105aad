import type { ScheduleKind } from '../taskList/taskList.ts';
import type { Matchable } from './matchText.ts';
import type { Counted } from './values.ts';

/** An arrangement of the list, whosever it is. */
export interface KnownArrangement extends Matchable {
  task: string;
  /** As printed; printed numbers repeat. */
  printedNumber: string | null;
}

/** One report that the unit owes or may give. */
export interface KnownObligation {
  arrangement: string;
  schedule: number;
  scheduleKind: ScheduleKind;
  period: string;
  /** `YYYY-MM-DD`. */
  opensOn: string;
  dueOn: string | null;
  indicators: readonly Counted[];
}

/** What a ledger is read against. */
export interface LedgerKnown {
  year: number;
  /** `YYYY-MM-DD` in Shanghai. */
  today: string;
  /** Whose ledger it is, by all its names. */
  unit: { id: string; names: readonly string[] };
  /** All names of all other units that report; groups of units are none of them. */
  others: readonly string[];
  /** Arrangements of all units, so that one that is not hers is told as such. */
  arrangements: readonly KnownArrangement[];
  /** The unit's own, of the whole year. */
  obligations: readonly KnownObligation[];
}
