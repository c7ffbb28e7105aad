import type { SingleAct } from '../../../shared/acts/decide.ts';
import type { RawValues } from '../../../shared/row/row.ts';
import type { ListSettings } from '../../../shared/taskList/listSettings.ts';
import type { ObligationItem } from '../../../shared/wire/parts/obligation.ts';
import type { ReviewState } from '../../../shared/wire/parts/review.ts';

/** How an obligation stands; what is left out is not looked at. */
export type Standing = Partial<
  Pick<
    ObligationItem,
    | 'due'
    | 'dueOriginal'
    | 'movedFrom'
    | 'lock'
    | 'unlockedUntil'
    | 'state'
    | 'punctuality'
    | 'light'
    | 'behindFrom'
  >
> & {
  review?: ReviewState | null;
  /** Whether progress counts it among what has fallen due: the bucket of its date. */
  isDue?: boolean;
};

/** What happens at a moment of Shanghai, what it is answered, and how the obligation stands then. */
export interface ActStep {
  at: string;
  act?: SingleAct['act'];
  /** Of an extension the new date, of an unlocking its last day. */
  day?: string;
  report?: RawValues;
  outcome?: string;
  stands?: Standing;
}

export interface ActCase {
  why: string;
  /** Its due date by the list. */
  due: string;
  /** The unit's share of what is counted; without one nothing is. */
  share?: number;
  steps: ActStep[];
}

/** Cases of one list: what its settings become, and when. */
export interface ActCaseList {
  year: number;
  settings: { at: string; change: Partial<ListSettings> }[];
  cases: readonly ActCase[];
}

const extend = (at: string, day: string, outcome = 'applied', stands: Standing = {}): ActStep => ({
  ...{ at, act: 'extend', day, outcome, stands },
});
const unlock = (at: string, day: string, outcome = 'applied', stands: Standing = {}): ActStep => ({
  ...{ at, act: 'unlock', day, outcome, stands },
});
const act = (at: string, name: SingleAct['act'], outcome = 'applied', stands: Standing = {}): ActStep => ({
  ...{ at, act: name, outcome, stands },
});
const look = (at: string, stands: Standing): ActStep => ({ at, stands });
const finish = (at: string, completedOn: string, outcome = 'applied', stands: Standing = {}): ActStep => ({
  ...{ at, outcome, stands },
  report: { status: '已完成', completedOn, note: '已全部完成并逐家复核' },
});
/** What is done and is taken up again has to be explained. */
const taken = { explanation: '复核时发现两家仍需整改' };
const goOn = (at: string, count?: number, outcome = 'applied', stands: Standing = {}): ActStep => ({
  ...{ at, outcome, stands },
  report: { status: '进行中', ...(count !== undefined && { count }), note: '正在逐家督促推进', ...taken },
});

const overdue: Standing = { state: 'overdue', light: 'red', isDue: true };

