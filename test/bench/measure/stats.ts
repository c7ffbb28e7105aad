/** The value below which a share `p` of the values lies, between neighbours in proportion. */
export function quantile(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * p;
  const low = sorted[Math.floor(at)] ?? NaN;
  const high = sorted[Math.ceil(at)] ?? NaN;
  return low + (high - low) * (at - Math.floor(at));
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** Intercept and slope of the straight line through points, by least squares, weighted by 1/x. */
export function line(points: readonly (readonly [x: number, y: number])[]): { base: number; each: number } {
  const weight = points.map(([x]) => 1 / x);
  const sum = (of: (x: number, y: number) => number) =>
    points.reduce((total, [x, y], i) => total + weight[i]! * of(x, y), 0);
  const [w, x, y] = [sum(() => 1), sum((a) => a), sum((_, b) => b)];
  const each = (w * sum((a, b) => a * b) - x * y) / (w * sum((a) => a * a) - x * x);
  return { base: (y - each * x) / w, each };
}

export function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const mixed = [...items];
  for (let i = mixed.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    [mixed[i], mixed[j]] = [mixed[j]!, mixed[i]!];
  }
  return mixed;
}

/** Times of one thing, named; filled by interleaved runs. */
export class Samples {
  private readonly byName = new Map<string, number[]>();
  add(name: string, value: number): void {
    const list = this.byName.get(name) ?? [];
    this.byName.set(name, list);
    list.push(value);
  }
  get(name: string): number[] {
    return this.byName.get(name) ?? [];
  }
}
