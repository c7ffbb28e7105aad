import type { Act } from '../../shared/manifest/acts.ts';
import type { Session } from '../flows/session.ts';

/** What somebody chose on the progress page: the obligation to be filled in, by its key; `null` where nothing. */
export type ProgressChoice = { go: string } | null;

/** Opens the unit's progress page, which may ask for the key, and says what was chosen there. */
export type ShowProgress = (unit: string | null, keyOf: () => string | null) => Promise<ProgressChoice>;

/** The acts that a button of the ribbon or of the pane asks for. */
export interface Acts {
  /** Whether there is a progress page to open. */
  readonly hasProgress: boolean;
  /** Does it; resolves when it is done. */
  run(act: Act): Promise<void>;
  /** Whether the guide is open, and a word whenever that changes. */
  readonly guide: boolean;
  onGuide(listener: (open: boolean) => void): () => void;
  closeGuide(): void;
}

/** Acts over a session. What an act needs and is not there (a key, a ledger) the pane already asks for. */
export function createActs(session: Session, showProgress: ShowProgress | null): Acts {
  const listeners = new Set<(open: boolean) => void>();
  let guide = false;
  const setGuide = (open: boolean) => {
    if (open === guide) return;
    guide = open;
    for (const listener of listeners) listener(open);
  };
  const does: Record<Act, () => Promise<void> | void> = {
    // The pane that is shown asks for a key by itself.
    connect: () => {},
    pull: () => session.pull(),
    check: () => session.check(),
    sync: () => session.sync(),
    async stats() {
      const { ledger, me } = session.view;
      const choice = await showProgress?.(ledger?.unit.id ?? me?.unit?.id ?? null, () => session.keyTried());
      const key = choice ? rowOf(choice.go, session.view.ledger?.rows.keys() ?? []) : null;
      if (key) await session.select(key, 'status');
    },
    help: () => setGuide(true),
  };
  return {
    hasProgress: showProgress !== null,
    async run(act) {
      if (act !== 'help') setGuide(false);
      await does[act]();
    },
    get guide() {
      return guide;
    },
    onGuide(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    closeGuide: () => setGuide(false),
  };
}

/**
 * The first row of an obligation: a row's key names the indicator and a check character besides
 * (`list.arrangement.schedule.indicator.unit.period.check`).
 */
export function rowOf(obligation: string, rows: Iterable<string>): string | null {
  for (const row of rows) {
    const parts = row.split('.');
    if (parts.toSpliced(3, 1).slice(0, -1).join('.') === obligation) return row;
  }
  return null;
}
