import type { Context, Outcome, ReadTiming, Timing } from './deadlineRule.ts';
import { isAdverbial, unreadDeadline } from './deadlineRule.ts';

const joints = /以及|[、和及与或/]/gu;
const repeated =
  '(?:报送|上报|报告|报|提交|开展|组织|进行|召开|举办|检查|排查|抽查|督查|巡查|评估|通报|调度|汇总|总结|演练|培训)';
const numbers = String.raw`\d一二两三四五六七八九十百`;
/** 各报送一次: once for each date. 各镇 are units, 各2次 are two for each date, and so are other numbers. */
const onceEach = new RegExp(`^，?各(?:${repeated}[^，。；${numbers}]{0,12})?[1一]次`, 'u');
/** 分别报送 is said of each date where there are not several things to share out among them. */
const eachInTurn = new RegExp(`^，?分别${repeated}[^、和及与或，；${numbers}]{0,24}(?:[，。；]|$)`, 'u');

/**
 * Several dates printed together, one schedule for each: all of one form (月底, 月日, 季度), in the order of the year, with words
 * behind them that are said of each. Anything else is left to a person.
 */
export function readEach(
  at: Context,
  readPoint: (text: string, year: number, isEntry: boolean) => Timing | null,
): Outcome {
  if (!isAdverbial(at) || !isSaidOfEach(at)) return unreadDeadline;
  const points = split(at);
  const forms = new Set(points.map(({ text }) => formOf(text)));
  // 3月底、6月底前: one 前 at the end is that of all.
  const [first = '', last = first] = forms;
  if (forms.size > 2 || last.replace(/(?:之|以)?前$/u, '') !== first) return unreadDeadline;
  const timings: ReadTiming[] = [];
  for (const { text, start, end } of points) {
    const timing = readPoint(text, at.year, at.isEntry);
    const above = timings.at(-1)?.timing.due ?? '';
    if (timing?.due === undefined || timing.due <= above) return unreadDeadline;
    timings.push({ timing, extent: { start, end } });
  }
  return { is: 'timings', timings };
}

/** A date without its numbers. The year's end is that of a month. */
const formOf = (point: string) =>
  point
    .replace(/(?<!半)年(?=[底末])/u, '#月')
    .replace(/[\d一二三四五六七八九十]+|[上下](?=半年)/gu, '#')
    .replace('末', '底');

function isSaidOfEach({ text, start, end }: Context): boolean {
  const behind = text.slice(end, end + 48);
  if (onceEach.test(behind)) return true;
  // 甲、乙，3月底、6月底前分别报送 may share the dates out.
  const before = /[^。；：]*$/u.exec(text.slice(Math.max(0, start - 80), start))?.[0] ?? '';
  return eachInTurn.test(behind) && !/[、和及与或]/u.test(before);
}

function split({ text, start, end }: Context): { text: string; start: number; end: number }[] {
  const whole = text.slice(start, end);
  const cuts = [...whole.matchAll(joints)];
  return [...cuts, undefined].map((cut, index) => {
    const above = cuts[index - 1];
    const from = above === undefined ? yearLength(whole) : above.index + above[0].length;
    const to = cut?.index ?? whole.length;
    return { text: whole.slice(from, to), start: start + from, end: start + to };
  });
}

/** The year stands before the first date, and holds for all. */
const yearLength = (whole: string) => /^(?:\d{4}年|[今本当]年|每[1一]?年度?)?/u.exec(whole)?.[0].length ?? 0;
