import fc from 'fast-check';
import ICAL from 'ical.js';
import { sync as nodeIcal, type VEvent } from 'node-ical';
import { describe, expect, test } from 'vitest';
import { calendarEvents } from '../../../shared/calendarFeed/calendarEvents.ts';
import type { OpenReport } from '../../../shared/calendarFeed/dueDays.ts';
import { plainText } from '../../../shared/calendarFeed/plainText.ts';
import { icsFile } from '../../../worker/calendar/icsFile.ts';

const report = (more: Partial<OpenReport>): OpenReport => ({
  ...{ arrangement: '1-7-1', text: '每周调度装货企业。', period: '2024-W15', due: '2024-04-14' },
  ...{ dueOriginal: null, received: false, fulfilled: false, answerBy: null },
  ...more,
});

const ledger = 'https://taizhang.example/workbook?unit=xuejia&list=2024';
const fileOf = (reports: readonly OpenReport[], name = '台账到期 · 某镇', alarmDays: number | null = null) =>
  icsFile({
    name,
    sequence: 3,
    stamp: 1_712_710_000_000,
    events: calendarEvents('xuejia', reports, ledger),
    alarmDays,
  });

/** What a parser finds, in the words that both have in common. */
interface Seen {
  uid: string;
  day: string;
  summary: string;
  description: string;
  sequence: number;
}

function byIcalJs(ics: string): Seen[] {
  const calendar = new ICAL.Component(ICAL.parse(ics) as never);
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    expect(event.startDate.isDate).toBe(true);
    return {
      ...{ uid: event.uid, day: event.startDate.toString(), summary: event.summary },
      ...{ description: event.description, sequence: event.sequence },
    };
  });
}

function byNodeIcal(ics: string): Seen[] {
  const found = Object.values(nodeIcal.parseICS(ics)).filter((each) => each?.type === 'VEVENT') as VEvent[];
  return found.map((event) => {
    expect(event.datetype).toBe('date');
    const { start } = event;
    const pad = (value: number): string => String(value).padStart(2, '0');
    return {
      uid: event.uid,
      day: `${start.getFullYear()}-${pad(start.getMonth() + 1)}-${pad(start.getDate())}`,
      summary: String(event.summary),
      description: String(event.description),
      sequence: Number(event.sequence),
    };
  });
}

const encoder = new TextEncoder();

/** Lines of at most 75 bytes, each sound by itself, ended as they have to be. */
function checkLines(ics: string): void {
  const faulty = ics.split('\r\n').filter(
    (line) =>
      encoder.encode(line).length > 75 ||
      !line.isWellFormed() ||
      // oxlint-disable-next-line no-control-regex
      /[\u0000-\u0008\u000a-\u001f\u007f]/u.test(line),
  );
  expect([faulty, ics.endsWith('END:VCALENDAR\r\n')]).toEqual([[], true]);
}

