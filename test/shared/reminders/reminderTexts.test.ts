import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { OpenReport } from '../../../shared/calendarFeed/dueDays.ts';
import { bytesOf } from '../../../shared/reminders/fitBytes.ts';
import { digestReminder, mostBytes, unitReminder } from '../../../shared/reminders/reminderTexts.ts';
import { robotBody } from '../../../shared/reminders/robotBody.ts';
import { whatIsDue } from '../../../shared/reminders/whatIsDue.ts';

const on = { today: '2024-04-10', site: 'https://taizhang.example', year: 2024 };
const report = (more: Partial<OpenReport> = {}): OpenReport => ({
  ...{ arrangement: '1-7-1', text: '每周调度装货企业。', period: '2024-W15', due: '2024-04-10' },
  ...{ dueOriginal: null, received: false, fulfilled: false, answerBy: null },
  ...more,
});
const due = (name: string, reports: readonly OpenReport[]) =>
  whatIsDue({ id: 'xuejia', name }, reports, { today: on.today, until: '2024-04-12', overdue: true })!;

describe('B7.7: messages', () => {
  test('B7.7: as long as robots take them, what does not fit is counted; WeCom gets text, or markdown where it is longer', () => {
    const long = Array.from({ length: 81 }, (_, at) =>
      report({ arrangement: `1-${at}-1`, text: '检查'.repeat(60) }),
    );
    const text = unitReminder(due('某镇', long), on);
    expect(bytesOf(text)).toBeLessThanOrEqual(mostBytes);
    expect(text).toMatch(
      /另有 \d+ 行，见台账。\n请及时填报：https:\/\/taizhang\.example\/workbook\?unit=xuejia&list=2024$/u,
    );
    const said = { keyword: '', day: on.today, units: [] };
    expect(robotBody('wecom', text, said)).toEqual({ msgtype: 'markdown', markdown: { content: text } });
    const short = unitReminder(due('某镇', [report()]), on);
    expect(robotBody('wecom', short, said)).toEqual({ msgtype: 'text', text: { content: short } });
    const many = Array.from({ length: 200 }, (_, at) => due(`第${at}街道办事处`, [report()]));
    const digest = digestReminder(many, on);
    expect(bytesOf(digest)).toBeLessThanOrEqual(mostBytes);
    expect(digest).toMatch(/另有 \d+ 个单位。/u);
  });

  test('B7.7: no text of the list is markup, calls anybody or begins a line of its own', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('<@all>[x](http://x)\n# a', '**b** `c`\r\n> d'),
    );
    fc.assert(
      fc.property(hostile, hostile, (name, text) => {
        const message = unitReminder(due(name, [report({ text }), report({ due: '2024-03-31', text })]), on);
        const told = message.replace(/\n请及时填报：.*$/u, '');
        // One look for all: a property asks a hundred times.
        return (
          message.split('\n').length === 6 &&
          !/[<>[\]*`#@_]/u.test(told) &&
          bytesOf(message) === new TextEncoder().encode(message).length
        );
      }),
      { numRuns: 25 },
    );
  });

  test('B7.6: nothing is due where all is done, or falls due later', () => {
    const asked = { today: on.today, until: '2024-04-12', overdue: true };
    expect(
      whatIsDue({ id: 'a', name: 'a' }, [report({ fulfilled: true }), report({ due: '2024-04-13' })], asked),
    ).toBeNull();
  });
});
