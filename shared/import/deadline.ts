import type { Schedule } from '../taskList/taskList.ts';
import type { Extent } from './extent.ts';

/** A schedule as a rule reads it: `source` is added from the place where it was read. */
export type Timing = Pick<Schedule, 'kind' | 'start' | 'due' | 'season'>;

/** A timing, and where it stands in the text. `namesDay` where the words of a cadence name a day within the period too. */
export type PlacedTiming = { timing: Timing; extent: Extent; namesDay?: boolean };

/**
 * What a rule makes of its match: a schedule, or one for each of several dates; `words`, time words that are left to a person; or `nothing`, a mention of time
 * that is no deadline (a citation, an age). Either way the words are claimed, and no later rule sees them.
 */
export type Outcome =
  | { is: 'timing'; timing: Timing; namesDay?: boolean }
  | { is: 'timings'; timings: PlacedTiming[] }
  | { is: 'words'; isDeadline: boolean }
  | { is: 'nothing' };

/** Words that name a time which the grammar cannot turn into a date or a rhythm: 6月前, 每学期. */
export const unreadDeadline: Outcome = { is: 'words', isDeadline: true };
/** Words that only speak of time: 适时. */
export const words: Outcome = { is: 'words', isDeadline: false };
export const nothing: Outcome = { is: 'nothing' };
export const timing = (read: Timing): Outcome => ({ is: 'timing', timing: read });

/**
 * Where a match stands: the masked text, its bounds, its groups, and the year of the list. `isEntry` where the text is an entry of a
 * column of deadlines, which says by when and nothing else.
 */
export type Context = {
  isEntry: boolean;
  text: string;
  start: number;
  end: number;
  groups: Record<string, string | undefined>;
  year: number;
};

/** One rule of the grammar of deadlines (I6). */
export type DeadlineRule = { pattern: RegExp; read(context: Context): Outcome };

const attribute =
  /^[^，。；：]{0,16}?(?:发现|开展|完成|查出|排查|检查|通报|反馈|交办|下发|报送|印发|发布)过?的/u;

/**
 * Whether the words stand adverbially: at the head of a clause, or after 在 or 于. Elsewhere they qualify some noun, as they do
 * in 一季度检查发现的问题.
 */
export function isAdverbial({ text, start, end }: Context): boolean {
  if (attribute.test(text.slice(end, end + 24))) return false;
  if (start === 0) return true;
  return (
    '，。；：！在于'.includes(text.charAt(start - 1)) && !/[关对由鉴]于$/u.test(text.slice(start - 2, start))
  );
}
