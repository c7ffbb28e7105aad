import { describe, expect, test } from 'vitest';
import { parseTaskList } from '../../../../shared/import/parseTaskList.ts';
import { gridWith, readSentence } from '../../../support/import/published.ts';

/** Counts in short: `8 家 重点企业`, a baseline as `now 8 家 重点企业`; nothing where there is only done-or-not. */
function inShort(sentence: string): string[] {
  return readSentence(sentence).indicators.flatMap(({ id, target, baseline, unitOfMeasure, label }) =>
    id === 'done' ? [] : [`${target ?? `now ${baseline}`} ${unitOfMeasure} ${label}`],
  );
}

describe('I7: number, measure, what is counted', () => {
  test.for<[string, string[]]>([
    ['督促8家证书到期的重点企业及 3 家其他企业申报。', ['8 家 证书到期的重点企业', '3 家 其他企业']],
    ['对3家涉及重点设备的企业开展检查。', ['3 家 涉及重点设备的企业']],
    ['更新5家企业10套老旧装置。', ['5 家 企业', '10 套 老旧装置']],
    ['推动8台锅炉、12部电梯更新。', ['8 台 锅炉', '12 部 电梯']],
    ['液氯1家、双氧水2家完成整改。', ['1 家 液氯', '2 家 双氧水']],
    ['督促液氯企业1家、双氧水企业2家完成整改。', ['1 家 液氯企业', '2 家 双氧水企业']],
    ['对12座加油加气站、3座油库开展检查。', ['12 座 加油加气站', '3 座 油库']],
    ['组织100名负责人参加培训，培训安全员500人次。', ['100 名 负责人', '500 人次 安全员']],
    ['建成不少于5个示范点，新建3个村级消防站。', ['5 个 示范点', '3 个 村级消防站']],
    ['组织2场应急演练并形成报告。', ['2 场 应急演练']],
    ['检查企业200家次，宣传12场（次）。', ['200 家次 企业', '12 场（次） 宣传']],
    ['对辖区内所有加油站（25座）开展检查。', ['25 座 加油站']],
    ['抽查20%的企业（不少于10家）。', ['10 家 企业']],
    ['组织2批次专家对10家企业会诊。', ['2 批次 专家', '10 家 企业']],
    ['对５家生产、储存企业和两家商店开展检查。', ['5 家 生产、储存企业', '2 家 商店']],
    ['检查甲企业,检查20家乙企业,300家丙企业。', ['20 家 乙企业', '300 家 丙企业']],
    ['排查出隐患1,280处，覆盖1.2万人。', ['1280 处 隐患', '12000 人 数量']],
    ['对20家“厂中厂”企业开展检查。', ['20 家 “厂中厂”企业']],
    ['对30家企业以上级文件为准开展检查。', ['30 家 企业']],
    ['检查25家以上企业，抽查运输企业12家以上。', ['25 家 企业', '12 家 运输企业']],
    ['从业人员300人以上企业50家完成整改。', ['50 家 从业人员300人以上企业']],
    ['至少检查30家。', ['30 家 数量']],
    ['对20家企业开展抽查。', ['20 家 企业']],
    ['消除隐患20处，拆除违建5处，对含氟企业6家开展检查。', ['20 处 隐患', '5 处 违建', '6 家 含氟企业']],
    ['对4处罐区、3处库区开展检查。', ['4 处 罐区', '3 处 库区']],
    [
      '改造5个出入口，走访3个社区，查处案件10起，配备灭火器6具。',
      ['5 个 出入口', '3 个 社区', '10 起 案件', '6 具 灭火器'],
    ],
    ['5个出入口升级改造。', ['5 个 出入口']],
    ['2024年完成20家。', ['20 家 数量']],
    ['对2023年检查发现的20家企业开展整改。', ['20 家 企业']],
    ['各镇对20家企业开展检查，检查各类企业20家。', ['20 家 企业', '20 家 各类企业']],
    ['对一百二十家企业开展检查，对一百零五户商户排查。', ['120 家 企业', '105 户 商户']],
    ['检查两千家企业，一万二千户商户。', ['2000 家 企业', '12000 户 商户']],
    ['组织两场演练，培训一百五十人次，整改三处隐患。', ['2 场 演练', '150 人次 数量', '3 处 隐患']],
    ['2、6家企业完成整改。', ['6 家 企业']],
    ['每周调度5家企业10套装置进度，每月督促3家单位报送。', ['5 家 企业', '10 套 装置', '3 家 单位']],
    ['督促5家企业每月5日前报送计划，每月通报，检查8家单位。', ['5 家 企业', '8 家 单位']],
    ['每月抽查3家企业，全年不少于36家。', ['36 家 数量']],
    ['张贴海报2000张，发放手册5000册，印发简报12篇。', ['2000 张 海报', '5000 册 手册', '12 篇 简报']],
    ['检查车辆500辆次，检查船舶20艘次。', ['500 辆次 车辆', '20 艘次 船舶']],
    ['7处一、二级重大危险源完成评估。', ['7 处 一、二级重大危险源']],
    ['对3处一级、二级、三级重大危险源开展检查。', ['3 处 一级、二级、三级重大危险源']],
    ['全区一、二级标准化企业达到20家，甲类企业新增3家。', ['20 家 一、二级标准化企业', '3 家 甲类企业']],
    ['成立5个检查组，派出4支检查队伍。', ['5 个 检查组', '4 支 检查队伍']],
    ['出具13份评估报告，印发整改单20份，设置检查点8个。', ['13 份 评估报告', '20 份 整改单', '8 个 检查点']],
    ['建成5个示范点并组织验收，制定15条措施。', ['5 个 示范点', '15 条 措施']],
    ['培训100名带班人员，配备3名值班人员。', ['100 名 带班人员', '3 名 值班人员']],
    [
      '检查使用企业36家、有限空间作业企业5家、出租房30处。',
      ['36 家 使用企业', '5 家 有限空间作业企业', '30 处 出租房'],
    ],
    [
      '举办培训班4期，建成储备库3个，约谈企业负责人20人次。',
      ['4 期 培训班', '3 个 储备库', '20 人次 企业负责人'],
    ],
    [
      '组织3批次共60名企业负责人学习，组建不少于20人的专家队伍。',
      ['3 批次 数量', '60 名 企业负责人', '20 人 专家'],
    ],
    ['对28家零售点全覆盖检查，播放标语1000条次。', ['28 家 零售点', '1000 条次 播放标语']],
    ['6月底前完成50家企业整改，其余企业加强监管。', ['50 家 企业']],
    ['对2023年20家企业复查。', ['20 家 企业']],
    ['20家企业中，15家已完成，剩余5家6月底前完成。', ['5 家 剩余']],
    ['对已完成整改的20家企业、2家已建成的企业复查。', ['20 家 企业', '2 家 数量']],
    [
      '从120家企业中抽取30家检查，在86家企业中选树5家标杆企业。',
      ['30 家 从120家企业中抽取', '5 家 标杆企业'],
    ],
    ['全区9个镇街、2个园区完成修订，督促12家单位各部门落实。', ['9 个 镇街', '2 个 园区', '12 家 单位']],
    [
      '检查商超20家，新增3家、累计达到50家，即不少于96家，再完成10家。',
      ['20 家 商超', '3 家 数量', '50 家 数量', '96 家 数量', '10 家 数量'],
    ],
    ['检查再生资源企业20家，发现10处以上隐患，出动检查组5个。', ['20 家 再生资源企业', '5 个 检查组']],
    ['示范企业由5家增加到10家，减少5家高风险企业。', ['10 家 示范企业', '5 家 高风险企业']],
    [
      '组织演练不少于3场，参训人员不低于200人次，专家不得少于12名。',
      ['3 场 演练', '200 人次 参训人员', '12 名 专家'],
    ],
  ])('%s', ([sentence, expected]) => expect(inShort(sentence)).toEqual(expected));

  test.for([
    '现场作业人数不超过6人，控制在3人以内，最多2人。',
    '把停产企业压减到30家以内，隐患40处之内，施工人员8人以下，少于3人、低于2人。',
    '将高风险企业数量减少到5家，压降到10家，企业压减至12家，事故起数降至2起，企业总数控制在20家。',
    '重大危险源由10处减少到5处，由原来的8处压减为3处，从20家压减至不超过10家，企业数不再多于8家。',
    '落实国务院安委会15条硬措施，贯彻市安委会50条措施，对照80条标准自查，严格执行10条禁令。',
    '由不少于3名专家组建检查组，2名以上监护人员在场，由2名执法人员开展检查。',
    '对500米范围内的企业开展排查，2米以上高处作业须审批，储罐间距不小于50米，每人培训24学时。',
    '发现3处以上重大隐患的企业停产，对3年内发生2起以上事故的企业、存在5处以上隐患的场所重点检查。',
    '实现企业全覆盖，检查率100%，问题整改率达到100%。',
    '每季度检查1次，开展2轮3遍。',
    '对第3批企业和前10名单位开展检查。',
    '创建率达到90%，提升5个百分点。',
    '走访30家庭，配备家具。',
    '15个工作日内办结，对3个月内、5年以上的装置进行排查。',
    '落实“2+X”“5个一”机制，对照《3家企业整改方案》（〔2023〕70号）。',
    '每家企业配备2名安全员，每3个班组设1名组长。',
    '在每一个环节开展一次全覆盖检查，对一家企业、第三家单位、前两家企业、同三家公司进行复核。',
    '对第5至8家企业、第五至八家企业进行复核，方案一式两份。',
  ])('limits, frequencies, ordinals, ages, names and shares count nothing: %s', (sentence) =>
    expect(inShort(sentence)).toEqual([]),
  );

  test.for([
    '检查约200家企业。',
    '检查20余家企业。',
    '整改10至15家企业。',
    '超过30家企业完成。',
    '检查50家左右。',
    '检查百余家企业。',
    '检查二十余家企业。',
    '检查几十家企业。',
    '检查20家至30家企业。',
    '检查20家以上30家以下企业。',
    '企业数量稳定在12家。',
    '每季度检查不少于10座加油站。',
    '每月检查企业不少于5家。',
    '每季度组织专家对10家企业开展指导服务。',
    '每半年检查2家企业。',
    '逐月检查8家企业。',
    '采购物资20吨。',
    '6月底完成50%。',
    '6月底前完成60%的企业整改，12月底前全部完成。',
    '6月底前完成整改10家，12月底前完成整改20家。',
    '6月底前完成10家企业整改，12月底前全部完成20家。',
    '一季度完成3家，二季度完成5家，三季度完成8家。',
    '10家于6月底前完成，20家于12月底前完成。',
    '上半年检查10家企业，全年检查20家企业。',
    '检查企业20家，6月底前完成5家。',
    '落实15条整改措施。',
    '严格执行8项制度要求。',
    '组织3名专家组建检查组。',
    '检查五至八家企业。',
    '检查十到二十家企业。',
    '检查5、6家企业。',
    '检查五、六家企业。',
    '检查三、四十家企业。',
    '检查5家或6家企业。',
    '检查五家或者六家企业。',
    '检查一两家企业。',
    '检查近百家企业。',
    '检查上百家企业。',
    '检查一千二家企业。',
    '各镇各完成3家企业改造。',
    '各镇（街道）完成3家企业改造。',
    '甲镇、乙镇各检查3家企业。',
    '检查企业，每镇不少于5家。',
    '每个园区完成3家企业。',
    '检查2家/月。',
    '2025年完成20家。',
    '2023年完成20家。',
    '2025年目标：完成20家。',
    '2025年20家。',
    '6月底前完成50家，其余9月底前完成。',
    '6月底前完成50家企业整改；其余企业9月底前完成。',
    '三季度末前完成20家，四季度末前完成剩余任务。',
    '完成10家（上半年4家、下半年6家）。',
    '投入不少于500万元，改造不少于10公里。',
    '从86家企业中随机抽取部分检查。',
    '推动86家中的3成完成改造，在20家中择优培育。',
    '9个镇街各组织演练，12个镇（街道）各建站点。',
    '12个部门、9个镇街联合开展演练。',
    '已完成15家，15家企业已完成整改。',
    '举办100人的演练。',
    '落实不少于500万元的专项资金。',
    '发放资料3万余份。',
    '从40家企业集中抽查一部分。',
    '完成除15家停产企业外的全部企业检查。',
    '完成不包括3家停产企业的检查。',
    '完成危化品企业（含加油站15座）安全评价。',
    '检查含重点企业15家在内的全部企业。',
  ])('I7.1: a number that is not exact is no target, and waits for a decision: %s', (sentence) => {
    expect(inShort(sentence)).toEqual([]);
    const { diagnostics } = parseTaskList(gridWith({ arrangements: `1. ${sentence}` }));
    expect(diagnostics).toContainEqual(
      expect.objectContaining({ code: 'quantity-inexact', severity: 'decision', at: '1-1-1' }),
    );
  });

  test('I7.1: counts of the same that dates part are each told with their date', () => {
    const { leftOpen } = readSentence('6月底前完成整改企业10家，12月底前完成20家企业整改。');
    expect(leftOpen?.quantities?.map(({ source, value, label }) => [source.text, value, label])).toEqual([
      ['6月底前完成整改企业10家', 10, '企业'],
      ['12月底前完成20家企业', 20, '企业'],
    ]);
    expect(inShort('6月底前更新5套装置，12月底前检查20家企业。')).toEqual(['5 套 装置', '20 家 企业']);
  });

  test('I7.1: a number that sums up others waits for a person; the others are targets', () => {
    for (const sentence of [
      '检查7家甲企业、5家乙企业等13家企业。',
      '检查甲企业7家、乙企业5家，共12家企业。',
    ]) {
      const { leftOpen, indicators } = readSentence(sentence);
      expect(indicators.map(({ target }) => target)).toEqual([7, 5]);
      expect(leftOpen?.quantities?.map(({ value }) => value)).toEqual([Number(/1\d/u.exec(sentence)?.[0])]);
    }
    expect(inShort('检查甲企业7家。检查乙企业5家。共检查12家企业。')).toHaveLength(3);
  });

  test('I7.1: of what is asked for and what is hoped for, the second waits for a person', () => {
    const { leftOpen, indicators } = readSentence('完成7家企业改造，力争完成15家企业改造。');
    expect(indicators.map(({ target }) => target)).toEqual([7]);
    expect(leftOpen?.quantities?.map(({ value }) => value)).toEqual([15]);
    expect(inShort('力争完成15家企业改造。')).toEqual(['15 家 企业']);
  });

  test('I7.1: an amount is told with what it measures, a share on the way with its date', () => {
    const { leftOpen } = readSentence('更换管线500米，改造道路12.5公里，投入资金200万元。');
    expect(
      leftOpen?.quantities?.map(({ value, unitOfMeasure, label }) => [value, unitOfMeasure, label]),
    ).toEqual([
      [500, '米', '管线'],
      [null, '公里', '道路'],
      [200, '万元', '资金'],
    ]);
    const told = (sentence: string) =>
      parseTaskList(gridWith({ arrangements: `1. ${sentence}` })).diagnostics.flatMap(({ code, text }) =>
        code === 'quantity-inexact' ? [text] : [],
      );
    expect(told('6月底前完成50%，12月底前全部完成。')).toEqual(['6月底前完成50%']);
    expect(told('6月底前检查率达到100%，12月底前创建率达到90%。')).toEqual([]);
  });

  test('I7.1: counts of each period are told with their cadence', () => {
    const { leftOpen } = readSentence('每季度组织不少于2场演练、培训100人次。');
    expect(leftOpen?.quantities?.map(({ source, value, label }) => [source.text, value, label])).toEqual([
      ['每季度组织不少于2场演练', 2, '演练'],
      ['100人次', 100, '数量'],
    ]);
  });

  test('the source holds the words of number and noun, whichever comes first', () => {
    const sources = (sentence: string) => readSentence(sentence).indicators.map(({ source }) => source?.text);
    expect(sources('督促8 家重點企業整改，現有液氯 1 家。')).toEqual(['8 家重點企業', '液氯 1 家']);
  });
});

