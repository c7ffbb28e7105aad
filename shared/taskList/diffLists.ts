import type { ArrangementChange, FieldChange, ListDiff } from '../wire/comparison.ts';
import { unitsOf } from './leftOpen.ts';
import { nothingHangs, type Hanging } from './knownList.ts';
import { placed, type Placed } from './placed.ts';
import { numberOf, type Indicator, type Schedule, type TaskList } from './taskList.ts';

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const timesOf = (schedules: readonly Schedule[]): unknown =>
  schedules.map(({ kind, start, due, season, period, ...schedule }, index) => [
    numberOf({ kind, ...schedule }, index),
    ...[kind, start, due, season, period],
  ]);

const measuresOf = (indicators: readonly Indicator[]): unknown =>
  indicators.map(({ id, label, unitOfMeasure, baseline, mode }) => [
    id,
    label,
    unitOfMeasure,
    baseline,
    mode,
  ]);

/** What differs between an arrangement as stored and as read, field by field; places are not fields. */
export function fieldChanges(before: Placed, after: Placed): FieldChange[] {
  const [a, b] = [before.arrangement, after.arrangement];
  const changes: FieldChange[] = [];
  const words = (
    field: 'text' | 'textAsPrinted' | 'printedNumber' | 'taskName' | 'category' | 'goal',
    was: string | null,
    is: string | null,
  ): void => {
    if (was !== is) changes.push({ field, before: was, after: is });
  };
  words('text', a.text, b.text);
  if (a.text === b.text) words('textAsPrinted', a.textAsPrinted, b.textAsPrinted);
  words('printedNumber', a.printedNumber, b.printedNumber);
  if (!same(timesOf(a.schedules), timesOf(b.schedules))) {
    changes.push({ field: 'schedules', before: a.schedules, after: b.schedules });
  }
  if (!same(measuresOf(a.indicators), measuresOf(b.indicators))) {
    changes.push({ field: 'indicators', before: a.indicators, after: b.indicators });
  }
  const targets = new Map(a.indicators.map(({ id, target }) => [id, target]));
  for (const { id, target } of b.indicators) {
    const was = targets.get(id);
    if (was !== undefined && was !== target) {
      changes.push({ field: 'target', indicator: id, before: was, after: target });
    }
  }
  const [had, has] = [unitsOf(before.task, a), unitsOf(after.task, b)];
  if (!same(had, has)) changes.push({ field: 'units', before: had, after: has });
  words('taskName', before.task.name, after.task.name);
  words('category', before.category, after.category);
  words('goal', before.task.goal, after.task.goal);
  return changes;
}

/** Whoever is moved is printed with another number: that alone changes nothing. */
function kindOf(before: Placed, after: Placed, fields: readonly FieldChange[]): 'changed' | 'moved' {
  const says = fields.some(({ field }) => field !== 'printedNumber');
  return says || before.place === after.place ? 'changed' : 'moved';
}

/**
 * What makes of the stored list the new one, arrangement by arrangement; pure. The new list has its codes.
 * @param retired codes that are kept and not in force.
 */
export function diffLists(
  stored: TaskList | null,
  next: TaskList,
  retired: ReadonlySet<string>,
  hangs: ReadonlyMap<string, Hanging>,
): ListDiff {
  const before = new Map((stored ? placed(stored) : []).map((each) => [each.arrangement.code, each]));
  const hangsOn = (code: string): Hanging => hangs.get(code) ?? nothingHangs;
  const changes: ArrangementChange[] = [];
  let unchanged = 0;
  for (const after of placed(next)) {
    const { code, text } = after.arrangement;
    const was = before.get(code);
    before.delete(code);
    const fields = was ? fieldChanges(was, after) : [];
    if (was && fields.length === 0 && was.place === after.place) {
      unchanged += 1;
      continue;
    }
    const kind = was ? kindOf(was, after, fields) : retired.has(code) ? 'returned' : 'added';
    changes.push({
      kind,
      code,
      text,
      place: after.place,
      formerPlace: was?.place ?? null,
      fields,
      hangs: hangsOn(code),
      retires: false,
    });
  }
  for (const [code, { place, arrangement }] of before) {
    changes.push({
      kind: 'gone',
      code,
      text: arrangement.text,
      place: null,
      formerPlace: place,
      fields: [],
      hangs: hangsOn(code),
      retires: Object.values(hangsOn(code)).some((number) => number > 0),
    });
  }
  const count = (kind: ArrangementChange['kind']): number =>
    changes.filter((change) => change.kind === kind).length;
  return {
    title: stored?.title === next.title ? null : { before: stored?.title ?? null, after: next.title },
    counts: {
      added: count('added'),
      returned: count('returned'),
      changed: count('changed'),
      moved: count('moved'),
      gone: count('gone'),
      unchanged,
    },
    arrangements: changes,
  };
}
