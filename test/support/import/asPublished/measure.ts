import type { Roster } from '../../../../shared/roster/roster.ts';
import type { Diagnostic } from '../../../../shared/taskList/diagnostic.ts';
import { placed, type Placed } from '../../../../shared/taskList/placed.ts';
import type { AsPublished } from './asPublished.ts';
import type { ReadList } from './document.ts';

/** What of an arrangement can be right or wrong. */
export const aspects = ['arrangements', 'schedules', 'targets', 'units'] as const;
export type Aspect = (typeof aspects)[number];

/** How a list is read, against what a person reads in it. */
export interface Measured {
  /** How many arrangements are right in each aspect. */
  right: Record<Aspect, number>;
  /** What is wrong, and nothing says so. */
  silent: string[];
}

interface Expected {
  words: string;
  /** Readings that are right, each as a set of names, sorted. */
  units: string[];
  /** Of each schedule the readings that are right. */
  schedules: string[][];
  targets: string[];
}

/** Blanks and the width of brackets do not count. */
const plain = (text: string): string =>
  text.replaceAll(/\s/gu, '').replaceAll('(', '（').replaceAll(')', '）');
const setOf = (names: readonly string[]): string => names.map(plain).toSorted().join('、');
const parts = (text: string, separator: string): string[] => (text === '' ? [] : text.split(separator));

function expectedOf(item: string): Expected {
  const [words = '', units = '', schedules = '', targets = ''] = item.split('|');
  return {
    words: plain(words),
    units: units.split(' or ').map((names) => setOf(names.split('、'))),
    schedules: parts(schedules, '；').map((each) => each.split(' or ')),
    targets: parts(targets, '；'),
  };
}

/** Names that a truth writes down, each once: those that a roster may have. */
export const namesOf = ({ truth }: AsPublished): string[] => [
  ...new Set(
    truth.items.flatMap((item) => (item.split('|')[1] ?? '').split(' or ').flatMap((n) => n.split('、'))),
  ),
];

/** A roster that has every second name of a list, or none of them and one that no list has. */
export function rosterWith(list: AsPublished, share: 'half' | 'none'): Roster {
  const names = share === 'none' ? ['某不相干单位'] : namesOf(list).filter((_, index) => index % 2 === 0);
  return {
    units: (names.length > 0 ? names : ['某不相干单位']).map((name, index) => ({
      id: `unit${index + 1}`,
      name,
      kind: 'bureau',
      aliases: [],
    })),
    groups: [],
  };
}

const isRight: Record<Exclude<Aspect, 'arrangements'>, (found: Placed, expected: Expected) => boolean> = {
  schedules: ({ arrangement }, { schedules }) => {
    // A season without months asks a person, as an undated schedule does.
    const read = arrangement.schedules.map(({ kind, start, due, season }) =>
      season === undefined ? [kind, start, due].filter((part) => part !== undefined).join(' ') : 'undated',
    );
    return (
      read.length === schedules.length && schedules.every((any) => any.some((one) => read.includes(one)))
    );
  },
  targets: ({ arrangement }, { targets }) => {
    const read = arrangement.indicators.filter(({ id, target }) => id !== 'done' && target !== null);
    return (
      read.length === targets.length &&
      targets.every((each) => {
        const [count = '', noun = ''] = each.split(' ');
        return read.some(
          ({ target, unitOfMeasure, label }) =>
            `${target}${unitOfMeasure}` === count && (label.includes(noun) || noun.includes(label)),
        );
      })
    );
  },
  units: ({ task, arrangement }, { units }) =>
    units.includes(setOf(task.units)) || units.includes(setOf(arrangement.leftOpen?.units?.printed ?? [])),
};

/** Diagnostics that speak of an aspect, where they stand at the arrangement, at its task, or at the whole document. */
const speaksOf: Record<Aspect, RegExp> = {
  arrangements: /^(?:row-|column-|number-inside|table-left|arrangements-missing|name-missing|prose-)/u,
  schedules: /^(?:undated|deadline-|season-|cadence-|too-many-schedules|column-|year-)/u,
  targets: /^(?:quantity-|number-unread|too-many-quantities|column-)/u,
  units: /^(?:units-|column-)/u,
};

const asks = ({ severity }: Diagnostic): boolean => severity !== 'info';

function isTold(aspect: Aspect, diagnostics: readonly Diagnostic[], found?: Placed): boolean {
  const places = found && [found.arrangement.code, found.task.code];
  return diagnostics.some(
    (each) =>
      asks(each) &&
      ((speaksOf[aspect].test(each.code) && (each.at === null || !places || places.includes(each.at))) ||
        // A wrong name is one that the roster does not know: a person is asked who is meant.
        (aspect === 'units' && each.code === 'unknown-unit' && each.at === found?.task.code)),
  );
}

/** How a reading agrees with the truth of its list. */
export function measure({ truth }: AsPublished, { taskList, diagnostics }: ReadList): Measured {
  const right: Measured['right'] = { arrangements: 0, schedules: 0, targets: 0, units: 0 };
  const silent: string[] = [];
  if (taskList === null) return { right, silent };
  const left = new Set(placed(taskList));
  const tell = (aspect: Aspect, words: string, found?: Placed): void => {
    if (!isTold(aspect, diagnostics, found)) silent.push(`${aspect}: ${words}`);
  };
  for (const item of truth.items) {
    const expected = expectedOf(item);
    const found = [...left].find(({ arrangement }) => plain(arrangement.text).includes(expected.words));
    if (!found) {
      tell('arrangements', expected.words);
      continue;
    }
    left.delete(found);
    right.arrangements += 1;
    for (const aspect of ['schedules', 'targets', 'units'] as const) {
      if (isRight[aspect](found, expected)) right[aspect] += 1;
      else tell(aspect, expected.words, found);
    }
  }
  for (const { arrangement } of left) silent.push(`more than there is: ${arrangement.text.slice(0, 20)}`);
  return { right, silent };
}