const extensions: ActCase[] = [
  {
    why: 'the day before it is due',
    due: '2024-03-31',
    steps: [
      look('2024-03-30T12:00:00', { light: 'blue', dueOriginal: null, lock: '2024-04-05' }),
      extend('2024-03-30T12:00:00', '2024-04-20', 'applied', {
        ...{ due: '2024-04-20', dueOriginal: '2024-03-31', lock: '2024-04-25', state: 'open', light: null },
      }),
      look('2024-04-01T00:00:00', { state: 'open', light: null, isDue: false }),
      look('2024-04-13T00:00:00', { light: 'blue' }),
      finish('2024-04-20T23:59:59', '2024-04-20', 'applied', { punctuality: 'onTime', isDue: false }),
      look('2024-04-21T00:00:00', { state: 'fulfilled', light: null, isDue: true }),
    ],
  },
  {
    why: 'in the last second of its due day',
    due: '2024-04-30',
    steps: [
      extend('2024-04-30T23:59:59', '2024-05-10', 'applied', { state: 'open', light: null, isDue: false }),
      look('2024-05-01T00:00:00', { state: 'open', isDue: false }),
      look('2024-05-10T23:59:59', { state: 'open', light: 'blue', isDue: false }),
      look('2024-05-11T00:00:00', overdue),
    ],
  },
  {
    why: 'in the first second after it, reported after the new date',
    due: '2024-03-31',
    steps: [
      look('2024-04-01T00:00:00', overdue),
      extend('2024-04-01T00:00:00', '2024-04-05', 'applied', { state: 'open', light: 'blue', isDue: false }),
      look('2024-04-06T00:00:00', overdue),
      finish('2024-04-06T00:00:00', '2024-04-05', 'applied', { punctuality: 'reportedLate', isDue: true }),
    ],
  },
  {
    why: 'weeks after, to a day that has passed: overdue still, and no longer locked',
    due: '2024-02-29',
    steps: [
      finish('2024-03-06T00:00:00', '2024-03-05', 'locked'),
      extend('2024-03-20T09:00:00', '2024-03-15', 'applied', { ...overdue, lock: '2024-03-20' }),
      finish('2024-03-20T23:59:59', '2024-03-12', 'applied', { punctuality: 'reportedLate', light: null }),
    ],
  },
  {
    why: 'to a day whose lock has passed too: locked as before',
    due: '2024-02-29',
    steps: [
      extend('2024-03-20T09:00:00', '2024-03-10', 'applied', { ...overdue, lock: '2024-03-15' }),
      finish('2024-03-20T09:00:00', '2024-03-05', 'locked', overdue),
    ],
  },
  {
    why: 'to leap day, which is the day after, and then not to the same or an earlier one',
    due: '2024-02-28',
    steps: [
      extend('2024-02-28T09:00:00', '2024-02-29', 'applied', { due: '2024-02-29', lock: '2024-03-05' }),
      extend('2024-02-28T09:00:00', '2024-02-29', 'not-later'),
      extend('2024-02-28T09:00:00', '2024-02-28', 'not-later', {
        ...{ due: '2024-02-29', dueOriginal: '2024-02-28' },
      }),
      look('2024-02-29T23:59:59', { state: 'open', isDue: false }),
      look('2024-03-01T00:00:00', overdue),
    ],
  },
  {
    why: 'twice, and over the end of the year; withdrawn, the first date is in force',
    due: '2024-06-30',
    steps: [
      extend('2024-06-20T09:00:00', '2024-09-30', 'applied', { dueOriginal: '2024-06-30' }),
      extend('2024-07-10T09:00:00', '2025-01-15', 'applied', {
        ...{ due: '2025-01-15', dueOriginal: '2024-06-30', lock: '2025-01-20', state: 'open', isDue: false },
      }),
      act('2024-07-11T09:00:00', 'withdrawExtension', 'applied', {
        ...{ ...overdue, due: '2024-06-30', dueOriginal: null, lock: '2024-07-05' },
      }),
      act('2024-07-11T09:00:00', 'withdrawExtension', 'unchanged'),
    ],
  },
  {
    why: 'granted after it was done, it changes nothing',
    due: '2024-05-31',
    steps: [
      finish('2024-05-31T23:59:59', '2024-05-30', 'applied', { punctuality: 'onTime' }),
      extend('2024-06-01T00:00:00', '2024-06-30', 'unchanged', {
        ...{ due: '2024-05-31', dueOriginal: null, isDue: true },
      }),
    ],
  },
  {
    why: 'of what is received and accepted: it stays accepted',
    due: '2024-05-31',
    steps: [
      goOn('2024-05-20T09:00:00', undefined, 'applied', { state: 'received', review: 'toAccept' }),
      act('2024-05-21T09:00:00', 'accept', 'applied', { review: 'accepted' }),
      look('2024-06-01T00:00:00', overdue),
      extend('2024-06-03T09:00:00', '2024-06-30', 'applied', {
        ...{ state: 'received', review: 'accepted', light: null, isDue: false },
      }),
      finish('2024-06-30T23:59:59', '2024-06-29', 'applied', { review: 'toAccept', punctuality: 'onTime' }),
    ],
  },
  {
    why: 'of what was done late and is taken up again: what was decided stays',
    due: '2024-03-31',
    steps: [
      finish('2024-04-03T09:00:00', '2024-04-02', 'applied', { punctuality: 'completedLate' }),
      goOn('2024-04-04T09:00:00', undefined, 'applied', { punctuality: 'completedLate', state: 'overdue' }),
      extend('2024-04-05T09:00:00', '2024-04-30', 'applied', { state: 'received', isDue: false }),
      finish('2024-04-29T09:00:00', '2024-04-28', 'applied', { punctuality: 'completedLate', isDue: false }),
    ],
  },
];

