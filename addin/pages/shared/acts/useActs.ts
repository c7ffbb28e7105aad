import { useMemo, useRef, useState } from 'preact/hooks';
import type { ActKind, ActRequest } from '../../../../shared/wire/act.ts';
import type { ActAnswer } from '../../../../shared/wire/actAnswer.ts';
import { newId } from './newId.ts';
import { type ActResult, type On, requestsOf, type Said, sendActWith, sizeOf, together } from './send.ts';

/** An act on its way: how far it is, and what has kept it from going on. */
export interface Running {
  act: ActKind;
  done: number;
  total: number;
  problem: unknown;
}

export interface Acts {
  /** Of acts on many at once; one obligation's is too short to be watched. */
  running: Running | null;
  last: ActResult | null;
  run(act: ActKind, on: On, said?: Said): void;
  /** Goes on with what was not answered; nothing is done twice. */
  goOn(): void;
  dismiss(): void;
}

/** Does acts, in portions, and keeps what was answered. `onDone` gets each result as soon as all of it is there. */
export function useActs(key: string, onDone: (result: ActResult) => void): Acts {
  const send = useMemo(() => sendActWith(key), [key]);
  const [running, setRunning] = useState<Running | null>(null);
  const [last, setLast] = useState<ActResult | null>(null);
  const goingOn = useRef<() => void>(() => {});
  const done = useRef(onDone);
  done.current = onDone;

  async function work(act: ActKind, requests: readonly ActRequest[], answers: ActAnswer[]): Promise<void> {
    const total = requests.reduce((sum, request) => sum + sizeOf(request), 0);
    const tell = (problem: unknown) =>
      setRunning({ act, done: together(act, answers).count, total, problem });
    if (total > 1) tell(null);
    for (const request of requests.slice(answers.length)) {
      try {
        answers.push(await send(request));
      } catch (problem) {
        goingOn.current = () => void work(act, requests, answers);
        tell(problem);
        return;
      }
      if (total > 1) tell(null);
    }
    const result = together(act, answers);
    setRunning(null);
    setLast(result);
    done.current(result);
  }

  return {
    running,
    last,
    run(act, on, said = {}) {
      setLast(null);
      void work(act, requestsOf(act, on, said, newId), []);
    },
    goOn: () => goingOn.current(),
    dismiss() {
      setRunning(null);
      setLast(null);
    },
  };
}
