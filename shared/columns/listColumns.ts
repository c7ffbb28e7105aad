import type { ColumnFacts } from './facts.ts';
import { headPeriod, isUnitInHead } from './headWords.ts';
import type { Candidate } from './proposeColumns.ts';
import type { Role } from './roleNames.ts';
import { namesOf } from './roles.ts';

/** The columns of a bureau's list, and what each has been taken for so far. */
export type Taking = {
  all: readonly { heading: string; words: string; facts: ColumnFacts; candidates: readonly Candidate[] }[];
  taken: Map<Role, number>;
  roleOf: Map<number, Candidate>;
  /** Whether a person has said what a column holds. */
  isSaid(at: number): boolean;
};

/** Evidence as good as a whole name, and as little as is enough. */
const weights = { name: 8, enough: 5 };

export const byHeading = ({ from }: Candidate): boolean =>
  from.some((told) => told === 'name' || told === 'akin' || told === 'ending');

/** What is inspected, where nothing else names the tasks. */
const objects =
  /^(?:企业|被?检查(?:企业|单位|对象)|受检(?:企业|单位|对象)|(?:抽查|监管|执法|检查)对象)(?:名称|类别|类型)?$|^单位名称$/u;

const isUsual = ({ from }: Candidate): boolean => from[0] === 'name' || from[0] === 'akin';

/** Settles what only the columns of a list together tell, once each has been looked at by itself. */
export function settleList(taking: Taking): void {
  takeObjectsAsTasks(taking);
  tellTaskFromArrangements(taking);
  takePeriods(taking);
  takeUnitsInHead(taking);
}

/** Of two columns that are called alike (重点任务, 主要任务), the one with the longer texts says what to do. */
function tellTaskFromArrangements(taking: Taking): void {
  const { all, taken, roleOf, isSaid } = taking;
  const name = taken.get('name');
  if (name === undefined || isSaid(name)) return;
  if (!taken.has('arrangements')) takeLongerTexts(taking, name);
  const arrangements = taken.get('arrangements');
  if (arrangements === undefined || isSaid(arrangements)) return;
  const isCalled = (at: number, role: Role): boolean =>
    all[at]!.candidates.some((each) => each.role === role && byHeading(each));
  const [task, measures] = [all[name]!, all[arrangements]!];
  if (namesOf('arrangements', 'list').includes(measures.words)) return;
  if (!isCalled(name, 'arrangements') || !isCalled(arrangements, 'name')) return;
  if (task.facts.length <= measures.facts.length) return;
  const [former, latter] = [roleOf.get(name)!, roleOf.get(arrangements)!];
  roleOf.set(name, { ...former, role: 'arrangements' });
  roleOf.set(arrangements, { ...latter, role: 'name' });
  taken.set('name', arrangements).set('arrangements', name);
}

/** Of two columns with usual names of tasks (项目名称, 工作任务) and none of measures, the one with the longer texts says what to do. */
function takeLongerTexts({ all, taken, roleOf, isSaid }: Taking, name: number): void {
  const other = all.findIndex(
    ({ candidates }, at) =>
      at !== name &&
      !roleOf.has(at) &&
      !isSaid(at) &&
      candidates.some((each) => each.role === 'name' && isUsual(each)),
  );
  const own = roleOf.get(name)!;
  if (other === -1 || !isUsual(own)) return;
  const [longer, shorter] =
    all[other]!.facts.length > all[name]!.facts.length ? [other, name] : [name, other];
  roleOf.set(longer, { ...own, role: 'arrangements' });
  roleOf.set(shorter, { ...own });
  taken.set('arrangements', longer).set('name', shorter);
}

/** Columns that are called by units and hold numbers or ticks share the work out: whoever has one reports. */
function takeUnitsInHead({ all, roleOf, isSaid }: Taking): void {
  const units = all.flatMap(({ heading, facts }, at) =>
    !isSaid(at) &&
    !roleOf.has(at) &&
    isUnitInHead(heading) &&
    facts.count + facts.percent + facts.status >= 0.5
      ? [at]
      : [],
  );
  if (units.length < 2) return;
  for (const at of units) roleOf.set(at, { role: 'units', weight: weights.name, from: ['name'] });
}

/** What is inspected names the tasks of a plan that has no other column for them (企业名称, 检查对象). */
function takeObjectsAsTasks({ all, taken, roleOf, isSaid }: Taking): void {
  if (taken.has('name')) return;
  const at = all.findIndex(
    ({ words, facts }, column) =>
      !roleOf.has(column) &&
      !isSaid(column) &&
      facts.filled > 0 &&
      facts.count + facts.time < 0.5 &&
      objects.test(words),
  );
  if (at === -1) return;
  roleOf.set(at, { role: 'name', weight: weights.enough, from: ['akin'] });
  taken.set('name', at);
}

/**
 * Columns that each say what to do in one period (一季度工作安排 … 四季度工作安排) are all arrangements, where no other column says so. A
 * single one is none of these.
 */
function takePeriods({ all, taken, roleOf, isSaid }: Taking): void {
  const periods = all.flatMap(({ words, facts }, at) => {
    const isText =
      facts.filled === 0 || (facts.status < 0.8 && Math.max(facts.count, facts.percent, facts.units) < 0.5);
    return headPeriod.test(words) && isText && !isSaid(at) ? [at] : [];
  });
  const held = taken.get('arrangements');
  if (periods.length < 2 || (held !== undefined && !periods.includes(held))) return;
  for (const at of periods) roleOf.set(at, { role: 'arrangements', weight: weights.name, from: ['name'] });
  taken.set('arrangements', held ?? periods[0]!);
}
