import type { Extent } from '../text/extent.ts';
import type { Count, MeasureClass } from './quantity.ts';
import { measureClass } from './quantity.ts';

/** Nouns that a measure can count, by its class; the longer of two that begin together wins. */
export const bodies =
  '企业集团|企业|公司|单位|工厂|门店|零售店|商店|药店|经营户|商户|农户|机构|医院|学校|幼儿园|养老院|加油站|加气站|园区|仓库|矿山|码头|集团|作坊|宾馆|饭店|餐馆|超市|市场|协会|场所|店|厂(?![区房内外长])|站(?!点)|户';
const things =
  '装置|设备|设施|系统|储罐|仪表|锅炉|电梯|车辆|车(?!间)|船舶|生产线|厂房|仓库|加油站|加气站|桥梁|隧道|水库|罐区|库区|平台|隐患点|隐患|点位|场所|管线|管道|探头|报警器|灭火器|消火栓|建筑|泵|罐(?!区)|塔|井';
const persons =
  '主要负责人|负责人|安全员|网格员|管理人员|作业人员|从业人员|人员|员工|工人|专家|学员|干部|职工|教师|司机|总监|队员|志愿者|代表|骨干|操作工';
const heads: Readonly<Record<MeasureClass, RegExp | null>> = {
  body: new RegExp(`(?:${bodies})(?:企业|公司|单位)?`, 'u'),
  thing: new RegExp(things, 'u'),
  person: new RegExp(persons, 'u'),
  // 个, 项, 份 count anything: their noun ends where the clause goes on.
  any: null,
};

/** Words with which a clause goes on after what is counted: what stands before them is the noun. */
const deeds =
  '完成|开展|进行|实施|落实|制定|建立|录入|接入|对照|申报|上报|走访|升级|提升|检测|查处|回收|清理|(?<!评估|评价|检查|核查|检测|鉴定|调查|分析|体检|整改|排查|验收|总结)报告|组织|更新|改造|整改|验收|检查|核查|评估';
/** 检查组, 评估报告, 整改方案 are things. */
const noDeed =
  '(?!组(?![织建成])|队|站|点|措施|表(?![彰态示扬决])|单(?!位)|人员|小组|报告(?![并至给])|方案|清单|台账|记录|案例|机构|专家)';
const verbs = `(?:${deeds})${noDeed}|逐|实现|达到|通过|全部|全覆盖|并|已|应当|必须|严格|基本`;
const startsWithVerb = new RegExp(
  `^(?:${verbs}|于|在(?![建用役产营])|须|应(?!急)|将|均|都|分别|合计|总计|共(?![享青建同管性]))`,
  'u',
);
const otherClause = new RegExp(
  `${verbs}|督促|指导(?![组员]|专家|手册)|帮扶(?!组)|推动|配合|联合(?!体)|对|\\d`,
  'u',
);
/** Ranks that 、 joins are one word: 一、二级重大危险源, 一级、二级. */
const ranks =
  /(?<=(?<![\p{Script=Han}\d])[一二三四五六七八九甲乙丙丁A-D]|(?:区|市|镇|对|的|家|处|个|座|套|台|项|户)[一二三四五六七八九甲乙丙丁A-D]|[一二三四五六七八九甲乙丙丁A-D][级类])、(?=[一二三四五六七八九甲乙丙丁A-D](?:[级类]|、[一二三四五六七八九甲乙丙丁A-D][级类]))/gu;
const joined = '\uE002';
/** What may stand between a clause's beginning and a noun that precedes its number. */
const beforeNoun =
  /^(?:20\d{2}年度?|至少|不少于|力争|确保|计划|其中|即|再(?!生)|[全我本](?:省|市|区|县|镇|乡)|辖区内|所有|[\d.]+%|现共有|现有|目前有|已有|现存|共有|共计|合计|总计|截至目前|目前|共(?![享青建同管性])|有(?![限毒害色机关效])|包括|涉及|约谈|约(?!束)|督促|帮扶|推动|组织|全部|完成|(?:检查|核查|排查|整改|指导)(?!组(?!织)|站(?!点)|表|单(?!位)|点(?!位)|方案|清单|台账)|核实|整治|落实|发放(?!点)|覆盖|培训(?![班师点]|机构|中心|基地|学校|教材)|开展|举办|实施|集中(?!区|度)|随机|抽查(?!点|组|表|单)|新建|改造|新增|建成|累计|达到|更新|淘汰|报废|拆除|消除|清除|排除(?!法)|关闭|安装|配备|形成|出具|编制|退出|创建|培育|打造|出动|出(?![租口入让水])|对(?![外讲])|将|把(?!手)|使(?!用)|成立|组建|设立|设置|派出|抽调|聘请|张贴|张挂|编发|刊发|投入|采购|储备(?![库点站仓粮])|更换|印发|制作|查处|回收|办理|收缴|没收|清理|走访|慰问|减少|压减|关停|取缔|腾退|清退|和(?!平)|及|与|的)+/u;

