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

/** What an attempt stands on: a message is claimed for the time of its request alone, and what became of it is noted at once. */
export interface Attempts<Claim> {
  /** Claims what is still to be sent; `null`: nothing is, another run has it. */
  claim: () => Promise<Claim | null>;
  bodyOf: (claimed: Claim) => unknown;
  note: (claimed: Claim, delivery: Delivery) => Promise<void>;
}

/**
 * Sends a message, again where the robot says that it has not taken it, four times at most. Where the run breaks off while it
 * waits, nothing is claimed, and the next run goes on.
 * @returns what became of the last attempt; `null`: nothing was left to be sent.
 */
export async function sendMessage<Claim>(
  channel: StoredChannel,
  { claim, bodyOf, note }: Attempts<Claim>,
  { tools, pace }: { tools: DeliveryTools; pace: Pace },
): Promise<Delivery | null> {
  let last: Delivery | null = null;
  for (let attempt = 1; ; attempt += 1) {
    await pace.take(channel.address);
    const claimed = await claim();
    if (claimed === null) return last;
    last = await deliver(channel, bodyOf(claimed), tools);
    await note(claimed, last);
    const pause = pauses[attempt - 1];
    if (last.retryAfter === null || pause === undefined) return last;
    await tools.wait(Math.max(pause, last.retryAfter) * 1000);
  }
}
