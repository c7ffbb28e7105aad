import { columnNames } from '../taskList/columnNames.ts';
import type { ColumnFacts } from './facts.ts';
import type { Role, TableKind } from './roleNames.ts';

/**
 * How a role is told: by whole names, by the ending of a name, by words within it, by words that speak against it, and by the cells.
 * Names are Simplified, without blanks, brackets and years.
 */
export interface RoleEvidence {
  zh: string;
  en: string;
  names: readonly string[];
  /** As good as a name: 演练名称. */
  akin?: RegExp;
  ending?: RegExp;
  within?: RegExp;
  against?: RegExp;
  /** Short names that say it only beneath a heading over several columns, as `above/name`: 完成时限/起. */
  beneath?: RegExp;
  /** What the cells say for it (positive) or against it (negative), at most 6 either way. */
  cells: (facts: ColumnFacts) => number;
  /** Several columns may have it. */
  isMany?: true;
}

/** The names alone that a role has in a clerk's ledger, where a bureau's list uses the others for something else. */
const ledgerNames: Partial<Record<Role, readonly string[]>> = {
  // 完成时间 is when a bureau wants it done, and when a clerk has done it.
  deadline:
    '完成时限 完成期限 截止日期 截止时间 时限 期限 时限要求 要求完成时间 计划完成时间 办结时限 完成时限要求'.split(
      ' ',
    ),
};

/** The names by which a role goes in a table of that kind. */
export const namesOf = (role: Role, kind: TableKind): readonly string[] =>
  (kind === 'ledger' ? ledgerNames[role] : undefined) ?? evidence[role].names;

const split = (text: string): string[] => text.split(' ');

/** What is to be done, as text: no number, no time, no unit and no tick. */
const text = ({ time, units, count, percent, status, numbering, phone }: ColumnFacts): number =>
  -6 * Math.max(time, units * 0.8, count, percent, status, numbering, phone);

/** Names of units; what is clearly something else speaks against them, a name that we do not know does not. */
const unitCells = ({
  units,
  time,
  count,
  percent,
  status,
  numbering,
  sentence,
  filled,
}: ColumnFacts): number => {
  if (filled === 0) return 0;
  if (units >= 0.4) return 4;
  return Math.max(time, count, percent, status, numbering, sentence) >= 0.5 ? -6 : 0;
};

/** What a column reports, once work goes on, where others plan it. */
const reported = '进展|动态|台账|成效|成果|情况|小结|总结|亮点|进度|来源';

/** How a piece of work is marked, once it is done. */
const marks = '考核标准|评[分价]|扣分|计分|得分|赋分';

