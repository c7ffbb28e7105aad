import { addDays } from '../../shared/calendar/days.ts';
import { formatRowKey } from '../../shared/rowKey/rowKey.ts';
import type { Indicator, TaskList } from '../../shared/taskList/taskList.ts';
import { type Habit, habits, slips } from './sampleUnits.ts';

/** What the plan needs of an obligation, as `GET /v1/obligations` has it. */
export interface PlannedObligation {
  key: string;
  unit: { id: string };
  arrangement: string;
  period: string;
  opens: string;
  due: string | null;
}

export interface SampleValues {
  status: string;
  count: string | number | null;
  completedOn: string | null;
  note: string;
  problems: string | null;
  explanation: string | null;
}

/** What one unit sends on one day. */
export interface SamplePush {
  /** `YYYY-MM-DD`. */
  day: string;
  unit: string;
  rows: { key: string; values: SampleValues }[];
}

/** seeds/sample-notes.json: sentences with `{n}` and the like, by what is told and by arrangement. */
export interface SampleNotes {
  none: string[];
  notStarted: string[];
  bureau: string[];
  holiday: string[];
  held: string[];
  problems: string[];
  /** By code; `3-3-6.2` where one schedule of several is meant. */
  arrangements: Record<string, { none?: string[]; held?: string[]; underWay?: string[]; done?: string[] }>;
}

/** The first Friday of the year on which anybody reports. */
const firstReport = '2024-01-05';
/** Spring Festival of 2024: what falls in this week is made up for in the next. */
const holidayWeek = '2024-W07';
const holidayFriday = '2024-02-16';

/**
 * What a district would have reported by a day: who is prompt and who is not, in sentences of an official's kind.
 * The same for the same list and day. Pushes are in order of day, then of unit.
 */
export function planSamples(
  list: TaskList,
  obligations: readonly PlannedObligation[],
  notes: SampleNotes,
  before: string,
): SamplePush[] {
  const arrangements = new Map(
    list.tasks.flatMap((task) => task.arrangements.map((each) => [each.code, each] as const)),
  );
  const pushes = new Map<string, SamplePush>();
  const report = (day: string, unit: string, key: string, values: SampleValues): void => {
    const push = pushes.get(`${day} ${unit}`) ?? { day, unit, rows: [] };
    pushes.set(`${day} ${unit}`, push);
    push.rows.push({ key, values });
  };
  const units = new Map(
    [...Map.groupBy(obligations, ({ arrangement }) => arrangement)].map(([code, ofOne]) => [
      code,
      [...new Set(ofOne.map(({ unit }) => unit.id))],
    ]),
  );
  const shares = new Map<Indicator, Map<string, number> | null>();

  for (const obligation of obligations) {
    const { arrangement: code, unit, period, due } = obligation;
    const habit = habits[unit.id];
    const arrangement = arrangements.get(code);
    if (!habit || !arrangement) continue;
    const schedule = Number(obligation.key.split('.')[2]);
    const kind = arrangement.schedules.find((each, at) => (each.number ?? at + 1) === schedule)?.kind;
    const cadence = !['once', 'window', 'undated', undefined].includes(kind);
    // Seasons that nobody has decided yet, and what a cadence of the same arrangement reports.
    if (cadence && due === null) continue;
    if (!cadence && schedule > 1) continue;
    for (const indicator of arrangement.indicators) {
      if (!shares.has(indicator)) shares.set(indicator, sharesOf(indicator, units.get(code)!));
      const identity = { list: String(list.year), arrangement: code, schedule, indicator: indicator.id };
      const row: Row = {
        key: formatRowKey({ ...identity, unit: unit.id, period }),
        code,
        unit: unit.id,
        period,
        opens: obligation.opens,
        due,
        indicator,
        share: shares.get(indicator)?.get(unit.id) ?? null,
        notes,
        slip: slips.find(
          (slip) =>
            slip.row === `${code}.${schedule}.${indicator.id}` &&
            slip.unit === unit.id &&
            (slip.period ?? period) === period,
        )?.values,
      };
      for (const { day, values } of cadence
        ? heldReports(row, habit, before)
        : datedReports(row, habit, before))
        report(day, unit.id, row.key, values);
    }
  }
  return [...pushes.values()].sort((a, b) => a.day.localeCompare(b.day) || a.unit.localeCompare(b.unit));
}

