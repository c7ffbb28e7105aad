import type { BulletinContent } from './content.ts';
import { dateWords, headNumber } from './number.ts';
import { shownSections } from './shown.ts';

/** A chat takes so many characters of one message. */
export const mostChatCharacters = 2000;

/** Whether a sentence only leads to a table, which a chat does not have. */
const leadsToTable = (id: string): boolean => id.endsWith('.table');

const flat = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim();

/** The lines of a bulletin without its tables. */
function linesOf(content: BulletinContent): string[] {
  const draft = content.number === null ? '（草稿）' : '';
  return [
    `【${flat(content.title)}】${headNumber(content)}${draft}`,
    flat(content.salutation),
    ...shownSections(content).flatMap(({ heading, paragraphs }) => {
      const told = paragraphs.filter(({ id }) => !leadsToTable(id)).map(({ text }) => flat(text));
      return told.length === 0 ? [] : [...(heading === null ? [] : [heading]), ...told];
    }),
  ];
}

/** Office and day, and that there is more than a chat shows. */
function footOf(content: BulletinContent, isCut: boolean): string[] {
  const hasTables =
    content.attachments.length > 0 || shownSections(content).some(({ table }) => table !== null);
  const more = isCut
    ? '（内容较长，以上为节选，全文及附表见通报原文。）'
    : hasTables
      ? '（附表见通报原文。）'
      : '';
  return [...(more === '' ? [] : [more]), flat(content.signature), dateWords(content.date)].filter(
    (line) => line !== '',
  );
}

/** A bulletin as text for a chat: no tables, at most 2,000 characters. Where it is cut, it says so. */
export function bulletinChatText(content: BulletinContent): string {
  const lines = linesOf(content);
  const whole = [...lines, ...footOf(content, false)].join('\n');
  if (whole.length <= mostChatCharacters) return whole;
  const foot = `\n${footOf(content, true).join('\n')}`;
  let kept = '';
  for (const line of lines) {
    const next = kept === '' ? line : `${kept}\n${line}`;
    const room = mostChatCharacters - foot.length;
    if (next.length > room) {
      const characters = [...next];
      while (characters.length > 0 && characters.join('').length > room - 1) characters.length -= 1;
      return `${characters.join('')}…${foot}`;
    }
    kept = next;
  }
  return kept + foot;
}