const paces: ActCase[] = [
  {
    why: 'behind pace, no more by the new date, again later, and as before when it is withdrawn',
    ...{ due: '2024-04-30', share: 100 },
    steps: [
      goOn('2024-03-01T09:00:00', 50, 'applied', { behindFrom: '2024-03-14', light: null }),
      look('2024-03-13T23:59:59', { light: null }),
      look('2024-03-14T00:00:00', { light: 'yellow' }),
      extend('2024-03-15T09:00:00', '2024-06-30', 'applied', { behindFrom: '2024-04-20', light: null }),
      look('2024-04-19T23:59:59', { light: null }),
      look('2024-04-20T00:00:00', { light: 'yellow' }),
      act('2024-04-21T09:00:00', 'withdrawExtension', 'applied', {
        ...{ behindFrom: '2024-03-14', light: 'yellow' },
      }),
    ],
  },
  {
    why: 'nothing reported, extended before it lags',
    ...{ due: '2024-04-30', share: 100 },
    steps: [
      look('2024-01-13T23:59:59', { behindFrom: '2024-01-14', light: null }),
      extend('2024-01-13T23:59:59', '2024-12-31', 'applied', { behindFrom: '2024-02-07', light: null }),
      look('2024-02-06T23:59:59', { light: null }),
      look('2024-02-07T00:00:00', { light: 'yellow' }),
    ],
  },
  {
    why: 'red, then yellow by one date, then none by another',
    ...{ due: '2024-03-31', share: 100 },
    steps: [
      goOn('2024-02-01T09:00:00', 80, 'applied', { behindFrom: '2024-03-23' }),
      look('2024-04-01T00:00:00', overdue),
      extend('2024-04-01T00:00:00', '2024-04-10', 'applied', { behindFrom: '2024-04-01', light: 'yellow' }),
      extend('2024-04-01T00:00:00', '2024-04-30', 'applied', { behindFrom: '2024-04-19', light: null }),
      goOn('2024-04-18T09:00:00', 95, 'applied', { behindFrom: null }),
      look('2024-04-23T09:00:00', { light: 'blue' }),
    ],
  },
];

