import { daysWords } from '../../calendar/daysWords.ts';
import { bulletinDay } from '../bulletinDay.ts';
import type { BulletinSentence } from '../content.ts';
import { type BulletinCounts, figure } from '../facts.ts';
import { type MadeSection, type Making, sentence } from '../made.ts';
import { fullDaysWords, thisPeriod } from '../period.ts';
import { rateWords } from '../words.ts';

/** 迟报3项、逾期完成2项; empty where there is neither. */
function lateWords({ reportedLate, completedLate }: BulletinCounts): string {
  const parts = [
    ...(reportedLate.length > 0 ? [`迟报${reportedLate.length}项`] : []),
    ...(completedLate.length > 0 ? [`逾期完成${completedLate.length}项`] : []),
  ];
  return parts.length === 0 ? '' : `、${parts.join('、')}`;
}

function dueSentence({ facts, counts }: Making): BulletinSentence {
  const { due, dueReceived, dueFulfilled, dueOnTime, missing, overdue, notDue } = counts;
  const isOfYear = facts.from.slice(0, 4) === facts.to.slice(0, 4);
  const free = isOfYear ? daysWords(facts.from, facts.to) : fullDaysWords(facts);
  const days = facts.period === null ? free : thisPeriod[facts.preset];
  if (due.length === 0) {
    const later = notDue.length > 0 ? `，应报${notDue.length}项尚未到期` : '';
    return sentence(
      'overall.due',
      `截至${bulletinDay(facts, facts.asOf)}，${days}没有到期应报事项${later}。`,
      figure('due', due),
      figure('notDue', notDue),
    );
  }
  const total = due.length;
  const reported =
    missing.length === 0
      ? '已全部报送，上报率100%'
      : dueReceived.length === 0
        ? '均未报送，上报率0%'
        : `已报${dueReceived.length}项，未报${missing.length}项，上报率${rateWords(dueReceived.length, total)}`;
  const done =
    overdue.length === 0
      ? `全部完成，其中按时完成${dueOnTime.length}项${lateWords(counts)}，按时率${rateWords(dueOnTime.length, total)}`
      : dueFulfilled.length === 0
        ? '均未完成'
        : `已完成${dueFulfilled.length}项，其中按时完成${dueOnTime.length}项${lateWords(counts)}，按时率${rateWords(dueOnTime.length, total)}；逾期未完成${overdue.length}项`;
  const later = notDue.length > 0 ? `另有${notDue.length}项尚未到期，不计入以上比率。` : '';
  return sentence(
    'overall.due',
    `截至${bulletinDay(facts, facts.asOf)}，${days}到期应报${total}项，${reported}；${done}。${later}`,
    figure('due', due),
    figure('dueReceived', dueReceived),
    figure('missing', missing),
    figure('dueFulfilled', dueFulfilled),
    figure('dueOnTime', dueOnTime),
    figure('reportedLate', counts.reportedLate),
    figure('completedLate', counts.completedLate),
    figure('overdue', overdue),
    figure('notDue', notDue),
  );
}

function yearSentence({ facts }: Making): BulletinSentence[] {
  const dated = facts.obligations.filter(({ due }) => due !== null);
  const expected = dated.filter((each) => each.expected);
  const fulfilled = dated.filter((each) => each.fulfilled);
  if (expected.length === 0) return [];
  const isPresent = facts.asOf.startsWith(String(facts.list.year));
  const year = isPresent ? '全年' : `${facts.list.year}年全年`;
  return [
    sentence(
      'overall.year',
      `从${year}看，应报${expected.length}项，已完成${fulfilled.length}项，占全年任务的${rateWords(fulfilled.length, expected.length)}。`,
      figure('expected', expected),
      figure('fulfilled', fulfilled),
    ),
  ];
}

/** What fell due, what of it was reported and done, and how far the year is. */
export const overall = (making: Making): MadeSection => ({
  id: 'overall',
  heading: '总体情况',
  sentences: [dueSentence(making), ...yearSentence(making)],
  table: null,
});
