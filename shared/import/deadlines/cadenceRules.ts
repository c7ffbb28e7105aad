import type { Schedule } from '../../taskList/taskList.ts';
import type { Context, DeadlineRule, Examples, Outcome } from './deadlineRule.ts';
import { eg, nothing, timing, unreadDeadline } from './deadlineRule.ts';
import { seasonBefore } from './seasonRules.ts';

const number = String.raw`(?:\d{1,2}|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])`;
const counted = '[次轮家个批场期份户处座项人名条种类级大]';
const dayOfMonth = `${number}(?:日(?!常)|号(?![楼罐库线机仓装车泵炉井门桥区]))`;
const third = '[上中下]旬';
const dayOfWeek = '[一二三四五六日天]';
/** 每周一 is a Monday where it is not once a week (每周一次, 每周一查). */
const notDayOfWeek = `(?!${counted}|(?<=日)[常报志程均]|(?<=天)[然气数]|(?<=一)[查评练会考讲报](?![处询看估价比习训商议办核评解送告])|[至到~-])`;
/** The hour of a day, and the words that put something before or about it. */
const hour =
  '(?:上午|下午|中午|晚上|下班|\\d{1,2}(?:：\\d\\d|[时点](?:\\d{1,2}分)?))*(?:(?:之|以)?前(?!后)|前后|左右|起)?';
const link = '(?:的|于|在|逢|（)?';
const joint = '[、和及与或]';

type Within = { several: string; one: string };
/** Days within a week: several are more than once a week. */
const inWeek: Within = {
  several: `(?:周|星期)?${dayOfWeek}(?:(?:${joint}|[至到~-])(?:每?周|星期|礼拜)?${dayOfWeek}){1,6}${notDayOfWeek}`,
  one: `(?:周|星期)?${dayOfWeek}${notDayOfWeek}`,
};
/** A day, third or month within a period (每月5日前, 每月中旬, 每季度首月). */
const day = `(?:${dayOfMonth}(?:[至到~-]${dayOfMonth})?|${number}[至到~-]${dayOfMonth}|${third}|月?初(?![步期次审始级])|月中(?!旬)|前${number}个?(?:工作日|[日天])内?|(?:第[一二三四五1-5]|[首末]|最后一?)个?(?:周(?!期)(?:${dayOfWeek}${notDayOfWeek})?|(?:星期|礼拜)${dayOfWeek}?|工作日))`;
const inPeriod: Within = {
  several: `(?:${number}[日号]?(?:${joint}${number}[日号]?){0,8}${joint}${dayOfMonth}|${third}(?:${joint}${third}){1,2})`,
  one: `(?:(?:(?:[首末]|第[一二三四五六1-6]个|最后一?个|首个)月的?)(?:${day})?|${day}|(?:结束|终了)(?:之|以)?[前后](?:${number}个?(?:工作日|[日天])内?)?|[底末](?:之|以)?前${number}个?(?:工作日|[日天]))`,
};
/** The period's end (每月底前, 每月最后一天), when a cadence falls due anyhow. */
const end = '(?:最后一[天日]|[底末](?:之|以)?前?)';

const cadence = (
  kind: Schedule['kind'],
  wording: string,
  examples: Examples,
  { several, one } = inPeriod,
): DeadlineRule => ({
  ...examples,
  pattern: new RegExp(
    `${seasonBefore}(?:${wording})(?:${link}(?:(?<several>${several})|(?<within>${one}))${hour}|的?${end})?`,
    'gu',
  ),
  read: ({ groups }) => (groups['several'] === undefined ? timingOf(kind, groups) : unreadDeadline),
});
const timingOf = (kind: Schedule['kind'], { season, within }: Context['groups']): Outcome => ({
  ...timing(season === undefined ? { kind } : { kind, season: season.slice(0, 40) }),
  ...(within !== undefined && { namesDay: true }),
});

/** What is done once in each (一月一调度), and words that only begin with 一. */
const doings =
  '调度|通报|检查|排查|抽查|巡查|核查|督查|督导|督办|总结|小结|分析|研判|研究|评估|评价|考核|报告|报送|上报|汇报|会商|会办|汇总|演练|培训|推进|点评|讲评|提醒|盘点|复盘|例会|调研|更新|清零|查|评|报|考|训|练|会';
const onlyWords = '次性|般|级|线|类|批|体|日|号|同|并|律|些|起|家|座|处|名|个|至|旬|度';
const alone = '(?<![\\d年第每各上下隔同统唯〇零一二三四五六七八九十两半])';
const laterPeriod = /[二三四]季度|[二三四五六七八九十]月/u;
const oneOf = (period: string, kind: Schedule['kind'], examples: Examples): DeadlineRule => ({
  ...examples,
  pattern: new RegExp(
    `${seasonBefore}${alone}一个?${period}(?:(?<once>一(?:次(?!性)|${doings}))|一(?!${onlyWords})[\\p{Script=Han}]{1,2}|[两二三四]次)`,
    'gu',
  ),
  // Beside 二季度 or 三月, 一季度一次 may be the first of them.
  read: ({ groups, has }) =>
    groups['once'] === undefined || (/季|月/u.test(period) && has(laterPeriod))
      ? unreadDeadline
      : timingOf(kind, groups),
});

