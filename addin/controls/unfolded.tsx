import type { ComponentChildren } from 'preact';

interface UnfoldedProps {
  children: ComponentChildren;
  class: string;
  onClose: () => void;
}

/** What opens below a button and is closed by Escape. */
export function Unfolded({ children, class: name, onClose }: UnfoldedProps) {
  return (
    <div
      class={name}
      role="presentation"
      onKeyDown={(event) => {
        // Escape also ends the choosing of a Chinese character.
        if (event.key !== 'Escape' || event.isComposing) return;
        event.stopPropagation();
        onClose();
      }}
    >
      {children}
    </div>
  );
}