const locks: ActCase[] = [
  {
    why: 'returned on the lock day, answered in its last second',
    due: '2024-03-31',
    steps: [
      finish('2024-03-30T09:00:00', '2024-03-30', 'applied', { punctuality: 'onTime', light: null }),
      act('2024-04-05T09:00:00', 'return', 'applied', { light: 'yellow', unlockedUntil: '2024-04-09' }),
      finish('2024-04-05T23:59:59', '2024-03-29', 'applied', { review: 'toAccept', punctuality: 'onTime' }),
    ],
  },
  {
    why: 'returned in the last second of the lock day: answered up to its day, and later once it is unlocked',
    due: '2024-03-31',
    steps: [
      finish('2024-03-30T09:00:00', '2024-03-30', 'applied', { punctuality: 'onTime' }),
      act('2024-04-05T23:59:59', 'return', 'applied', { lock: '2024-04-05', unlockedUntil: '2024-04-09' }),
      finish('2024-04-09T23:59:59', '2024-03-29', 'applied', { review: 'toAccept', punctuality: 'onTime' }),
      finish('2024-04-10T00:00:00', '2024-03-28', 'locked', { review: 'toAccept', light: null }),
      unlock('2024-04-10T09:00:00', '2024-04-09', 'until-past'),
      unlock('2024-04-10T09:00:00', '2024-04-12', 'applied', { unlockedUntil: '2024-04-12' }),
      finish('2024-04-12T23:59:59', '2024-03-28', 'applied', { punctuality: 'onTime' }),
      finish('2024-04-13T00:00:00', '2024-03-27', 'locked'),
    ],
  },
  {
    why: 'returned the day after the lock: it can be answered, but not where the return is taken back or it is locked',
    due: '2024-03-31',
    steps: [
      finish('2024-04-05T23:59:59', '2024-03-30', 'applied', { punctuality: 'reportedLate' }),
      finish('2024-04-06T00:00:00', '2024-03-29', 'locked'),
      act('2024-04-06T00:00:00', 'return', 'applied', { state: 'fulfilled', unlockedUntil: '2024-04-09' }),
      act('2024-04-06T09:00:00', 'reopen', 'applied', { review: 'toAccept', unlockedUntil: null }),
      finish('2024-04-06T09:00:00', '2024-03-29', 'locked'),
      act('2024-04-06T10:00:00', 'return', 'applied', { review: 'returned', light: 'yellow' }),
      act('2024-04-06T10:00:00', 'lock', 'applied', { review: 'returned', unlockedUntil: null }),
      finish('2024-04-06T10:00:00', '2024-03-29', 'locked'),
      unlock('2024-04-06T11:00:00', '2024-04-06'),
      finish('2024-04-06T23:59:59', '2024-03-29', 'applied', {
        ...{ review: 'toAccept', punctuality: 'reportedLate' },
      }),
    ],
  },
  {
    why: 'unlocked where the lock does not hold yet, which is nothing',
    due: '2024-03-31',
    steps: [
      unlock('2024-04-01T09:00:00', '2024-04-05', 'unchanged', { unlockedUntil: null }),
      act('2024-04-01T09:00:00', 'lock', 'unchanged'),
      unlock('2024-04-05T09:00:00', '2024-04-06', 'applied', { lock: '2024-04-05' }),
      finish('2024-04-06T23:59:59', '2024-04-06', 'applied', { punctuality: 'completedLate' }),
    ],
  },
  {
    why: 'returned, not answered, and reopened: none of it moves a date',
    due: '2024-03-31',
    steps: [
      goOn('2024-03-30T09:00:00'),
      act('2024-04-05T09:00:00', 'return', 'applied', { ...overdue, review: 'returned' }),
      act('2024-04-06T09:00:00', 'reopen', 'applied', {
        ...{ ...overdue, review: 'toAccept', due: '2024-03-31', lock: '2024-04-05', unlockedUntil: null },
      }),
    ],
  },
];

