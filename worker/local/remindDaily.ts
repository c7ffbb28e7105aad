import type { Miniflare } from 'miniflare';
import { isWorkingDay } from '../../shared/calendar/workingDays.ts';
import { shanghaiTime } from './demoClock.ts';

/** Reminders go out from nine on, by Shanghai; a computer that is switched on after office hours waits for the next day. */
const firstHour = 9;
const lastHour = 18;
/** So often it is looked whether it is time: a computer that slept is soon awake to it. */
const lookEvery = 60_000;

/** Whether the day's reminders are to be sent at a moment, where those of `last` were; the day, or `null`. */
export function dueRun(now: number, last: string | null): string | null {
  const [day = '', time = ''] = shanghaiTime(now).split(' ');
  const hour = Number(time.slice(0, 2));
  return hour >= firstHour && hour < lastHour && day !== last && isWorkingDay(day) ? day : null;
}

/** Runs the Worker's scheduled handler, as Cloudflare does by the crons of wrangler.toml. */
export async function runScheduled(miniflare: Miniflare): Promise<string> {
  const worker = await miniflare.getWorker();
  const { outcome } = await worker.scheduled({ cron: '0 1 * * *' });
  return outcome;
}

/** Sends each working day's reminders once; what was sent is known to the database, whoever asks. Gives what ends it. */
export function remindDaily(
  run: () => Promise<string>,
  log: (line: string) => void,
  now = Date.now,
): () => void {
  let last: string | null = null;
  const look = async (): Promise<void> => {
    const day = dueRun(now(), last);
    if (day === null) return;
    last = day;
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
