import { useRef, useState } from 'preact/hooks';
import type { Me } from '../../../shared/wire/me.ts';
import { Button } from '../../controls/button.tsx';
import { useDrop } from '../../controls/useDrop.ts';
import { useText } from '../../controls/useText.ts';
import { ProblemBar } from '../shared/keyed/problemBar.tsx';
import {
  chosenEndings,
  documentOf,
  fileDocument,
  type ListDocument,
  textDocument,
} from './model/documents.ts';
import type { TemplateFormat } from './listsApi.ts';
import { Template } from './template.tsx';
import { listsText } from './text.ts';

interface IntakeProps {
  me: Me;
  /** What is being read; `null` while nothing is. */
  busy: string | null;
  problem: unknown;
  onDocument: (document: ListDocument, year: number | null) => void;
  onStored: (year: number) => void;
  onTemplate: (format: TemplateFormat) => Promise<Blob>;
}

/** Takes a list in: a file dropped or chosen, a table or text pasted, or the list that is published. */
export function Intake({ me, busy, problem, onDocument, onStored, onTemplate }: IntakeProps) {
  const { text } = useText(listsText);
  const [year, setYear] = useState('');
  const [pasted, setPasted] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  /** What was read last: a year may be all that it lacks. */
  const [last, setLast] = useState<ListDocument | undefined>();
  const chooser = useRef<HTMLInputElement>(null);

  const take = (document: ListDocument | null) => {
    const asked = year.trim();
    if (document === null) setFault(text.intake.nothing);
    else if (asked !== '' && !/^(20\d\d|2100)$/u.test(asked)) setFault(text.intake.yearWrong);
    else {
      setFault(null);
      setLast(document);
      onDocument(document, asked === '' ? null : Number(asked));
    }
  };
  const dropping = useDrop((transfer) => take(documentOf(transfer)));

  if (busy !== null)
    return (
      <section class="card intake" aria-busy="true">
        <p class="busy" role="status">
          {busy}
        </p>
      </section>
    );
  return (
    <section class={dropping ? 'card intake dropping' : 'card intake'}>
      <h2>{dropping ? text.intake.drop : text.intake.heading}</h2>
      <p class="quiet">{text.intake.intro}</p>
      {me.role !== 'admin' && <p class="quiet">{text.intake.officer}</p>}
      {problem !== null && <ProblemBar problem={problem} again={last && (() => take(last))} />}
      {fault !== null && (
        <p class="warn" role="alert">
          {fault}
        </p>
      )}
      <div class="intake-acts">
        <Button look="primary" onClick={() => chooser.current?.click()}>
          {text.intake.choose}
        </Button>
        {me.year !== null && (
          <Button onClick={() => onStored(me.year!)}>{text.intake.stored(me.year)}</Button>
        )}
        <input
          ref={chooser}
          type="file"
          hidden
          accept={chosenEndings}
          aria-label={text.intake.choose}
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            event.currentTarget.value = '';
            if (file) take(fileDocument(file));
          }}
        />
      </div>
      <p class="quiet">{text.intake.forms}</p>
      <Template onTemplate={onTemplate} />
      <label class="field">
        <span>{text.intake.paste}</span>
        <textarea
          rows={5}
          value={pasted}
          placeholder={text.intake.placeholder}
          onInput={(event) => setPasted(event.currentTarget.value)}
          onPaste={(event) => {
            event.preventDefault();
            take(event.clipboardData && documentOf(event.clipboardData));
          }}
        />
      </label>
      <div class="intake-acts">
        <label class="field year">
          <span>{text.intake.year}</span>
          <input
            inputMode="numeric"
            maxLength={4}
            value={year}
            onInput={(event) => setYear(event.currentTarget.value)}
          />
        </label>
        <Button onClick={() => take(pasted.trim() === '' ? null : textDocument(pasted))}>
          {text.intake.readText}
        </Button>
      </div>
    </section>
  );
}
