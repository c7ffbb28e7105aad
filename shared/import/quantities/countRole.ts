import type { Extent } from '../text/extent.ts';
import type { MeasureClass } from './quantity.ts';
import { measureClass } from './quantity.ts';
import { bodies } from './quantityLabel.ts';

/**
 * What a count is: a target; `unsure`, for a person to decide; `none`, part of a name or said of who does something; or `limit`, a
 * bound from above or what was before.
 */
export type CountRole = 'target' | 'unsure' | 'none' | 'limit';

/**
 * One rule: the role of a count with this measure between these words. In `example`, as in `counterExample`, which the rule leaves
 * alone, the count stands in 〔〕; a test tries both among all rules.
 */
export type CountRoleRule = {
  role: CountRole;
  example: string;
  counterExample: string;
  /** Units of measure, or their class. */
  of?: readonly string[] | MeasureClass;
  /** What the words before the count end with. */
  before?: RegExp;
  /** What the words behind it begin with. */
  after?: RegExp;
};

const fewer = '(?:控制|压减|压降|压缩|压至|压|减少|缩减|精简|减至|降低|下降|降|减|限制|限定)';
/** Limits: 不超过, and what a number is brought down to (减少到5家, 压降至10家, 控制在5家). */
const atMost = new RegExp(
  `(?:不|不得|不能|不可|不应|不再|严禁|禁止)(?:超过|多于|高于|大于|超出|超)$|(?:最多|至多|上限为|上限|限)$|${fewer}(?:在|到|至|为)(?:最多|至多)?$|(?<!不得|不能|不可|不应|不)(?:少于|低于|小于)$`,
  'u',
);
/** What a number was before it changes to another: 由10处减少到5处, 从5家增加到10家. */
const changesFrom =
  /(?:由|从)(?:原来的?|原有的?|目前的?|现有的?|20\d{2}年底?的?|去年的?|上年的?|\uE001的?)?$/u;
const changesTo =
  /^[^，。；：\d]{0,12}(?:到|至|为)(?:不超过|不多于|不少于|最多|约)?(?:\d|[一二两三四五六七八九十])/u;

const kindOfUnit = '(?:乡|镇|街道|园区|开发区|板块|社区|村(?!民)|县|区(?!域)|市(?!场)|辖区|属地|单位|部门)';
/** Verbs of what a count is done to. */
export const doing =
  '完成|开展|检查|抽查|组织|建成|建设|培育|创建|打造|培训|整改|整治|改造|推进|推动|举办|配备|安装|新增|新建';
const setUp = '建立|组建|成立|设立|设置|储备|选派|选聘|确定|明确|制定|报送|评选|排查|申报|落实';
/** What is asked of each unit (每镇5家, 各镇完成3家, 甲镇、乙镇各3家), and not of the district. */
const ofEach = new RegExp(
  `(?:每个?${kindOfUnit}|各${kindOfUnit}|每[次批轮期场])[^，。；：对的\\uE001]{0,24}$|各(?:自|${doing}|${setUp}){0,2}(?:不少于|至少)?$`,
  'u',
);
const ofYear = new RegExp(
  `(?<!\\d)(?<year>20\\d{2})年度?[^，。；：、的对]{0,4}(?:：[^，。；：、的对]{0,4})?(?:${doing})[^，。；：、的对]{0,6}$`,
  'u',
);
/** 2026年15家 in a list of 2025; a year that is over (2024年15家) may say which ones. */
const ofLaterYear = /(?<!\d)(?<year>20\d{2})年度?(?:目标|计划|任务)?：?(?:不少于|至少|达到)?$/u;
/** 从业人员300人以上企业 says which ones, not how many. */
const threshold = new RegExp(`^以上的?[^，。；：、]{0,12}?(?:${bodies})`, 'u');

/** 落实15条硬措施 names the measures, and does not count them; of 落实15条整改措施 that is not sure. */
const carriesOut = /(?:落实|贯彻|执行|对照|对标|按照|依照|遵守|学习|宣贯|宣传)[^，。；：]{0,24}$/u;
const measuresOf = '(?:硬措施|硬举措|禁令|铁律|铁规|红线|措施|举措|规定|意见|要求|标准)';
const named = new RegExp(`^(?:安全生产|安全|具体|重点|刚性)?${measuresOf}`, 'u');
const maybeNamed = new RegExp(`^[^，。；：、的]{0,4}?${measuresOf}`, 'u');
/** 不少于3名专家组建检查组, 由2名以上人员带队 says who does it; of 3名专家组建检查组 that is not sure. */
const together =
  /^(?:以上)?(?:的)?[^，。；：]{0,10}?(?:(?:共同)?(?:组建|组成|构成|带队|随队|陪同|在场|在岗|旁站|监护|值守|值班(?!人)|签字|签名)|为一组)/u;
