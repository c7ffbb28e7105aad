/** How the bureau has looked at a report, and what it has decided of its dates, in the words of sheets, pages and files. */

type Language = 'zh' | 'en';
interface Words {
  zh: string;
  en: string;
}

/** What the words of a review are made of: structural, so that sheet rows and obligations both give it. */
export interface ReviewFacts {
  state: 'toAccept' | 'accepted' | 'returned';
  /** Pushed again since it was returned. */
  resubmitted: boolean;
  /** Of the last return. */
  reason: string | null;
  returnedOn: string | null;
  returnedBy: string | null;
  answerBy: string | null;
}

export const reviewNames: Record<ReviewFacts['state'] | 'resubmitted', Words> = {
  toAccept: { zh: '待审核', en: 'To accept' },
  accepted: { zh: '已审核通过', en: 'Accepted' },
  returned: { zh: '已退回', en: 'Returned' },
  resubmitted: { zh: '重新提交（待审核）', en: 'Submitted again (to accept)' },
};

/** How a review stands, in a word or two. */
export function reviewWords({ state, resubmitted }: ReviewFacts, language: Language): string {
  return reviewNames[state === 'toAccept' && resubmitted ? 'resubmitted' : state][language];
}

const dayIn: Record<Language, (day: string, near: string | null) => string> = {
  zh: (day, near) =>
    `${day.slice(0, 4) === near?.slice(0, 4) ? '' : `${day.slice(0, 4)}年`}${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`,
  en: (day) => day,
};

/** What a return says, sentence by sentence; `null` where there is nothing to say. */
export interface ReturnWords {
  /** When, and by whom. */
  returned: string;
  reason: string | null;
  /** By when it is to be submitted again. */
  answer: string | null;
  /** Whom to ask. */
  ask: string | null;
}

/** The words of the last return. `contact`: the list's, as its settings have it; `today` leaves out the year that it is. */
export function returnWords(
  { reason, returnedOn, returnedBy, answerBy }: ReviewFacts,
  contact: string,
  today: string,
  language: Language,
): ReturnWords {
  const day = (on: string): string => dayIn[language](on, today);
  const asked = [returnedBy, contact.trim()].filter(Boolean) as string[];
  const [first, second] = asked;
  if (language === 'en')
    return {
      returned: ['Returned', returnedOn && `on ${day(returnedOn)}`, returnedBy && `by ${returnedBy}`]
        .filter(Boolean)
        .join(' '),
      reason,
      answer: answerBy && `Submit it again by ${day(answerBy)}.`,
      ask: first === undefined ? null : `To ask: ${first}${second === undefined ? '' : `, ${second}`}.`,
    };
  return {
    returned: `${returnedOn ? day(returnedOn) : ''}${returnedBy ? `由${returnedBy}` : '已'}退回`,
    reason,
    answer: answerBy && `请于${day(answerBy)}前修改并重新提交。`,
    ask: first === undefined ? null : `有疑问请联系${first}${second === undefined ? '' : `（${second}）`}。`,
  };
}

/** The same as one text: what a note on a cell says. */
export function returnNote({ returned, reason, answer, ask }: ReturnWords): string {
  return [reason === null ? `${returned}。` : `${returned}：${reason}`, answer, ask]
    .filter(Boolean)
    .join('\n');
}

/** What the words of a due date are made of. */
export interface DueFacts {
  due: string | null;
  /** The due date before an extension. */
  dueOriginal: string | null;
  extension: { reason: string; document: string } | null;
  /** The date from which a holiday has moved it. */
  movedFrom: string | null;
}

/** A due date with the one before it: 4月30日（原3月31日，延期文号应急〔2024〕3号）, 5月6日（因节假日由5月5日顺延）. */
export function dueWords(
  { due, dueOriginal, extension, movedFrom }: DueFacts,
  language: Language,
): string | null {
  if (due === null) return null;
  const day = (on: string): string => (language === 'zh' ? dayIn.zh(on, due) : on);
  const moved = movedFrom && movedWords[language](day(movedFrom));
  if (dueOriginal === null) return moved ? bracket(day(due), moved, language) : day(due);
  const parts =
    language === 'zh'
      ? [`原${day(dueOriginal)}`, moved && `原时限${moved}`, extension && `延期文号${extension.document}`]
      : [`was ${day(dueOriginal)}`, moved, extension && `extended by ${extension.document}`];
  return bracket(day(due), parts.filter(Boolean).join(language === 'zh' ? '，' : ', '), language);
}

const movedWords: Record<Language, (from: string) => string> = {
  zh: (from) => `因节假日由${from}顺延`,
  en: (from) => `moved from ${from}, a holiday`,
};

const bracket = (what: string, about: string, language: Language): string =>
  language === 'zh' ? `${what}（${about}）` : `${what} (${about})`;

/** A due date as it stands in a cell, where there is room for two short lines: 2024-04-30（原03-31）. It sorts as a date does. */
export function dueCellWords({
  due,
  dueOriginal,
  movedFrom,
}: Pick<DueFacts, 'due' | 'dueOriginal' | 'movedFrom'>): string | null {
  const before = dueOriginal ?? movedFrom;
  if (due === null || before === null || before === due) return due;
  return `${due}（原${before.slice(0, 4) === due.slice(0, 4) ? before.slice(5) : before}）`;
}

/**
 * What has become of a due date, where anything has, as a note on its cell says it: both due dates, why, and until when it is
 * unlocked. In Chinese, as the sheet speaks it.
 */
export function datesNote(facts: DueFacts & { unlockedUntil: string | null }, today: string): string | null {
  const { dueOriginal, movedFrom, extension, unlockedUntil } = facts;
  const lines = [
    ...(dueOriginal !== null || movedFrom !== null ? [`时限：${dueWords(facts, 'zh')}`] : []),
    ...(extension?.reason ? [`延期理由：${extension.reason}`] : []),
    ...(unlockedUntil !== null && unlockedUntil >= today
      ? [`已临时解锁，${dayIn.zh(unlockedUntil, today)}前可以填报。`]
      : []),
  ];
  return lines.length === 0 ? null : lines.join('\n');
}

/** The supervision lights, as pages and sheets call them. */
export const lightNames: Record<'red' | 'yellow' | 'blue', Words> = {
  red: { zh: '红灯', en: 'Red' },
  yellow: { zh: '黄灯', en: 'Yellow' },
  blue: { zh: '蓝灯', en: 'Blue' },
};

/** What a light says: 红灯：逾期未完成. `isReturned`: a report that was returned is yellow for that. */
export function lightWords(
  light: keyof typeof lightNames | null,
  isReturned: boolean,
  language: Language,
): string | null {
  if (light === null) return null;
  const why = light === 'yellow' && isReturned ? lightReasons.returned : lightReasons[light];
  return `${lightNames[light][language]}${language === 'zh' ? '：' : ': '}${why[language]}`;
}

const lightReasons: Record<keyof typeof lightNames | 'returned', Words> = {
  red: { zh: '逾期未完成', en: 'overdue' },
  yellow: { zh: '进度滞后', en: 'behind pace' },
  returned: { zh: '已退回', en: 'returned' },
  blue: { zh: '即将到期', en: 'due soon' },
};
