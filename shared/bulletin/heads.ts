import type { BulletinFacts, BulletinUnit } from './facts.ts';
import { fullDaysWords } from './period.ts';

/** A list's title without the blanks that a printer has left in it. */
const tight = (title: string): string => title.replaceAll(/\s+/gu, '');

/** A list's title within book-title marks, each once. */
export const quotedTitle = (title: string): string => `《${tight(title).replaceAll(/^《|》$/gu, '')}》`;

/** What the list's work is called: 危险化学品安全监管工作 of 2024年危险化学品安全监管工作任务清单. */
function subjectOf(title: string): string {
  const bare = tight(title)
    .replaceAll(/[《》]/gu, '')
    .replace(/^\d{4}年度?/u, '');
  return bare.replace(/(?:重点)?(?:工作)?(?:任务)?(?:清单|计划|方案|要点|分解表)$/u, '') || bare;
}

/** The title of a bulletin as it is made. */
export function titleOf(
  facts: Pick<BulletinFacts, 'list' | 'preset' | 'period' | 'from' | 'to' | 'corrects'>,
): string {
  const subject = subjectOf(facts.list.title);
  const work = subject.endsWith('工作') ? subject : `${subject}工作`;
  const days = fullDaysWords(facts).replace(/（.+）$/u, '');
  return `关于${days}${work}任务落实情况的通报${facts.corrects ? '（更正）' : ''}`;
}

/** To whom it goes, by the kinds of units: 各镇（街道）、园区：. */
export function salutationOf(units: readonly Pick<BulletinUnit, 'kind'>[]): string {
  const has = (kind: string): boolean => units.some((unit) => unit.kind === kind);
  const places = has('town')
    ? `各镇${has('subdistrict') ? '（街道）' : ''}`
    : has('subdistrict')
      ? '各街道'
      : '';
  const parks = has('park') ? (places === '' ? '各园区' : '园区') : '';
  const names = [places, parks].filter((name) => name !== '');
  return `${names.length === 0 ? '各有关单位' : names.join('、')}：`;
}

/** Head and foot of a bulletin: as they are made where nobody has set them. */
export function headsOf(facts: BulletinFacts) {
  const { heads, units } = facts;
  const bureaus = units.filter(({ kind }) => kind === 'bureau');
  const office = heads.office ?? (bureaus.length === 1 ? bureaus[0]!.name : '');
  return {
    title: heads.title ?? titleOf(facts),
    office,
    code: heads.code ?? '',
    salutation: heads.salutation ?? salutationOf(units),
    signature: heads.signature ?? office,
  };
}
