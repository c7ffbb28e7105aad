import type { OpenQuantity } from '../../taskList/taskList.ts';
import { untold } from './actOf.ts';
import { partsInBrackets, partsOfWholes } from './countOf.ts';
import { doing } from './countRole.ts';
import type { Vague } from './counts.ts';
import { countIn, findCounts, vagueFrom } from './counts.ts';
import type { Deadlines } from '../deadlines/readDeadlines.ts';
import type { Extent } from '../text/extent.ts';
import { byStart, inOrder } from '../text/extent.ts';
import type { Quantity } from './quantity.ts';
import { findLabel, joinRanks } from './quantityLabel.ts';
import type { PreparedText } from '../text/preparedText.ts';
import { perPeriodOf, sharesOnTheWay, stagesOf } from './stages.ts';
import { unreadNumbers } from './unreadNumbers.ts';

/** The label of a count that names nothing: 共5家。 */
const unnamed = '数量';
const existing = /现有|目前有|共有|已有|现存|截至目前/u;

/**
 * The grammar of quantities (I7): number, measure, what is counted, and the words. `rest` is the compact text with citations and
 * words about time masked: neither a year nor 每2个月 is a count. `timings` and `words` are what was read there. `unread` are numbers
 * that neither grammar knows. `isAsked`: whoever wrote the words asks for what they count, as in a column of quantities.
 */
export function readQuantities(
  prepared: PreparedText,
  { rest, timings, words }: Deadlines,
  year: number,
  { isAsked }: { isAsked: boolean },
): { quantities: Quantity[]; inexact: Inexact[]; unread: Extent[] } {
  const { counts, inexact, passed } = findCounts(rest, year);
  const nouns = joinRanks(rest);
  const quantities: Quantity[] = [];
  counts.forEach((count, index) => {
    const last = quantities.at(-1);
    const since = last?.extent.end ?? 0;
    const label = findLabel(nouns, count, since, counts[index + 1]?.start ?? rest.length);
    const extent = {
      start: Math.min(count.start, label?.start ?? count.start),
      end: Math.max(count.end, label?.end ?? count.end),
    };
    const named = label === null ? '' : prepared.words(label.start, label.end);
    quantities.push({
      value: count.value,
      unitOfMeasure: count.unitOfMeasure,
      label: named || unnamed,
      isNamed: named !== '',
      isBaseline: exists(rest, count, extent, last),
      number: { start: count.start, end: count.end },
      extent,
    });
  });
  const staged = new Map([
    ...(isAsked ? [] : untold(quantities, rest)),
    ...stagesOf(quantities, { timings, words }, prepared.compact),
    ...perPeriodOf(quantities, timings, prepared.compact),
    ...partsOfWholes(quantities, rest),
    ...partsInBrackets(quantities, rest),
  ]);
  const open = [
    ...inexact,
    ...[...staged].map(([{ number }, words]) => ({ ...words, number: number.start })),
  ].toSorted(byStart);
  const numbers = inOrder<Extent>([...counts, ...inexact].map(({ end }) => ({ start: end, end })));
  const shares = sharesOnTheWay(rest, timings);
  const taken = [...quantities.map(({ extent }) => extent), ...inexact, ...shares, ...passed];
  return {
    quantities: quantities.filter((quantity) => !staged.has(quantity)),
    inexact: [
      ...open.map((words) => {
        const at = words.number ?? words.start;
        return readInexact(prepared, { rest, nouns }, words, numbers.lastEndingBy(at)?.end ?? 0);
      }),
      ...shares.map((words) => ({ ...words, open: null })),
    ].toSorted(byStart),
    unread: unreadNumbers(rest, taken).map(({ start, end }) => ({ start, end: wordsUntil(rest, end) })),
  };
}

/** Where the few words end that say what a number is about. */
function wordsUntil(rest: string, from: number): number {
  return (
    from + (/^[^，。；：！？（）、\d\uE000\uE001]{0,8}/u.exec(rest.slice(from, from + 8))?.[0].length ?? 0)
  );
}

/** A quantity that is no target as it stands: its own words, and what it would count. */
export type Inexact = Extent & { open: OpenQuantity | null };

/** `since` is where the number before it ends. */
function readInexact(
  prepared: PreparedText,
  { rest, nouns }: { rest: string; nouns: string },
  { start, end, number }: Vague,
  since: number,
): Inexact {
  const count = countIn(rest, { start, end });
  if (count === null) return { start, end, open: null };
  const { value, unitOfMeasure } = count;
  const at = { start: number ?? start, end, value: value ?? 0, unitOfMeasure };
  const label = findLabel(nouns, at, number === undefined ? start : since, rest.length);
  const words = { start: vagueFrom(rest, start), end: Math.max(end, label?.end ?? end) };
  const named = label === null ? '' : prepared.words(label.start, label.end);
  const open = {
    label: (named || unnamed).slice(0, 400),
    ...{ unitOfMeasure, value },
    source: prepared.span(words.start, words.end),
  };
  return { start: words.start, end, open };
}

/** A count of what exists now (I9): 现有 stands in its clause, or before the enumeration that it carries on. */
function exists(text: string, number: Extent, extent: Extent, last: Quantity | undefined): boolean {
  const isDone = doesSomething.test(text.slice(extent.start, number.start));
  const joint = last?.isBaseline === true && !isDone ? text.slice(last.extent.end, extent.start) : '';
  if (/^[、和及]$/u.test(joint)) return true;
  // 现有甲5家，（其中）乙3家 carries on, noun by noun; 现有5家，3家企业完成 does not.
  if (
    /^，(?:其中)?$/u.test(joint) &&
    last !== undefined &&
    precedes(last.extent, last.number) &&
    precedes(extent, number)
  )
    return true;
  const before = text.slice(Math.max(0, extent.start - 40), extent.start);
  return existing.test(before.slice(before.search(/[^，。；：（）]*$/u)));
}

/** A verb of what is done (重点检查50家); 检查站 is a thing. */
const doesSomething = new RegExp(
  `(?:${doing})(?![站点组队所室表员])(?!中心|机构|学校|基地|单位|设备|设施|项目|企业|公司)`,
  'u',
);

const precedes = (a: Extent, b: Extent) => a.start < b.start;
