import { readdirSync, readFileSync } from 'node:fs';

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** The workerd processes that this process has started. Linux only: elsewhere none is found. */
export function workerdProcesses(): number[] {
  let ids: string[] = [];
  try {
    ids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    return [];
  }
  return ids
    .map(Number)
    .filter((id) => new RegExp(`^${id} \\(workerd\\) \\S ${process.pid} `).test(read(`/proc/${id}/stat`)));
}

/**
 * CPU milliseconds that a process has used, all threads: by the scheduler's own nanoseconds where the kernel
 * keeps them, else by the ticks of /proc/<pid>/stat (10 ms each).
 */
export function cpuOf(process: number): number {
  let nanoseconds = 0;
  let threads: string[] = [];
  try {
    threads = readdirSync(`/proc/${process}/task`);
  } catch {
    return NaN;
  }
  for (const thread of threads) {
    nanoseconds += Number(read(`/proc/${process}/task/${thread}/schedstat`).split(' ')[0] || 0);
  }
  if (nanoseconds > 0) return nanoseconds / 1e6;
  const fields = read(`/proc/${process}/stat`).split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10;
}