describe('B7: the calendar of a unit', () => {
  test('B7: one event a day, whole days of Shanghai, read alike by two parsers', () => {
    const ics = fileOf([
      report({}),
      report({ arrangement: '1-7-2', text: '每周检查。' }),
      report({
        arrangement: '1-3-1',
        text: '3月底前检查企业86家。',
        period: '2024-Q1',
        due: '2024-05-06',
        dueOriginal: '2024-03-31',
      }),
    ]);
    checkLines(ics);
    const seen = byIcalJs(ics);
    expect(byNodeIcal(ics)).toEqual(seen);
    expect(seen).toEqual([
      {
        uid: '2024-04-14.xuejia@taizhang',
        day: '2024-04-14',
        summary: '台账到期 2 项：1-7-1、1-7-2',
        description: `1. 1-7-1 每周调度装货企业（第15周（4月8日—14日））\n2. 1-7-2 每周检查（第15周（4月8日—14日））\n\n填报：${ledger}`,
        sequence: 3,
      },
      {
        uid: '2024-05-06.xuejia@taizhang',
        day: '2024-05-06',
        summary: '台账到期：1-3-1 3月底前检查企业86家',
        description: `1. 1-3-1 3月底前检查企业86家（第一季度；已延期，原定3月31日）\n\n填报：${ledger}`,
        sequence: 3,
      },
    ]);
    expect(ics).toContain('DTSTART;VALUE=DATE:20240414\r\n');
    expect(ics).toContain('X-WR-CALNAME:台账到期 · 某镇\r\n');
    expect(ics).toContain('REFRESH-INTERVAL;VALUE=DURATION:PT4H\r\n');
  });

  test('B7: a year of eight weekly arrangements is an event a week, and a day of many has thirty lines and a count', () => {
    const weeks = Array.from({ length: 52 }, (_, week) => `2024-W${String(week + 1).padStart(2, '0')}`);
    const reports = weeks.flatMap((period, week) =>
      Array.from({ length: 8 }, (_, at) =>
        report({
          arrangement: `1-1-${at + 1}`,
          period,
          due: new Date(Date.UTC(2024, 0, 7 + week * 7)).toISOString().slice(0, 10),
        }),
      ),
    );
    expect(byIcalJs(fileOf(reports))).toHaveLength(52);
    const many = Array.from({ length: 81 }, (_, at) => report({ arrangement: `1-${at + 1}-1` }));
    const [day] = byIcalJs(fileOf(many));
    expect(day!.summary).toBe('台账到期 81 项：1-1-1、1-2-1、1-3-1 等');
    expect(day!.description).toContain('另有 51 项');
  });

  test('B7.1: what is done is not there; what was returned stands on the day of its answer', () => {
    const seen = byIcalJs(
      fileOf([
        report({ received: true, fulfilled: true }),
        report({ arrangement: '1-7-2', received: true, fulfilled: true, answerBy: '2024-04-18' }),
        report({ arrangement: '1-7-3', received: true }),
      ]),
    );
    expect(seen.map(({ day, summary }) => [day, summary])).toEqual([
      ['2024-04-14', '台账到期：1-7-3 每周调度装货企业'],
      ['2024-04-18', '退回待补正：1-7-2 每周调度装货企业'],
    ]);
    expect(seen[0]!.description).toContain('已报，尚未完成');
    expect(seen[1]!.description).toContain('已退回，请补正后重报');
  });

  test('B7.2: reminds at nine, so many days before, where that is asked for', () => {
    expect(fileOf([report({})])).not.toContain('VALARM');
    const triggers = [0, 1, 3].map((days) => /TRIGGER[^:]*:(\S+)/u.exec(fileOf([report({})], '', days))?.[1]);
    expect(triggers).toEqual(['PT9H', '-PT15H', '-P2DT15H']);
  });

  test('B7.1: hostile texts change no line, no other event, and come out as they went in', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 120 }),
      fc.string({ unit: 'grapheme', maxLength: 120 }),
      fc.constantFrom(
        'END:VEVENT\r\nBEGIN:VEVENT\r\nUID:x',
        'a,b;c\\n\\,d\\',
        '👩‍👩‍👧‍👦🏳️‍🌈'.repeat(20),
        '"quoted" : colon\tTab\u0000\u001b[31m\u2028\u2029\ud800',
        '，；：“”'.repeat(40),
        'a'.repeat(74) + '镇',
      ),
    );
    fc.assert(
      fc.property(hostile, hostile, hostile, (arrangement, text, name) => {
        const ics = fileOf(
          [report({ arrangement, text }), report({ due: '2024-05-31', period: '2024-05' })],
          name,
          1,
        );
        checkLines(ics);
        const seen = byIcalJs(ics);
        const [first, second] = calendarEvents(
          'xuejia',
          [report({ arrangement, text }), report({ due: '2024-05-31', period: '2024-05' })],
          ledger,
        );
        expect(seen).toHaveLength(2);
        expect(seen[0]).toMatchObject({
          uid: first!.uid,
          summary: first!.summary,
          description: first!.description,
        });
        expect(seen[1]).toMatchObject({ uid: second!.uid, summary: second!.summary });
        expect(byNodeIcal(ics).map(({ uid, day }) => [uid, day])).toEqual(
          seen.map(({ uid, day }) => [uid, day]),
        );
        expect(ics).toContain('BEGIN:VCALENDAR');
        expect(plainText(name).isWellFormed()).toBe(true);
      }),
      { numRuns: 25 },
    );
  });
});