/** 从120家企业中抽取30家: the number of those to choose from. */
const chosenFrom =
  /^[^，。；：、\d]{0,16}?(?<![其当集])中(?:的\d|，(?:其中)?\d|，?(?:随机|抽|选|择优|优选|遴选|挑选|筛选|推选|评选|确定\d))/u;
/** 已完成15家，剩余5家; 15家已完成: what is done already. */
const doneBefore = new RegExp(`已经?(?:${doing}|验收|投用|关闭|搬迁)[^，。；：的\\d]{0,4}$`, 'u');
const doneAfter = new RegExp(
  `^[^，。；：的\\d]{0,8}已经?(?:${doing}|验收|投用|关闭|搬迁)(?![^，。；：]*的)`,
  'u',
);
/** 发生2起以上事故的企业 says which ones. */
const which = new RegExp(`^(?:及)?以上[^，。；：、]{0,12}的(?:${bodies}|场所|人员|个人)`, 'u');
const whichHave = /(?:发生|发现|存在|存放|储存|涉及|具有|拥有|查出|受到|连续|累计)[^，。；：]{0,4}$/u;
const doers = '(?:成员单位|部门|单位|乡镇|镇街|镇|街道|园区|板块)(?:（[^（）]{1,6}）)?';
/** 9个镇街各组织1场, 12个部门、9个镇街联合开展 say who does it. */
const doneBy = new RegExp(
  `^${doers}(?:[、和及]\\d{1,3}[个家]${doers}){0,3}(?:联合(?!体)|共同|协同|各自?(?!类|项|级|种|单位|部门))`,
  'u',
);
/** 100人的演练 says how large it is. */
const ofSize = /^(?:以上)?的[^，。；：、\d]{0,8}(?:演练|活动|会议|大会|培训班|规模)/u;
/** 除15家停产企业外, 不包括3家 leave something out; （含新增4家）, 含重点企业4家在内 say what is part of it. */
const leftOut = /(?:不含|不包括|不包含|剔除|扣除)[^，。；：、（）\d]{0,10}$/u;
const except = /(?<![消拆清排解根免切铲废])除了?[^，。；：、（）\d]{0,10}$/u;
const exceptEnds = /^[^，。；：、\d]{0,20}?外/u;
const within = /(?:^|[，。；：（])(?:含|包含|包括)[^，。；：、（）\d]{0,10}$/u;
const ofWhom = /(?:由|须有|应有|需有)(?:不少于|至少)?$/u;

/** Words that ask the count of each unit, or in another year than the list's; examples as those of roles, for a list of 2025. */
export type ElsewhereRule = Pick<CountRoleRule, 'example' | 'counterExample'> & {
  before: RegExp;
  /** Whether what follows it in an enumeration is asked of each unit too. */
  isOfEach?: true;
  /** Whether it does where it names this year. */
  holds(named: number, year: number): boolean;
};

export const elsewhereRules: readonly ElsewhereRule[] = [
  {
    example: '2026年完成〔5家〕',
    counterExample: '2025年完成〔5家〕',
    before: ofYear,
    holds: (named, year) => named !== year,
  },
  {
    example: '2026年〔5家〕',
    counterExample: '2024年〔5家〕',
    before: ofLaterYear,
    holds: (named, year) => named > year,
  },
  {
    example: '各镇完成〔3家〕',
    counterExample: '对各镇的〔3家〕',
    before: ofEach,
    isOfEach: true,
    holds: () => true,
  },
];

/** The rule by which a count is asked of each unit, or in another year, and where its words begin; `null` where none does. */
export function elsewhere(
  text: string,
  start: number,
  year: number,
): { rule: ElsewhereRule; start: number } | null {
  const from = Math.max(0, start - 40);
  const words = text.slice(from, start);
  for (const rule of elsewhereRules) {
    const found = rule.before.exec(words);
    if (found !== null && rule.holds(Number(found.groups?.['year'] ?? year), year))
      return { rule, start: from + found.index };
  }
  return null;
}

/** 涉及居民6万户, 6万户居民受益: whom the work touches, and nothing to be done. */
const touches = /(?:涉及|惠及|受益|波及|影响|辐射|牵涉)[^，。；：、\d的]{0,8}$/u;
const touched = /^[^，。；：、\d的]{0,8}(?:受益|获益|受惠)/u;
const people: readonly string[] = ['户', '户次', '人', '名', '人次'];

