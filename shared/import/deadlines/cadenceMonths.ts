import type { ReadTiming, TimeWords } from './deadlineRule.ts';
import type { Extent } from '../text/extent.ts';
import { byStart } from '../text/extent.ts';
import { seasons } from './seasonRules.ts';

type Found = { timings: ReadTiming[]; words: TimeWords[] };
/** A timing, or words that name months but no date, where it stands. */
type Mark = Extent & { timed?: ReadTiming; words?: TimeWords };

const namesMonths = /^(?![每当本次下上]月|每).*(?:[\d一二三四五六七八九十]月|季度|半年|^其)/u;
const joint = /^[、和及与或至到]$/u;
/** What may stand between months and the cadence that holds in them: 4月至10月，对重点企业每月检查. */
const between =
  /^(?:[^，。；：、]{0,8}?(?:期间|时期|时段|季节)|内|间|里)?，?(?![^，]*(?:完成|制定|印发|出台|建成|[并且]|同时))[^，。；：！]{0,24}$/u;
const directly = /^(?:期间|内|间|里)?，?(?:(?:组织)?(?:开展|实行|实施|进行|落实|执行)|坚持|做到|保持)?$/u;
const yearBefore = /^(?:\d{4}年度?|[今本当]年度?|每[1一]?年度?)/u;

/**
 * A cadence with months beside it (4-10月每月, 汛期（5月至9月）每周, 每周（5月至9月）) holds in these, which are its season; no schedule of
 * their own. Those of another year leave both to a person.
 */
export function bindMonths(found: Found, masked: string, year: number, isEntry: boolean): Found {
  const marks: Mark[] = [
    ...found.timings.map((timed) => ({ ...timed.extent, timed })),
    ...found.words
      .filter(({ start, end, isDeadline }) => isDeadline && namesMonths.test(masked.slice(start, end)))
      .map((words) => ({ start: words.start, end: words.end, words })),
  ].toSorted(byStart);
  const gone = new Set<Mark>();
  const bound = new Map<ReadTiming, ReadTiming>();
  const unread: TimeWords[] = [];
  let above: ReadTiming | null = null;
  /** Up to where nothing behind `above` ends its clause. */
  let goesOnTo = 0;
  marks.forEach((mark, at) => {
    const { timed } = mark;
    if (timed === undefined || !isCadence(timed)) return;
    const before = monthsBefore(marks, at, masked, isEntry);
    const months = before ?? monthsBehind(marks, at, masked);
    const [first] = months ?? [];
    const last = months?.at(-1);
    if (months === null || first === undefined || last === undefined) {
      // 4-10月每周巡查、每月检查: the same months.
      const gap = above && masked.slice(Math.max(above.extent.end, goesOnTo), mark.start);
      if (gap !== null && !/[，。；：！月季年]/u.test(gap) && timed.timing.season === undefined) {
        bound.set(timed, { ...timed, timing: { ...timed.timing, season: above?.timing.season } });
        goesOnTo = mark.start;
      } else above = null;
      return;
    }
    for (const each of months) gone.add(each);
    if (months.every(isWholeYear)) return;
    const extent = before === null ? timed.extent : { start: startOf(first, masked), end: mark.end };
    // 夏季高温期间（6月至9月）每月: the season is no window of its own.
    const from = before === null ? Infinity : extent.start;
    for (let each = at; (marks[each]?.start ?? -1) >= from; each -= 1) {
      const inside = marks[each];
      if (inside !== undefined && inside.end <= first.start) gone.add(inside);
    }
    if (months.some((each) => isOfOtherYear(each, year))) {
      gone.add(mark);
      unread.push({ ...extent, isDeadline: true });
      return;
    }
    const isBracketed = before !== null && extent.start < first.start;
    const words = masked.slice(
      extent === timed.extent ? first.start : extent.start,
      last.end + (isBracketed ? 1 : 0),
    );
    const own = timed.timing.season;
    const season =
      own === undefined ? words.replace(yearBefore, '').replace(/^（(.+)）$/u, '$1') : `${own}（${words}）`;
    above = { ...timed, timing: { ...timed.timing, season: season.slice(0, 40) }, extent };
    bound.set(timed, above);
  });
  const kept = marks.filter((mark) => !gone.has(mark));
  const isGone = new Set([...gone].flatMap(({ words }) => words ?? []));
  return {
    timings: kept.flatMap(({ timed }) => (timed === undefined ? [] : [bound.get(timed) ?? timed])),
    words: [...found.words.filter((words) => !isGone.has(words)), ...unread],
  };
}

