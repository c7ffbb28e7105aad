import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Actions } from '../../controls/actions.tsx';
import { Button } from '../../controls/button.tsx';
import { useText } from '../../controls/useText.ts';
import { ProblemBar } from '../shared/keyed/problemBar.tsx';
import { bulletinsText } from './text.ts';

interface EditableProps {
  /** What it is: the name of a field, or the sentence itself. */
  name: string;
  value: string;
  /** What stands there while it is empty. */
  empty: string;
  longest: number;
  /** How it looks on the paper. */
  class: string;
  /** The lines that it is set in, where they are not the browser's own. */
  lines?: readonly string[] | undefined;
  /** Throws where it is not kept; without it, nobody edits it. */
  onSave?: ((value: string) => Promise<unknown>) | undefined;
}

/** Words on the paper that are edited where they stand: pressed, typed, kept by Enter or taken back by Escape. */
export function Editable({ name, value, empty, longest, class: look, lines, onSave }: EditableProps) {
  const { text } = useText(bulletinsText);
  const shown = lines ? lines.flatMap((each, at) => (at === 0 ? [each] : [<br key={at} />, each])) : value;
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  useLayoutEffect(() => {
    // Whoever has edited goes on from there.
    if (!isOpen && wasOpen.current) button.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  if (!onSave) return value === '' ? null : <p class={look}>{shown}</p>;
  if (isOpen)
    return (
      <Editor
        name={name}
        value={value}
        longest={longest}
        look={look}
        onSave={onSave}
        onClose={() => setOpen(false)}
      />
    );
  return (
    <button
      ref={button}
      type="button"
      class={`editable ${look}${value === '' ? ' is-empty' : ''}`}
      title={text.editing.edit}
      aria-label={
        value === ''
          ? empty
          : name === value
            ? text.editing.editOf(name)
            : `${text.editing.field(name)}${value}`
      }
      onClick={() => setOpen(true)}
    >
      {value === '' ? empty : shown}
    </button>
  );
}

interface EditorProps {
  name: string;
  value: string;
  longest: number;
  look: string;
  onSave: (value: string) => Promise<unknown>;
  onClose: () => void;
}

function Editor({ name, value, longest, look, onSave, onClose }: EditorProps) {
  const { text } = useText(bulletinsText);
  const [draft, setDraft] = useState(value);
  const [waiting, setWaiting] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    area.current?.focus();
    area.current?.setSelectionRange(value.length, value.length);
  }, []);
  const save = () => {
    const next = draft
      .replaceAll(/\s*\n\s*/gu, '')
      .replaceAll(/\p{Cc}/gu, ' ')
      .trim();
    if (waiting) return;
    if (next === value) {
      onClose();
      return;
    }
    setWaiting(true);
    setProblem(null);
    onSave(next).then(onClose, (what: unknown) => {
      setProblem(what);
      setWaiting(false);
    });
  };
  return (
    <div class="editor no-print">
      <textarea
        ref={area}
        class={look}
        rows={2}
        maxLength={longest}
        value={draft}
        aria-label={text.editing.field(name)}
        onInput={(event) => setDraft(event.currentTarget.value)}
        onKeyDown={(event) => {
          // Enter and Escape also end the choosing of a Chinese character.
          if (event.isComposing) return;
          if (event.key === 'Escape') onClose();
          if (event.key === 'Enter') {
            event.preventDefault();
            save();
          }
        }}
      />
      {problem !== null && <ProblemBar problem={problem} />}
      <Actions>
        <Button small look="primary" waiting={waiting} onClick={save}>
          {text.editing.save}
        </Button>
        <Button small onClick={onClose}>
          {text.editing.leave}
        </Button>
        <span class="quiet">{text.editing.keys}</span>
      </Actions>
    </div>
  );
}
