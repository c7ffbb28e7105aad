import type { ListSettings } from './listSettings.ts';
import type { Arrangement, Indicator, Schedule, TaskList } from './taskList.ts';

/** An arrangement that a correction has taken out of the list, kept for what hangs on it. */
export interface RetiredArrangement {
  arrangement: Arrangement;
  /** Its task as it was called then. */
  taskName: string;
}

/** The highest numbers that an arrangement has ever given to a schedule and to an indicator. */
export interface UsedNumbers {
  schedules: number;
  indicators: number;
}

/** What was ever published of a year's list: a new reading gets its codes from it. */
export interface KnownList {
  /** The list in force. */
  taskList: TaskList;
  retired: readonly RetiredArrangement[];
  /** Schedules and indicators that are kept and no longer in force, by arrangement code. */
  former: ReadonlyMap<string, { schedules: Schedule[]; indicators: Indicator[] }>;
  /** Every code that was ever given. */
  used: ReadonlyMap<string, UsedNumbers>;
  settings: ListSettings;
}

/** What units and bureau have written that refers to an arrangement. */
export interface Hanging {
  /** Obligations that a unit has ever written to. */
  obligations: number;
  submissions: number;
  drafts: number;
  allocations: number;
  /** Days from which the bureau has narrowed who it is assigned to. */
  narrowings: number;
}

export const nothingHangs: Hanging = {
  obligations: 0,
  submissions: 0,
  drafts: 0,
  allocations: 0,
  narrowings: 0,
};
