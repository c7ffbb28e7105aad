import type { RowRule } from '../rule.ts';
import { completedOnBeforeOpening } from './completedOnBeforeOpening.ts';
import { completedOnFuture } from './completedOnFuture.ts';
import { completedOnInYear } from './completedOnInYear.ts';
import { completedOnRequired } from './completedOnRequired.ts';
import { countBelowTarget } from './countBelowTarget.ts';
import { countFalls } from './countFalls.ts';
import { countNextFalls } from './countNextFalls.ts';
import { countOfDone } from './countOfDone.ts';
import { countOverAllocation } from './countOverAllocation.ts';
import { countOverTarget } from './countOverTarget.ts';
import { countRequired } from './countRequired.ts';
import { noneAfterCount } from './noneAfterCount.ts';
import { noneWithAllocation } from './noneWithAllocation.ts';
import { noneWithCount } from './noneWithCount.ts';
import { noteRequired } from './noteRequired.ts';
import { notStartedWithCount } from './notStartedWithCount.ts';
import { notStartedWithDate } from './notStartedWithDate.ts';
import { statusRequired } from './statusRequired.ts';
import { underWayWithDate } from './underWayWithDate.ts';

/** Rules that look at the row as a whole. */
export const rowRules: readonly RowRule[] = [
  statusRequired,
  countRequired,
  countOfDone,
  countBelowTarget,
  countOverAllocation,
  countOverTarget,
  countFalls,
  countNextFalls,
  notStartedWithCount,
  noneWithCount,
  noneWithAllocation,
  noneAfterCount,
  completedOnRequired,
  completedOnInYear,
  completedOnFuture,
  completedOnBeforeOpening,
  notStartedWithDate,
  underWayWithDate,
  noteRequired,
];
