import type { Extent } from '../text/extent.ts';
import { matchesIn } from '../text/extent.ts';
import type { Quantity } from './quantity.ts';

/*
 * A count is a target for certain only where the words tell what is done to what is counted: an act of the units, before the count or
 * behind it in its clause. What merely stands there (企业50家, 发现隐患30处) is left to a person.
 */

/** Words before a number that ask for it by themselves. */
const asks = /(?:不少于|不低于|不小于|至少|力争|争取|确保|目标为?|任务为?|达到?)$/u;

/** What is built, put up, brought about: whatever follows is what comes of it (新建检查站, 建成培训中心). */
const makes = [
  '完成|实现|开工|竣工|投用|投产|交付|通车|启动|建成|建设|建立|建档|建好|新建|续建|迁建|改建|扩建|改扩建|翻建|修建|组建|成立|设立|增设|开设|开通|创建|打造|培育|搭建',
  '新增|增加|扩大|扩容|采购|购置|购买|划分|引进|引育|签约|签订|签署|取得|树立|明确|确定|形成|出具|制定|制订|编制|修订|编写|编印|编发|出台|印发',
  '举办|举行|召开|承办|组织|开展|实施|实行|落实|推进|推动|推广|进行|淘汰|报废|拆除|关闭|关停|关改|取缔|腾退|清退|退出|搬迁|消除|清除|清理|清零|排除|销号',
  '端掉|捣毁|打掉|查获|摧毁|查处|查办|立案|破获|侦办|抓获|收缴|没收|打击|回收|化解|压减|压降|减少|缩减|调整',
];
/** What is done to things and persons; with some words behind them they are names (检查站, 培训机构). */
const does = [
  '检查|抽查|核查|督查|巡查|排查|摸排|摸底|检测|监测|监控|抽检|抽样|送检|普查|执法|夜查|暗访|暗查|督导|指导|帮扶|服务|约谈|督促|调度|跟踪|会诊|体检|参加',
  '培训|轮训|教育|宣讲|宣传|演练|演习|授课|播放|普及|覆盖|讲解|考核|考试|测试|评比|培养|选拔|孵化|试点',
  '整改|整治|治理|改造|升级|提升|提档|优化|修复|修缮|维修|维护|检修|更换|更新|转移|安置|处置|处理|处罚|办结|办理|审批|审查|验收|复核|复查|核实',
  '评估|评审|评价|评选|评定|鉴定|认定|化验|配备|配置|配齐|配套|安装|加装|新装|装配|布设|布置|设置|投入|投放|储备|征集|募集|筹集|筹措|招录|招聘|招引',
  '选派|选聘|聘请|聘用|抽调|派出|派驻|出动|发放|发布|刊发|刊登|张贴|张挂|悬挂|制作|拍摄|推送|报送|上报|申报|填报|提交|撰写|投稿|采用|用稿|录入|接入|纳入|入库',
  '备案|登记|发证|换证|核发|注册|受理|接听|走访|慰问|救助|资助|补助|帮助|扶持|保障|供应|提供|收集|划定|施划|划线|种植|栽植|补植|造林|绿化|亮化|硬化|疏浚|铺设|敷设|架设',
  '推荐|表彰|命名|授牌|挂牌|就业|创业|对接|整合|调解|解决|示范|达标|曝光|通报|公布|公示|招标|上线|运行|轮换|分流|兑付|发展|吸纳|承接|承担|转化',
];
const things =
  '(?!组(?![织建成])|队|站|点(?![位\\d])|室|所(?!有)|员|表(?![彰态])|仪|器(?!材)|机构|中心|基地|教材|部门|平台|标准)';
const act = new RegExp(
  `${makes.join('|')}|(?:${does.join('|')})${things}|(?<=[，。；：、]|^|\uE001)[创评改换关拆查培修增添购订办做抓](?![训育养查改换造治立建设估审选优展理护缮复补加购添增派资配])(?=\\d|[^的，。；]{0,12}\\d)`,
  'gu',
);
/** Of what there is, and what is found: no act. */
const state = /(?:现有|共有|拥有|还有|尚有|存在|发现|发生|涉及|惠及|位于|登记在册|其中)[^，。；：]{0,16}$/u;

/** Where the count before ends, and whether its act was told. */
type Last = { end: number; isTold: boolean } | null;

/** The counts of a masked text of which no act is told, with their words. */
export function untold(quantities: readonly Quantity[], rest: string): Map<Quantity, Extent> {
  const breaks = matchesIn(rest, /[。；：！？，\n]/gu);
  const done = matchesIn(rest, act);
  const found = new Map<Quantity, Extent>();
  let last = null as Last;
  for (const quantity of quantities) {
    const { start, end } = quantity.number;
    const joint: string | null = last === null ? null : rest.slice(last.end, start);
    const goesOn: boolean =
      last?.isTold === true &&
      joint !== null &&
      joint.length <= 32 &&
      /^[^。；！？]*$/u.test(joint) &&
      !state.test(joint);
    const isTold: boolean = quantity.isBaseline || goesOn || isActedOn({ start, end }, rest, breaks, done);
    if (!isTold) found.set(quantity, { start, end });
    last = { end, isTold };
  }
  return found;
}

type Found = ReturnType<typeof matchesIn>;

function isActedOn({ start, end }: Extent, rest: string, breaks: Found, done: Found): boolean {
  if (asks.test(rest.slice(Math.max(0, start - 6), start))) return true;
  const head = breaks.lastEndingBy(start);
  const from = head?.end ?? 0;
  const to = breaks.firstFrom(end)?.start ?? rest.length;
  const isAfter = (done.firstFrom(end)?.end ?? Infinity) <= to;
  if (isAfter) return true;
  const isWithin = (at: number, until: number): boolean => (done.firstFrom(at)?.end ?? Infinity) <= until;
  if (isWithin(from, start)) return true;
  // 完成以下任务：甲类5家.
  if (head === undefined || rest.charAt(head.start) !== '：') return false;
  return isWithin(breaks.lastEndingBy(head.start)?.end ?? 0, head.start);
}