export const evidence: Readonly<Record<Role, RoleEvidence>> = {
  sequence: {
    zh: '序号',
    en: 'Number',
    names: [...columnNames.sequence, ...split('项次 序 号 序次 项号 No No. NO')],
    ending: /(?:序号|编号)$/u,
    against: /^(?!.*(?:序|编|项|行)[号次]$)./u,
    cells: ({ numbering }) => (numbering >= 0.7 ? 5 : numbering >= 0.4 ? 0 : -6),
  },
  listNumber: {
    zh: '清单编号',
    en: 'Number of the list',
    names: split('清单编号 区清单编号 任务编号 清单序号 对应编号 对应清单编号 任务序号'),
    ending: /(?:清单|任务|对应).{0,4}(?:编号|序号|号)$/u,
    cells: ({ code, numbering }) => (code >= 0.6 ? 6 : numbering >= 0.7 ? 0 : -6),
  },
  category: {
    zh: '类别',
    en: 'Category',
    names: [...columnNames.category, ...split('任务分类 板块 领域 工作领域 项目类别 大类 一级指标 行动名称')],
    ending: /(?:类别|分类|大类|板块|领域|方面|目录|类型)$/u,
    against: /抽取|抽查|检查|企业|风险/u,
    cells: ({ heading, distinct, filled, share, sentence, ...facts }) =>
      text({ heading, distinct, filled, share, sentence, ...facts }) +
      (heading >= 0.5 ? 3 : 0) +
      (filled > 0 && share <= 0.5 ? 2 : 0) +
      (filled >= 4 && distinct <= 0.5 ? 2 : 0) -
      (sentence >= 0.5 ? 3 : 0),
  },
  name: {
    zh: '重点工作',
    en: 'Task',
    names: [
      ...columnNames.name,
      ...split('项目名称 活动名称 事项名称 事项 任务 项目 民生实事 主要工作 年度任务名称'),
      ...split('指标名称 指标内容 指标项 二级指标 考核指标 主要指标 重点指标'),
    ],
    akin: /(?<!企业|单位|公司|部门|人员|场所|对象|行动)名称$/u,
    ending: /(?:名称|任务|工作|事项|项目|实事|活动|行业|主题|课题|工程|清单)$/u,
    within: /任务|工作|事项|内容|项目/u,
    against: new RegExp(`目标|完成|企业名称|单位名称|配合|对象|${reported}`, 'u'),
    cells: (facts) => text(facts) + (facts.length >= 3 && facts.length <= 40 ? 2 : 0),
  },
  goal: {
    zh: '年度目标',
    en: 'Goal',
    names: [...columnNames.goal, ...split('任务目标 预期目标 目标要求 预期成效 预期成果 目标')],
    ending: /(?:目标|目的|成效|成果|指标)$/u,
    within: /目标/u,
    // A goal may be a number: 98%以上.
    cells: (facts) => text({ ...facts, count: 0, percent: 0 }) + 1 - (facts.done >= 0.5 ? 6 : 0),
  },
  arrangements: {
    zh: '工作安排',
    en: 'Arrangements',
    names: [...columnNames.arrangements, ...columnNames.content, ...split('任务措施 措施 内容 主要工作措施')],
    ending: /(?:内容|措施|举措|安排|做法|要求|要点|步骤|事项|任务|清单|标准|部署|方法|工作)$/u,
    within: /内容|措施|举措|要求|安排|任务|工作/u,
    against: new RegExp(`时限|时间|目标|下步|整改(?!措施|内容|任务|要求)|存在|${marks}|${reported}`, 'u'),
    cells: (facts) =>
      text(facts) -
      (facts.done >= 0.5 ? 6 : 0) +
      (facts.sentence >= 0.5 ? 3 : 0) +
      (facts.items >= 0.5 ? 1 : 0) +
      (facts.distinct > 0.8 && facts.filled > 2 ? 1 : 0),
  },
  lead: {
    zh: '牵头单位',
    en: 'Leading units',
    names: [...columnNames.lead, ...split('发起部门 组织单位 牵头')],
    ending: /^(?:牵头|主责|主办|承办|发起|组织|总牵头).*(?:单位|部门|科室|处室|股室|机构|地区|主体)$/u,
    beneath: /\/(?:总?牵头|主责|主办|承办)$/u,
    cells: unitCells,
    isMany: true,
  },
  units: {
    zh: '责任单位',
    en: 'Responsible units',
    names: [
      ...columnNames.units,
      ...split('实施单位 实施主体 执行单位 完成单位 单位 部门 科室 股室 处室 责任镇街 责任'),
    ],
    ending:
      /(?:单位|部门|科室|处室|股室|机关|主体|镇街|乡镇|街道|分工|机构|股|处|科)(?:[及和、与](?:责任人|负责人|联系人))?$/u,
    against:
      /^(?:配合|协同|协办|协助|参与|参加|参演|参训|联合|会同)|检查对象|填报|(?:计量|度量|统计|指标)单位$/u,
    beneath: /(?:单位|部门|科室|处室|股室|主体|分工)\/(?:责任|落实|实施|执行)$/u,
    cells: unitCells,
    isMany: true,
  },
  supporting: {
    zh: '配合单位',
    en: 'Supporting units',
    names: [...columnNames.supporting, ...split('联合部门 配合 参演单位 参训单位')],
    ending:
      /^(?:配合|协同|协办|协助|参与|参加|参演|参训|联合|会同|支持).*(?:单位|部门|科室|处室|股室|机构|主体)$/u,
    beneath: /\/(?:配合|协同|协办|协助|参与|参加)$/u,
    cells: unitCells,
    isMany: true,
  },
  startsOn: {
    zh: '开始时间',
    en: 'Begins on',
    names: split('开始时间 起始时间 启动时间 开工时间 开始日期 起始日期'),
    ending: /(?:开始|起始|启动|开工)(?:时间|日期)$/u,
    beneath: /[时期节进].*\/(?:起|自|开始|起始|启动|开工)$/u,
    cells: ({ time, filled }) => (filled === 0 ? 0 : time >= 0.5 ? 4 : -6),
  },
  deadline: {
    zh: '完成时限',
    en: 'Deadline',
    names: [...columnNames.deadline, ...split('截止日期 截止时间 结束时间 起止时间 计划时间 活动时间')],
    ending: /(?:时限|期限|时间|节点|日期|时段|月份|进度安排|时间表|截止|时限要求|频次要求)$/u,
    against: /建立|申报|填报|报送|更新/u,
    beneath: /[时期节进].*\/(?:止|至|迄|结束|完成|截止|终止|办结)$/u,
    cells: ({ time, deadline, period, filled, units, count, percent, sentence }) => {
      if (filled === 0) return 0;
      if (Math.max(time, deadline, period) >= 0.5) return 4;
      return Math.max(units, percent, sentence, count * 0.8) >= 0.5 ? -4 : 0;
    },
  },
  quantity: {
    zh: '数量',
    en: 'Quantity',
    names: split(
      '数量 检查数量 抽查数量 任务数 指标数 目标数 户数 家数 检查户数 抽查户数 计划数 任务数量 指标 目标值 指标值 量化要求 量化目标 量化任务 合计 总计 总数 任务总数',
    ),
    ending:
      /(?:数|数量|指标|(?:指标|目标)值|(?:任务|目标|计划|检查|抽查)量|^全[省市区县镇乡年](?:年度?)?(?:任务|目标|指标|合计))$/u,
    against: /比例|频次|次数$|率$|基数/u,
    cells: ({ count, percent, numbers, length, filled }) => {
      if (filled === 0) return 0;
      if (count >= 0.6 && percent < 0.3) return 4;
      // 整改率100%, 新增35家: short, and each with a number.
      return numbers >= 0.6 && length <= 20 ? 1 : -6;
    },
    isMany: true,
  },
  measure: {
    zh: '计量单位',
    en: 'Unit of measure',
    names: split('计量单位 度量单位 统计单位 指标单位 单位'),
    cells: ({ measure, filled }) => (filled === 0 ? 0 : measure >= 0.7 ? 6 : -14),
  },
  ownTarget: {
    zh: '本单位分解数',
    en: 'Own share',
    names: split('本镇应完成数 应完成数 目标数 任务数 本单位任务数 分解数 指标数 计划数 应完成'),
    ending: /(?:应完成|目标|任务|分解|计划|指标)(?:数量?|家数|户数)?$/u,
    cells: ({ count, percent, filled }) => (filled === 0 ? 0 : count >= 0.6 && percent < 0.3 ? 4 : -6),
  },
  period: {
    zh: '报告期',
    en: 'Period',
    names: split(
      '周次 月份 季度 报告期 起止日期 时段 周期 期次 统计周期 周 周数 月 月度 期数 所属周期 实际周 实际周次 实际月份 完成周次',
    ),
    ending: /(?:周次|月份|季度|报告期|起止日期|起止时间|周期|期次)$/u,
    cells: ({ period, time, filled }) => (filled === 0 ? 0 : period >= 0.4 ? 4 : time >= 0.6 ? 3 : -6),
    isMany: true,
  },
  enterprise: {
    zh: '企业名称',
    en: 'Enterprise',
    names: split('企业名称 企业 单位名称 公司名称 企业全称 被检查单位 经营单位'),
    ending: /(?:企业|公司|经营户|门店|场所)(?:名称|全称)?$/u,
    cells: ({ enterprise, sentence }) => (enterprise >= 0.3 ? 3 : 0) - (sentence >= 0.5 ? 4 : 0),
  },
  status: {
    zh: '状态',
    en: 'Status',
    names: split(
      '状态 完成情况 是否完成 是否开展 完成状态 进展状态 办理状态 落实状态 开展情况 目前进度 当前进度',
    ),
    // 是否涉及, 是否逾期, 是否重点 say nothing of how far it is.
    ending:
      /^(?:本[周月旬期]|当[周月期])?是否(?:已|均已|全部|按期|按时|如期)*(?:完成|开展|落实|办结|启动|实施|建立|执行|到位|调度|销号|整改到位)|(?:状态|完成情况|落实情况|进展)$/u,
    against:
      /问题|困难|协调|备注|说明|计划|打算|^(?:是否|有无)(?!(?:已|均已|全部|按期|按时|如期)*(?:完成|开展|落实|办结|启动|实施|建立|执行|到位|调度|销号|整改到位))/u,
    cells: ({ status, sentence, filled }) =>
      filled === 0 ? 0 : (status >= 0.5 ? 5 : status >= 0.25 ? 1 : -3) - (sentence >= 0.5 ? 3 : 0),
  },
  count: {
    zh: '完成数',
    en: 'Count',
    names: split(
      '完成数量 完成数 已完成数 完成家数 数量 家数 户数 累计 累计数 完成户数 累计完成 累计完成数 已完成',
    ),
    ending: /(?:完成|累计|已).{0,6}(?:数量?|家数|户数|个数|次数)$|^(?:完成|累计).*数$/u,
    // Persons, money, checks and what was handed out are counted beside what is done.
    against:
      /应完成|目标|计划|率$|问题|隐患|人[数次员]|整改|[罚款]|资金|投资|经费|元[)）]?$|培训|出动|发放|宣传|(?:检查|巡查|抽查|调度|演练).{0,4}次/u,
    cells: ({ count, percent, filled }) => (filled === 0 ? 0 : count >= 0.4 && percent < 0.3 ? 3 : -4),
  },
  completedOn: {
    zh: '完成日期',
    en: 'Completed on',
    names: split('完成日期 完成时间 实际完成时间 办结时间 办结日期 实际完成日期 销号时间'),
    ending: /(?:完成|办结|销号|落实)(?:时间|日期)$/u,
    against: /计划|整改|要求|预计|时限/u,
    beneath: /(?:时间|日期|时限|期限)\/(?:实际|实际完成|完成|办结)$/u,
    cells: ({ day, deadline, period, filled }) =>
      filled === 0 ? 0 : (day >= 0.3 ? 4 : -2) - (deadline + period >= 0.5 ? 6 : 0),
  },
  note: {
    zh: '工作情况',
    en: 'What was done',
    names: split(
      '工作开展情况 工作情况 进展情况 完成情况 落实情况 最新进展 推进情况 工作进展 调度情况 本月工作 本周工作 完成进展 进展 工作推进情况 开展情况 具体情况 情况说明',
    ),
    ending: /(?:情况|进展|本[月周季]工作|成效|落实|做法)$/u,
    against: /存在|问题|整改|下步|是否/u,
    cells: ({ sentence, length, status, filled, ...facts }) =>
      filled === 0
        ? 0
        : (sentence >= 0.3 || length >= 6 ? 3 : 0) -
          (status >= 0.5 ? 4 : 0) +
          0.5 * text({ sentence, length, status: 0, filled, ...facts }),
  },
  problems: {
    zh: '存在问题',
    en: 'Problems',
    names: split(
      '存在问题 问题 主要问题 发现问题 存在困难 困难问题 存在的问题 问题及建议 存在问题及下步打算',
    ),
    ending: /(?:问题|困难|短板)(?:及.{2,6})?$/u,
    within: /问题|困难/u,
    against: /整改|数$/u,
    cells: ({ count, time }) => -4 * Math.max(count, time),
  },
  contact: {
    zh: '联系人',
    en: 'Contact',
    names: split(
      '联系人 责任人 责任人及电话 联系人及电话 联系方式 联系电话 电话 姓名 经办人 具体责任人 责任人员 手机',
    ),
    ending: /(?:联系人|责任人|经办人|电话|手机|联系方式|姓名)$/u,
    cells: ({ phone, person, filled }) => (filled === 0 ? 0 : phone + person >= 0.4 ? 4 : -3),
    isMany: true,
  },
  evidence: {
    zh: '佐证材料',
    en: 'Evidence',
    names: split('佐证材料 附件 证明材料 佐证 材料 相关材料 台账资料 支撑材料'),
    ending: /(?:材料|附件|佐证|资料|照片)$/u,
    cells: ({ count, time }) => -4 * Math.max(count, time),
  },
};

/** Names of columns that hold nothing of what is read: remarks, shares, ways and objects of checks, persons who lead. */
export const unreadNames: Readonly<Record<TableKind, RegExp>> = {
  list: /^(?:备注|说明|其他|附注)$|(?:备注|比例|频次|频率|方式|模式|形式|地点|规模|依据|对象|范围|层级|载体|分值|标准分|权重|得分|完成率|考核标准|评[分价](?:标准|办法)|扣分(?:标准|办法)|(?:^|政府|分管|包联|挂联|牵头|主管)[县市区镇]?领导|责任领导|分管领导|包保领导|责任人|负责人|联系人|联系电话|电话|完成进展|进展情况|完成情况|落实情况|下步.{0,4}|整改.{0,4}|合计|检查人|审核人|进展|动态|台账|(?<!预期|目标)成效|(?:推进|开展|工作|实施|执行|办理|任务)情况|小结|工作总结|亮点)$/u,
  ledger:
    /^(?:备注|其他|附注)$|(?:备注|比例|完成率|率|责任领导|分管领导|包保领导|下步.{0,4}|下一步.{0,6}|整改.{0,4}|检查人|审核人|行业)$/u,
};
