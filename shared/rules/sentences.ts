import { byField, type RowField } from '../row/columns.ts';
import type { CellValue } from '../row/row.ts';
import type { BureauFinding, BureauRuleId } from './checkTable.ts';
import type { Finding } from './finding.ts';
import type { RuleId } from './ruleIds.ts';

export type Language = 'zh' | 'en';

/** What the columns are called. */
export const fieldNames: Record<RowField | 'key', Record<Language, string>> = {
  ...byField(({ zh, en }) => ({ zh, en })),
  key: { zh: '行标识', en: 'Row key' },
};

interface Words {
  /** The column, as 【数量】. */
  cell: string;
  /** The cell's value, as 「86」. */
  value: string;
  /** A parameter; empty where it is absent. */
  p: (name: string) => string;
}
type Sentence = (words: Words) => string;

const longestShown = 40;
const explainZh = '如属实，请在【核实说明】中写明原因。';
const explainEn = 'If it is true, give the reason in "Explanation".';

/** One sentence per rule and language: the cell, the value, the fix. A rule without both does not compile. */
const sentences: Record<RuleId | BureauRuleId, Record<Language, Sentence>> = {
  'V-status-required': {
    zh: ({ cell, p }) => `${cell}没有填，请选择：${p('choices')}。`,
    en: ({ cell, p }) => `${cell} is blank. Choose one of: ${p('choices')}.`,
  },
  'V-status-known': {
    zh: ({ cell, value, p }) => `${cell}${value}不是可选的状态，请选择：${p('choices')}。`,
    en: ({ cell, value, p }) => `${cell} ${value} is no status. Choose one of: ${p('choices')}.`,
  },
  'V-status-kind': {
    zh: ({ cell, value, p }) =>
      `${cell}${value}不适用于这一行，本行可选：${p('choices')}${p('suggestion') && `，可改为「${p('suggestion')}」`}。`,
    en: ({ cell, value, p }) =>
      `${cell} ${value} does not fit this row. Choose one of: ${p('choices')}${p('suggestion') && ` (probably "${p('suggestion')}")`}.`,
  },
  'V-count-whole': {
    zh: ({ cell, value, p }) =>
      `${cell}${value}不是整数，请只填数字，如 86 ${p('unitOfMeasure')}填 86；没有就填 0，本地无此类请在【状态】中选择。`,
    en: ({ cell, value }) =>
      `${cell} ${value} is not a whole number. Give digits only; 0 for none, and 本地无此类 belongs in "Status".`,
  },
  'V-count-negative': {
    zh: ({ cell, value }) => `${cell}${value}不能是负数，请填大于或等于 0 的整数。`,
    en: ({ cell, value }) => `${cell} ${value} is negative. Give a whole number of 0 or more.`,
  },
  'V-count-approximate': {
    zh: ({ cell, value }) => `${cell}${value}是大概的数，请填核实后的准确整数。`,
    en: ({ cell, value }) => `${cell} ${value} is an estimate. Give the exact whole number.`,
  },
  'V-count-unit': {
    zh: ({ cell, value, p }) =>
      `${cell}${value}的单位与本指标的「${p('unitOfMeasure')}」不同，请换算后只填数字。`,
    en: ({ cell, value, p }) =>
      `${cell} ${value} is in another unit than this indicator's "${p('unitOfMeasure')}". Convert it and give the number only.`,
  },
  'V-count-too-large': {
    zh: ({ cell, value, p }) => `${cell}${value}太大（最多 ${p('max')}），请检查是否填错了列。`,
    en: ({ cell, value, p }) => `${cell} ${value} is above ${p('max')}. Was it meant for another column?`,
  },
  'V-count-required': {
    zh: ({ cell, p }) =>
      `${cell}没有填：状态为「${p('status')}」时请填完成的数量${p('target') && `（分解指标 ${p('target')} ${p('unitOfMeasure')}）`}。`,
    en: ({ cell, p }) =>
      `${cell} is blank. With status "${p('status')}" give how many were done${p('target') && ` (allocation: ${p('target')} ${p('unitOfMeasure')})`}.`,
  },
  'V-count-of-done': {
    zh: ({ cell, value }) => `${cell}${value}不适用：本项只报做没做，数量请留空，或填 0、1。`,
    en: ({ cell, value }) =>
      `${cell} ${value} does not fit: this row only says done or not. Leave it blank, or give 0 or 1.`,
  },
  'V-count-below-target': {
    zh: ({ cell, value, p }) =>
      `${cell}${value}比分解指标 ${p('target')} ${p('unitOfMeasure')}少 ${p('missing')}，还不能报「已完成」：请补足数量，或把状态改为「进行中」。`,
    en: ({ cell, value, p }) =>
      `${cell} ${value} is ${p('missing')} short of the allocation of ${p('target')} ${p('unitOfMeasure')}, so it is not 已完成 yet: correct the count, or set the status to 进行中.`,
  },
  'V-count-over-allocation': {
    zh: ({ cell, value, p }) =>
      `${cell}${value}比分解指标 ${p('target')} ${p('unitOfMeasure')}多 ${p('over')}，请核对。${explainZh}`,
    en: ({ cell, value, p }) =>
      `${cell} ${value} is ${p('over')} more than the allocation of ${p('target')} ${p('unitOfMeasure')}. Check it. ${explainEn}`,
  },
  'V-count-over-target': {
    zh: ({ cell, value, p }) =>
      `${cell}${value}超过了全区目标 ${p('target')} ${p('unitOfMeasure')}，请核对。${explainZh}`,
    en: ({ cell, value, p }) =>
      `${cell} ${value} is more than the whole district's target of ${p('target')} ${p('unitOfMeasure')}. Check it. ${explainEn}`,
  },
  'V-count-falls': {
    zh: ({ cell, value, p }) =>
      `${cell}${value}比上一期的累计数 ${p('previous')} ${p('unitOfMeasure')}少，累计数不应减少，请核对。${explainZh}`,
    en: ({ cell, value, p }) =>
      `${cell} ${value} is less than the running total of ${p('previous')} ${p('unitOfMeasure')} of the period before. Check it. ${explainEn}`,
  },
  'V-count-next-falls': {
    zh: ({ cell, value, p }) =>
      `${cell}${value}比后一期已报的累计数 ${p('next')} ${p('unitOfMeasure')}多，请核对这两期。${explainZh}`,
    en: ({ cell, value, p }) =>
      `${cell} ${value} is more than the running total of ${p('next')} ${p('unitOfMeasure')} already reported for a later period. Check both. ${explainEn}`,
  },
  'V-not-started-with-count': {
    zh: ({ cell, value, p }) =>
      `${cell}${value}与状态「${p('status')}」矛盾：请改状态，或把数量清空${p('carriedOn') !== '0' ? `（沿用上期填 ${p('carriedOn')}）` : ''}。`,
    en: ({ cell, value, p }) =>
      `${cell} ${value} contradicts the status "${p('status')}": change the status, or clear the count${p('carriedOn') !== '0' ? ` (${p('carriedOn')} carries the last one on)` : ''}.`,
  },
  'V-none-with-count': {
    zh: ({ cell, value }) => `${cell}${value}与状态「本地无此类」矛盾：请清空数量，或改状态。`,
    en: ({ cell, value }) =>
      `${cell} ${value} contradicts the status 本地无此类: clear the count, or change the status.`,
  },
  'V-none-with-allocation': {
    zh: ({ cell, value, p }) =>
      `${cell}${value}，但区局给本单位分解了 ${p('target')} ${p('unitOfMeasure')}，请核对。${explainZh}`,
    en: ({ cell, value, p }) =>
      `${cell} ${value}, yet the bureau has allocated ${p('target')} ${p('unitOfMeasure')} to this unit. Check it. ${explainEn}`,
  },
  'V-none-after-count': {
    zh: ({ cell, value, p }) =>
      `${cell}${value}，但上一期报过累计 ${p('previous')} ${p('unitOfMeasure')}，请核对。${explainZh}`,
    en: ({ cell, value, p }) =>
      `${cell} ${value}, yet the period before reported a running total of ${p('previous')} ${p('unitOfMeasure')}. Check it. ${explainEn}`,
  },
  'V-completed-on-required': {
    zh: ({ cell, p }) => `${cell}没有填：状态为「${p('status')}」时请填完成的那一天，如 ${p('year')}-03-15。`,
    en: ({ cell, p }) =>
      `${cell} is blank. With status "${p('status')}" give the day it was done, such as ${p('year')}-03-15.`,
  },
  'V-completed-on-readable': {
    zh: ({ cell, value, p }) =>
      `${cell}${value}不是能认的日期，请写成 ${p('year')}-03-15 或 ${p('year')}年3月15日，年月日都要有。`,
    en: ({ cell, value, p }) =>
      `${cell} ${value} cannot be read as a date. Write it as ${p('year')}-03-15, with year, month and day.`,
  },
  'V-completed-on-exists': {
    zh: ({ cell, value, p }) =>
      p('lastDay') === '0'
        ? `${cell}${value}不存在：没有 ${p('month')} 月，请改正。`
        : `${cell}${value}不存在：${p('year')} 年 ${p('month')} 月只有 1 日至 ${p('lastDay')} 日，请改正。`,
    en: ({ cell, value, p }) =>
      p('lastDay') === '0'
        ? `${cell} ${value} does not exist: there is no month ${p('month')}. Correct it.`
        : `${cell} ${value} does not exist: month ${p('month')} of ${p('year')} has days 1 to ${p('lastDay')}. Correct it.`,
  },
  'V-completed-on-serial': {
    zh: ({ cell, value, p }) =>
      `${cell}${value}是日期序列号，对应 ${p('in1900')}${p('in1904') && `（1904 系统为 ${p('in1904')}）`}，不在 ${p('year')} 年内，请重填，如 ${p('year')}-03-15。`,
    en: ({ cell, value, p }) =>
      `${cell} ${value} is a date serial, meaning ${p('in1900')}${p('in1904') && ` (${p('in1904')} in the 1904 system)`}, which is outside ${p('year')}. Write it as ${p('year')}-03-15.`,
  },
  'V-completed-on-in-year': {
    zh: ({ cell, value, p }) => `${cell}${value}不在本清单的年度内，请填 ${p('year')} 年的日期。`,
    en: ({ cell, value, p }) => `${cell} ${value} is outside the list's year. Give a date in ${p('year')}.`,
  },
  'V-completed-on-future': {
    zh: ({ cell, value, p }) =>
      `${cell}${value}还没有到（今天是 ${p('today')}）：请填实际完成的日期；没有完成的，状态选「进行中」并清空日期。`,
    en: ({ cell, value, p }) =>
      `${cell} ${value} has not come yet (today is ${p('today')}). Give the day it was done, or clear it while it is not.`,
  },
  'V-completed-on-before-opening': {
    zh: ({ cell, value, p }) => `${cell}${value}早于本期开始的 ${p('opensOn')}，请核对。${explainZh}`,
    en: ({ cell, value, p }) =>
      `${cell} ${value} is before this period opens on ${p('opensOn')}. Check it. ${explainEn}`,
  },
  'V-not-started-with-date': {
    zh: ({ cell, value, p }) => `${cell}${value}与状态「${p('status')}」矛盾：请清空日期，或改状态。`,
    en: ({ cell, value, p }) =>
      `${cell} ${value} contradicts the status "${p('status')}": clear the date, or change the status.`,
  },
  'V-under-way-with-date': {
    zh: ({ cell, value, p }) =>
      `${cell}${value}已填，但状态是「${p('status')}」：完成了请改为「已完成」，没有完成请清空日期。${explainZh}`,
    en: ({ cell, value, p }) =>
      `${cell} ${value} is given, yet the status is "${p('status')}": set 已完成, or clear the date. ${explainEn}`,
  },
  'V-note-required': {
    zh: ({ cell, p }) =>
      p('status') === '未开展'
        ? `${cell}没有填：状态为「未开展」时请写明原因。`
        : `${cell}没有填：状态为「${p('status')}」时请写明做了什么。`,
    en: ({ cell, p }) =>
      p('status') === '未开展'
        ? `${cell} is blank. With status "未开展" say why.`
        : `${cell} is blank. With status "${p('status')}" say what was done.`,
  },
  'V-note-short': {
    zh: ({ cell, value, p }) => `${cell}${value}太短，至少 ${p('min')} 个字，请写明做了什么。`,
    en: ({ cell, value, p }) =>
      `${cell} ${value} is too short: at least ${p('min')} characters. Say what was done.`,
  },
  'V-note-telling': {
    zh: ({ cell, value }) => `${cell}${value}看不出做了什么，请写具体。${explainZh}`,
    en: ({ cell, value }) => `${cell} ${value} does not say what was done. Be specific. ${explainEn}`,
  },
  'V-text-long': {
    zh: ({ cell, value, p }) =>
      `${cell}${value}有 ${p('length')} 个字，最多 ${p('max')} 个，请精简，详细内容放进佐证材料。`,
    en: ({ cell, value, p }) =>
      `${cell} ${value} has ${p('length')} characters, at most ${p('max')} fit. Shorten it and put the details into a document.`,
  },
  'V-id-digits-lost': {
    zh: ({ cell, value }) =>
      `${cell}${value}是 16 位以上的数字，Excel 已丢失末尾几位：请先把单元格设为文本格式，再重新输入。`,
    en: ({ cell, value }) =>
      `${cell} ${value} is a number of 16 digits or more, of which Excel has lost the last ones. Format the cell as text and type it again.`,
  },
  'V-cell-excel-error': {
    zh: ({ cell, value }) => `${cell}${value}是公式出错的结果，请改正公式，或直接输入内容。`,
    en: ({ cell, value }) => `${cell} ${value} is a formula's error. Mend the formula, or type the content.`,
  },
  'V-credit-code-length': {
    zh: ({ cell, p }) =>
      `${cell}中的统一社会信用代码「${p('code')}」有 ${p('length')} 位，应为 18 位，请对照营业执照改正。`,
    en: ({ cell, p }) =>
      `${cell}: the unified social credit code "${p('code')}" has ${p('length')} characters instead of 18. Compare it with the licence.`,
  },
  'V-credit-code-character': {
    zh: ({ cell, p }) =>
      `${cell}中的统一社会信用代码「${p('code')}」第 ${p('place')} 位「${p('character')}」不对（不用 I、O、S、V、Z，第 3 至 8 位是数字），请对照营业执照改正。`,
    en: ({ cell, p }) =>
      `${cell}: place ${p('place')} of the unified social credit code "${p('code')}" cannot be "${p('character')}" (no I, O, S, V, Z; places 3 to 8 are digits). Compare it with the licence.`,
  },
  'V-credit-code-check': {
    zh: ({ cell, p }) =>
      `${cell}中的统一社会信用代码「${p('code')}」校验不符：第 18 位应为「${p('expected')}」，现为「${p('character')}」，请对照营业执照逐位核对。`,
    en: ({ cell, p }) =>
      `${cell}: the unified social credit code "${p('code')}" fails its check: place 18 should be "${p('expected')}" and is "${p('character')}". Compare every place with the licence.`,
  },
  'V-credit-code-trial': {
    zh: ({ cell, p }) =>
      `${cell}中的统一社会信用代码「${p('code')}」校验不符（按标准第 18 位应为「${p('expected')}」），可能是早期试点发放的代码，请对照营业执照核对。${explainZh}`,
    en: ({ cell, p }) =>
      `${cell}: the unified social credit code "${p('code')}" fails its check (place 18 should be "${p('expected')}"); early trial codes do. Compare it with the licence. ${explainEn}`,
  },
  'V-contact-phone': {
    zh: ({ cell, p }) =>
      `${cell}中的电话「${p('phone')}」不对（${p('digits')} 位数字）：手机应为 11 位，座机写成 0519-86598222，分机用「转」。`,
    en: ({ cell, p }) =>
      `${cell}: the phone number "${p('phone')}" (${p('digits')} digits) is wrong. A mobile has 11 digits; write a landline as 0519-86598222, an extension after 转.`,
  },
  'V-document-number-form': {
    zh: ({ cell, p }) => `${cell}中的文号「${p('written')}」建议写成「${p('suggestion')}」。${explainZh}`,
    en: ({ cell, p }) =>
      `${cell}: the document number "${p('written')}" should be written "${p('suggestion')}". ${explainEn}`,
  },
  'V-document-number-year': {
    zh: ({ cell, p }) =>
      `${cell}中的文号「${p('written')}」是 ${p('year')} 年的，今年是 ${p('thisYear')} 年，请核对。${explainZh}`,
    en: ({ cell, p }) =>
      `${cell}: the document number "${p('written')}" is of ${p('year')}, and this year is ${p('thisYear')}. Check it. ${explainEn}`,
  },
  'V-explanation-short': {
    zh: ({ cell, value, p }) => `${cell}${value}太短，至少 ${p('min')} 个字，请写明原因。`,
    en: ({ cell, value, p }) =>
      `${cell} ${value} is too short: at least ${p('min')} characters. Give the reason.`,
  },
  'V-explanation-telling': {
    zh: ({ cell, value }) => `${cell}${value}没有写原因，请写明为什么是这样。`,
    en: ({ cell, value }) => `${cell} ${value} gives no reason. Say why it is so.`,
  },
  'V-explanation-renew': {
    zh: ({ cell, value }) => `${cell}${value}是针对以前的提示写的，本行有了新的提示，请补充说明。`,
    en: ({ cell, value }) =>
      `${cell} ${value} was written for earlier warnings, and this row has a new one. Add the reason for it.`,
  },
  'V-key-missing': {
    zh: ({ cell }) => `${cell}是空的，这一行不属于下发的台账，不会上报：请在原有的行中填写。`,
    en: ({ cell }) =>
      `${cell} is blank: this row is not part of the ledger and is not sent. Fill in one of its own rows.`,
  },
  'V-key-malformed': {
    zh: ({ cell, value }) => `${cell}${value}已被改动，认不出是哪一行：请撤销改动，或重新下载台账。`,
    en: ({ cell, value }) =>
      `${cell} ${value} has been altered beyond recognition. Undo that, or pull again.`,
  },
  'V-key-broken-check': {
    zh: ({ cell, value }) => `${cell}${value}的校验位不符，有字符被改动：请撤销改动，或重新下载台账。`,
    en: ({ cell, value }) =>
      `${cell} ${value} fails its check character: some of it was changed. Undo that, or pull again.`,
  },
  'V-key-unknown': {
    zh: ({ cell, value }) =>
      `${cell}${value}不在本单位的台账里，可能来自别的台账：这一行不会上报，请删除或重新下载台账。`,
    en: ({ cell, value }) =>
      `${cell} ${value} is not in this unit's ledger, perhaps it comes from another: the row is not sent. Delete it, or pull again.`,
  },
  'V-key-other-list': {
    zh: ({ cell, value }) =>
      `${cell}${value}属于另一个年度的清单：这一行不会上报到本年度，请在那个年度的台账里填报。`,
    en: ({ cell, value }) =>
      `${cell} ${value} belongs to another year's list: the row is not sent to this one. Report it in that year's ledger.`,
  },
  'V-key-duplicate': {
    zh: ({ cell, value, p }) =>
      `${cell}${value}出现了 ${p('copies')} 次，这一行被复制过：请留下要上报的一行，其余的删除。`,
    en: ({ cell, value, p }) =>
      `${cell} ${value} occurs ${p('copies')} times: the row was copied. Keep the one that counts and delete the others.`,
  },
  'V-allocations-sum': {
    zh: ({ p }) =>
      `「${p('label')}」各单位分解指标合计 ${p('sum')} ${p('unitOfMeasure')}，与全区目标 ${p('target')} ${p('unitOfMeasure')}相差 ${p('difference')}，请核对分解。`,
    en: ({ p }) =>
      `"${p('label')}": the allocations sum to ${p('sum')} ${p('unitOfMeasure')}, ${p('difference')} off the district's target of ${p('target')} ${p('unitOfMeasure')}. Check them.`,
  },
  'V-reported-over-target': {
    zh: ({ p }) =>
      `「${p('label')}」各单位上报合计 ${p('sum')} ${p('unitOfMeasure')}，比全区目标 ${p('target')} ${p('unitOfMeasure')}多 ${p('over')}，请核对是否重复上报。`,
    en: ({ p }) =>
      `"${p('label')}": the units report ${p('sum')} ${p('unitOfMeasure')} in all, ${p('over')} more than the district's target of ${p('target')} ${p('unitOfMeasure')}. Is something counted twice?`,
  },
};

/** A date is a serial to us, and a date to the clerk who looks at the cell. */
function asSeen({ value, params }: Finding): CellValue {
  return typeof value === 'number' && typeof params.date === 'string' ? params.date : value;
}

function shown(value: CellValue, language: Language): string {
  const text = typeof value === 'boolean' ? (value ? 'TRUE' : 'FALSE') : String(value ?? '');
  const characters = [...text.trim()];
  const cut =
    characters.length > longestShown ? `${characters.slice(0, longestShown).join('')}…` : text.trim();
  return language === 'zh' ? `「${cut}」` : `"${cut}"`;
}

/** The sentence of a finding: names the cell, the value and the fix. */
export function sentenceFor(finding: Finding | BureauFinding, language: Language): string {
  const field = 'field' in finding ? finding.field : null;
  const name = field === null ? '' : fieldNames[field][language];
  const { params } = finding;
  return sentences[finding.rule][language]({
    cell: language === 'zh' ? `【${name}】` : `"${name}"`,
    value: 'value' in finding ? shown(asSeen(finding), language) : '',
    p: (parameter) => String(params[parameter] ?? ''),
  });
}