/** 2025-05-31 to 06-02 are off by name: the first working day after is 06-03. */
const holidays: ActCase[] = [
  {
    why: 'extended to a day within the holiday, which the list’s own date then passes: the extension ends',
    due: '2025-05-31',
    steps: [
      extend('2025-05-10T09:00:00', '2025-06-02', 'applied', { due: '2025-06-02', movedFrom: null }),
      look('2025-05-20T10:00:00', {
        ...{ due: '2025-06-03', dueOriginal: null, movedFrom: '2025-05-31', lock: '2025-06-08' },
      }),
      look('2025-06-03T23:59:59', { state: 'open', light: 'blue', isDue: false }),
      look('2025-06-20T10:00:00', { ...overdue, due: '2025-05-31', dueOriginal: null, movedFrom: null }),
    ],
  },
  {
    why: 'extended beyond it: in force before and after, and the date beside it moves',
    due: '2025-05-31',
    steps: [
      extend('2025-05-10T09:00:00', '2025-06-25', 'applied', { dueOriginal: '2025-05-31' }),
      look('2025-05-20T10:00:00', {
        ...{ due: '2025-06-25', dueOriginal: '2025-06-03', movedFrom: '2025-05-31', lock: '2025-06-30' },
      }),
      look('2025-06-20T10:00:00', {
        ...{ due: '2025-06-25', dueOriginal: '2025-05-31', movedFrom: null, state: 'open', isDue: false },
      }),
      finish('2025-06-25T23:59:59', '2025-06-25', 'applied', { punctuality: 'onTime' }),
    ],
  },
  {
    why: 'extended to the very day to which the list’s own moves: it ends',
    due: '2025-05-31',
    steps: [
      extend('2025-05-10T09:00:00', '2025-06-03'),
      look('2025-05-20T10:00:00', { due: '2025-06-03', dueOriginal: null, movedFrom: '2025-05-31' }),
    ],
  },
  {
    why: 'extended after it has moved: later than that, and the new date stays though it is a Sunday',
    due: '2025-05-31',
    steps: [
      extend('2025-05-25T09:00:00', '2025-06-02', 'not-later'),
      extend('2025-05-25T09:00:00', '2025-06-03', 'not-later', { dueOriginal: null }),
      extend('2025-05-25T09:00:00', '2025-06-15', 'applied', {
        ...{ due: '2025-06-15', dueOriginal: '2025-06-03', movedFrom: '2025-05-31', lock: '2025-06-20' },
      }),
      look('2025-06-15T23:59:59', { state: 'open', isDue: false }),
      act('2025-06-16T00:00:00', 'withdrawExtension', 'applied', {
        ...{ ...overdue, due: '2025-06-03', movedFrom: '2025-05-31', lock: '2025-06-08' },
      }),
    ],
  },
  {
    why: 'done on the day to which it moved: on time, when it moves back too; the lock has moved with it',
    due: '2025-05-31',
    steps: [
      finish('2025-06-03T23:59:59', '2025-06-03', 'applied', { punctuality: 'onTime', isDue: false }),
      act('2025-06-08T09:00:00', 'return', 'applied', { light: 'yellow', unlockedUntil: '2025-06-11' }),
      finish('2025-06-08T23:59:59', '2025-06-02', 'applied', { review: 'toAccept' }),
      finish('2025-06-12T00:00:00', '2025-06-01', 'locked'),
      look('2025-06-20T10:00:00', { due: '2025-05-31', lock: '2025-06-05', punctuality: 'onTime' }),
    ],
  },
];

/** Extension before, at and after due; return at the lock; both across a change of what holidays do (P2–P4, P9, B3). */
export const actCaseLists: readonly ActCaseList[] = [
  {
    year: 2024,
    settings: [{ at: '2024-01-01T09:00:00', change: { lockDaysAfterDue: 5 } }],
    cases: [...extensions, ...paces, ...locks],
  },
  {
    year: 2025,
    settings: [
      { at: '2025-01-01T09:00:00', change: { lockDaysAfterDue: 5 } },
      { at: '2025-05-20T09:00:00', change: { dueOnHoliday: 'nextWorkingDay' } },
      { at: '2025-06-20T09:00:00', change: { dueOnHoliday: 'keep' } },
    ],
    cases: holidays,
  },
];

/** A step's request, but for its id. */
export function requestOf({ act: name, day }: ActStep, key: string) {
  const noted = { on: { keys: [key] }, reason: '企业停产', document: '常新应急〔2024〕8号' };
  const dated = { ...(name === 'extend' && { due: day! }), ...(name === 'unlock' && { until: day! }) };
  return { ...noted, act: name!, ...dated };
}
