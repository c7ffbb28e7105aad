import { reviewNames } from '../obligations/reviewWords.ts';
import type { AuditItem } from '../wire/audit.ts';
import type { AuditValue } from './changes.ts';

type Language = 'zh' | 'en';
type Names = Readonly<Record<string, { zh: string; en: string }>>;

/** Outcomes of rows and obligations, and what a publishing did to arrangements. */
const countNames: Names = {
  applied: { zh: '生效', en: 'applied' },
  merged: { zh: '合并', en: 'merged' },
  unchanged: { zh: '未变', en: 'unchanged' },
  conflict: { zh: '冲突', en: 'in conflict' },
  invalid: { zh: '未通过校验', en: 'invalid' },
  locked: { zh: '已锁定', en: 'locked' },
  unknown: { zh: '无此行', en: 'unknown' },
  refused: { zh: '未办理', en: 'refused' },
  obligations: { zh: '应报项', en: 'obligations' },
  added: { zh: '新增', en: 'added' },
  returned: { zh: '恢复', en: 'returned' },
  changed: { zh: '修改', en: 'changed' },
  moved: { zh: '移动', en: 'moved' },
  gone: { zh: '删去', en: 'gone' },
  retired: { zh: '不再要求', en: 'retired' },
  calendars: { zh: '停用日历订阅', en: 'calendar links revoked' },
};

/** Names that stand in places; others, such as codes and names of groups, are as they are. */
const placeNames: Names = {
  units: { zh: '单位', en: 'units' },
  groups: { zh: '单位组', en: 'groups' },
  members: { zh: '成员', en: 'members' },
  name: { zh: '名称', en: 'name' },
  aliases: { zh: '别名', en: 'aliases' },
  kind: { zh: '类型', en: 'kind' },
  to: { zh: '截止', en: 'to' },
  seasons: { zh: '季节月份', en: 'seasons' },
  schedules: { zh: '时限', en: 'deadlines' },
  unitNames: { zh: '单位名称', en: 'names of units' },
  lockDaysAfterDue: { zh: '时限后几天锁定', en: 'days from due date to lock' },
  contact: { zh: '联系人', en: 'contact' },
  switchedOff: { zh: '不填的字段', en: 'fields left out' },
  dueOnHoliday: { zh: '时限遇节假日', en: 'due on a day off' },
  moveWeeks: { zh: '每周的也顺延', en: 'weeks are moved too' },
  blueDays: { zh: '提前几天亮蓝灯', en: 'days of the blue light' },
  paceMargin: { zh: '进度允许落后', en: 'margin of pace' },
  answerWithinWorkingDays: { zh: '退回后几个工作日内重报', en: 'working days to answer a return' },
  review: { zh: '审核', en: 'review' },
  returnReason: { zh: '退回理由', en: 'reason of the return' },
  answerBy: { zh: '请于此日前重报', en: 'to be answered by' },
  dueOn: { zh: '时限', en: 'due date' },
  extensionReason: { zh: '延期理由', en: 'reason of the extension' },
  extensionDocument: { zh: '延期文号', en: 'document of the extension' },
  unlockedUntil: { zh: '解锁至', en: 'unlocked until' },
  declared: { zh: '本地无此类（区里认定）', en: 'declared not applicable' },
  version: { zh: '版本', en: 'version' },
  shape: { zh: '记住的表格式', en: 'remembered shape of the file' },
  days: { zh: '时段', en: 'days' },
  title: { zh: '标题', en: 'title' },
  office: { zh: '发文机关', en: 'office' },
  code: { zh: '发文机关代字', en: 'code of the office' },
  salutation: { zh: '主送机关', en: 'salutation' },
  signature: { zh: '署名', en: 'signature' },
  sentences: { zh: '语句', en: 'sentences' },
  tables: { zh: '印出表格', en: 'printed tables' },
  holder: { zh: '姓名', en: 'holder' },
  role: { zh: '角色', en: 'role' },
  label: { zh: '备注', en: 'label' },
  expiresAt: { zh: '到期', en: 'expires' },
  revokedAt: { zh: '停用', en: 'revoked' },
  calendars: { zh: '日历订阅', en: 'calendar links' },
};