interface Row {
  key: string;
  code: string;
  unit: string;
  period: string;
  opens: string;
  due: string | null;
  indicator: Indicator;
  /** The unit's part of the district's number; `null` where nothing is counted. */
  share: number | null;
  notes: SampleNotes;
  slip: Partial<SampleValues> | undefined;
}

interface Report {
  day: string;
  values: SampleValues;
}

/** A row of a week, month or quarter: reported around its end, later or never. */
function heldReports(row: Row, habit: Habit, before: string): Report[] {
  const due = row.due!;
  if (row.slip === undefined && chance(row.key) >= habit.thorough) return [];
  const told = ownNotes(row);
  const holiday = row.period === holidayWeek;
  const late = holiday || (row.slip === undefined && chance(row.key, 2) >= habit.punctual);
  // Friday of a week that ends on Sunday; of a month the last Friday.
  const day = reportDay(habit, late ? addDays(due, 3) : lastFridayBy(due), before);
  if (day === null) return [];
  if (row.share === 0) return [none(row, day)];
  const year = Math.min(1, daysBetween(firstReport, due) / 230);
  const count = row.share === null ? null : Math.floor(row.share * year);
  const sentences = holiday ? row.notes.holiday : (told?.held ?? row.notes.held);
  return [{ day, values: { ...valuesOf(row, { status: '已开展', count, sentences }), ...row.slip } }];
}

/** A row with a deadline, or without: under way some weeks before, done in time, late or not yet. */
function datedReports(row: Row, habit: Habit, before: string): Report[] {
  const luck = chance(row.key);
  if (row.share === 0) {
    // Told once, with the first reports of the quarter.
    const day = reportDay(habit, addDays(firstReport, Math.floor(luck * 60)), before);
    return day === null ? [] : [none(row, day)];
  }
  const own = ownNotes(row);
  // Only what an official would have begun by now.
  if (row.slip === undefined && (own === undefined || luck >= habit.thorough)) return [];
  const finish = row.due === null ? null : addDays(row.due, leadOf(row, habit));
  const begin = finish === null ? addDays('2024-02-01', Math.floor(luck * 60)) : addDays(finish, -30);
  const reports: Report[] = [];
  const begun = reportDay(habit, begin < row.opens ? addDays(row.opens, 4) : begin, before);
  const ended = finish === null ? null : reportDay(habit, finish, before);
  if (begun !== null && begun !== ended && own?.underWay) {
    const count = row.share === null ? null : Math.floor(row.share * (0.4 + 0.4 * chance(row.key, 3)));
    const trouble = chance(row.key, 4) < 0.12 ? pick(row.notes.problems, row.key) : null;
    const told =
      count === 0
        ? { status: '未开始', sentences: row.notes.notStarted }
        : { status: '进行中', count, sentences: own.underWay };
    reports.push({ day: begun, values: valuesOf(row, { ...told, trouble }) });
  }
  // What is due later in the year is not done yet, whatever the calendar says.
  if (ended !== null && finish! < before && own?.done) {
    const completedOn = weekdayBy(finish!);
    const told = { status: '已完成', count: row.share, completedOn, sentences: own.done };
    reports.push({ day: ended, values: valuesOf(row, told) });
  }
  const last = reports.at(-1);
  if (last && row.slip) Object.assign(last.values, row.slip);
  return reports;
}

/** Days from the deadline to the day on which it is done; after it for some. */
function leadOf(row: Row, habit: Habit): number {
  return chance(row.key, 2) < habit.punctual
    ? -2 - Math.floor(chance(row.key, 5) * 16)
    : 1 + Math.floor(chance(row.key, 5) * 20);
}

