import { useEffect, useRef } from 'preact/hooks';

/** What a key does, by its name; capitals are as small letters. */
export type KeyActs = Readonly<Record<string, () => void>>;

const typedInto =
  'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable], fluent-text-input, fluent-textarea';
const pressable = 'a, button, summary, fluent-button, fluent-tab, [role=button], [role=tab], input';

/** Whether a key is meant for what has the focus, or for an open dialog, and not for the page. */
export function isTaken(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing) return true;
  if (event.ctrlKey || event.metaKey || event.altKey) return true;
  if (document.querySelector('dialog[open]') !== null) return true;
  const on = event.target;
  if (!(on instanceof Element)) return false;
  if (on.closest(typedInto)) return true;
  return (event.key === 'Enter' || event.key === ' ') && on.closest(pressable) !== null;
}

/** Keys of the page: they do nothing while somebody types, or a dialog is open. */
export function useKeys(acts: KeyActs): void {
  const now = useRef(acts);
  now.current = acts;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (isTaken(event)) return;
      const act = now.current[event.key.length === 1 ? event.key.toLowerCase() : event.key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}