/** Values that are words of the API, by the place in which they stand. */
const roleWords: Names = {
  reporter: { zh: '填报单位', en: 'reporter' },
  officer: { zh: '区局人员', en: 'officer' },
  admin: { zh: '管理员', en: 'administrator' },
  viewer: { zh: '查看者', en: 'viewer' },
};

/** The same, where they are a kind of unit. */
const unitKindWords: Names = {
  bureau: { zh: '部门', en: 'bureau' },
  park: { zh: '园区', en: 'park' },
  town: { zh: '镇', en: 'town' },
  subdistrict: { zh: '街道', en: 'subdistrict' },
};

const nameIn = (names: Names, name: string, language: Language): string => names[name]?.[language] ?? name;

const wordsOf: Readonly<Record<string, Names>> = {
  role: roleWords,
  kind: unitKindWords,
  review: reviewNames,
};

/** Where something was changed: units by their names. */
export function placeWords(place: string, units: AuditItem['units'], language: Language): string {
  const unitNames = new Map(units.map(({ id, name }) => [id, name]));
  return place
    .split('/')
    .map((step) => {
      const [first = '', ...rest] = step.split(' ');
      const unit = unitNames.get(first);
      const [, indicator] = /^i([1-9]\d?)$/u.exec(step) ?? [];
      if (indicator !== undefined) return `${language === 'zh' ? '指标' : 'indicator'} ${indicator}`;
      return unit === undefined ? nameIn(placeNames, step, language) : [unit, ...rest].join(' ');
    })
    .join(language === 'zh' ? ' · ' : ', ');
}

/** A value before or after; nothing is a dash. */
export function valueWords(place: string, value: AuditValue, language: Language): string {
  if (value === null || value === '') return '—';
  if (typeof value === 'boolean') return (language === 'zh' ? ['否', '是'] : ['no', 'yes'])[Number(value)]!;
  const what = place.split('/').at(-1)!;
  const words = wordsOf[what];
  if (words) return nameIn(words, String(value), language);
  return (typeof value === 'string' && thingWords(value, language)) || String(value);
}

/** A thing that came or went as a whole, part by part: `名称 某镇，类型 镇`; `null`: it is none, or was cut. */
function thingWords(text: string, language: Language): string | null {
  if (!text.startsWith('{') || !text.endsWith('}')) return null;
  let thing: Record<string, unknown>;
  try {
    thing = JSON.parse(text) as Record<string, unknown>;
  } catch {
    return null;
  }
  const parts = Object.entries(thing).flatMap(([name, value]) => {
    const isThing = typeof value === 'object' && value !== null;
    const said = isThing ? (Array.isArray(value) ? value : Object.keys(value)).join('、') : value;
    if (said === '' || (typeof said !== 'string' && typeof said !== 'number' && typeof said !== 'boolean'))
      return [];
    return [`${nameIn(placeNames, name, language)} ${valueWords(name, said, language)}`];
  });
  return parts.join(language === 'zh' ? '，' : ', ');
}

/** Counts in words: `生效 3，未变 1`. */
export const countWords = (counts: AuditItem['counts'], language: Language): string =>
  Object.entries(counts)
    .map(([name, n]) => `${nameIn(countNames, name, language)} ${n}`)
    .join(language === 'zh' ? '，' : ', ');

/** What was done, in one line: counts, then places with their values before and after. */
export function whatWords(
  { changes, more, counts, units }: Pick<AuditItem, 'changes' | 'more' | 'counts' | 'units'>,
  language: Language,
): string {
  const [colon, between] = language === 'zh' ? ['：', '；'] : [': ', '; '];
  const places = changes.map(({ place, before, after }) => {
    const [was, is] = [before, after].map((value) => valueWords(place, value, language));
    return `${placeWords(place, units, language)}${colon}${before === null ? is : `${was} → ${is}`}`;
  });
  const further = more > 0 ? [language === 'zh' ? `另有 ${more} 处` : `${more} more`] : [];
  return [countWords(counts, language), ...places, ...further].filter((part) => part !== '').join(between);
}
