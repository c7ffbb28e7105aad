import { expect, test } from 'vitest';
import { parseTaskList } from '../../../../shared/import/parseTaskList.ts';
import { readGrid } from '../../../../shared/import/table/readGrid.ts';

/**
 * A list of a whole district's size, written as such lists are by somebody who knew the lists and not the grammar; made up. Its
 * reading was then looked through line by line: what stands below is what an official would say, or leave to a person.
 */
const text = `
附件1
清川区2025年危险化学品和烟花爆竹安全生产重点工作任务分解表
（印发时间：2025年2月18日）

序号	重点领域	工作任务	具体措施	完成时限	牵头单位	配合单位
一、全面压实安全生产责任
1	责任落实	强化党政领导责任	（1）区委常委会、区政府常务会每季度至少研究1次危险化学品安全工作。（2）各镇（街道）党政主要负责人每半年带队检查不少于3家企业。	全年	区应急局	各镇（街道）
2		压实企业主体责任	"1、3月31日前，组织全区58家危险化学品企业签订安全承诺书。
2、督促企业主要负责人每月至少带队开展1次安全检查，每年至少参加1次应急演练。
3、上半年、下半年各组织1次企业主要负责人集中培训，覆盖率100%。"		区应急局	各镇（街道）、区工信局
3		落实全员安全生产责任制	对照责任清单逐岗评估，6月底前完成30家，12月底前完成58家。	12月底前	各镇（街道）	区应急局
二、深化重点环节专项整治
4	生产环节	重大危险源整治	①一月一调度，对11处重大危险源包保责任人履职情况开展线上抽查。②4月至10月每月开展1次雷电静电防护专项检查。③10月底前，完成7处一、二级重大危险源双预控数字化升级。	10月底前	区应急局	区气象局
5		“两重点一重大”自动化改造	一是对涉及重点监管工艺的9家企业全流程自动化改造情况开展“回头看”；二是二季度末前完成4家精细化工企业反应风险评估；三是推动老旧装置压减到15套以内。	2025年9月30日前	区应急局	区工信局、区发改局
6	经营环节	加油站整治	对全区43座加油站开展全覆盖检查，每季度不少于10座，问题整改率达到100%。	每季度	区应急局	区商务局、区消防大队
7		烟花爆竹经营整治	1.3.15前，完成126家零售店换证审查。2.春节、元宵节前，开展联合执法不少于2次。3.汛期（5月—9月）每周巡查1次批发仓库。	长期坚持	区应急局	区公安分局、各镇（街道）
8	运输环节	道路运输整治	每月25日前报送路检路查情况，每月检查运输企业不少于3家，查处非法运输车辆不少于20辆。	每月	区交通局	区公安分局
9		停车场建设	2026年6月底前建成危化品专用停车场1处，2025年底前完成主体工程。	2026年6月	区交通局	区资规局
10	使用环节	医药化工企业排查	五至八家医药企业开展对标检查，建成2个以上示范点。	三季度	区应急局	区市场监管局
三、提升本质安全水平
11		双重预防数字化建设	全区一、二级标准化企业达到20家，二级以上标准化企业新增3家。	年底前	区应急局
12		安责险	安责险投保企业不少于50家，投保率95%以上。	6月	区应急局	区金融办
13		人才培养	培训“三类人员”300人次以上，其中专职安全员不少于100人次，每期不超过60人。	11月	区应急局	区人社局
14		淘汰落后	全面淘汰落后工艺装备，将高风险企业数量减少到5家。	12月	区工信局	区应急局
四、严格执法和应急管理
15		执法检查	计划检查企业80家次，重点检查50家次，其中“双随机”20家次；行政处罚案件数不低于12件。	全年	区应急局
16		专家指导服务	每季度组织专家对10家企业开展指导服务。	每季度末	区应急局
17		应急演练	区级综合演练1场，各镇（街道）至少开展1场，企业每半年至少1次。	11月底	区应急局	各镇（街道）
18		应急预案	（一）一季度前，修订区级预案。（二）对3月底前完成备案的企业开展抽查。（三）对1月至3月检查发现的问题进行复查。	上半年	区应急局
19		信息报送	每周五前报送周报，每月5日、20日报送进度，每季度最后一个月20日前报送总结。		各镇（街道）	
20		举报奖励	即时受理举报，5个工作日内反馈，年度兑现奖励不少于10件。	即时	区应急局
21		宣传教育	6月安全生产月期间，开展“五进”活动12场；11·9消防日前，张贴海报2000张。	6月、11月	区应急局	区融媒体中心
22		重大活动保障	落实重大活动期间24小时值班，按照市局统一部署开展驻点督导。	重大活动期间	区应急局	各成员单位
合计	22项
`;