test('I7.1: more quantities than a list can hold are cut, with an error', () => {
  const counts = (last: number) => Array.from({ length: last }, (_, at) => `检查${at + 1}家企业；`).join('');
  const read = (arrangements: number, goal: number) => {
    const { taskList, diagnostics } = parseTaskList(
      gridWith({ arrangements: `1. 每周巡查，${counts(arrangements)}`, goal: counts(goal) }),
    );
    const [task] = taskList?.tasks ?? [];
    const codes = diagnostics.map(({ code, at }) => `${code} ${at}`);
    return [task?.arrangements[0]?.indicators.length, task?.goalQuantities.length, codes];
  };
  expect(read(20, 40)).toEqual([20, 40, []]);
  expect(read(21, 41)).toEqual([20, 40, ['too-many-quantities 1-1', 'too-many-quantities 1-1-1']]);
});

describe('I9.1: what exists now is a baseline', () => {
  test.for<[string, string[]]>([
    ['核实底数（现有液氯1家、双氧水2家），检查5家企业。', ['now 1 家 液氯', 'now 2 家 双氧水', '5 家 企业']],
    ['全区共有企业86家，分级管控。', ['now 86 家 企业']],
    ['核实底数（现有危险工艺25家，安全仪表38家）。', ['now 25 家 危险工艺', 'now 38 家 安全仪表']],
    [
      '现有企业20家，其中重点企业5家，对8家企业开展检查。',
      ['now 20 家 企业', 'now 5 家 重点企业', '8 家 企业'],
    ],
    ['目前有20家企业，对其中5家企业开展检查。', ['now 20 家 企业', '5 家 企业']],
  ])('%s', ([sentence, expected]) => expect(inShort(sentence)).toEqual(expected));

  test('I10: a target is cumulative, a baseline per period', () => {
    const { indicators } = readSentence('现有企业20家，检查5家单位。');
    expect(indicators.map(({ id, mode }) => [id, mode])).toEqual([
      ['i1', 'perPeriod'],
      ['i2', 'cumulative'],
    ]);
  });

  test('I10: done or not is per period where there are cadences only', () => {
    const mode = (sentence: string) => readSentence(sentence).indicators[0]?.mode;
    expect([mode('每周巡查，每季度通报。'), mode('每周巡查，3月底前通报。'), mode('加强巡查。')]).toEqual([
      'perPeriod',
      'cumulative',
      'cumulative',
    ]);
  });
});

