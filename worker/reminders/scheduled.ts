import type { Bindings } from '../http/bindings.ts';
import { exceptionOf } from '../problems/failureLine.ts';
import { deliveryTools, secondsToAnswer } from './deliver.ts';
import { type ReminderRun, runReminders } from './runReminders.usecase.ts';

/** One line of the log: what became of a run, without a name, an address or a text. */
function write(level: 'info' | 'warn' | 'error', what: object): void {
  console[level](JSON.stringify({ level, job: 'reminders', ...what }));
}

/**
 * Runs the day's reminders, and writes one line of it.
 * @throws Error where the run broke off: whoever started it is told so, and finds why in the log.
 */
export async function remindOnSchedule(env: Bindings): Promise<ReminderRun> {
  try {
    const tools = deliveryTools(Date.now, secondsToAnswer(env.REMINDER_TIMEOUT));
    const run = await runReminders(env.DB, { tools, local: env.LOCAL_SERVER === '1' });
    write(run.counts.refused + run.counts.unknown === 0 ? 'info' : 'warn', run);
    return run;
  } catch (error) {
    write('error', { exception: exceptionOf(error) });
    throw new Error('reminders failed', { cause: error });
  }
}