/** 去年全区发生事故12起，死亡8人 tells of a year that is over, until a time or what is asked for comes. */
const pastYear =
  /(?:^|[，。；：！？（])(?:我|本|全)?[省市区县镇乡]?(?:去年|上一?年度?|前年)(?:(?!今年|本年|全年目标|计划|力争|确保|20\d{2}年)[^。；：！？的\uE001]){0,31}$/u;
/** 去年排查隐患20处，完成整改: what was found then is done now. */
const doneNow = /^[^。；：！？\d]{0,16}，[^。；：！？\d]{0,10}(?:整改|完成|销号|清零|消除|办结)/u;
/** 发生事故12起, 死亡8人 are never asked for. */
const happens = /(?:发生|造成)[^，。；：\d]{0,12}$/u;
const harmed = /(?:死亡|受伤|伤亡|遇难|失踪)[^，。；：\d]{0,4}$/u;
/** 较去年增加10家 is a difference, and not how many. */
const comparedWith =
  /(?:[较比](?:去年|上年|前年|往年|上一?(?:年|季|月|轮)|上[个一]?(?:季度|月)|20\d{2}年|同期|\uE001)|同比|环比)[^，。；：\d]{0,8}(?:增|减|多|少|升|降)[^，。；：\d]{0,4}$/u;
/** 还有30家企业未完成整改 tells what is left. */
const leftStill = /(?:还有|尚有|仍有|尚余|仍余|还剩)[^，。；：\d]{0,8}$/u;
const notYet =
  /^[^，。；：\d的]{0,10}(?:还未|尚未|仍未|未能?|没有)(?:完成|落实|整改|达标|验收|建成|通过|到位|办理){1,2}(?:到位)?(?=[，。；）]|$)/u;
/** 原计划10个，调整为8个. */
const plannedBefore = /原(?:本|先|定|有|来)?(?:的)?(?:计划|目标|任务|拟|定)[^，。；：\d]{0,14}$/u;
const changedTo = /^[^。；：\d]{0,20}(?:调整|变更|修改|更改|改|增加|增|减少|减|压减)(?:到|至|为)/u;

const least = /(?:不少于|至少)$/u;
const clauses: readonly string[] = ['条', '项'];

