import { readFileSync, writeFileSync } from 'node:fs';

/** Megabytes of a process by /proc (Linux only, elsewhere NaN): resident now, and the most since `forgetPeak`. */
export function memoryOf(process: number): { now: number; peak: number } {
  let status = '';
  try {
    status = readFileSync(`/proc/${process}/status`, 'utf8');
  } catch {
    // Elsewhere there is nothing to read.
  }
  const field = (name: string) =>
    Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'mu').exec(status)?.[1] ?? NaN) / 1024;
  return { now: field('VmRSS'), peak: field('VmHWM') };
}

/** Begins a new peak from what is resident now. */
export function forgetPeak(process: number): void {
  try {
    writeFileSync(`/proc/${process}/clear_refs`, '5');
  } catch {
    // The peak then is that of the whole run.
  }
}
