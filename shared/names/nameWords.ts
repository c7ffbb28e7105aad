import type { UnitKind } from '../roster/roster.ts';

/** Nobody by name: 各镇, 有关部门, 成员单位. */
const collective =
  /^(?:各|全体|所有)|(?:有关|相关|直属|直各|成员)(?:各)?(?:部门|单位|科室|企业|乡镇|镇街)|各(?:专委会|成员)/u;

export const isCollective = (name: string): boolean => collective.test(name);

const bare = (name: string): string => name.replace(/各|全体|所有|直属|直|的/gu, '');

/** Whether two names mean the same units by almost the same words: 县有关部门, 县直各有关部门. */
export const sameCollective = (one: string, other: string): boolean =>
  isCollective(other) && bare(one) === bare(other);

/** Words that name a kind of units within a collective name. */
const kindWords: readonly (readonly [UnitKind, RegExp])[] = [
  ['town', /乡镇|镇街|镇|乡|县区|区县|市县|县（市、区）|县（市）|县|(?<!园|社|新|发|地|辖|片)区(?!直)/gu],
  ['subdistrict', /街道|镇街|街办/gu],
  ['park', /园区|开发区|工业园|功能区|高新区|经开区|园/gu],
  ['bureau', /部门|单位|科室|处室|股室|局/gu],
];

/** What may stand beside these words in a name that means all of them, and nobody else. */
const filling = /各|全体|所有|人民政府|政府|办事处|管委会|管理委员会|[（）、，和及与]/gu;

/** The kinds of units that a collective name means. `plain`: it says nothing else. */
export function kindsIn(name: string): { kinds: Set<UnitKind>; plain: boolean } {
  const kinds = new Set<UnitKind>();
  let rest = name;
  // 开发区 is no 区, 园区 neither: what is longer goes first.
  for (const kind of ['park', 'subdistrict', 'town', 'bureau'] as const) {
    const words = kindWords.find(([of]) => of === kind)![1];
    const next = rest.replace(words, (word) => (word === '镇街' ? '镇' : ''));
    if (next !== rest) kinds.add(kind);
    rest = next;
  }
  return { kinds, plain: rest.replace(filling, '') === '' };
}

/** What kind of unit a name is, by its last words; a department where they do not say. */
export function kindOf(name: string): UnitKind {
  const bare = name.replace(/（[^（）]*）$/u, '').replace(/(?:人民)?政府$/u, '');
  if (/(?:街道|街道办事处|街办)$/u.test(bare)) return 'subdistrict';
  if (/(?:园区|开发区|高新区|经开区|工业园|产业园|功能区)(?:管委会|管理委员会)?$/u.test(bare)) return 'park';
  if (/\p{Script=Han}(?:镇|乡|村|社区|村委会|居委会)$/u.test(bare)) return 'town';
  if (/\p{Script=Han}(?:县|区|市)$/u.test(bare) && bare.length <= 6) return 'town';
  return 'bureau';
}

const unitEnd =
  /(?:局|委|委员会|办|办公室|厅|所|站|中心|镇|乡|街道|办事处|区|县|市|管委会|政府|公司|协会|总会|队|科|处|股|室|组|学校|医院|院|行|工会|团委|妇联|残联|联合会|指挥部|部|总局|会|社|厂|村|社区|段|库|馆|台|校|机构)$/u;
const persons = /(?:领导|成员|负责人|书记|主任|镇长|乡长|局长|村长|人员|同志)$/u;
/** Places that are nobody's own: 北部片区, 库区. */
const someArea = /(?:片|辖|库|厂|校|景|林|牧|矿|责任)区$/u;
const joined = /[、，；。及与]|牵头|负责|配合|按照|按职责|等$/u;

/** Whether a name reads as that of one unit, and of nobody else. */
export function isOneUnit(name: string): boolean {
  if (name.length > 20 || [joined, persons, someArea].some((words) => words.test(name))) return false;
  const [before = '', ...after] = name.split('和');
  // 工业和信息化部 is one; 教育局和公安局 are two.
  if (after.length > 0 && unitEnd.test(before) && before.length > 2) return false;
  return unitEnd.test(name.replace(/（[^（）]*）$/u, ''));
}
