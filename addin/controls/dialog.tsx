import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

interface DialogProps {
  /** What it is called: in words, or by the id of its heading. */
  label?: string;
  labelledBy?: string;
  class?: string;
  /** Whether a click beside it closes it too. */
  closesOutside?: boolean;
  onClose: () => void;
  children: (close: () => void) => ComponentChildren;
}

/** Stands over the page, which waits behind it, until it is closed: by its own buttons or by Escape. */
export function Dialog({ label, labelledBy, class: name, closesOutside, onClose, children }: DialogProps) {
  const self = useRef<HTMLDialogElement>(null);
  const close = () => self.current?.close();
  useEffect(() => self.current?.showModal(), []);
  return (
    <dialog
      ref={self}
      class={name}
      aria-label={label}
      aria-labelledby={labelledBy}
      onClose={onClose}
      onClick={(event) => {
        if (closesOutside && event.target === self.current) close();
      }}
    >
      {children(close)}
    </dialog>
  );
}
