import { periodWords } from '../../calendar/periodWords.ts';
import { daysBetween } from '../../obligations/daysLate.ts';
import { bulletinDay } from '../bulletinDay.ts';
import type { BulletinSentence, BulletinTable } from '../content.ts';
import { type BulletinObligation, figure, type UnitCounts } from '../facts.ts';
import {
  countColumn,
  dateColumn,
  leadingTo,
  type MadeSection,
  type Making,
  sentence,
  textColumn,
} from '../made.ts';
import { clipped, listed } from '../words.ts';

/** Periods of an arrangement that is overdue: those that are few by name, many by the first and the last. */
function periodsWords(periods: readonly string[]): string {
  const names = [...new Set(periods)].map((period) => periodWords(period).replace(/（.+）$/u, ''));
  return names.length <= 3 ? names.join('、') : `${names[0]}至${names.at(-1)}共${names.length}期`;
}

/** What is overdue by unit and arrangement, of these days and from before, the units in the roster's order. */
export function overdueTable({ facts, units }: Pick<Making, 'facts' | 'units'>): BulletinTable | null {
  const rows = units.flatMap(({ name, counts }) =>
    [...Map.groupBy([...counts.earlier, ...counts.overdue], ({ arrangement }) => arrangement)].map(
      ([arrangement, of]) => [
        name,
        arrangement,
        clipped(facts.texts.get(arrangement) ?? '', 40),
        periodsWords(of.map(({ period }) => period)),
        of.length,
        of[0]!.due,
        daysBetween(of[0]!.due!, facts.asOf),
      ],
    ),
  );
  if (rows.length === 0) return null;
  return {
    id: 'overdue',
    title: '逾期未完成事项表',
    columns: [
      textColumn('单位'),
      textColumn('编号'),
      textColumn('工作安排'),
      textColumn('报告期'),
      countColumn('项数'),
      dateColumn('最早时限'),
      countColumn('最长逾期天数'),
    ],
    rows,
  };
}

/** 甲镇12项（最长逾期9天）, those with most first. */
function unitWords(
  { facts }: Making,
  units: readonly UnitCounts[],
  of: (unit: UnitCounts) => readonly BulletinObligation[],
): { names: string; count: number; all: BulletinObligation[] } {
  const lacking = units.filter((unit) => of(unit).length > 0).sort((a, b) => of(b).length - of(a).length);
  const names = lacking.map((unit) => {
    const days = Math.max(...of(unit).map(({ due }) => daysBetween(due!, facts.asOf)));
    return `${unit.name}${of(unit).length}项（最长逾期${days}天）`;
  });
  return { names: listed(names), count: lacking.length, all: lacking.flatMap((unit) => [...of(unit)]) };
}

function sentencesOf(making: Making, table: BulletinTable | null): BulletinSentence[] {
  const { facts, counts, units } = making;
  const now = unitWords(making, units, (unit) => unit.counts.overdue);
  const before = unitWords(making, units, (unit) => unit.counts.earlier);
  return [
    ...(counts.due.length === 0
      ? []
      : [
          now.count === 0
            ? sentence('overdue.units', '到期事项均已完成，没有逾期未完成情况。')
            : sentence(
                'overdue.units',
                `到期事项逾期未完成${counts.overdue.length}项，涉及${now.count}个单位：${now.names}。`,
                figure('overdue', now.all),
              ),
        ]),
    ...(before.count === 0
      ? []
      : [
          sentence(
            'overdue.earlier',
            `${bulletinDay(facts, facts.from)}前到期、至今仍未完成的有${counts.earlier.length}项，涉及${before.count}个单位：${before.names}。`,
            figure('earlier', before.all),
          ),
        ]),
    ...leadingTo(making, table, '逾期未完成事项'),
  ];
}

/** What is overdue by unit, with days; nothing where nothing is due and nothing was left from before. */
export function overdueSection(making: Making, table: BulletinTable | null): MadeSection[] {
  const sentences = sentencesOf(making, table);
  if (sentences.length === 0) return [];
  const attached = making.attachedAs(table) !== null;
  return [{ id: 'overdue', heading: '逾期情况', sentences, table: attached ? null : table }];
}
