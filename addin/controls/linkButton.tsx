import type { ComponentChildren } from 'preact';
import './linkButton.css';

interface LinkButtonProps {
  children: ComponentChildren;
  onClick: () => void;
  class?: string;
  /** What is said while the pointer rests on it. */
  hint?: string;
  /** What it is called, where its words alone do not say it. */
  label?: string;
}

/** Words that do something when clicked, within a sentence or a table. */
export function LinkButton({ children, onClick, class: name, hint, label }: LinkButtonProps) {
  return (
    <button
      type="button"
      class={name ? `link ${name}` : 'link'}
      title={hint}
      aria-label={label}
      onClick={onClick}
    >
      {children}
    </button>
  );
}
