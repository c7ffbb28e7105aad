import type { ActKind, ActRequest } from '../../../../shared/wire/act.ts';
import { actAnswer, type ActAnswer } from '../../../../shared/wire/actAnswer.ts';
import type { ObligationFilterAsked } from '../../../../shared/wire/parts/obligationFilter.ts';
import { askWith } from '../../../api/ask.ts';

/** What an act says beside what it acts on. */
export interface Said {
  reason?: string;
  document?: string;
  due?: string;
  until?: string;
}

/** What an act is on: obligations as they were seen, or all that a filter leaves. */
export type On =
  | { items: readonly Seen[] }
  | { filter: ObligationFilterAsked; count: number; change: number };

/** An obligation, and the number of the last change at which it was seen; `null`: whatever it has become. */
export interface Seen {
  key: string;
  change: number | null;
}

/** So many obligations go out at once: few enough that one sees how far it is. */
export const atOnce = 200;

/** The requests of an act: by filter one, by keys one for each portion that was seen at the same time. */
export function requestsOf(act: ActKind, on: On, said: Said, newId: () => string): ActRequest[] {
  // What each act has to say is asked for before it is sent (asks), and looked at again by the server.
  const request = (named: ActRequest['on']) => ({ actId: newId(), act, on: named, ...said }) as ActRequest;
  if ('filter' in on) return [request(on)];
  const seenAt = new Map<number | null, Seen[]>();
  for (const item of on.items) seenAt.set(item.change, [...(seenAt.get(item.change) ?? []), item]);
  const requests: ActRequest[] = [];
  for (const [change, seen] of seenAt)
    for (let from = 0; from < seen.length; from += atOnce) {
      const keys = seen.slice(from, from + atOnce).map(({ key }) => key);
      requests.push(request(change === null ? { keys } : { keys, change }));
    }
  return requests;
}

/** Of how many obligations a request is. */
export const sizeOf = ({ on }: ActRequest): number => ('filter' in on ? on.count : on.keys.length);

/** What became of an act, over all of its requests. */
export interface ActResult extends Pick<
  ActAnswer,
  'count' | 'applied' | 'unchanged' | 'refused' | 'outcomes'
> {
  act: ActKind;
}

export function together(act: ActKind, answers: readonly ActAnswer[]): ActResult {
  const sum = (of: 'count' | 'applied' | 'unchanged' | 'refused') =>
    answers.reduce((total, answer) => total + answer[of], 0);
  return {
    act,
    count: sum('count'),
    applied: sum('applied'),
    unchanged: sum('unchanged'),
    refused: sum('refused'),
    outcomes: answers.flatMap(({ outcomes }) => outcomes),
  };
}

/** Sends a request of an act. The same one may be sent again: it is done once. */
export type SendAct = (request: ActRequest) => Promise<ActAnswer>;

export function sendActWith(key: string): SendAct {
  const ask = askWith(key);
  return (request) =>
    ask(actAnswer, '/acts', {
      method: 'POST',
      body: JSON.stringify(request),
      headers: { 'content-type': 'application/json' },
    });
}
