import type { Schedule } from '../../taskList/taskList.ts';
import type { Extent } from '../text/extent.ts';

/** A schedule as a rule reads it: `source` is added from where it was read. */
export type Timing = Pick<Schedule, 'kind' | 'start' | 'due' | 'season'>;

/** A timing, and where it stands in the text. `namesDay` where the words of a cadence name a day within the period too. */
export type ReadTiming = { timing: Timing; extent: Extent; namesDay?: boolean };

/** Time words that are left to a person. */
export type TimeWords = Extent & { isDeadline: boolean };

/**
 * What a rule makes of its match: a schedule, or one for each of several dates; `words`, time words that are left to a person; or `nothing`, a mention of time
 * that is no deadline (a citation, an age). Either way the words are claimed, and no later rule sees them.
 */
export type Outcome =
  | { is: 'timing'; timing: Timing; namesDay?: boolean }
  | { is: 'timings'; timings: ReadTiming[] }
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
 * column of deadlines, which says by when and nothing else. `has` looks for a pattern in the whole text, once for all matches.
 */
export type Context = {
  isEntry: boolean;
  has(pattern: RegExp): boolean;
  text: string;
  start: number;
  end: number;
  groups: Record<string, string | undefined>;
  year: number;
};

/**
 * What a rule is for, as a test tries it within the whole grammar for a list of 2025: words that it reads, and what it makes of them;
 * and words beside these that it leaves alone.
 */
export type Examples = { example: { text: string; reads: string }; counterExample: string };

/** One rule of the grammar of deadlines (I6). */
export type DeadlineRule = Examples & { pattern: RegExp; read(context: Context): Outcome };

/** Examples in short: `eg('6月底前', 'once 2025-06-30', '6月前')`. */
export const eg = (text: string, reads: string, counterExample: string): Examples => ({
  example: { text, reads },
  counterExample,
});

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

const done =
  '到期|届满|期满|过期|失效|发现|查出|排查|摸排|排摸|检查|核查|抽查|巡查|督查|查处|部署|布置|安排|要求|确定|下达|下发|交办|转办|移交|通报|反馈|印发|发布|公布|公示|受理|申报|上报|报送|提交|备案|登记|注册|取得|取证|发证|颁发|发放|核发|审批|批准|许可|投产|投用|建成|新建|新增|竣工|验收|开工|停产|停用|关闭|退出|完成|整改|录入|签订|发生|收到|接到|提出|形成|产生|挂牌|列入|纳入|认定|评定|评估|梳理|汇总|开展|实施|组织|制定';
/** 到期的许可证, 上级部署的任务, 检查发现的问题: what was or will be done then qualifies a thing, and says nothing of when the work is due. */
const qualifies = new RegExp(
  `^(?:的|份?是|(?:到期|届满|期满|过期)(?!换证|前|后)|(?:已经?|尚未|仍未|未|应|须|需|拟|将|新|所|被|由?(?:上级|省|市|区|县|部|厅|局|我[局区]|专家|企业|执法)+)?(?:${done}){1,3}(?:过|出|到)?来?的|(?:仍|尚)?未[^，。；：]{1,12}的)`,
  'u',
);

/** Where words stand in the masked text. */
type Stretch = Pick<Context, 'text' | 'start' | 'end'>;

const isObject = ({ text, start }: Stretch): boolean =>
  /(?:(?<![面应])对|将|把)$/u.test(text.slice(Math.max(0, start - 2), start));
const isQualifying = ({ text, end }: Stretch): boolean => qualifies.test(text.slice(end, end + 24));

/** Whether a date qualifies a thing (对6月底前到期的许可证) instead of saying when something is done. */
export const isAttribute = (at: Stretch): boolean => isObject(at) || isQualifying(at);

/** The same of a cadence, which is surely so only where both are said (对每月检查发现的问题). */
export const isCadenceOfThings = (at: Stretch): boolean => isObject(at) && isQualifying(at);
