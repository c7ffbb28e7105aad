import { boxesIn } from '../columns/boxes.ts';
import { chineseNumber } from '../import/text/chineseNumber.ts';
import { toSimplified } from '../import/text/simplified.ts';
import { withoutBlanks } from '../import/text/characters.ts';
import type { CellValue, RowField, Status } from '../row/row.ts';
import { readCount } from '../rules/read/readCount.ts';
import { readDate } from '../rules/read/readDate.ts';
import { readStatus } from '../rules/read/readStatus.ts';
import type { LedgerCell } from './ledgerFile.ts';
import { isNo, plainStatus } from './plainStatus.ts';

/** Why something is put to the clerk; the sentence is made elsewhere. */
export type AskReason =
  | 'status-in-sentence'
  | 'status-unclear'
  | 'status-other-kind'
  | 'count-in-sentence'
  | 'count-of-several'
  | 'count-of-done'
  | 'count-approximate'
  | 'count-part'
  | 'date-in-sentence'
  | 'date-unclear'
  | 'counted-from-rows'
  | 'several-units'
  | 'one-remark-for-several'
  | 'several-periods'
  | 'period-unknown'
  | 'not-open'
  | 'match-weak'
  | 'match-contradicted'
  | 'match-twice'
  | 'nothing-said'
  | 'formula-missing'
  | 'told-by-colour'
  | 'shown-over-rows'
  | 'emptied';

/** One value read from a cell: certain, or a question with what the clerk would probably say (`null`: leave it empty). */
export type Reading =
  | { is: 'value'; value: string | number }
  | { is: 'ask'; proposal: string | number | null; why: AskReason }
  | { is: 'nothing' };

export type Values = Partial<Record<RowField, string | number>>;
export interface Ask {
  field: RowField;
  proposal: string | number | null;
  why: AskReason;
}

const value = (read: string | number): Reading => ({ is: 'value', value: read });
const ask = (proposal: string | number | null, why: AskReason): Reading => ({ is: 'ask', proposal, why });
const nothing: Reading = { is: 'nothing' };

const dash = /^[-—–/／\\、无]+$/u;
/** Marks that mean what the writer meant by them: the likeliest is offered. */
const filledMark = /^[●■★▲]$/u;
const halfMark = /^[◐◑◒◓◔◕◎⏳🔄]$/u;
const emptyMark = /^[○□☆△☐]$/u;
const partly = /^(?:基本完成|部分完成|大部分完成|接近完成|滞后|逾期|超期|已过半|过半|完成一半|正在收尾)$/u;
const waits = /^(?:未到时间|未到(?:完成)?时限|未到期|尚未到期|不到时间)[。.]?$/u;

/** What a spreadsheet shows where a formula fails. */
export const isError = (text: string): boolean =>
  /^#(?:REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!)$/u.test(text.trim());

/** What a share in per cent probably means. */
const statusOfShare = (share: number, isCadence: boolean): Status =>
  share >= 100
    ? isCadence
      ? '已开展'
      : '已完成'
    : share === 0
      ? isCadence
        ? '未开展'
        : '未开始'
      : isCadence
        ? '已开展'
        : '进行中';

/** What is still to be finished, or cannot be: 即将完成, 力争月底前完成, 无法完成. */
const notYet =
  /(?:无法|不能|未能|难以|即将|将于?|预计|力争|争取|确保|准备|有望|需要?|应当?|努力|加快|抓紧|尽快|尽早|待|[前底](?:全部|基本|力争)?)[^，。；,;]{0,8}(?:完成|办结|销号)/u;

const doneNow = /(?:已经?|均已?|都已?)[^未，。；,;]{0,8}(?:完成|办结)/u;

