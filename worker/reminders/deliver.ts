import type { ReminderTested } from '../../shared/wire/reminderTested.ts';
import type { StoredChannel } from './storedReminders.ts';

/** What a delivery is done with; tests give their own. */
export interface DeliveryTools {
  fetch: (address: string, init: RequestInit) => Promise<Response>;
  /** Real time in milliseconds. */
  now: () => number;
  wait: (milliseconds: number) => Promise<void>;
  /** Ends a request that is not answered. */
  timeout: () => AbortSignal;
}

/** A robot has so many seconds to answer, unless the setting `REMINDER_TIMEOUT` says otherwise. */
export const answerSeconds = { usual: 10, most: 60 } as const;

/** The seconds that a setting says; those that are usual where it says none, or none that are sound. */
export function secondsToAnswer(setting: string | undefined): number {
  const seconds = Number(setting ?? '');
  return Number.isInteger(seconds) && seconds >= 1 && seconds <= answerSeconds.most
    ? seconds
    : answerSeconds.usual;
}

/** @param seconds after which a request that is not answered is ended. */
export const deliveryTools = (now: () => number, seconds: number): DeliveryTools => ({
  fetch: (address, init) => fetch(address, init),
  now,
  wait: (milliseconds) => new Promise((done) => setTimeout(done, milliseconds)),
  timeout: () => AbortSignal.timeout(seconds * 1000),
});

export interface Delivery extends ReminderTested {
  /** Seconds after which it may be tried again; `null`: it is not. */
  retryAfter: number | null;
}

/** So much of an answer is read. */
const mostAnswer = 4096;
/** What says that the robot has not done it, and may later. A timeout of what stands before it (504) says neither. */
const transientStatuses = new Set([429, 500, 502, 503]);
/** WeCom: busy, too often, too many at once; DingTalk: too fast, limited. */
const transientCodes = new Set([-1, 45009, 45033, 130101, 410100]);

/** DingTalk's signature: HMAC-SHA256 over time and secret, in the address. */
async function signed({ address, form, secret }: StoredChannel, now: number): Promise<string> {
  if (form !== 'dingtalk' || secret === null) return address;
  const encoder = new TextEncoder();
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', encoder.encode(secret), algorithm, false, ['sign']);
  const mac = new Uint8Array(await crypto.subtle.sign('HMAC', key, encoder.encode(`${now}\n${secret}`)));
  const url = new URL(address);
  url.searchParams.set('timestamp', String(now));
  url.searchParams.set('sign', btoa(String.fromCharCode(...mac)));
  return url.href;
}

async function beginningOf(response: Response): Promise<string> {
  const reader = response.body?.getReader();
  if (!reader) return '';
  const decoder = new TextDecoder();
  let text = '';
  for (let bytes = 0; bytes < mostAnswer;) {
    const { done, value } = await reader.read();
    if (done) return text;
    bytes += value.length;
    text += decoder.decode(value, { stream: true });
  }
  await reader.cancel();
  return text.slice(0, mostAnswer);
}

/** The robot's own code and words, where its answer is of WeCom's and DingTalk's kind. */
function robotSays(text: string): { errcode: number; errmsg: string } | null {
  try {
    const { errcode, errmsg } = JSON.parse(text) as Record<string, unknown>;
    return typeof errcode === 'number' ? { errcode, errmsg: String(errmsg ?? '') } : null;
  } catch {
    return null;
  }
}

/** Words as they are kept: short, and without anything of the address that opens the robot. */
function kept(words: string, { address, secret }: StoredChannel): string {
  const { search, pathname } = new URL(address);
  const secrets = [...new URLSearchParams(search).values(), ...pathname.split('/'), secret ?? ''];
  let said = words;
  for (const each of secrets) if (each.length >= 8) said = said.replaceAll(each, '…');
  return said.replaceAll(/\s+/gu, ' ').slice(0, 200);
}

function secondsOf(header: string | null): number {
  const seconds = Number(header ?? '');
  return Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds, 60) : 0;
}

/**
 * Sends one message once. `sent`: the robot says that it has it. `refused`: it says that it has not. `unknown`: it said
 * nothing, or nothing that is understood; it may have arrived, and is not sent again.
 */
export async function deliver(
  channel: StoredChannel,
  body: unknown,
  tools: DeliveryTools,
): Promise<Delivery> {
  let response: Response;
  let text: string;
  try {
    response = await tools.fetch(await signed(channel, tools.now()), {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(body),
      // An address that leads elsewhere was never looked at.
      redirect: 'manual',
      signal: tools.timeout(),
    });
    text = await beginningOf(response);
  } catch (error) {
    const name = error instanceof Error ? error.name : 'Error';
    return { outcome: 'unknown', answer: `no answer (${name})`, retryAfter: null };
  }
  const { status } = response;
  const says = robotSays(text);
  const answer = kept(`HTTP ${status}${says ? ` errcode ${says.errcode} ${says.errmsg}` : ''}`, channel);
  if (status === 504) return { outcome: 'unknown', answer, retryAfter: null };
  if (status < 200 || status > 299) {
    const again = transientStatuses.has(status) ? secondsOf(response.headers.get('retry-after')) : null;
    return { outcome: 'refused', answer, retryAfter: again };
  }
  if (channel.form === 'json') return { outcome: 'sent', answer, retryAfter: null };
  if (!says) return { outcome: 'unknown', answer, retryAfter: null };
  if (says.errcode === 0) return { outcome: 'sent', answer, retryAfter: null };
  return { outcome: 'refused', answer, retryAfter: transientCodes.has(says.errcode) ? 0 : null };
}
