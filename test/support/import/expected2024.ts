/**
 * What a careful official reads in seeds/2024-task-list.txt: every sentence read by hand, none of it taken from the program's output.
 * Notation: a schedule is `kind first..last "words"`; a count is `[number, measure, what is counted]`, a baseline `['now', …]`.
 */

export type ExpectedSchedule = {
  kind: string;
  start?: string | undefined;
  due?: string | undefined;
  season?: string | undefined;
  source: string | null;
};
export type ExpectedCount = {
  target: number | null;
  baseline?: number | undefined;
  unitOfMeasure: string;
  label: string;
  mode: 'cumulative' | 'perPeriod';
  source: string | null;
};
export type ExpectedArrangement = {
  code: string;
  printed: string;
  /** The first characters of the item, in Simplified. */
  opens: string;
  schedules: ExpectedSchedule[];
  indicators: ExpectedCount[];
  undatedWords?: string[];
};
export type ExpectedTask = {
  code: string;
  name: string;
  units: string[];
  goal: [number, string, string][];
  arrangements: ExpectedArrangement[];
};

const lastDays = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const two = (number: number) => String(number).padStart(2, '0');
const lastDay = (month: number) => `2024-${two(month)}-${lastDays[month - 1]}`;

const by = (month: number, source: string): ExpectedSchedule => ({
  kind: 'once',
  due: lastDay(month),
  source,
});
const during = (from: number, to: number, source: string): ExpectedSchedule => ({
  kind: 'window',
  start: `2024-${two(from)}-01`,
  due: lastDay(to),
  source,
});
const every = (kind: string, source: string, season?: string): ExpectedSchedule =>
  season === undefined ? { kind, source } : { kind, season, source };
const inSeason = (season: string): ExpectedSchedule => ({ kind: 'window', season, source: season });
const open = (source: string | null = null): ExpectedSchedule => ({ kind: 'undated', source });

const count = (target: number, unitOfMeasure: string, label: string, source: string): ExpectedCount => ({
  target,
  unitOfMeasure,
  label,
  mode: 'cumulative',
  source,
});
const now = (baseline: number, unitOfMeasure: string, label: string, source: string): ExpectedCount => ({
  target: null,
  baseline,
  unitOfMeasure,
  label,
  mode: 'perPeriod',
  source,
});
const done: ExpectedCount = {
  target: 1,
  unitOfMeasure: '项',
  label: '完成情况',
  mode: 'cumulative',
  source: null,
};
const doneEachPeriod: ExpectedCount = { ...done, mode: 'perPeriod' };

const item = (
  code: string,
  printed: string,
  opens: string,
  schedules: ExpectedSchedule[],
  indicators: ExpectedCount[] = [done],
  undatedWords?: string[],
): ExpectedArrangement =>
  undatedWords === undefined
    ? { code, printed, opens, schedules, indicators }
    : { code, printed, opens, schedules, indicators, undatedWords };

const bureau = '区应急管理局';
const allPlaces = '各园区（镇、街道）';
const everyone = [bureau, allPlaces];

export const title = '2024 年新北区危险化学品安全监管工作任务清单';
export const categories = [
  { number: 1, name: '坚持“当下治”与“长效管”，完善高效管理制度体系' },
  { number: 2, name: '持续提升本质安全水平，筑牢多维整治措施体系' },
  { number: 3, name: '不断增强监管效能，健全风险管控治理体系' },
];

/** Severity, code, place and words of every diagnostic, but for those that only say where HTML was and which item is undated. */
export const faults = [
  'info cross-foot 1-3 86+2=88',
  'info cross-foot 1-4 12+32=44',
  'info cross-foot 1-5 86+2+4=92',
  'warning number-repeated 1-6-3 2',
  'info number-glued 2-1-1 1.4月底前，摸排5',
  'info number-glued 2-1-2 2.5月底前，按照《',
  'info number-glued 2-1-3 3.9月底前，老旧装',
  'info number-glued 2-2-1 1.4月底前，核实新',
  'info number-glued 2-2-2 2.6月底前，督促指',
  'info number-glued 2-2-6 6.10月底前，按照',
  'warning number-repeated 2-7-3 2',
  'decision season-months-open 3-6-3 销售淡季',
  'decision season-months-open 3-6-3 销售旺季',
  'decision season-months-open 3-6-4 经营旺季',
  'warning number-skipped 3-7-4 5',
];

