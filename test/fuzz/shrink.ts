/** The shortest run that still fails, by leaving out ever smaller stretches of it: whole runs cost too much to try one by one. */
export async function shortest<T>(
  steps: readonly T[],
  reasonOf: (steps: T[]) => Promise<string | null>,
  until: number,
): Promise<{ steps: T[]; reason: string | null; tried: number }> {
  let best = [...steps];
  let reason: string | null = null;
  let tried = 0;
  for (let size = Math.ceil(best.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = best.length - size; at >= 0 && Date.now() < until; at -= size) {
      const less = [...best.slice(0, at), ...best.slice(at + size)];
      tried += 1;
      const found = await reasonOf(less);
      if (found !== null) {
        best = less;
        reason = found;
      }
    }
  }
  return { steps: best, reason, tried };
}
