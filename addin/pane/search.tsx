import { useEffect, useRef, useState } from 'preact/hooks';
import { useText } from '../controls/useText.ts';
import type { Session } from '../flows/session.ts';
import { paneText } from './text.ts';

/** Looks for words in all cells of the ledger; Ctrl+F comes here, Enter goes from row to row. */
export function Search({ session }: { session: Session }) {
  const { text } = useText(paneText);
  const [words, setWords] = useState('');
  const [found, setFound] = useState<{ at: number; of: number } | null>(null);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'f') return;
      event.preventDefault();
      event.stopPropagation();
      field.current?.focus();
      field.current?.select();
    };
    // Before the sheet, which takes keys for its own.
    addEventListener('keydown', onKey, true);
    return () => removeEventListener('keydown', onKey, true);
  }, []);
  const go = async (step: 1 | -1) => {
    const rows = await session.find(words);
    const at = rows.length === 0 ? 0 : found === null ? 0 : (found.at + step + rows.length) % rows.length;
    setFound({ at, of: rows.length });
    const row = rows[at];
    if (row === undefined) return;
    await session.select(row, 'status');
    field.current?.focus();
  };
  return (
    <span class="tz-search" role="search">
      <input
        ref={field}
        type="search"
        aria-label={text.bar.search}
        placeholder={text.bar.searchHint}
        value={words}
        onInput={(event) => {
          setWords(event.currentTarget.value);
          setFound(null);
        }}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.isComposing) return;
          if (event.key === 'Enter' && words.trim() !== '') void go(event.shiftKey ? -1 : 1);
          if (event.key === 'Escape') {
            setWords('');
            setFound(null);
            session.takeKeyboard();
          }
        }}
      />
      <span role="status" class="tz-found">
        {found && (found.of === 0 ? text.bar.notFound : text.bar.found(found.at + 1, found.of))}
      </span>
    </span>
  );
}
