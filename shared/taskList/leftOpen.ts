import * as z from 'zod';
import { listOf, recordOf } from '../schema/bounded.ts';
import { doneOrNot } from './doneOrNot.ts';
import {
  deadlineHolds,
  type Arrangement,
  type LeftOpen,
  type Schedule,
  type ScheduleSource,
  type Task,
} from './taskList.ts';

const place = z.string().regex(/^[1-9][0-9]?-[1-9][0-9]?-[1-9][0-9]?$/);
const reopened = z.literal('open');
/** Arrangements that a reading's decisions may name. */
const mostPlaces = { max: 5000 };

/** What a person decides of a reading, by the places of its arrangements; `open` takes an earlier decision back. */
export const readingDecisions = z
  .strictObject({
    /** Names of units and groups; none: the units of its task. */
    units: recordOf(
      place,
      z.union([listOf(z.string().min(1).max(80), { max: 60 }), reopened]),
      mostPlaces,
    ).optional(),
    deadlines: recordOf(place, z.union([deadlineHolds, reopened]), mostPlaces).optional(),
    /** By the words of each quantity: its target, or `none`. */
    quantities: recordOf(
      place,
      recordOf(
        z.string().min(1).max(4000),
        z.union([z.int().min(0).max(1_000_000_000), z.literal('none'), reopened]),
        { max: 40 },
      ),
      mostPlaces,
    ).optional(),
  })
  .meta({ id: 'ReadingDecisions' });
export type ReadingDecisions = z.infer<typeof readingDecisions>;

/** Names of the units that an arrangement belongs to: those that a person has given it, else those of its task. */
export function unitsOf(task: Pick<Task, 'units'>, { leftOpen }: Pick<Arrangement, 'leftOpen'>): string[] {
  const decided = leftOpen?.units?.decided ?? [];
  return decided.length > 0 ? decided : task.units;
}

/** Whether it is still open whose an arrangement is. */
export function areUnitsOpen(
  task: Pick<Task, 'units'>,
  { leftOpen }: Pick<Arrangement, 'leftOpen'>,
): boolean {
  if (leftOpen?.units === undefined) return false;
  return leftOpen.units.decided === undefined || unitsOf(task, { leftOpen }).length === 0;
}

/**
 * An arrangement as a person has decided what is left open of it: anew, in this reading, or of the stored arrangement that it is,
 * where the same words were decided on.
 */
export function decideOpen(
  arrangement: Arrangement,
  at: string,
  decisions: ReadingDecisions,
  stored: LeftOpen | undefined,
): Arrangement {
  if (arrangement.leftOpen === undefined) return arrangement;
  const { units, deadline, quantities } = arrangement.leftOpen;
  const leftOpen: LeftOpen = {
    ...(units && { units: decideUnits(units, decisions.units?.[at], stored?.units) }),
    ...(deadline && { deadline: decideDeadline(deadline, decisions.deadlines?.[at], stored?.deadline) }),
    ...(quantities && {
      quantities: quantities.map((quantity) =>
        decideQuantity(quantity, decisions.quantities?.[at], stored?.quantities),
      ),
    }),
  };
  const schedules = leftOpen.deadline ? schedulesOf(leftOpen.deadline) : arrangement.schedules;
  const { undatedWords } = arrangement;
  return {
    ...arrangement,
    schedules,
    indicators: indicatorsOf({ ...arrangement, schedules, leftOpen }),
    ...(undatedWords && { undatedWords }),
    leftOpen,
  };
}

/** What holds of a decision: the one made anew, the reading's own, or the stored one; nothing where it is open again. */
function latest<T>(anew: T | 'open' | undefined, own: T | undefined, stored: T | undefined): T | undefined {
  return anew === 'open' ? undefined : (anew ?? own ?? stored);
}

type Part<Name extends keyof LeftOpen> = NonNullable<LeftOpen[Name]>;