const isCadence = ({ timing: { kind } }: ReadTiming) => kind !== 'once' && kind !== 'window';
const isMonths = ({ timed, words }: Mark) => words !== undefined || timed?.timing.due !== undefined;
const isWholeYear = ({ timed }: Mark) =>
  timed?.timing.start?.endsWith('-01-01') === true && timed.timing.due?.endsWith('-12-31') === true;
const isOfOtherYear = ({ timed }: Mark, year: number) =>
  timed?.timing.due !== undefined && !timed.timing.due.startsWith(String(year));

/** The months before a cadence, one or several joined, or `null`. */
function monthsBefore(marks: readonly Mark[], at: number, masked: string, isEntry: boolean): Mark[] | null {
  const last = marks[at - 1];
  const cadence = marks[at];
  if (last === undefined || cadence === undefined || !isMonths(last)) return null;
  const printed = masked.slice(last.end, cadence.start);
  const isBracketed = printed.startsWith('）') && masked.charAt(last.start - 1) === '（';
  const gap = isBracketed ? printed.slice(1) : printed;
  const isWindow = last.timed?.timing.kind === 'window';
  // 年底前每月通报 holds all year; 6月底前，每月 in a column may be two deadlines.
  const isYearsEnd =
    last.timed?.timing.due?.endsWith('-12-31') === true &&
    !/[度年]$/u.test(masked.slice(last.start, last.end));
  if (!isWindow && isYearsEnd) return null;
  if (!isWindow && isEntry && gap !== '') return null;
  if (!(isWindow && !isWholeYear(last) ? between : directly).test(gap)) return null;
  let first = at - 1;
  while (isJoined(marks[first - 1], marks[first], masked)) first -= 1;
  // 春节至3月底每周: only one end of it was read.
  return /[至到]/u.test(masked.charAt((marks[first]?.start ?? 0) - 1)) ? null : marks.slice(first, at);
}

/** 3月至5月、9月至11月每周; a comma joins them as well (3月至5月，9月至11月，每周). */
function isJoined(above: Mark | undefined, mark: Mark | undefined, masked: string): boolean {
  if (above === undefined || mark === undefined || !isMonths(above)) return false;
  const gap = masked.slice(above.end, mark.start);
  const areWindows = [above, mark].every(({ timed }) => timed?.timing.kind === 'window');
  return joint.test(gap) || (gap === '，' && areWindows);
}

/** The months in brackets behind a cadence and what is done: 每周检查（5月至9月）. */
function monthsBehind(marks: readonly Mark[], at: number, masked: string): Mark[] | null {
  const [cadence, next] = [marks[at], marks[at + 1]];
  if (cadence === undefined || next === undefined || !isMonths(next)) return null;
  let last = at + 1;
  while (isJoined(marks[last], marks[last + 1], masked)) last += 1;
  const isBracketed =
    /^[^，。；：（]{0,24}（$/u.test(masked.slice(cadence.end, next.start)) &&
    masked.charAt(marks[last]?.end ?? 0) === '）';
  return isBracketed ? marks.slice(at + 1, last + 1) : null;
}

const explained = new RegExp(`(?:${seasons}(?:期间|时期|内)?)?（$`, 'u');

/** Where the words of the months begin, with the season that they explain: 汛期（5月至9月）. */
function startOf({ start }: Mark, masked: string): number {
  const head = masked.slice(Math.max(0, start - 40), start);
  return start - (explained.exec(head)?.[0].length ?? 0);
}
