import type { BulletinContent, BulletinSentence } from '../content.ts';
import { figure } from '../facts.ts';
import { type MadeSection, type Making, sentence } from '../made.ts';
import { numberWords } from '../number.ts';
import { hundredths, listed, pointsBetween } from '../words.ts';

const presetWords = { weekly: '周', monthly: '月度', quarterly: '季度', span: '' } as const;

/** The keys of a figure of a sentence, wherever it stands. */
export function keysOf(content: BulletinContent, id: string, name: string): string[] {
  const found = content.sections.flatMap(({ sentences }) => sentences).find((each) => each.id === id);
  return found?.figures.find((each) => each.name === name)?.keys ?? [];
}

/** Of each unit, the rate then, in hundredths; units of which nothing was due have none. */
function ratesThen({ units }: BulletinContent): Map<string, number> {
  return new Map(
    units.flatMap(({ id, figures }): [string, number][] => {
      const valueOf = (name: string): number => figures.find((each) => each.name === name)?.value ?? 0;
      return valueOf('due') === 0 ? [] : [[id, hundredths(valueOf('dueReceived'), valueOf('due'))]];
    }),
  );
}

function totalThen(former: BulletinContent): number | null {
  const due = keysOf(former, 'overall.due', 'due').length;
  return due === 0 ? null : hundredths(keysOf(former, 'overall.due', 'dueReceived').length, due);
}

const way = (before: number, after: number): string =>
  after === before
    ? `持平，为${after}%`
    : `由${before}%${after > before ? '提高到' : '下降到'}${after}%，${after > before ? '提高' : '下降'}${pointsBetween(before, after)}个百分点`;

function rateSentences({ counts, units }: Making, former: BulletinContent): BulletinSentence[] {
  const then = ratesThen(former);
  const pairs = units.flatMap(({ id, name, counts: { due, dueReceived } }) => {
    const before = then.get(id);
    if (before === undefined || due.length === 0) return [];
    return [{ name, before, after: hundredths(dueReceived.length, due.length), due, dueReceived }];
  });
  const byChange = (sign: 1 | -1) =>
    pairs
      .filter(({ before, after }) => (after - before) * sign > 0)
      .sort((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before));
  const named = (some: typeof pairs, verb: string): string =>
    listed(some.map(({ name, before, after }) => `${name}（由${before}%${verb}${after}%）`));
  const told = (id: string, words: string, verb: string, some: typeof pairs): BulletinSentence[] =>
    some.length === 0
      ? []
      : [
          sentence(
            id,
            `上报率${words}的单位有${some.length}个：${named(some, verb)}。`,
            figure(
              'due',
              some.flatMap(({ due }) => due),
            ),
            figure(
              'dueReceived',
              some.flatMap(({ dueReceived }) => dueReceived),
            ),
          ),
        ];
  const before = totalThen(former);
  const isSame = pairs.length > 0 && pairs.every((each) => each.before === each.after);
  return [
    ...(before === null || counts.due.length === 0
      ? []
      : [
          sentence(
            'compared.total',
            `与上期（${numberWords(former.code, former.number!)}）相比，总体上报率${way(before, hundredths(counts.dueReceived.length, counts.due.length))}。`,
            figure('due', counts.due),
            figure('dueReceived', counts.dueReceived),
          ),
        ]),
    ...told('compared.improved', '提高', '升至', byChange(1)),
    ...told('compared.fallen', '下降', '降至', byChange(-1)),
    ...(isSame ? [sentence('compared.same', '各单位上报率与上期持平。')] : []),
  ];
}

/** What has become of what the former one called overdue. */
function settledSentence({ facts }: Making, former: BulletinContent): BulletinSentence[] {
  const told = [
    ...keysOf(former, 'overdue.units', 'overdue'),
    ...keysOf(former, 'overdue.earlier', 'earlier'),
  ];
  if (told.length === 0) return [];
  const known = new Map(facts.obligations.map((each) => [each.key, each]));
  const now = told.flatMap((key) => known.get(key) ?? []);
  const done = now.filter((each) => each.fulfilled);
  const open = now.filter(
    (each) => !each.fulfilled && each.expected && each.due !== null && each.due < facts.asOf,
  );
  const others = told.length - done.length - open.length;
  const rest = others > 0 ? `，${others}项已延期或不再要求` : '';
  const left = open.length > 0 ? `，仍有${open.length}项未完成` : '';
  const all = done.length === told.length;
  return [
    sentence(
      'compared.settled',
      all
        ? `上期通报的逾期未完成${told.length}项已全部完成。`
        : `上期通报的逾期未完成${told.length}项中，${done.length > 0 ? `已完成${done.length}项` : '尚无一项完成'}${left}${rest}。`,
      { name: 'formerOverdue', value: told.length, keys: told },
      figure('settled', done),
      figure('stillOverdue', open),
    ),
  ];
}

/** Improved and fallen behind against the last one of its kind. */
export function compared(making: Making): MadeSection[] {
  const { former, preset, list, corrects } = making.facts;
  const kind = presetWords[preset];
  const sentences =
    former === null
      ? corrects || preset === 'span'
        ? []
        : [sentence('compared.first', `本期为${list.year}年首期${kind}通报，没有上期可比。`)]
      : [...rateSentences(making, former), ...settledSentence(making, former)];
  return sentences.length === 0 ? [] : [{ id: 'compared', heading: '与上期相比', sentences, table: null }];
}