/** The rules of roles, in the order in which they are asked. A count that none knows is a target. */
export const countRoleRules: readonly CountRoleRule[] = [
  {
    role: 'limit',
    example: '由〔10处〕减少到5处',
    counterExample: '由〔10处〕站点承担',
    before: changesFrom,
    after: changesTo,
  },
  {
    role: 'limit',
    example: '原计划建设〔10个〕，调整为8个',
    counterExample: '计划建设〔10个〕，调整为甲类',
    before: plannedBefore,
    after: changedTo,
  },
  {
    role: 'unsure',
    example: '去年排查隐患〔20处〕，及时完成整改',
    counterExample: '排查隐患〔20处〕，及时完成整改',
    before: pastYear,
    after: doneNow,
  },
  {
    role: 'none',
    example: '去年全区发生事故2起，死亡〔8人〕',
    counterExample: '整改去年排查的隐患〔8处〕',
    before: pastYear,
  },
  {
    role: 'none',
    example: '共发生事故〔12起〕',
    counterExample: '查处案件〔12起〕',
    of: ['起'],
    before: happens,
    after: /^(?!及?以上)/u,
  },
  {
    role: 'none',
    example: '造成死亡〔8人〕',
    counterExample: '救助〔8人〕',
    of: people,
    before: harmed,
  },
  {
    role: 'unsure',
    example: '检查企业，较去年增加〔10家〕',
    counterExample: '检查较大企业，增加〔10家〕',
    before: comparedWith,
  },
  {
    role: 'unsure',
    example: '还有〔30家〕企业',
    counterExample: '还要检查〔30家〕企业',
    before: leftStill,
  },
  {
    role: 'unsure',
    example: '〔30家〕企业未完成整改',
    counterExample: '〔30家〕未完成整改的企业',
    after: notYet,
  },
  { role: 'limit', example: '不超过〔5家〕', counterExample: '不少于〔5家〕', before: atMost },
  { role: 'limit', example: '〔5家〕以内', counterExample: '〔5家〕以上', after: /^(?:以内|之内|以下)/u },
  {
    role: 'none',
    example: '落实〔3条〕硬措施',
    counterExample: '制定〔3条〕硬措施',
    of: ['条'],
    before: carriesOut,
    after: named,
  },
  {
    role: 'unsure',
    example: '落实〔3项〕整改措施',
    counterExample: '落实〔3项〕整改任务',
    of: clauses,
    before: carriesOut,
    after: maybeNamed,
  },
  {
    role: 'target',
    example: '落实〔3项〕整改任务',
    counterExample: '完成〔3项〕整改任务',
    of: clauses,
    before: carriesOut,
  },
  {
    role: 'unsure',
    example: '从〔8家〕企业抽取5家',
    counterExample: '对〔8家〕企业抽取样品',
    before: /从$/u,
    after: /^[^，。；：、\d]{0,16}?(?:抽查|抽取|抽选|选取|选出|遴选|挑选)/u,
  },
  {
    role: 'unsure',
    example: '在〔8家〕企业中抽查5家',
    counterExample: '〔8家〕企业集中抽查',
    after: chosenFrom,
  },
  {
    role: 'unsure',
    example: '〔9个〕镇街联合开展',
    counterExample: '〔9个〕镇街完成整改',
    after: doneBy,
  },
  { role: 'unsure', example: '不包括停产企业〔3家〕', counterExample: '包装企业〔3家〕', before: leftOut },
  {
    role: 'unsure',
    example: '除〔5家〕停产企业外',
    counterExample: '消除〔5家〕企业外溢风险',
    before: except,
    after: exceptEnds,
  },
  {
    role: 'unsure',
    example: '检查企业（含新增〔4家〕）',
    counterExample: '检查含氯企业〔4家〕',
    before: within,
  },
  { role: 'unsure', example: '重点企业〔4家〕在内', counterExample: '重点企业〔4家〕', after: /^在内/u },
  {
    role: 'unsure',
    example: '已完成〔5家〕',
    counterExample: '完成〔5家〕',
    before: doneBefore,
  },
  { role: 'unsure', example: '〔5家〕已完成', counterExample: '〔5家〕已完成整改的企业', after: doneAfter },
  {
    role: 'none',
    example: '改造管网，涉及居民〔62户〕',
    counterExample: '走访居民〔62户〕',
    of: people,
    before: touches,
  },
  {
    role: 'none',
    example: '改造管网，〔62户〕居民受益',
    counterExample: '改造受益居民的管网〔62户〕',
    of: people,
    after: touched,
  },
  {
    role: 'unsure',
    example: '整改隐患，涉及企业〔5家〕',
    counterExample: '检查企业〔5家〕',
    before: touches,
  },
  {
    role: 'none',
    example: '发生〔2起〕以上事故的企业',
    counterExample: '查处〔2起〕以上违法案件',
    before: whichHave,
    after: which,
  },
  {
    role: 'none',
    example: '从业人员〔300人〕以上企业',
    counterExample: '培训〔300人〕以上',
    of: 'person',
    after: threshold,
  },
  {
    role: 'unsure',
    example: '组织〔100人〕的演练',
    counterExample: '组织〔100人〕参加演练',
    of: 'person',
    after: ofSize,
  },
  {
    role: 'none',
    example: '由〔2名〕专家评审',
    counterExample: '聘请〔2名〕专家评审',
    of: 'person',
    before: ofWhom,
  },
  {
    role: 'none',
    example: '不少于〔3名〕专家组建检查组',
    counterExample: '〔3名〕专家组建检查组',
    of: 'person',
    before: least,
    after: together,
  },
  {
    role: 'none',
    example: '〔2名〕以上人员带队检查',
    counterExample: '〔2名〕人员带队检查',
    of: 'person',
    after: new RegExp(`^(?=以上)(?:${together.source})`, 'u'),
  },
  {
    role: 'unsure',
    example: '〔3名〕专家组建检查组',
    counterExample: '聘请〔3名〕专家',
    of: 'person',
    after: together,
  },
];

/** The rule that says what a count of a masked text is; `null` where it is a target as any. */
export function roleRuleOf(
  text: string,
  { start, end }: Extent,
  unitOfMeasure: string,
): CountRoleRule | null {
  const before = text.slice(Math.max(0, start - 32), start);
  const after = text.slice(end, end + 24);
  const classOfMeasure = measureClass(unitOfMeasure);
  return (
    countRoleRules.find(
      (rule) =>
        (rule.of === undefined ||
          (typeof rule.of === 'string' ? rule.of === classOfMeasure : rule.of.includes(unitOfMeasure))) &&
        rule.before?.test(before) !== false &&
        rule.after?.test(after) !== false,
    ) ?? null
  );
}

/** 每家企业配备2名安全员 says how many there are to each, not how many in all. Cadences are masked by now. */
export function isShare(text: string, start: number): boolean {
  return /每[^，。；：\uE001]{0,30}$/u.test(text.slice(Math.max(0, start - 32), start));
}
