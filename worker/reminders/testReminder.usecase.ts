import { dayWords } from '../../shared/calendar/daysWords.ts';
import { robotBody } from '../../shared/reminders/robotBody.ts';
import type { ReminderTested } from '../../shared/wire/reminderTested.ts';
import { Problem } from '../problems/problem.ts';
import { addressFault } from './checkAddress.ts';
import type { Clock } from '../clock/clock.ts';
import { deliver, type DeliveryTools } from './deliver.ts';
import { loadReminders } from './reminders.repository.ts';

/**
 * Sends a test to an address that is set, once, and says what the robot answered.
 * @throws Problem `reminders-demo`, `reminder-channel-missing`.
 */
export async function testReminder(
  unit: string | null,
  { db, clock, tools, local }: { db: D1Database; clock: Clock; tools: DeliveryTools; local: boolean },
): Promise<ReminderTested> {
  if (clock.demoOffset !== null) throw new Problem('reminders-demo');
  const { settings } = await loadReminders(db);
  const channel = settings.channels.find((each) => each.unit === unit);
  if (!channel || addressFault(channel.address, local) !== null)
    throw new Problem('reminder-channel-missing');
  const text = `【任务清单提醒】这是一条测试消息（${dayWords(clock.today)}）。收到即表示设置成功，无需回复。`;
  const said = { keyword: channel.keyword, day: clock.today, units: [] };
  const { outcome, answer } = await deliver(channel, robotBody(channel.form, text, said), tools);
  return { outcome, answer };
}
