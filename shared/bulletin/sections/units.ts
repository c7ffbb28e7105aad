import type { BulletinSentence, BulletinTable } from '../content.ts';
import { type BulletinCounts, figure } from '../facts.ts';
import {
  countColumn,
  leadingTo,
  type MadeSection,
  type Making,
  rateColumn,
  sentence,
  textColumn,
} from '../made.ts';
import { hundredths, listed, rateWords } from '../words.ts';

const part = (a: number, b: number): number | null => (b === 0 ? null : a / b);

const rowOf = (name: string, { due, dueReceived, dueOnTime, missing, overdue }: BulletinCounts) => [
  name,
  due.length,
  dueReceived.length,
  part(dueReceived.length, due.length),
  dueOnTime.length,
  part(dueOnTime.length, due.length),
  missing.length,
  overdue.length,
];

/** Counts by unit, and their sum. */
export function unitTable({ units, counts }: Pick<Making, 'units' | 'counts'>): BulletinTable | null {
  const shown = units.filter((unit) => unit.counts.due.length > 0);
  if (shown.length === 0) return null;
  return {
    id: 'units',
    title: '各单位到期事项落实情况表',
    columns: [
      textColumn('单位'),
      countColumn('应报'),
      countColumn('已报'),
      rateColumn('上报率'),
      countColumn('按时完成'),
      rateColumn('按时率'),
      countColumn('未报'),
      countColumn('逾期未完成'),
    ],
    rows: [...shown.map((unit) => rowOf(unit.name, unit.counts)), rowOf('合计', counts)],
  };
}

const rateOf = ({ due, dueReceived }: BulletinCounts): number => hundredths(dueReceived.length, due.length);

/** Who has reported all, and who is below the district's rate. */
function standing({ units, counts }: Making): BulletinSentence[] {
  const asked = units.filter((unit) => unit.counts.due.length > 0);
  const full = asked.filter((unit) => unit.counts.missing.length === 0);
  if (full.length === asked.length) return [sentence('units.full', '各单位上报率均为100%。')];
  const below = asked
    .filter((unit) => rateOf(unit.counts) < rateOf(counts))
    .sort((a, b) => rateOf(a.counts) - rateOf(b.counts));
  return [
    ...(full.length === 0
      ? [sentence('units.full', '没有上报率达到100%的单位。')]
      : [
          sentence(
            'units.full',
            `上报率达到100%的单位有${full.length}个：${listed(full.map(({ name }) => name))}。`,
            figure(
              'dueReceived',
              full.flatMap((unit) => unit.counts.dueReceived),
            ),
          ),
        ]),
    ...(below.length === 0
      ? []
      : [
          sentence(
            'units.below',
            `上报率低于总体水平（${rateWords(counts.dueReceived.length, counts.due.length)}）的单位有${below.length}个，由低到高依次为：${listed(below.map((unit) => `${unit.name}（${rateOf(unit.counts)}%）`))}。`,
            figure(
              'due',
              below.flatMap((unit) => unit.counts.due),
            ),
            figure(
              'dueReceived',
              below.flatMap((unit) => unit.counts.dueReceived),
            ),
          ),
        ]),
  ];
}

/** How each unit stands; nothing where nothing is due. */
export function unitSection(making: Making, table: BulletinTable | null): MadeSection[] {
  if (table === null) return [];
  const attached = making.attachedAs(table);
  return [
    {
      id: 'units',
      heading: '各单位情况',
      sentences: [...standing(making), ...leadingTo(making, table, '各单位到期事项落实情况')],
      table: attached === null ? table : null,
    },
  ];
}
