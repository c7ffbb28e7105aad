import { useEffect, useState } from 'preact/hooks';
import { periodWords } from '../../../../shared/calendar/periodWords.ts';
import { addDays } from '../../../../shared/calendar/days.ts';
import type { ActKind } from '../../../../shared/wire/act.ts';
import type { ObligationItem } from '../../../../shared/wire/parts/obligation.ts';
import { Button } from '../../../controls/button.tsx';
import { DateInput } from '../../../controls/dateInput.tsx';
import { Dialog } from '../../../controls/dialog.tsx';
import { TextArea } from '../../../controls/textArea.tsx';
import { TextInput } from '../../../controls/textInput.tsx';
import { useText } from '../../../controls/useText.ts';
import './acts.css';
import { asks, isOptional } from './offered.ts';
import type { Said } from './send.ts';
import { Templates } from './templates.tsx';
import { actsText } from './text.ts';

interface ActDialogProps {
  act: ActKind;
  /** Of how many obligations it is; `items` are those of them that are known here. */
  count: number;
  items: readonly ObligationItem[];
  today: string;
  onConfirm: (said: Said) => void;
  onClose: () => void;
}

/** Where each thing is said, and where the act is confirmed. */
const places = {
  due: 'input',
  until: 'input',
  document: 'fluent-text-input',
  reason: 'fluent-textarea',
  confirm: '[appearance=primary]',
};

const longest = { reason: 500, document: 100 };

/** Says what an act does, asks for what it has to say, and then does it. */
export function ActDialog({ act, count, items, today, onConfirm, onClose }: ActDialogProps) {
  const { text, language } = useText(actsText);
  const [said, setSaid] = useState<Said>({});
  const [tried, setTried] = useState(false);
  const name = text.acts[act];
  const one = count === 1 ? items[0] : undefined;
  const fields = asks[act];
  const say = (field: keyof Said) => (value: string) => setSaid((before) => ({ ...before, [field]: value }));
  const faultOf = (field: keyof Said): string | null => {
    const value = said[field]?.trim() ?? '';
    if (value === '') return isOptional(act, field) ? null : text.missing[field];
    if (field === 'until' && value < today) return text.past(today);
    if (field === 'due' && one?.due && value <= one.due) return text.notLater(one.due);
    return null;
  };
  const shownFault = (field: keyof Said) => (tried ? faultOf(field) : null);
  const labelOf = (field: keyof Said) => (isOptional(act, field) ? text.optional(text[field]) : text[field]);
  useEffect(() => {
    // A dialog that opens gives the focus to what comes first; here it belongs to what is to be said, or to the act.
    const frame = requestAnimationFrame(() => {
      const [first = 'confirm'] = fields;
      document.querySelector<HTMLElement>(`.act-dialog ${places[first]}`)?.focus();
    });
    return () => cancelAnimationFrame(frame);
  }, []);
  const confirm = (close: () => void) => {
    setTried(true);
    if (fields.some((field) => faultOf(field) !== null)) return;
    close();
    onConfirm(
      Object.fromEntries(
        Object.entries(said).flatMap(([field, value]) => (value.trim() ? [[field, value.trim()]] : [])),
      ),
    );
  };
  return (
    <Dialog class="act-dialog" labelledBy="act-heading" onClose={onClose}>
      {(close) => (
        <>
          <h2 id="act-heading">{text.heading(name, count)}</h2>
          {one && (
            <>
              <p>
                <b>{text.one(one.unit.name, one.arrangement, periodWords(one.period, language))}</b>
              </p>
              <p class="act-sentence">{one.arrangementText}</p>
            </>
          )}
          <p class="quiet">
            {text.does[act]}
            {act === 'declareNotApplicable' &&
              (one ? text.fromPeriod(periodWords(one.period, language)) : text.fromPeriods)}
          </p>
          {fields.includes('due') && (
            <DateInput
              label={one?.due ? text.dueInsteadOf(one.due) : text.due}
              value={said.due ?? ''}
              {...(one?.due ? { min: addDays(one.due, 1) } : {})}
              onInput={say('due')}
              fault={shownFault('due')}
            />
          )}
          {fields.includes('until') && (
            <DateInput
              label={text.until}
              value={said.until ?? ''}
              min={today}
              onInput={say('until')}
              fault={shownFault('until')}
            />
          )}
          {fields.includes('document') && (
            <div>
              <TextInput
                label={labelOf('document')}
                value={said.document ?? ''}
                onInput={(value) => say('document')(value.slice(0, longest.document))}
                fault={shownFault('document')}
              />
              <Fault words={shownFault('document')} />
            </div>
          )}
          {act === 'return' && (
            <Templates
              onTake={(reason) => {
                say('reason')(reason);
                document.querySelector<HTMLElement>(`.act-dialog ${places.reason}`)?.focus();
              }}
            />
          )}
          {fields.includes('reason') && (
            <div>
              <TextArea
                label={labelOf('reason')}
                hint={text.reasonHint}
                value={said.reason ?? ''}
                onInput={say('reason')}
                longest={longest.reason}
              />
              <Fault words={shownFault('reason')} />
            </div>
          )}
          <div class="act-buttons">
            <Button onClick={close}>{text.cancel}</Button>
            <Button look="primary" onClick={() => confirm(close)}>
              {text.confirm(name)}
            </Button>
          </div>
        </>
      )}
    </Dialog>
  );
}

function Fault({ words }: { words: string | null }) {
  return words === null ? null : (
    <p class="act-fault" role="alert">
      {words}
    </p>
  );
}
