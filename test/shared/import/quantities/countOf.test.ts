import { describe, expect, test } from 'vitest';
import { readSentence } from '../../../support/import/published.ts';

/** Targets as `8 家 企业`, and what is left to a person as `企业8家`. */
function read(sentence: string): { targets: string[]; open: string[] } {
  const { indicators, leftOpen } = readSentence(sentence);
  return {
    targets: indicators.flatMap(({ id, target, unitOfMeasure, label }) =>
      id === 'done' || target === null ? [] : [`${target} ${unitOfMeasure} ${label}`],
    ),
    open:
      leftOpen?.quantities?.map(({ value, unitOfMeasure, label }) => `${label}${value}${unitOfMeasure}`) ??
      [],
  };
}

describe('I7.4: a count is a target where it is a count of the district, and of nothing else', () => {
  test.for<[string, string[]]>([
    ['每个乡镇市级用稿2篇，县级用稿2篇。', ['数量2篇', '县级用稿2篇']],
    ['每个乡镇市级用稿2篇，县级用稿2篇，信息3条。', ['数量2篇', '县级用稿2篇', '信息3条']],
    ['各镇完成整治3家、提升2家。', ['数量3家', '提升2家']],
    ['每个村（社区）宣讲1场，演练2场。', ['数量1场', '演练2场']],
    ['每镇检查5家和培训30人。', ['数量5家', '数量30人']],
    ['每家企业配备安全员2名、消防员1名。', []],
  ])('of each unit, and what is enumerated with it: %s', ([sentence, open]) => {
    const found = read(sentence);
    expect(found.targets).toEqual([]);
    for (const words of open) expect(found.open.join('；')).toContain(words);
    expect(found.open).toHaveLength(open.length);
  });

  test.for<[string, string[]]>([
    ['每镇完成5家，全区共完成50家。', ['50 家 数量']],
    ['每镇完成5家。新建泊位300个。', ['300 个 泊位']],
    ['各镇完成3家；整治河道12条。', ['12 条 河道']],
  ])('and no more than that: %s', ([sentence, targets]) => expect(read(sentence).targets).toEqual(targets));

  test.for<string>([
    '完成管网改造，涉及居民6.2万户。',
    '完成老旧小区改造，惠及群众3000人。',
    '开通公交专线，受益居民1200户。',
    '改造水厂，1.5万户居民受益。',
  ])('of those whom the work touches: %s', (sentence) => {
    expect(read(sentence)).toEqual({ targets: [], open: [] });
  });

  test.for<[string, string[], string[]]>([
    // What is done to it is told: before the count, behind it in its clause, or of an enumeration that it goes on with.
    ['检查危化企业50家。', ['50 家 危化企业'], []],
    ['对50家危化企业逐一评估。', ['50 家 危化企业'], []],
    ['完成以下任务：甲类5家、乙类3家。', ['5 家 甲类', '3 家 乙类'], []],
    ['新建检查站5个、观测点3个。', ['5 个 检查站', '3 个 观测点'], []],
    ['端掉窝点5处。', ['5 处 端掉窝点'], []],
    ['隐患整改率提高，危化企业不少于12家。', ['12 家 危化企业'], []],
    // Nothing is: a person is asked, whatever the words are.
    ['危化企业50家。', [], ['50家']],
    ['发现隐患30处。', [], ['30处']],
    ['危化企业43家，分布在三个镇。', [], ['43家']],
    ['制定方案，危化企业5家。', [], ['5家']],
    ['检查站5个，培训机构3家。', [], ['5个', '3家']],
    ['某平台会员单位40家。', [], ['40家']],
  ])('only where an act upon what is counted is told: %s', ([sentence, targets, open]) => {
    const found = read(sentence);
    expect(found.targets).toEqual(targets);
    expect(found.open).toHaveLength(open.length);
    open.forEach((words, at) => expect(found.open[at]).toContain(words));
  });

  test('what is no people that it touches is left to a person', () => {
    expect(read('开展专项整治，涉及企业30家。')).toEqual({ targets: [], open: ['企业30家'] });
    expect(read('走访居民620户，检查涉及氨制冷的企业8家。').targets).toHaveLength(2);
  });

  test.for<[string, string[], string[]]>([
    ['新建泊位300个，其中充电泊位40个。', ['300 个 泊位'], ['充电泊位40个']],
    ['完成棚改1200户，其中货币安置400户、实物安置800户。', ['1200 户 棚改'], ['400户', '800户']],
    ['检查企业80家次（其中“双随机”20家次）。', ['80 家次 企业'], ['20家次']],
    ['更新校车25辆，其中新能源校车10辆，培训司机60名。', ['25 辆 校车', '60 名 司机'], ['10辆']],
    ['新建站点12座，其中加氢站2座。改造泵站5座。', ['12 座 站点', '5 座 泵站'], ['加氢站2座']],
  ])('of a part of a whole that it names: %s', ([sentence, targets, open]) => {
    const found = read(sentence);
    expect(found.targets.map((target) => target.split(' ').slice(0, 2).join(' '))).toEqual(
      targets.map((target) => target.split(' ').slice(0, 2).join(' ')),
    );
    expect(found.open).toHaveLength(open.length);
    open.forEach((words, at) => expect(found.open[at]).toContain(words));
  });

  test('a part that is asked for by itself, and a part of no count, are targets', () => {
    expect(read('培训300人次，其中安全员不少于100人次。').targets).toHaveLength(2);
    expect(read('全面完成整治，其中完成重点企业5家。').targets).toEqual(['5 家 重点企业']);
  });

  test.for<[string, string[], string[]]>([
    ['去年全区发生事故12起，死亡8人。', [], []],
    ['前年查处案件9起。', [], []],
    ['上年度检查企业40家，今年检查60家。', ['60 家'], []],
    ['今年检查企业60家，去年检查40家。', ['60 家'], []],
    ['整改去年排查的隐患20处。', ['20 处'], []],
    ['去年排查隐患20处，6月底前完成整改。', [], ['20处']],
    ['原计划建设10个，调整为8个。', ['8 个'], []],
    ['还有30家企业未完成整改。', [], ['30家']],
    ['30家企业未完成整改。', [], ['30家']],
    ['检查企业50家，较去年增加10家。', ['50 家'], ['10家']],
    ['镇街各建立1支应急队伍。', [], ['1支']],
    ['新建充电桩500个（快充100个、慢充400个）。', ['500 个'], ['100个', '400个']],
    ['新建充电桩500个（快充桩100个）。', ['500 个', '100 个'], []],
  ])('of a time that is over, of what is left, of each, of parts: %s', ([sentence, targets, open]) => {
    const found = read(sentence);
    expect(found.targets.map((target) => target.split(' ').slice(0, 2).join(' '))).toEqual(targets);
    expect(found.open).toHaveLength(open.length);
    open.forEach((words, at) => expect(found.open[at]).toContain(words));
  });

  test('I9.1: what exists now goes on where no verb of doing comes', () => {
    const of = (sentence: string) =>
      readSentence(sentence).indicators.map(({ target, baseline }) => [target, baseline ?? null]);
    expect(of('全区共有企业500家，重点检查50家。')).toEqual([
      [null, 500],
      [50, null],
    ]);
    expect(of('现有检查站5个，培训机构3个。')).toEqual([
      [null, 5],
      [null, 3],
    ]);
  });

  test('I9.1: a part of what exists now is a baseline too', () => {
    const { indicators } = readSentence('现有企业20家，其中重点企业5家。');
    expect(indicators.map(({ target, baseline }) => [target, baseline])).toEqual([
      [null, 20],
      [null, 5],
    ]);
  });
});
