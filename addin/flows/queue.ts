import type { SessionView, View } from './view.ts';
import { workbookProblem } from './workbookProblem.ts';

/** Flows over one workbook, one after another. */
export interface Queue {
  /** Runs `act` once what was asked for before has ended. What it throws becomes the problem that is shown. */
  run(busy: SessionView['busy'], act: () => Promise<void>): Promise<void>;
  /** Called whenever a flow has ended, well or not. */
  onEnded(listener: () => void): void;
}

export function createQueue(view: View): Queue {
  let last: Promise<void> = Promise.resolve();
  let ended = () => {};
  return {
    run(busy, act) {
      last = last.then(async () => {
        view.set({ busy });
        try {
          await act();
        } catch (thrown) {
          const problem = workbookProblem(thrown);
          // What goes wrong on this side says nothing of the server.
          const answered = problem.status > 0;
          view.set({ problem, offline: problem.offline || (view.now.offline && !answered) });
        } finally {
          view.set({ busy: null, progress: null });
          ended();
        }
      });
      return last;
    },
    onEnded(listener) {
      ended = listener;
    },
  };
}
