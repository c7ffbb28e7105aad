import { quantityNames, modeNames } from '../progress/quantityNames.ts';
import { type Scope, scopeWords } from '../progress/scopeWords.ts';
import type { ProgressAnswer, ProgressGroup, Quantity } from '../wire/progress.ts';
import { count, rate, type Table, text } from './table.ts';

/** The quantities of an answer by arrangement that the table shows: what is counted, or of it what has a target. */
export function shownQuantities(
  answer: ProgressAnswer,
  onlyTargets: boolean,
): { group: ProgressGroup; quantity: Quantity }[] {
  return answer.groups
    .flatMap((group) => (group.quantities ?? []).map((quantity) => ({ group, quantity })))
    .filter(({ quantity }) => quantity.indicator !== 'done' && (!onlyTargets || quantity.target !== null));
}

/** What has been counted against what the list asks for (B2), with what does not add up. */
export function quantitiesTable(
  answer: ProgressAnswer,
  onlyTargets: boolean,
  scope: Scope,
  language: 'zh' | 'en',
): Table {
  const names = quantityNames;
  const findingsOf = ({ arrangement, indicator }: Quantity): string =>
    answer.findings
      .filter((found) => found.arrangement === arrangement && found.indicator === indicator)
      .map((found) => found[language])
      .join(' ');
  return {
    title: (language === 'zh' ? '指标完成情况' : 'Indicators') + scopeWords(scope, language),
    columns: [
      text(names.arrangement[language], 48),
      text(names.indicator[language], 24),
      count(names.reported[language]),
      rate(names.share[language]),
      count(names.allocated[language]),
      count(names.target[language]),
      text(names.measure[language], 8),
      text(names.mode[language], 10),
      text(names.finding[language], 40),
    ],
    rows: shownQuantities(answer, onlyTargets).map(({ group, quantity }) => [
      `${quantity.arrangement} ${group.name}`,
      quantity.label,
      quantity.reported,
      quantity.reported === null || !quantity.target ? null : quantity.reported / quantity.target,
      quantity.allocated,
      quantity.target,
      quantity.unitOfMeasure,
      modeNames[quantity.mode][language],
      findingsOf(quantity),
    ]),
  };
}
