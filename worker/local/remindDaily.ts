import type { Miniflare } from 'miniflare';
import { isWorkingDay } from '../../shared/calendar/workingDays.ts';
import { shanghaiTime } from './demoClock.ts';

/** Reminders go out from nine on, by Shanghai; a computer that is switched on after office hours waits for the next day. */
const firstHour = 9;
const lastHour = 18;
/** So often it is looked whether it is time: a computer that slept is soon awake to it. */
const lookEvery = 60_000;

/** A second run sends what the first could not, so long after it. */
const secondAfter = 30 * 60_000;
const mostRuns = 2;

/** Whether reminders are to be sent at a moment, after runs at others; the day, or `null`. */
export function dueRun(now: number, runs: readonly number[]): string | null {
  const [day = '', time = ''] = shanghaiTime(now).split(' ');
  const hour = Number(time.slice(0, 2));
  if (hour < firstHour || hour >= lastHour || !isWorkingDay(day)) return null;
  const ofDay = runs.filter((at) => shanghaiTime(at).startsWith(day));
  const isLate = ofDay.every((at) => now - at >= secondAfter);
  return ofDay.length < mostRuns && isLate ? day : null;
}

/** Runs the Worker's scheduled handler, as Cloudflare does by the crons of wrangler.toml. */
export async function runScheduled(miniflare: Miniflare): Promise<string> {
  const worker = await miniflare.getWorker();
  const { outcome } = await worker.scheduled({ cron: '0 1 * * *' });
  return outcome;
}

/** Sends each working day's reminders, and half an hour later what is left of them; what was sent is known to the database, whoever asks. Gives what ends it. */
export function remindDaily(
  run: () => Promise<string>,
  log: (line: string) => void,
  now = Date.now,
): () => void {
  let runs: number[] = [];
  const look = async (): Promise<void> => {
    const at = now();
    const day = dueRun(at, runs);
    if (day === null) return;
    runs = [...runs, at].slice(-mostRuns);
    try {
      log(`自动提醒 ${day}：${await run()} · Reminders of ${day}`);
    } catch {
      log(`自动提醒 ${day} 未能运行 · Reminders of ${day} could not run`);
    }
  };
  const timer = setInterval(() => void look(), lookEvery);
  timer.unref();
  void look();
  return () => clearInterval(timer);
}