function decideUnits(
  { printed, decided: own }: Part<'units'>,
  anew: string[] | 'open' | undefined,
  stored: LeftOpen['units'],
): Part<'units'> {
  const same = stored?.printed.join('\n') === printed.join('\n') ? stored.decided : undefined;
  const decided = latest(anew, own, same);
  return { printed, ...(decided && { decided }) };
}

const wordsOf = (schedules: readonly Schedule[]): string =>
  JSON.stringify(
    schedules.map(({ kind, start, due, season, source }) => [kind, start, due, season, source?.text]),
  );

function decideDeadline(
  { sentence, column, decided: own }: Part<'deadline'>,
  anew: Part<'deadline'>['decided'] | 'open',
  stored: LeftOpen['deadline'],
): Part<'deadline'> {
  const isSame =
    stored && wordsOf(stored.sentence) === wordsOf(sentence) && wordsOf(stored.column) === wordsOf(column);
  const decided = latest(anew, own, isSame ? stored.decided : undefined);
  return { sentence, column, ...(decided && { decided }) };
}

function decideQuantity(
  { target: own, source, ...quantity }: Part<'quantities'>[number],
  anew: Readonly<Record<string, number | 'none' | 'open'>> | undefined,
  stored: LeftOpen['quantities'],
): Part<'quantities'>[number] {
  const chosen = anew?.[source.text];
  const same = stored?.find((each) => each.source.text === source.text)?.target;
  const before = own === undefined ? same : own;
  const target = chosen === undefined ? before : chosen === 'open' ? undefined : chosen;
  return {
    ...quantity,
    ...(target === undefined ? {} : { target: target === 'none' ? null : target }),
    source,
  };
}

const timeOf = ({ kind, start, due, season }: Schedule): string => JSON.stringify([kind, start, due, season]);

/** The schedules that hold; the same one once. */
function schedulesOf({ sentence, column, decided }: Part<'deadline'>): Schedule[] {
  if (decided === 'sentence') return sentence;
  if (decided !== 'both') return column;
  const said = new Set(sentence.map(timeOf));
  return [...sentence, ...column.filter((each) => !said.has(timeOf(each)))].slice(0, 8);
}

/** The indicators that were read exactly, and those that a person has made of other quantities, in the order of the text. */
function indicatorsOf({ indicators, schedules, leftOpen }: Arrangement): Arrangement['indicators'] {
  const open = leftOpen?.quantities ?? [];
  const spanOf = ({ start, end, entry = '' }: ScheduleSource): string => `${start} ${end} ${entry}`;
  const spans = new Set(open.map(({ source }) => spanOf(source)));
  const exact = indicators.filter(
    ({ id, source }) => id !== 'done' && !(source !== null && spans.has(spanOf(source))),
  );
  const made = open.flatMap(({ label, unitOfMeasure, target, source }) =>
    typeof target === 'number'
      ? [{ id: '', label, unitOfMeasure, target, mode: 'cumulative' as const, source }]
      : [],
  );
  if (exact.length + made.length === 0) return [doneOrNot(schedules)];
  if (made.length === 0 && exact.length === indicators.length) return indicators;
  return [...exact, ...made]
    .toSorted((a, b) => (a.source?.start ?? 0) - (b.source?.start ?? 0))
    .slice(0, 20)
    .map((indicator, index) => ({ ...indicator, id: `i${index + 1}` }));
}

/** Whether anything that may be decided stands at a place of the reading: else what is decided there speaks of nothing. */
export function isOpenAt(
  { leftOpen }: Arrangement,
  kind: keyof ReadingDecisions,
  words: readonly string[] = [],
): boolean {
  if (kind === 'units') return leftOpen?.units !== undefined;
  if (kind === 'deadlines') return leftOpen?.deadline !== undefined;
  const known = new Set(leftOpen?.quantities?.map(({ source }) => source.text));
  return words.every((each) => known.has(each));
}
