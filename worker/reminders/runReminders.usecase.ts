import { shanghaiDate } from '../../shared/calendar/shanghai.ts';
import { isWorkingDay } from '../../shared/calendar/workingDays.ts';
import { messageText } from '../../shared/reminders/planMessages.ts';
import { type ReminderOn, unitLine } from '../../shared/reminders/reminderTexts.ts';
import { robotBody } from '../../shared/reminders/robotBody.ts';
import type { UnitDue } from '../../shared/reminders/whatIsDue.ts';
import { addressFault } from './checkAddress.ts';
import type { DeliveryTools } from './deliver.ts';
import { readDemoOffset } from './due.repository.ts';
import { claimMessages, finishMessages, forgetOld, giveUpBroken, noteDay } from './messages.repository.ts';
import { planToday } from './planToday.usecase.ts';
import { loadReminders } from './reminders.repository.ts';
import { Pace, sendMessage } from './sendMessage.ts';
import type { StoredChannel } from './storedReminders.ts';

/** A run ends after so long, and leaves the rest to the next one: Cloudflare ends it after fifteen minutes. */
const longestRun = 12 * 60_000;
/** A claim that is older is of a run that broke off. */
const longestClaim = 20 * 60_000;

/** What a run did; the log's one line of it. */
export interface ReminderRun {
  outcome: 'demo' | 'off' | 'dayOff' | 'nothing' | 'done';
  /** Messages by what became of them; `skipped`: sent or claimed before, or there is no address. */
  counts: { sent: number; refused: number; unknown: number; skipped: number };
}

/** What a robot is sent: of those units alone that were claimed. */
function bodyFor(channel: StoredChannel, on: ReminderOn, units: readonly UnitDue[]): unknown {
  const text = messageText(units, on);
  const day = on.today;
  const named = units.map(({ unit }) => ({ id: unit.id, name: unit.name }));
  return robotBody(channel.form, text, { keyword: channel.keyword, day, units: named });
}

/**
 * Sends what is due today, one message a unit and day at most: each is claimed before it is sent. Nothing on a day off, and
 * never on a demo clock. Periods need no opening: their obligations stand for the whole year (P6).
 * @param local whether this is the local server, which may write to its own computer.
 */
export async function runReminders(
  db: D1Database,
  { tools, local }: { tools: DeliveryTools; local: boolean },
): Promise<ReminderRun> {
  const counts = { sent: 0, refused: 0, unknown: 0, skipped: 0 };
  const ended = (outcome: ReminderRun['outcome']): ReminderRun => ({ outcome, counts });
  if ((await readDemoOffset(db)) !== null) return ended('demo');
  const { settings } = await loadReminders(db);
  if (!settings.enabled) return ended('off');
  const begun = tools.now();
  const today = shanghaiDate(begun);
  await db.batch([giveUpBroken(db, begun - longestClaim), forgetOld(db, today)]);
  if (!isWorkingDay(today)) {
    await noteDay(db, today, 'dayOff', begun).run();
    return ended('dayOff');
  }
  const { messages, on } = await planToday(db, settings, today);
  if (messages.length === 0) {
    await noteDay(db, today, 'nothing', begun).run();
    return ended('nothing');
  }
  const pace = new Pace(tools);
  for (const message of messages) {
    const channel = settings.channels.find(({ unit }) => unit === message.channel);
    const isOver = tools.now() - begun > longestRun;
    if (!channel || isOver || addressFault(channel.address, local) !== null) {
      counts.skipped += 1;
      continue;
    }
    const digest = message.units.length > 1;
    const claim = message.units.map((each) => ({
      unit: each.unit.id,
      text: digest ? unitLine(each) : message.text,
    }));
    const delivery = await sendMessage(
      channel,
      {
        claim: async () => {
          const at = tools.now();
          const claimed = await claimMessages(db, today, {
            ...{ units: claim, channel: message.channel, digest, at },
          });
          return claimed.size === 0 ? null : message.units.filter(({ unit }) => claimed.has(unit.id));
        },
        bodyOf: (units) => bodyFor(channel, on, units),
        note: async (units, { outcome, answer }) => {
          const ids = units.map(({ unit }) => unit.id);
          await finishMessages(db, today, ids, { state: outcome, answer, at: tools.now() }).run();
        },
      },
      { tools, pace },
    );
    counts[delivery?.outcome ?? 'skipped'] += 1;
  }
  return ended('done');
}
