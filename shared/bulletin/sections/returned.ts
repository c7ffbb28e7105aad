import { periodWords } from '../../calendar/periodWords.ts';
import type { BulletinTable } from '../content.ts';
import { type BulletinFacts, type BulletinObligation, figure } from '../facts.ts';
import { dateColumn, leadingTo, type MadeSection, type Making, sentence, textColumn } from '../made.ts';
import { clipped, listed } from '../words.ts';

/** What is returned and was not sent again, whenever it falls due: the units in the roster's order. */
function returnedOf({ obligations, units }: BulletinFacts): [name: string, of: BulletinObligation[]][] {
  const returned = obligations.filter((each) => each.expected && each.returned !== null);
  const of = Map.groupBy(returned, ({ unit }) => unit);
  return units.flatMap(({ id, name }): [string, BulletinObligation[]][] => {
    const mine = of.get(id);
    return mine ? [[name, mine]] : [];
  });
}

/** Each return with its reason, and until when an answer is asked for. */
export function returnedTable({ facts }: Pick<Making, 'facts'>): BulletinTable | null {
  const rows = returnedOf(facts).flatMap(([name, of]) =>
    of.map(({ arrangement, period, returned }) => [
      name,
      arrangement,
      clipped(facts.texts.get(arrangement) ?? '', 30),
      periodWords(period).replace(/（.+）$/u, ''),
      returned!.on,
      returned!.reason,
      returned!.answerBy,
    ]),
  );
  if (rows.length === 0) return null;
  return {
    id: 'returned',
    title: '退回待补正事项表',
    columns: [
      textColumn('单位'),
      textColumn('编号'),
      textColumn('工作安排'),
      textColumn('报告期'),
      dateColumn('退回日期'),
      textColumn('退回原因'),
      dateColumn('补正期限'),
    ],
    rows,
  };
}

/** What was returned and waits to be sent again; nothing where nothing does. */
export function returnedSection(making: Making, table: BulletinTable | null): MadeSection[] {
  const units = returnedOf(making.facts);
  if (table === null) return [];
  const all = units.flatMap(([, of]) => of);
  const attached = making.attachedAs(table);
  const names = listed(units.map(([name, of]) => `${name}${of.length}项`));
  return [
    {
      id: 'returned',
      heading: '退回补正情况',
      sentences: [
        sentence(
          'returned.units',
          `经审核退回、尚未重新报送的有${all.length}项：${names}。`,
          figure('returned', all),
        ),
        ...leadingTo(making, table, '退回待补正事项'),
      ],
      table: attached === null ? table : null,
    },
  ];
}
