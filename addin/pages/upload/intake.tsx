import { useRef, useState } from 'preact/hooks';
import { Button } from '../../controls/button.tsx';
import { LinkButton } from '../../controls/linkButton.tsx';
import { useDrop } from '../../controls/useDrop.ts';
import { useText } from '../../controls/useText.ts';
import { ProblemBar } from '../shared/keyed/problemBar.tsx';
import { uploadText } from './text.ts';
import type { ChosenFile } from './uploadApi.ts';

const mostBytes = 10_000_000;

interface IntakeProps {
  problem: unknown;
  again: (() => void) | undefined;
  onFile: (file: ChosenFile) => void;
  onLedger: () => void;
}

/** Takes a file, chosen or dropped anywhere on the page. */
export function Intake({ problem, again, onFile, onLedger }: IntakeProps) {
  const { text } = useText(uploadText);
  const [fault, setFault] = useState<string | null>(null);
  const chooser = useRef<HTMLInputElement>(null);
  const take = async (file: File | undefined) => {
    if (!file) return;
    setFault(null);
    if (file.size > mostBytes) return setFault(text.tooLarge);
    try {
      onFile({ name: file.name, content: new Blob([await file.arrayBuffer()]) });
    } catch {
      setFault(text.unreadable);
    }
  };
  const isOver = useDrop(({ files }) => void take(files[0]));
  return (
    <section class={isOver ? 'card intake dropping' : 'card intake'}>
      <h2>{isOver ? text.dropHere : text.heading}</h2>
      <p>{text.intro}</p>
      {problem !== null && <ProblemBar problem={problem} again={again} />}
      {fault !== null && (
        <p class="warn" role="alert">
          {fault}
        </p>
      )}
      <div class="upload-acts">
        <Button look="primary" onClick={() => chooser.current?.click()}>
          {text.choose}
        </Button>
        <LinkButton onClick={onLedger}>{text.own}</LinkButton>
        <input
          ref={chooser}
          type="file"
          hidden
          accept=".xlsx,.xlsm,.csv,.xls,.et"
          aria-label={text.choose}
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            event.currentTarget.value = '';
            void take(file);
          }}
        />
      </div>
    </section>
  );
}
