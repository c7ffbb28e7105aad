/**
 * Whether the pane is folded away beside the sheet: chosen on this computer, and on a narrow screen so from the start.
 * It folds only where the bar can stand for it: without a ledger and a key there is nothing but the pane.
 */
export interface Folding {
  readonly folded: boolean;
  readonly mayFold: boolean;
  /** Whether there is a ledger that is connected. */
  allow(mayFold: boolean): void;
  toggle(): void;
  /** A jump has gone to a cell: where the pane covers the sheet, it makes way. What was chosen stays. */
  makeWay(): void;
  subscribe(listener: () => void): () => void;
}

const name = 'taizhang.folded';
/** Below this width the pane would stand where the clerk fills in. */
const narrow = '(max-width: 1199px)';
/** On a telephone the pane has the whole page. */
const covering = '(max-width: 700px)';

export function createFolding(
  onChange: (folded: boolean) => void,
  isNarrow = matchMedia(narrow).matches,
  isCovering = () => matchMedia(covering).matches,
): Folding {
  const listeners = new Set<() => void>();
  let wanted = read() ?? isNarrow;
  let mayFold = false;
  const tell = () => {
    onChange(wanted && mayFold);
    for (const listener of listeners) listener();
  };
  tell();
  return {
    get folded() {
      return wanted && mayFold;
    },
    get mayFold() {
      return mayFold;
    },
    allow(may) {
      if (may === mayFold) return;
      mayFold = may;
      tell();
    },
    toggle() {
      wanted = !wanted;
      write(wanted);
      tell();
    },
    makeWay() {
      if (wanted || !mayFold || !isCovering()) return;
      wanted = true;
      tell();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function read(): boolean | null {
  try {
    const kept = localStorage.getItem(name);
    return kept === null ? null : kept === 'yes';
  } catch {
    return null;
  }
}

function write(folded: boolean): void {
  try {
    localStorage.setItem(name, folded ? 'yes' : 'no');
  } catch {
    // Forbidden: then it holds for as long as the page.
  }
}