const clauseEnd = /[，。；：（）！？、\n\uE001]/u;
const phraseEnd = /[，。；：（）！？\n\uE001]/u;
const longestLabel = 120;

/** A masked text in which ranks that belong together are one word. Positions stay. */
export const joinRanks = (text: string): string => text.replace(ranks, joined);

/**
 * What a count counts. Usually the noun follows (8家重点企业); where a verb or nothing follows, it precedes (锅炉1台). `text` is
 * masked, its ranks joined; `until` is where the next count begins, `since` where the last one ended.
 */
export function findLabel(text: string, count: Count, since: number, until: number): Extent | null {
  return nounAfter(text, count, until) ?? nounBefore(text, count, since);
}

function nounAfter(text: string, count: Count, until: number): Extent | null {
  const start =
    count.end + (/^(?:以上|左右|上下)?的?/u.exec(text.slice(count.end, count.end + 3))?.[0].length ?? 0);
  const stretch = text.slice(start, Math.min(until, start + longestLabel));
  const phrase = upTo(stretch, phraseEnd);
  if (startsWithVerb.test(phrase) || /^[、和及与]/u.test(phrase)) return null;
  const head = heads[measureClass(count.unitOfMeasure)];
  const found = head?.exec(phrase) ?? null;
  if (head !== null && found !== null) {
    return { start, end: start + coordinated(phrase, found.index + found[0].length, head) };
  }
  const noun = upTo(upTo(phrase, clauseEnd), otherClause).replace(/[和及与以的各]+$/u, '');
  return noun === '' ? null : { start, end: start + noun.length };
}

/** Carries a label on over `、X企业、Y企业` as long as each part ends in a noun of the same kind and holds no verb of its own. */
function coordinated(phrase: string, from: number, head: RegExp): number {
  let end = from;
  for (;;) {
    const joint = /^(?:、|和|以及|及|与|或)/u.exec(phrase.slice(end));
    if (joint === null) return end;
    const rest = phrase.slice(end + joint[0].length);
    const next = head.exec(rest);
    if (
      next === null ||
      otherClause.test(rest.slice(0, next.index)) ||
      rest.slice(0, next.index).includes('、')
    )
      return end;
    end += joint[0].length + next.index + next[0].length;
  }
}

/** What may stand between a noun and its number: 加油站（共25座）, 企业不少于10家, 企业达到50家, 企业由5家增加到10家. */
const beforeNumber = new RegExp(
  `(?:不(?:得|能|可|应)?(?:少于|低于|小于)|至少|约|大约|大概|将近|接近|近|超过|逾|(?:保持|稳定|维持)在|现有|累计|共计|合计|共|计|(?:已|要|应|须|均|力争|确保)?(?:达到|达)|新增加?|${[
    String.raw`(?:[由从](?:原来的?|现有的?)?\d[^，。；：]{0,10}?)?`,
    '(?:增加|增|提升|提高|扩大|扩|扩展|发展|上升)(?:到|至|为)',
  ].join('')})+$`,
  'u',
);

function nounBefore(text: string, count: Count, since: number): Extent | null {
  const earliest = Math.max(since, count.start - 40);
  const led = text.slice(earliest, count.start);
  let end = earliest + led.replace(beforeNumber, '').length;
  if (text.charAt(end - 1) === '（') end -= 1;
  let start = end;
  while (start > earliest && !clauseEnd.test(text.charAt(start - 1))) start -= 1;
  start += beforeNoun.exec(text.slice(start, end))?.[0].length ?? 0;
  return start < end ? { start, end } : null;
}

function upTo(text: string, pattern: RegExp): string {
  const at = text.search(pattern);
  return at < 0 ? text : text.slice(0, at);
}
