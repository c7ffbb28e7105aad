import { dayWords } from '../calendar/daysWords.ts';
import { dueLineWords } from '../calendarFeed/calendarEvents.ts';
import { plainText } from '../calendarFeed/plainText.ts';
import { daysBetween } from '../obligations/daysLate.ts';
import { fitBytes } from './fitBytes.ts';
import type { UnitDue } from './whatIsDue.ts';

/** The most bytes of a message: of WeCom's two forms the longer one, markdown. */
export const mostBytes = 4096;

export interface ReminderOn {
  today: string;
  /** Where the ledgers are, without a slash at the end; empty where that is not known. */
  site: string;
  /** The list that the ledgers' links open. */
  year: number | null;
}

/** Signs that robots take for markup or for somebody to be called. */
const markup: Readonly<Record<string, string>> = {
  ...{ '<': '＜', '>': '＞', '[': '［', ']': '］', '*': '＊', '`': '｀', '#': '＃', '@': '＠', _: '＿' },
};
const inert = (text: string): string => text.replace(/[<>[\]*`#@_]/gu, (sign) => markup[sign] ?? sign);

const numbered = (lines: readonly string[]): string[] => lines.map((line, at) => `${at + 1}. ${line}`);
const head = (today: string, name: string): string =>
  `【任务清单提醒】${inert(plainText(name))}（${dayWords(today)}）`;

/** One unit's message: what falls due by day, then what is overdue, then where to report. */
export function unitReminder({ unit, soon, overdue, counts }: UnitDue, on: ReminderOn): string {
  const lines = [
    ...soon.flatMap(({ day, lines: due }) => [
      `${day === on.today ? '今日' : dayWords(day)}到期：`,
      ...numbered(due.map((line) => inert(dueLineWords(line)))),
    ]),
    ...(overdue.length === 0 ? [] : [`已逾期 ${counts.overdue} 项，请尽快补报：`]),
    ...numbered(
      overdue.map(
        (line) => `${inert(dueLineWords(line))}，最长已逾期 ${daysBetween(line.first, on.today)} 天`,
      ),
    ),
  ];
  const year = on.year === null ? '' : `&list=${on.year}`;
  const tail = on.site === '' ? '请及时填报。' : `请及时填报：${on.site}/workbook?unit=${unit.id}${year}`;
  return fitBytes(
    { head: head(on.today, unit.name), lines, tail },
    mostBytes,
    (count) => `另有 ${count} 行，见台账。`,
  );
}

/** A unit in one line: how much is due and overdue, and what. */
export function unitLine({ unit, soon, overdue, counts }: UnitDue): string {
  const said = [
    ...(counts.soon > 0 ? [`即将到期 ${counts.soon} 项`] : []),
    ...(counts.overdue > 0 ? [`逾期 ${counts.overdue} 项`] : []),
  ];
  const codes = [
    ...new Set([...soon.flatMap(({ lines }) => lines), ...overdue].map(({ arrangement }) => arrangement)),
  ];
  const named = codes.slice(0, 6).map((code) => inert(plainText(code)));
  return `${inert(plainText(unit.name))}：${said.join('，')}（${named.join('、')}${codes.length > 6 ? ' 等' : ''}）`;
}

/** One message for several units. */
export function digestReminder(units: readonly UnitDue[], on: ReminderOn): string {
  return fitBytes(
    {
      head: head(on.today, `${units.length} 个单位有任务即将到期或已逾期`),
      lines: numbered(units.map(unitLine)),
      tail: on.site === '' ? '请各单位及时填报。' : `请各单位及时填报：${on.site}`,
    },
    mostBytes,
    (count) => `另有 ${count} 个单位。`,
  );
}
