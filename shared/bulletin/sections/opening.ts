import { quotedTitle } from '../heads.ts';
import { type MadeSection, type Making, sentence } from '../made.ts';
import { numberWords } from '../number.ts';
import { fullDaysWords } from '../period.ts';

/** By what it is issued, of what it speaks, and what it corrects. */
export function opening({ facts }: Making): MadeSection {
  const { corrects, list } = facts;
  const basis = `按照${quotedTitle(list.title)}要求，现将${fullDaysWords(facts)}工作任务落实情况`;
  const number = corrects && numberWords(corrects.code, corrects.number);
  return {
    id: 'opening',
    heading: null,
    sentences: [
      sentence('opening', `${basis}${corrects ? '更正' : ''}通报如下。`),
      ...(number === null
        ? []
        : [sentence('opening.corrects', `${number}通报中有关情况与本通报不一致的，以本通报为准。`)]),
    ],
    table: null,
  };
}