const expected = `
1-1 强化党政领导责任 ← 区应急局、各镇（街道）
1-1-1 quarterly | done
1-1-2 half-yearly | done | quantity-inexact 每半年带队检查不少于3家
1-2 压实企业主体责任 ← 区应急局、各镇（街道）、区工信局
1-2-1 once 2025-03-31 | 58家 危险化学品企业
1-2-2 monthly；window 2025-01-01 2025-12-31 | done
1-2-3 window 2025-01-01 2025-06-30；window 2025-07-01 2025-12-31 | done
1-3 落实全员安全生产责任制 ← 各镇（街道）、区应急局
1-3-1 once 2025-06-30；once 2025-12-31 | done | number-missing | quantity-inexact 6月底前完成30家 | quantity-inexact 12月底前完成58家
2-4 重大危险源整治 ← 区应急局、区气象局
2-4-1 monthly；once 2025-10-31 | 11处 重大危险源包保责任人履职情况
2-4-2 monthly 4月至10月；once 2025-10-31 | done | season-months-open 4月至10月
2-4-3 once 2025-10-31 | 7处 一、二级重大危险源双预控数字化
2-5 “两重点一重大”自动化改造 ← 区应急局、区工信局、区发改局
2-5-1 once 2025-09-30 | 9家 企业
2-5-2 once 2025-09-30 | 4家 精细化工企业 | deadline-differs 二季度末前
2-5-3 once 2025-09-30 | done
2-6 加油站整治 ← 区应急局、区商务局、区消防大队
2-6-1 quarterly | 43座 加油站 | number-missing | quantity-inexact 每季度不少于10座
2-7 烟花爆竹经营整治 ← 区应急局、区公安分局、各镇（街道）
2-7-1 once 2025-03-15 | 126家 零售店 | number-glued 1.3.15前，完成
2-7-2 undated | done | number-unread 2次 | undated 元宵节前、长期坚持
2-7-3 weekly 汛期（5月-9月） | done | season-months-open 汛期（5月-9月）
2-8 道路运输整治 ← 区交通局、区公安分局
2-8-1 monthly | 20辆 非法运输车辆 | number-missing | quantity-inexact 每月检查运输企业不少于3家 | cadence-day-open 每月25日前
2-9 停车场建设 ← 区交通局、区资规局
2-9-1 once 2026-06-30；once 2025-12-31 | 1处 危化品专用停车场 | number-missing
2-10 医药化工企业排查 ← 区应急局、区市场监管局
2-10-1 once 2025-09-30 | 2个 示范点 | number-missing | quantity-inexact 五至八家
3-11 双重预防数字化建设 ← 区应急局
3-11-1 once 2025-12-31 | 20家 一、二级标准化企业；3家 二级以上标准化企业 | number-missing
3-12 安责险 ← 区应急局、区金融办
3-12-1 once 2025-06-30 | 50家 安责险投保企业 | number-missing
3-13 人才培养 ← 区应急局、区人社局
3-13-1 once 2025-11-30 | 300人次 “三类人员”；100人次 专职安全员 | number-missing
3-14 淘汰落后 ← 区工信局、区应急局
3-14-1 once 2025-12-31 | done | number-missing
4-15 执法检查 ← 区应急局
4-15-1 undated | 80家次 企业；50家次 重点检查；12件 行政处罚案件数 | number-missing | quantity-inexact 20家次 | undated 全年
4-16 专家指导服务 ← 区应急局
4-16-1 quarterly | done | number-missing | quantity-inexact 每季度组织专家对10家
4-17 应急演练 ← 区应急局、各镇（街道）
4-17-1 half-yearly；once 2025-11-30 | 1场 区级综合演练 | number-missing | quantity-inexact 各镇（街道）至少开展1场
4-18 应急预案 ← 区应急局
4-18-1 once 2025-06-30 | done | deadline-unread 一季度前
4-18-2 once 2025-06-30 | done | deadline-unread 3月底前
4-18-3 once 2025-06-30 | done | deadline-unread 1月至3月
4-19 信息报送 ← 各镇（街道）
4-19-1 weekly；quarterly | done | number-missing | cadence-day-open 每周五前 | cadence-day-open 每季度最后一个月20日前 | deadline-unread 每月5日、20日
4-20 举报奖励 ← 区应急局
4-20-1 undated | 10件 年度兑现奖励 | number-missing | undated 即时、5个工作日内
4-21 宣传教育 ← 区应急局、区融媒体中心
4-21-1 window 2025-06-01 2025-06-30 | 12场 “五进”活动；2000张 海报 | number-missing | deadline-unread 6月、11月
4-22 重大活动保障 ← 区应急局、各成员单位
4-22-1 undated | done | number-missing | undated 重大活动期间、按照市局统一部署
`;

test('I2, I3, I5, I6, I7, I12: a list of 22 tasks in prose: what is read is right, the rest is told at its place', () => {
  const { taskList, diagnostics } = parseTaskList(readGrid(text));
  const said = (place: string | null) =>
    diagnostics
      .filter(({ at }) => at === place)
      .map(({ code, text: words }) => (words === null ? code : `${code} ${words}`));
  const lines = taskList!.tasks.flatMap(({ code, name, units, arrangements }) => [
    [`${code} ${name} ← ${units.join('、')}`, ...said(code)].join(' | '),
    ...arrangements.map(({ schedules, indicators }, index) => {
      const place = `${code}-${index + 1}`;
      const times = schedules.map(({ kind, start, due, season }) =>
        [kind, start, due, season].filter((part) => part !== undefined).join(' '),
      );
      const counts = indicators.map(({ id, target, unitOfMeasure, label }) =>
        id === 'done' ? id : `${target}${unitOfMeasure} ${label}`,
      );
      return [`${place} ${times.join('；')}`, counts.join('；'), ...said(place)].join(' | ');
    }),
  ]);
  expect(lines).toEqual(expected.trim().split('\n'));
  expect(taskList).toMatchObject({
    title: '清川区2025年危险化学品和烟花爆竹安全生产重点工作任务分解表',
    year: 2025,
    categories: [
      { number: 1, name: '全面压实安全生产责任' },
      { number: 2, name: '深化重点环节专项整治' },
      { number: 3, name: '提升本质安全水平' },
      { number: 4, name: '严格执法和应急管理' },
    ],
  });
  expect(said(null)).toEqual([
    'column-unread 重点领域',
    'supporting-units 各镇（街道）',
    'row-unread 合计 22项',
  ]);
});
