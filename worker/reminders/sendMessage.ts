import { deliver, type Delivery, type DeliveryTools } from './deliver.ts';
import type { StoredChannel } from './storedReminders.ts';

/** Seconds before the second attempt, the third and the last. */
const pauses = [2, 10, 60];
/** WeCom and DingTalk take twenty messages a minute of a robot: two are left for others that use it. */
const mostInMinute = 18;
const minute = 60_000;

/** Keeps the attempts at each address under what robots take in a minute, those that fail included. */
export class Pace {
  private readonly tools: DeliveryTools;
  private readonly times = new Map<string, number[]>();

  constructor(tools: DeliveryTools) {
    this.tools = tools;
  }

  /** Waits until one more may go to an address, and counts it. */
  async take(address: string): Promise<void> {
    const { now, wait } = this.tools;
    const times = (this.times.get(address) ?? []).filter((at) => at > now() - minute);
    if (times.length >= mostInMinute) await wait(times[times.length - mostInMinute]! + minute - now());
    this.times.set(address, [...times, now()].slice(-mostInMinute));
  }
}

/** Sends a message, again where the robot says that it has not taken it, four times at most. */
export async function sendMessage(
  channel: StoredChannel,
  body: unknown,
  { tools, pace }: { tools: DeliveryTools; pace: Pace },
): Promise<Delivery & { attempts: number }> {
  for (let attempts = 1; ; attempts += 1) {
    await pace.take(channel.address);
    const delivery = await deliver(channel, body, tools);
    const pause = pauses[attempts - 1];
    if (delivery.retryAfter === null || pause === undefined) return { ...delivery, attempts };
    await tools.wait(Math.max(pause, delivery.retryAfter) * 1000);
  }
}