/** Tasks whose arrangements begin with a list tag that is never closed. */
export const tasksWithHtml = '1-6 1-7 1-8 2-1 2-2 2-3 2-4 2-5 3-4 3-5 3-6 3-7 3-8'.split(' ');

export const tasks: ExpectedTask[] = [
  {
    code: '1-1',
    name: '深化标准化体系建设与运行，深入推进标准化班组建设',
    units: everyone,
    goal: [[3, '家', '其他化工企业']],
    arrangements: [
      item(
        '1-1-1',
        '1',
        '3 月底前，督促指导 8 家',
        [by(3, '3 月底前')],
        [
          count(
            8,
            '家',
            '标准化证书到期或即将到期的重点化工企业',
            '8 家標準化證書到期或即將到期的重點化工企業',
          ),
          count(3, '家', '其他化工企业', '3 家其他化工企業'),
        ],
      ),
      item(
        '1-1-2',
        '2',
        '12 月底前，组织对 20 家',
        [by(12, '12 月底前')],
        [count(20, '家', '化工医药企业', '20 家化工醫藥企業')],
      ),
      // The numbers of a document (〔2023〕70) and of its wording (“十交五不交”) count nothing.
      item('1-1-3', '3', '对照《关于加强', [open()], [count(20, '家', '危化品企业', '20 家危化品企業')]),
    ],
  },
  {
    code: '1-2',
    name: '深化主要负责人“一述三评”工作',
    units: everyone,
    goal: [[86, '家', '化工医药企业']],
    arrangements: [
      item('1-2-1', '1', '3 月底前，86 家企业', [by(3, '3 月底前')], [count(86, '家', '企业', '86 家企業')]),
      item('1-2-2', '2', '6 月底前，结合', [by(6, '6 月底前')], [count(86, '家', '企业', '86 家企業')]),
    ],
  },
  {
    code: '1-3',
    name: '深入推行企业内部隐患举报奖励制度',
    units: everyone,
    goal: [
      [86, '家', '化工医药企业'],
      [2, '家', '工贸危化品使用重点企业'],
    ],
    arrangements: [
      item('1-3-1', '1', '4 月底前，在《', [by(4, '4 月底前')], [count(88, '家', '企业', '88 家企业')]),
      item('1-3-2', '2', '每月调度', [every('monthly', '每月')], [doneEachPeriod]),
    ],
  },
  {
    code: '1-4',
    name: '进一步落实“三清单”目视化管理',
    units: everyone,
    goal: [[44, '家', '重点化工企业']],
    arrangements: [
      item(
        '1-4-1',
        '1',
        '配合市应急管理局',
        [open()],
        [count(12, '家', '重大危险源企业', '12 家重大危险源企业')],
      ),
      item(
        '1-4-2',
        '2',
        '9 月底前，对 2023 年',
        [by(9, '9 月底前')],
        [count(32, '家', '非重大危险源企业', '32 家非重大危险源企业')],
      ),
      item(
        '1-4-3',
        '3',
        '9 月底前，督促',
        [by(9, '9 月底前')],
        [count(25, '家', '其他危险化学品企业', '25 家其他危险化学品企业')],
      ),
    ],
  },
  {
    code: '1-5',
    name: '有效落实工业企业风险报告制度',
    units: everyone,
    goal: [
      [86, '家', '化工医药企业'],
      [2, '家', '工贸危化品使用重点企业'],
      [4, '家', '烟花爆竹批发公司'],
      [86, '家', '化工医药企业'],
    ],
    arrangements: [
      item(
        '1-5-1',
        '1',
        '3 月底前，督促 92',
        [by(3, '3 月底前')],
        [count(92, '家', '相关企业', '92 家相关企业'), count(5, '家', '“厂中厂”企业', '5 家“厂中厂”企业')],
      ),
      item(
        '1-5-2',
        '2',
        '11 月底前',
        [by(11, '11 月底前')],
        [count(86, '家', '化工医药企业', '86 家化工医药企业')],
      ),
    ],
  },
  {
    code: '1-6',
    name: '加强教育培训，提高从业人员能力水平',
    units: everyone,
    goal: [
      [86, '家', '化工医药企业'],
      [2, '家', '工贸危化品使用重点企业'],
    ],
    arrangements: [
      item('1-6-1', '1', '一季度，组织', [during(1, 3, '一季度')]),
      item('1-6-2', '2', '二季度，委托', [during(4, 6, '二季度')]),
      item('1-6-3', '2', '三季度，组织', [during(7, 9, '三季度')]),
      item('1-6-4', '3', '四季度，委托', [during(10, 12, '四季度')]),
    ],
  },
  {
    code: '1-7',
    name: '加强危险化学品装卸安全管理',
    units: everyone,
    goal: [
      [53, '家', '危化品生产、储存经营企业'],
      [4, '家', '烟花爆竹批发企业'],
    ],
    arrangements: [
      item('1-7-1', '1', '每周调度', [every('weekly', '每周')], [doneEachPeriod]),
      item('1-7-2', '2', '每季度统计', [every('quarterly', '每季度')], [doneEachPeriod]),
      item('1-7-3', '3', '结合深度安全体检', [open()]),
    ],
  },
  {
    code: '1-8',
    name: '发挥安全总监联盟作用，巩固“盛瑞工作法”推广学习成果',
    units: [bureau, '滨开区'],
    goal: [],
    arrangements: [
      item('1-8-1', '1', '9月底前，结合', [by(9, '9月底前')]),
      item('1-8-2', '2', '强化企业安全总监', [open()]),
    ],
  },
  {
    code: '2-1',
    name: '推进老旧装置安全风险评估辨识及更新改造',
    units: everyone,
    goal: [],
    arrangements: [
      // 5年内 is the age of the equipment; 三年行动, 五年推进计划 are names of plans.
      item('2-1-1', '1', '4月底前，摸排5年内', [by(4, '4月底前')]),
      item('2-1-2', '2', '5月底前，按照《', [by(5, '5月底前')]),
      item('2-1-3', '3', '9月底前，老旧装置企业', [by(9, '9月底前')]),
      item(
        '2-1-4',
        '4',
        '每周调度列入',
        [every('weekly', '每周'), by(12, '12月底前')],
        [count(5, '家', '企业', '5家企业'), count(10, '套', '老旧装置', '10套老旧装置')],
      ),
    ],
  },
  {
    code: '2-2',
    name: '持续开展高风险企业安全风险专项排查整治',
    units: everyone,
    goal: [[12, '家', '重大危险源企业']],
    arrangements: [
      item(
        '2-2-1',
        '1',
        '4月底前，核实',
        [by(4, '4月底前')],
        [
          now(1, '家', '液氯', '液氯1家'),
          now(2, '家', '双氧水', '双氧水2家'),
          now(7, '家', '苯乙烯', '苯乙烯7家'),
          now(4, '家', '液化烃储罐', '液化烃储罐4家'),
        ],
      ),
      item('2-2-2', '2', '6月底前，督促', [by(6, '6月底前')]),
      item(
        '2-2-3',
        '3',
        '按照应急管理部',
        [open('按照应急管理部和省厅的统一安排')],
        [done],
        ['按照应急管理部和省厅的统一安排'],
      ),
      item('2-2-4', '4', '督促重大危险源企业在', [open('在规定时间内')], [done], ['在规定时间内']),
      item('2-2-5', '5', '督促企业落实', [every('weekly', '每周')], [doneEachPeriod]),
      item('2-2-6', '6', '10月底前，按照', [by(10, '10月底前')]),
    ],
  },
  {
    code: '2-3',
    name: '开展全流程自动化提升治理行动',
    units: everyone,
    goal: [],
    arrangements: [
      item(
        '2-3-1',
        '1',
        '3月底前，核实',
        [by(3, '3月底前')],
        [now(25, '家', '危险工艺', '危险工艺 25 家'), now(38, '家', '安全仪表', '安全仪表 38 家')],
      ),
      item('2-3-2', '2', '6月底前，跟踪', [by(6, '6月底前')]),
      item('2-3-3', '3', '按照省市统一部署，选取', [open('按照省市统一部署')], [done], ['按照省市统一部署']),
    ],
  },
  {
    code: '2-4',
    name: '开展园区外化工企业专项治理',
    units: everyone,
    goal: [],
    arrangements: [
      item('2-4-1', '1', '3月底前，进一步', [by(3, '3月底前')]),
      // 按照省市统一部署 stands here too, but 9月底前 dates it.
      item('2-4-2', '2', '9月底前，按照', [by(9, '9月底前')]),
      item('2-4-3', '3', '区应急管理局联合', [open()]),
    ],
  },
  {
    code: '2-5',
    name: '加强工贸行业危化品使用重点企业安全监管',
    units: [bureau, '滨开区', '薛家镇'],
    goal: [[2, '家', '工贸行业危化品使用重点企业']],
    arrangements: [
      item('2-5-1', '1', '督促企业对 2023 年', [during(1, 12, '2024 年内')]),
      item('2-5-2', '2', '按照省市统一部署，督促', [open('按照省市统一部署')], [done], ['按照省市统一部署']),
      item('2-5-3', '3', '指导协助', [open()]),
    ],
  },
  {
    code: '2-6',
    name: '加强医药企业安全监管',
    units: everyone,
    goal: [],
    arrangements: [
      item('2-6-1', '1', '3月底前，重点', [by(3, '3月底前')]),
      item('2-6-2', '2', '10月底前，结合', [by(10, '10月底前')]),
    ],
  },
  {
    code: '2-7',
    name: '加强油气储存企业和危化品储存企业安全治理',
    units: everyone,
    goal: [],
    arrangements: [
      item(
        '2-7-1',
        '1',
        '4月底前，督促1家',
        [by(4, '4月底前')],
        [count(1, '家', '中小油气储存企业', '1家中小油气储存企业')],
      ),
      item(
        '2-7-2',
        '2',
        '10月底前，督促1家',
        [by(10, '10月底前')],
        [count(1, '家', '中小油气储存企业', '1家中小油气储存企业')],
      ),
      item(
        '2-7-3',
        '2',
        '结合深度安全体检，对19家',
        [open()],
        [count(19, '家', '危化品经营储存企业', '19家危化品经营储存企业')],
      ),
    ],
  },
  {
    code: '2-8',
    name: '加强涉爆粉尘化工医药企业安全监管',
    units: everyone,
    goal: [],
    arrangements: [
      item(
        '2-8-1',
        '1',
        '3月底前，对前期',
        [by(3, '3月底前')],
        [count(14, '家', '涉爆粉尘化工医药企业', '14家涉爆粉尘化工医药企业')],
      ),
      item('2-8-2', '2', '密切关注企业新上', [open('常态化')], [done], ['常态化']),
    ],
  },
  {
    code: '2-9',
    name: '加强“厂中厂”企业安全监管',
    units: everyone,
    goal: [],
    arrangements: [
      item('2-9-1', '1', '3月底前，摸清', [by(3, '3月底前')]),
      item('2-9-2', '2', '密切关注企业新增', [open('常态化')], [done], ['常态化']),
    ],
  },
  {
    code: '3-1',
    name: '持续开展化工园区整治提升',
    units: [bureau, '滨开区'],
    goal: [],
    arrangements: [
      item('3-1-1', '1', '5月底前，新材料', [by(5, '5月底前')]),
      item('3-1-2', '2', '督促指导新材料', [open()]),
    ],
  },
  {
    code: '3-2',
    name: '长效实施深度安全体检',
    units: everyone,
    goal: [
      [69, '家', '危险化学品生产企业、使用危险化学品或危险化工工艺从事化工生产企业、危险化学品储存经营企业'],
    ],
    arrangements: [
      // The year of 2024年深度安全体检方案 belongs to the plan's name.
      item('3-2-1', '1', '4月，制定2024年', [during(4, 4, '4月')]),
      item(
        '3-2-2',
        '2',
        '5月至10月，按照',
        [during(5, 10, '5月至10月')],
        [count(69, '家', '企业', '69家企业')],
      ),
      item('3-2-3', '3', '12月底前，组织', [by(12, '12月底前')]),
      item('3-2-4', '4', '建立深度安全体检', [open()]),
    ],
  },
  {
    code: '3-3',
    name: '强化数字化监管能力',
    units: everyone,
    goal: [],
    arrangements: [
      item('3-3-1', '1', '3月底前，制定', [by(3, '3月底前')]),
      item('3-3-2', '2', '3月底前，基本完成', [by(3, '3月底前')]),
      item('3-3-3', '3', '4月底前，接入', [by(4, '4月底前')]),
      item('3-3-4', '4', '6月底前，接入', [by(6, '6月底前')]),
      item(
        '3-3-5',
        '5',
        '按照省厅统一部署，推进',
        [open('按照省厅统一部署')],
        [count(12, '家', '重大危险源企业', '12家重大危险源企业')],
        ['按照省厅统一部署'],
      ),
      item(
        '3-3-6',
        '6',
        '指定专人，每周',
        [every('weekly', '每周'), every('quarterly', '每季度')],
        [doneEachPeriod],
      ),
    ],
  },
  {
    code: '3-4',
    name: '强化委外作业承包商管理',
    units: everyone,
    goal: [],
    arrangements: [
      item('3-4-1', '1', '4月底前，全面', [by(4, '4月底前')]),
      item('3-4-2', '2', '5月底前，督促', [by(5, '5月底前')]),
      item('3-4-3', '3', '将承包商管理', [open()]),
    ],
  },
  {
    code: '3-5',
    name: '狠抓危险作业管控整治',
    units: everyone,
    goal: [
      [12, '家', '重大危险源企业'],
      [25, '家', '其他危险化学品企业'],
    ],
    arrangements: [
      item('3-5-1', '1', '3月底前，重大危险源企业', [by(3, '3月底前')]),
      // 不超过6人 is a limit.
      item('3-5-2', '2', '4月底前，出台', [by(4, '4月底前')]),
      item(
        '3-5-3',
        '3',
        '12月底前，督促25家',
        [by(12, '12月底前')],
        [count(25, '家', '其他危险化学品企业', '25家其他危险化学品企业')],
      ),
      item(
        '3-5-4',
        '4',
        '结合深度体检、监督检查等工作，对44家',
        [open()],
        [
          count(
            44,
            '家',
            '重大危险源、危险工艺、危险化学品生产企业',
            '44家重大危险源、危险工艺、危险化学品生产企业',
          ),
        ],
      ),
      item('3-5-5', '5', '强化重点敏感时段', [open('重点敏感时段')], [done], ['重点敏感时段']),
    ],
  },
  {
    code: '3-6',
    name: '严格实施烟花爆竹监管',
    units: everyone,
    goal: [
      [4, '家', '烟花爆竹批发企业'],
      [84, '家', '零售店'],
    ],
    arrangements: [
      // The seasons are what is studied (研判…风险), not when the checks are made.
      item(
        '3-6-1',
        '1',
        '研判销售旺季',
        [open()],
        [count(4, '家', '烟花爆竹批发企业', '4家烟花爆竹批发企业'), count(84, '家', '零售店', '84家零售店')],
      ),
      item('3-6-2', '2', '结合烟花爆竹零售许可', [open('不定期')], [done], ['不定期']),
      // 检查1次 is how often, not how many.
      item(
        '3-6-3',
        '3',
        '发挥烟花爆竹行业',
        [every('two-monthly', '销售淡季每2个月', '销售淡季'), every('monthly', '销售旺季每月', '销售旺季')],
        [doneEachPeriod],
      ),
      item('3-6-4', '4', '区应急管理局在经营旺季', [inSeason('经营旺季'), every('quarterly', '每季度')]),
      item('3-6-5', '5', '联合公安', [open('重点时段')], [done], ['重点时段']),
    ],
  },
  {
    code: '3-7',
    name: '提升审查审批服务质量',
    units: [bureau],
    goal: [],
    arrangements: [
      item(
        '3-7-1',
        '1',
        '受市局委托',
        [open()],
        [
          count(21, '家', '危险化学品经营企业', '21家危险化学品经营企业'),
          count(5, '家', '经营储存企业', '5家经营储存企业'),
        ],
      ),
      item('3-7-2', '2', '严格危险化学品', [open()]),
      item(
        '3-7-3',
        '3',
        '按照省市统一部署，对2021年以来',
        [open('按照省市统一部署')],
        [done],
        ['按照省市统一部署'],
      ),
      item('3-7-4', '5', '联合市局', [open()]),
    ],
  },
  {
    code: '3-8',
    name: '开展安全生产执法提升行动',
    units: everyone,
    goal: [],
    arrangements: [
      // 一次 is how often; 2021年至2023年 says which enterprises.
      item('3-8-1', '1', '12月底前，组织', [by(12, '12月底前')]),
      // The seasons are examples of the 时段, which nobody has dated.
      item('3-8-2', '2', '适时开展', [open('适时')], [done], ['适时', '夏季高温', '冬季寒冷', '重点时段']),
      item('3-8-3', '3', '深刻吸取', [open('及时')], [done], ['及时']),
    ],
  },
];
