import type { Quantity } from './quantity.ts';

/** The quantities that one goal or arrangement prints, under its name (目标任务, 1-3-1), with the compact text they stand in. */
export type Side = { name: string; isGoal: boolean; compact: string; quantities: readonly Quantity[] };

/** A sum that the text prints on both sides: the parts on one, the total on the other. */
export type CrossFoot = {
  parts: { side: Side; quantity: Quantity }[];
  total: { side: Side; quantity: Quantity };
};

const mostParts = 4;

/**
 * Cross-foots a task (I9). Two forms are taken for a sum, and no other, since small numbers agree by chance:
 * an enumeration (5家甲企业及2家乙企业) whose total stands on another side, and a total of the goal with its parts in two to
 * four arrangements. These follow one another, each with this one count. Baselines never take part.
 */
export function crossFoot(sides: readonly Side[]): CrossFoot[] {
  return [...enumerations(sides), ...acrossArrangements(sides)];
}

function enumerations(sides: readonly Side[]): CrossFoot[] {
  const found: CrossFoot[] = [];
  const claimed = new Set<Quantity>();
  for (const side of sides) {
    for (const run of runsOf(side)) {
      const total = totalOf(
        run,
        sides.filter((other) => other !== side),
      );
      if (total === null || claimed.has(total.quantity)) continue;
      claimed.add(total.quantity);
      found.push({ parts: run.map((quantity) => ({ side, quantity })), total });
    }
  }
  return found;
}

function totalOf(parts: readonly Quantity[], sides: readonly Side[]): CrossFoot['total'] | null {
  const sum = parts.reduce((total, { value }) => total + value, 0);
  for (const side of sides) {
    const quantity = side.quantities.find(
      (one) => isTarget(one) && one.value === sum && isTotalOf(one, parts),
    );
    if (quantity !== undefined) return { side, quantity };
  }
  return null;
}

/** Maximal runs of counts of one measure that only 、 or 和 joins, whole: no part of an enumeration is summed alone. */
function runsOf({ compact, quantities }: Side): Quantity[][] {
  const runs: Quantity[][] = [];
  for (const quantity of quantities) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    const joint = last === undefined ? '' : compact.slice(last.extent.end, quantity.extent.start);
    if (last !== undefined && /^(?:、|和|及|以及|与)$/u.test(joint)) run?.push(quantity);
    else runs.push([quantity]);
  }
  return runs.filter(arePartsOfOneSum);
}

function acrossArrangements(sides: readonly Side[]): CrossFoot[] {
  const goal = sides.find(({ isGoal }) => isGoal);
  const arrangements = sides.filter(({ isGoal }) => !isGoal);
  if (goal === undefined) return [];
  const found: CrossFoot[] = [];
  for (const total of goal.quantities.filter(isTarget)) {
    // A total that an arrangement repeats is that arrangement's, and a count that the goal repeats is no part of another.
    if (arrangements.some(({ quantities }) => quantities.some((one) => same(one, total)))) continue;
    const sums = consecutive(arrangements).filter((parts) => {
      const quantities = parts.map(({ quantity }) => quantity);
      return (
        quantities.reduce((sum, { value }) => sum + value, 0) === total.value &&
        quantities[0]?.unitOfMeasure === total.unitOfMeasure &&
        isTotalOf(total, quantities) &&
        quantities.every((part) => goal.quantities.every((one) => !same(one, part)))
      );
    });
    const [only] = sums;
    if (only !== undefined && sums.length === 1)
      found.push({ parts: only, total: { side: goal, quantity: total } });
  }
  return found;
}

/** Two to four neighbouring arrangements with one count each. */
function consecutive(arrangements: readonly Side[]): CrossFoot['parts'][] {
  const stretches: CrossFoot['parts'][] = [];
  for (let from = 0; from < arrangements.length; from += 1) {
    const parts: CrossFoot['parts'] = [];
    for (const side of arrangements.slice(from, from + mostParts)) {
      const [quantity, ...others] = side.quantities;
      if (quantity === undefined || others.length > 0) break;
      parts.push({ side, quantity });
      if (arePartsOfOneSum(parts.map((part) => part.quantity))) stretches.push([...parts]);
    }
  }
  return stretches;
}

/** Two to four targets above zero, of one measure, each counting something else. */
function arePartsOfOneSum(parts: readonly Quantity[]): boolean {
  return (
    parts.length >= 2 &&
    parts.length <= mostParts &&
    parts.every(
      (part) => isTarget(part) && part.value > 0 && part.unitOfMeasure === parts[0]?.unitOfMeasure,
    ) &&
    new Set(parts.map(({ label }) => label)).size === parts.length
  );
}

/** A total counts in the same measure, and something else than any one of its parts. */
function isTotalOf(total: Quantity, parts: readonly Quantity[]): boolean {
  return parts.every(
    ({ label, unitOfMeasure }) => unitOfMeasure === total.unitOfMeasure && label !== total.label,
  );
}

const isTarget = ({ isBaseline }: Quantity) => !isBaseline;
const same = (a: Quantity, b: Quantity) => a.value === b.value && a.unitOfMeasure === b.unitOfMeasure;
