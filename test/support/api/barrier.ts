/** Holds named pushes between their read and their batch, so that tests decide in which order they go on. */
export class Barrier {
  private readonly held = new Map<
    string,
    {
      reached: () => void;
      reachedPromise: Promise<void>;
      go: () => void;
      goPromise: Promise<void>;
      taken: boolean;
    }
  >();

  /** Pushes of this id will stop at the barrier, once. */
  hold(pushId: string): void {
    const { promise: reachedPromise, resolve: reached } = Promise.withResolvers<void>();
    const { promise: goPromise, resolve: go } = Promise.withResolvers<void>();
    this.held.set(pushId, { reached, reachedPromise, go, goPromise, taken: false });
  }

  /** Resolves when the push has read and stands at the barrier. */
  async reached(pushId: string): Promise<void> {
    await this.held.get(pushId)?.reachedPromise;
  }

  release(pushId: string): void {
    const push = this.held.get(pushId);
    this.held.delete(pushId);
    push?.go();
  }

  readonly wait = async (pushId: string): Promise<void> => {
    const push = this.held.get(pushId);
    // Only the first to come is held: its double passes.
    if (!push || push.taken) return;
    push.taken = true;
    push.reached();
    await push.goPromise;
  };
}
