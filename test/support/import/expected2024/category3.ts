import {
  by,
  during,
  every,
  inSeason,
  open,
  count,
  done,
  doneEachPeriod,
  item,
  bureau,
  everyone,
  type ExpectedTask,
} from './notation.ts';

export const category3: ExpectedTask[] = [
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
