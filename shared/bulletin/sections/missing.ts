import { figure } from '../facts.ts';
import { type MadeSection, type Making, sentence } from '../made.ts';
import { listed } from '../words.ts';

/** Who has reported nothing at all of what is due, and who has left something out; nothing where nothing is due. */
export function missingSection({ units, counts }: Making): MadeSection[] {
  if (counts.due.length === 0) return [];
  const lacking = units.filter((unit) => unit.counts.missing.length > 0);
  const silent = lacking.filter((unit) => unit.counts.dueReceived.length === 0);
  const partly = lacking.filter((unit) => unit.counts.dueReceived.length > 0);
  const named = (some: typeof lacking): string =>
    listed(some.map((unit) => `${unit.name}（${unit.counts.missing.length}项）`));
  const missingOf = (some: typeof lacking) => some.flatMap((unit) => unit.counts.missing);
  const none = lacking.length === 0 ? '各单位到期应报事项均已报送，没有未报情况。' : null;
  return [
    {
      id: 'missing',
      heading: '未报情况',
      sentences:
        none === null
          ? [
              silent.length === 0
                ? sentence('missing.silent', '没有到期事项一项未报的单位。')
                : sentence(
                    'missing.silent',
                    `到期事项一项未报的单位有${silent.length}个：${named(silent)}。`,
                    figure('silent', missingOf(silent)),
                  ),
              ...(partly.length === 0
                ? []
                : [
                    sentence(
                      'missing.partly',
                      `部分事项未报的单位有${partly.length}个：${named(partly)}。`,
                      figure('partly', missingOf(partly)),
                    ),
                  ]),
            ]
          : [sentence('missing.none', none)],
      table: null,
    },
  ];
}
