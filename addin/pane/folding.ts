/** Whether the pane is folded away beside the sheet: chosen on this computer, and on a narrow screen so from the start. */
export interface Folding {
  readonly folded: boolean;
  toggle(): void;
  subscribe(listener: (folded: boolean) => void): () => void;
}

const name = 'taizhang.folded';
/** Below this width the pane would stand where the clerk fills in. */
const narrow = '(max-width: 1199px)';

export function createFolding(onChange: (folded: boolean) => void): Folding {
  const listeners = new Set<(folded: boolean) => void>();
  let folded = read() ?? matchMedia(narrow).matches;
  onChange(folded);
  return {
    get folded() {
      return folded;
    },
    toggle() {
      folded = !folded;
      write(folded);
      onChange(folded);
      for (const listener of listeners) listener(folded);
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