function ownNotes({ key, code, notes }: Row): SampleNotes['arrangements'][string] | undefined {
  return notes.arrangements[`${code}.${key.split('.')[2]}`] ?? notes.arrangements[code];
}

function none(row: Row, day: string): Report {
  const sentences = row.unit === 'bureau' ? row.notes.bureau : (ownNotes(row)?.none ?? row.notes.none);
  return { day, values: valuesOf(row, { status: '本地无此类', sentences }) };
}

interface Told {
  status: string;
  count?: number | null;
  completedOn?: string;
  sentences: string[];
  trouble?: string | null;
}

function valuesOf(row: Row, told: Told): SampleValues {
  const { status, count = null, completedOn = null, trouble = null } = told;
  const note = sentence(pick(told.sentences, row.key), row, count ?? 0, completedOn);
  return { status, count, completedOn, note, problems: trouble, explanation: null };
}

/** Fills in a sentence's numbers. */
function sentence(text: string, row: Row, count: number, completedOn: string | null): string {
  const share = row.share ?? 0;
  const [month, day] = (completedOn ?? row.due ?? '').split('-').slice(1).map(Number);
  const blanks: Record<string, string | number> = {
    n: count,
    share,
    rest: Math.max(0, share - count),
    a: 3 + Math.floor(chance(row.key, 6) * 6),
    b: 1 + Math.floor(chance(row.key, 7) * 3),
    date: `${month}月${day}日`,
    label: row.indicator.label,
    unit: row.indicator.unitOfMeasure,
  };
  return text.replace(/\{(\w+)\}/gu, (_, name: string) => String(blanks[name]));
}

/** Every unit's part of the district's number, by largest remainders: the parts add up to it. `null` where none is printed. */
export function sharesOf(
  { id, target, baseline }: Pick<Indicator, 'id' | 'target' | 'baseline'>,
  units: readonly string[],
): Map<string, number> | null {
  const total = target ?? baseline ?? null;
  if (id === 'done' || total === null) return null;
  const weightOf = (unit: string): number => (units.length === 1 ? 1 : (habits[unit]?.companies ?? 0));
  const all = units.reduce((sum, unit) => sum + weightOf(unit), 0);
  const parts = units
    .map((unit) => ({ unit, exact: (total * weightOf(unit)) / all }))
    .sort((a, b) => (b.exact % 1) - (a.exact % 1) || a.unit.localeCompare(b.unit));
  const left = total - parts.reduce((sum, { exact }) => sum + Math.floor(exact), 0);
  return new Map(parts.map(({ unit, exact }, at) => [unit, Math.floor(exact) + (at < left ? 1 : 0)]));
}

/** The first day on or after `day` on which the unit reports; `null` where that has not come yet. */
function reportDay(habit: Habit, day: string, before: string): string | null {
  const { from = firstReport, until = before, everyWeeks } = habit;
  for (let friday = firstReport, week = 0; friday < before; friday = addDays(friday, 7), week += 1) {
    if (friday < day || friday < from || friday === holidayFriday) continue;
    if (friday > until) return null;
    if (week % everyWeeks === 0) return friday;
  }
  return null;
}

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

function lastFridayBy(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addDays(day, -((weekday + 2) % 7));
}

/** The day itself, or the Friday before a weekend. */
function weekdayBy(day: string): string {
  return [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()) ? lastFridayBy(day) : day;
}

function pick(sentences: readonly string[], key: string): string {
  return sentences[Math.floor(chance(key, 8) * sentences.length)]!;
}

/** A number from 0 to 1 that a text always gives again. */
function chance(text: string, salt = 1): number {
  let hash = salt;
  for (const character of text) hash = (Math.imul(hash, 31) + character.codePointAt(0)!) >>> 0;
  return ((Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0) % 10_000) / 10_000;
}