/** The status that a sentence begins with, or that all of it is about. */
function statusOfSentence(text: string, isCadence: boolean): { status: Status; isPlain: boolean } | null {
  const plain = (status: Status): { status: Status; isPlain: boolean } => ({ status, isPlain: true });
  if (/^(?:不涉及|无此类|无此项|本[镇街村]?无|辖区无|无相关|不适用)/u.test(text)) return plain('本地无此类');
  if (/(?:未|尚未|还未|没有|暂未)(?:启动|开展|开始|实施|完成)|^计划|^待|^拟/u.test(text))
    return plain(isCadence ? '未开展' : '未开始');
  if (notYet.test(text) && !doneNow.test(text)) return null;
  if (/^已?销号/u.test(text)) return plain(isCadence ? '已开展' : '已完成');
  if (/推进中|进行中|正在|办理中|实施中|整改中/u.test(text)) return isCadence ? null : plain('进行中');
  // What stands behind 完成 may be a part of it: 已完成初稿.
  if (/^(?:已|均已|全部|已全部|已经)?(?:完成|办结|完毕)/u.test(text)) {
    const isWhole =
      isCadence || /^.{0,3}(?:完成|办结|完毕)(?=$|[，。；、,;：:（(!！\d]|了|全部|所有)/u.test(text);
    return { status: isCadence ? '已开展' : '已完成', isPlain: isWhole };
  }
  if (/^[^未没计拟待基，。]{0,8}(?:已|均)?完成(?=[，。；,;]|$)/u.test(text))
    return plain(isCadence ? '已开展' : '已完成');
  if (
    isCadence &&
    /^(?:第?\d{1,2}(?:月份?|周)|本[周月])?(?:未|没有?|尚未)(?:调度|检查|巡查|培训|统计|分析)/u.test(text)
  )
    return plain('未开展');
  if (
    isCadence &&
    /^(?:第?\d{1,2}(?:月份?|周)|本[周月])?(?:已|均已|已经|共)?(?:开展|调度|检查|巡查|培训|统计|分析)/u.test(
      text,
    )
  )
    return plain('已开展');
  return null;
}

/** Reads how far something is, from a cell of statuses: words, ticks, parts (12/15) and sentences. */
export function readLedgerStatus(cell: LedgerCell | null, isCadence: boolean): Reading {
  if (cell === null) return nothing;
  if (cell.formula === 'missing') return ask(null, 'formula-missing');
  const text = withoutBlanks(toSimplified(cell.text)).replace(/[。.!！]+$|\uFE0F/gu, '');
  if (text === '' || dash.test(text)) return text === '无' ? ask('本地无此类', 'status-unclear') : nothing;
  const boxes = boxesIn(text);
  if (boxes !== null) {
    const [ticked, ...others] = boxes.ticked;
    // Nothing is ticked yet, or two things are.
    if (ticked === undefined) return nothing;
    if (others.length > 0) return ask(null, 'status-unclear');
    return readLedgerStatus({ text: ticked, value: ticked }, isCadence);
  }
  if (isError(text)) return ask(null, 'status-unclear');
  const far = /^[^\d%％]*(\d{1,3})(?:\.\d+)?[%％]$/u.exec(text);
  if (far !== null && !/完成|开展/u.test(text))
    return ask(statusOfShare(Number(far[1]), isCadence), 'status-unclear');
  const read = readStatus(text, isCadence);
  if (read.value !== null) return value(read.value);
  const suggestion = read.problem?.params['suggestion'];
  if (typeof suggestion === 'string') return value(suggestion);
  if (/^(?:已)?开展$/u.test(text) && !isCadence) return ask('进行中', 'status-other-kind');
  if (filledMark.test(text)) return ask(isCadence ? '已开展' : '已完成', 'status-unclear');
  if (halfMark.test(text)) return ask(isCadence ? '已开展' : '进行中', 'status-unclear');
  if (emptyMark.test(text)) return ask(isCadence ? '未开展' : '未开始', 'status-unclear');
  const plain = plainStatus(text, isCadence);
  if (plain !== null) return value(plain);
  if (isNo(text)) return ask('未开始', 'status-unclear');
  if (partly.test(text)) return ask(isCadence ? '已开展' : '进行中', 'status-unclear');
  if (waits.test(text)) return nothing;
  const part = /^(\d+)[/／](\d+)$/u.exec(text);
  if (part) return ask(part[1] === part[2] ? '已完成' : '进行中', 'status-unclear');
  const said = statusOfSentence(text, isCadence);
  if (said === null) return ask(null, 'status-unclear');
  return text.length <= 6 && said.isPlain ? value(said.status) : ask(said.status, 'status-in-sentence');
}

/** Reads how far something is, out of what was written about it. Leading words that say nothing else are certain. */
export function statusFromNote(note: string, isCadence: boolean): Reading {
  const text = withoutBlanks(toSimplified(note));
  if (text === '' || waits.test(text)) return nothing;
  // 完成3家 is three done; whether that is all, it does not say.
  if (!isCadence && /^(?:已|共|累计|已经)*完成了?\d/u.test(text) && !/全部|全覆盖|100[%％]/u.test(text))
    return ask('进行中', 'status-in-sentence');
  const first = /^[^，。；,;（(\d]*/u.exec(text)?.[0] ?? '';
  const read = first === '' ? null : readStatus(first, isCadence);
  if (read?.value) return value(read.value);
  const suggestion = read?.problem?.params['suggestion'];
  if (typeof suggestion === 'string' && first !== '已开展') return value(suggestion);
  if (/^已开展[。；，]?$/u.test(text) && !isCadence) return ask('进行中', 'status-other-kind');
  const said = statusOfSentence(text, isCadence);
  if (said === null) return ask(isCadence ? '已开展' : '进行中', 'status-in-sentence');
  return said.isPlain ? value(said.status) : ask(said.status, 'status-in-sentence');
}

/** What a count is of. */
export interface Counted {
  id: string;
  label: string;
  unitOfMeasure: string;
}

const around = /^(?:已|共|累计)?(?:完成|建立|检查|核对|评议)?(?:了)?(\d+(?:\.0+)?\p{Script=Han}{0,3})$/u;
/** 累计9家，本周3家: what there is so far, and what is new in it. */
const soFar =
  /^累计(?:完成)?(\d+)\p{Script=Han}?[，,、；;（(](?:其中)?(?:本[周月]|当[周月]|新增)(?:新增|完成)?\d+\p{Script=Han}?[）)]?$/u;
const approximate = /约|左右|上下|余|多|近|超|不到|不足|至少|以上|以下|几/u;

/**
 * Reads the counts of a cell for the indicators of one arrangement, in their order. One number is the first one's; as many numbers as
 * indicators are put to the clerk one by one.
 */
export function readLedgerCounts(
  cell: LedgerCell | null,
  indicators: readonly Counted[],
  isPerPeriod: boolean,
): Reading[] {
  if (cell === null) return indicators.map(() => nothing);
  if (cell.formula === 'missing') return indicators.map(() => ask(null, 'formula-missing'));
  const text = withoutBlanks(toSimplified(cell.text));
  if (dash.test(text)) return indicators.map(() => nothing);
  const first = indicators[0];
  if (first === undefined) return [];
  const plain =
    typeof cell.value === 'number' && cell.day === undefined ? cell.value : (around.exec(text)?.[1] ?? text);
  const read = readCount(plain as CellValue, first);
  const ofOne = (reading: Reading): Reading[] => indicators.map((_, at) => (at === 0 ? reading : nothing));
  if (read.value !== null) {
    if (first.id === 'done' && read.value > 1) return ofOne(ask(isPerPeriod ? null : 1, 'count-of-done'));
    if (indicators.length > 1) return ofOne(ask(read.value, 'count-of-several'));
    return ofOne(value(read.value));
  }
  if (approximate.test(text)) return indicators.map(() => ask(null, 'count-approximate'));
  const part = /^(\d+)[/／](\d+)$/u.exec(text);
  if (part) return ofOne(ask(Number(part[1]), 'count-part'));
  // 7（含新增2）: what stands in brackets is part of it.
  const whole = /^(\d+)\p{Script=Han}{0,2}[（(][^（）()]*[)）]$/u.exec(text);
  if (whole && first.id !== 'done') return ofOne(ask(Number(whole[1]), 'count-in-sentence'));
  const running = isPerPeriod || indicators.length > 1 ? null : soFar.exec(text);
  if (running && first.id !== 'done') return ofOne(ask(Number(running[1]), 'count-in-sentence'));
  const numbers = [...text.matchAll(/\d+/gu)].map(([found]) => Number(found));
  if (numbers.length === indicators.length && indicators.length > 1)
    return numbers.map((found) => ask(found, 'count-of-several'));
  if (numbers.length === 1 && first.id !== 'done') return ofOne(ask(numbers[0]!, 'count-in-sentence'));
  if (first.id === 'done') return ofOne(ask(isPerPeriod ? null : 1, 'count-of-done'));
  return ofOne(ask(null, 'count-in-sentence'));
}

const dayInWords =
  /^(?:([〇○零一二三四五六七八九]{4})年)?([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})[日号]?$/u;
const figures = '〇一二三四五六七八九';

/** 二〇二四年三月二十八日 in figures; whatever else stands there, as it is. */
function inFigures(text: string): string {
  const [, ofYear, month, date] = dayInWords.exec(withoutBlanks(toSimplified(text))) ?? [];
  const [m, d] = [chineseNumber(month ?? ''), chineseNumber(date ?? '')];
  if (m === null || d === null) return text;
  const y = [...(ofYear ?? '')]
    .map((figure) => figures.indexOf(/[○零]/u.test(figure) ? '〇' : figure))
    .join('');
  return `${y === '' ? '' : `${y}年`}${m}月${d}日`;
}

/** Reads a day of completion. A short form that is also a number (4.8) is put to the clerk. */
export function readLedgerDay(cell: LedgerCell | null, year: number): Reading {
  if (cell === null) return nothing;
  if (cell.formula === 'missing') return ask(null, 'formula-missing');
  if (cell.day !== undefined)
    return Number(cell.day.slice(0, 4)) === year ? value(cell.day) : ask(cell.day, 'date-unclear');
  const text = withoutBlanks(cell.text);
  if (dash.test(text)) return nothing;
  const short = /^\d{1,2}[./]\d{1,2}$/u.test(text);
  // A blank keeps the day and the hour apart.
  const read = readDate(typeof cell.value === 'number' && !short ? cell.value : inFigures(cell.text), year);
  if (read.value !== null) return short ? ask(read.value, 'date-unclear') : value(read.value);
  return ask(null, 'date-unclear');
}

const plan = /计划|预计|拟|将于|前完成|底前/u;

/** A count and a day that stand within a sentence about one indicator or several: always questions. */
export function readFromSentence(
  note: string,
  indicators: readonly Counted[],
  year: number,
): { counts: Reading[]; day: Reading } {
  const text = withoutBlanks(toSimplified(note));
  const dated = /(?:(20\d{2})年)?(\d{1,2})月(\d{1,2})[日号]/u.exec(text);
  const isPlan =
    dated !== null && plan.test(text.slice(Math.max(0, dated.index - 8), dated.index + dated[0].length + 4));
  const day = dated === null || isPlan ? nothing : (readDate(dated[0], year).value ?? null);
  const rest = text
    .replace(/(?:20\d{2}年)?\d{1,2}月(?:\d{1,2}[日号]|份)?/gu, ' ')
    .replace(/\d+人|\d+条|\d+次/gu, ' ');
  const counted = indicators.filter(({ id }) => id !== 'done');
  const counts = counted.map((indicator, at): Reading => {
    const pattern = new RegExp(`(\\d+)${indicator.unitOfMeasure}`, 'gu');
    const found = [...rest.matchAll(pattern)].map(([, digits]) => Number(digits));
    const own = found[counted.length > 1 ? at : 0];
    return own === undefined ? nothing : ask(own, 'count-in-sentence');
  });
  return {
    counts: indicators.map(({ id }) =>
      id === 'done' ? nothing : (counts[counted.findIndex((each) => each.id === id)] ?? nothing),
    ),
    day: typeof day === 'string' ? ask(day, 'date-in-sentence') : nothing,
  };
}