/** 每月调度、季度通报、半年小结: beside a cadence, rhythms that are said by their period alone. */
const bareRhythm =
  /(?<=\uE001[^。；]{0,40}[，、])(?:周|旬|月|季|季度|半年|半年度|年|年度|年终|年底|年末)(?:调度|通报|小结|总结|考核|检查|督查|讲评|点评|评估|研判|会商|分析|报告|例会|评比)(?=(?:一次|1次|制度|机制|会议?)?(?:[，。；、]|$))/gu;

const endOf = (wording: string, period: string, examples: Examples): DeadlineRule => ({
  ...examples,
  pattern: new RegExp(
    `(?<=(?:${wording})[^。；]{0,40})(?<![\\d一二三四五六七八九十每个次下上翌])[当本]?${period}[底末](?:之|以)?前(?!后)`,
    'gu',
  ),
  read: () => nothing,
});

/** Cadences (每周, 每月, 每2个月, 每季度, 每半年), each in its season where one stands before it; other rhythms are left to a person. */
export const cadenceRules: readonly DeadlineRule[] = [
  // 每月调度，月底前报送: the end of each month, when the cadence falls due anyhow.
  endOf('每个?月|按月|逐月', '月', eg('每月调度，月底前报送', 'no deadline', '每月调度，3月底前报送')),
  endOf(
    '每个?季度?|按季度?|逐季度?',
    '季度?',
    eg('每季度调度，季度末前报送', 'no deadline', '每季度调度，一季度末前报送'),
  ),
  oneOf('周', 'weekly', eg('一周一调度', 'weekly', '第一周一调度')),
  oneOf('月', 'monthly', eg('一月一次', 'monthly', '一月一日')),
  oneOf('季度?', 'quarterly', eg('一季度一通报', 'quarterly', '一季度一批')),
  {
    ...eg('半年一次', 'left to a person', '半年一般'),
    pattern: new RegExp(
      `${alone}(?:(?:一[日天旬年]|[半两二]个?月|[两二双]周|半年)[一两]次|(?:一[日天旬年]|[半两二]个?月|[两二双]周|半年)一(?:${doings})|(?:1个?月|1个?季度?|1周|1年)[1一]次)`,
      'gu',
    ),
    read: () => unreadDeadline,
  },
  cadence('two-monthly', '每(?:2|两|二)个?月|每双月', eg('每两个月检查', 'two-monthly', '每两个镇检查')),
  cadence(
    'weekly',
    '每个?(?:周|星期|礼拜)(?![期年边岁])|按周|逐周',
    eg('每周五前报送', 'weekly, naming a day', '每周期检查'),
    inWeek,
  ),
  cadence(
    'half-yearly',
    '每个?半年|按半年|逐半年|每[1一]?年[2两二]次',
    eg('每半年评估', 'half-yearly', '每半月评估'),
  ),
  cadence(
    'quarterly',
    '每个?季度?(?!节)|按季度?(?!节)|逐季度?',
    eg('旺季每季度检查', 'quarterly in 旺季', '每季节检查'),
  ),
  cadence('monthly', '每个?月|按月|逐月', eg('每月5日前报送', 'monthly, naming a day', '5月报送')),
  {
    ...eg('每旬通报', 'left to a person', '每年通报'),
    // 每年 is a date rule's: the list is one year's, and each year comes once in it.
    pattern:
      /(?!每[1一]?年)每隔?(?:半|\d{1,3}|[一二两三四五六七八九十]{1,3})?个?(?:学期|学年|半年|半月|年|季度|月|旬|星期|工作日|周(?![期年边岁])|日|天)/gu,
    read: () => unreadDeadline,
  },
  // 隔月, 双月检查, 逐日: rhythms that no schedule has.
  {
    ...eg('隔月检查', 'left to a person', '间隔月份'),
    pattern:
      /隔[月周日天](?=[^，。；]{0,8}[1一]?次|检查|通报|调度)|(?<!每)[单双]月(?=检查|通报|调度|开展|召开|组织)|(?:按|逐)[日旬天](?![期程常间计])/gu,
    read: () => unreadDeadline,
  },
  {
    ...eg('每月调度，季度通报', 'left to a person', '调度，季度通报'),
    pattern: bareRhythm,
    read: () => unreadDeadline,
  },
];