describe('I9: cross-footing', () => {
  const sums = (goal: string, arrangements: string) =>
    parseTaskList(gridWith({ goal, arrangements })).diagnostics.flatMap(({ code, text }) =>
      code === 'cross-foot' ? [text] : [],
    );

  test('an enumeration whose total the other side prints', () => {
    expect(sums('督促86家甲企业、2家乙企业和4家丙公司整改。', '1. 督促92家企业整改。')).toEqual([
      '86+2+4=92',
    ]);
    expect(sums('督促25家企业整改。', '1. 督促20家甲企业及5家乙企业整改。')).toEqual(['20+5=25']);
    expect(sums('', '1. 督促20家甲企业及5家乙企业整改。 2. 复核25家企业。')).toEqual(['20+5=25']);
  });

  test('a total of the goal whose parts stand in neighbouring arrangements', () => {
    expect(sums('督促44家企业整改。', '1. 检查12家甲企业。 2. 检查32家乙企业。 3. 检查5家丙企业。')).toEqual([
      '12+32=44',
    ]);
  });

  test.for<[string, string, string]>([
    ['a sum that is not printed', '督促86家甲企业、2家乙企业整改。', '1. 督促80家企业整改。'],
    ['part of an enumeration', '督促86家甲企业、2家乙企业和4家丙公司整改。', '1. 督促88家企业整改。'],
    ['other measures', '督促8家企业、2套装置整改。', '1. 督促10家企业整改。'],
    ['a total in another measure', '督促8家甲企业、2家乙企业整改。', '1. 更新10套装置。'],
    ['baselines', '督促10家企业整改。', '1. 核实底数（现有液氯8家、双氧水2家）。'],
    ['a total that counts what a part counts', '督促8家甲企业、2家乙企业整改。', '1. 督促10家甲企业整改。'],
    ['counts of separate clauses', '督促8家甲企业整改，帮扶2家乙企业提升。', '1. 检查10家企业。'],
    [
      'parts that are not neighbours',
      '督促10家企业整改。',
      '1. 检查8家甲企业。 2. 加强巡查。 3. 检查2家乙企业。',
    ],
    [
      'a part that the goal prints itself',
      '督促10家企业整改，帮扶2家乙企业。',
      '1. 检查8家甲企业。 2. 检查2家乙企业。',
    ],
    [
      'two ways to the same total',
      '督促10家企业整改。',
      '1. 检查8家甲企业。 2. 检查2家乙企业。 3. 检查8家丙企业。',
    ],
  ])('never claimed: %s', ([, goal, arrangements]) => expect(sums(goal, arrangements)).toEqual([]));

  test('the note names both sides', () => {
    const { diagnostics } = parseTaskList(
      gridWith({ goal: '督促86家甲企业及2家乙企业整改。', arrangements: '1. 督促88家企业整改。' }),
    );
    expect(diagnostics.find(({ code }) => code === 'cross-foot')).toMatchObject({
      severity: 'info',
      at: '1-1',
      text: '86+2=88',
      zh: '1-1 的数量相符：86+2=88，即 目标任务 86家甲企业、目标任务 2家乙企业 = 1-1-1 88家企业。无需处理。',
    });
  });

  test('I9: a goal keeps its quantities as slices of itself', () => {
    const { taskList } = parseTaskList(
      gridWith({ goal: ' 督促 86 家企業及2家商店整改。', arrangements: '1. 检查。' }),
    );
    expect(taskList?.tasks[0]?.goal).toBe('督促 86 家企业及2家商店整改。');
    expect(taskList?.tasks[0]?.goalQuantities).toEqual([
      { value: 86, unitOfMeasure: '家', label: '企业', source: { text: '86 家企业', start: 3, end: 9 } },
      { value: 2, unitOfMeasure: '家', label: '商店', source: { text: '2家商店', start: 10, end: 14 } },
    ]);
  });
});
