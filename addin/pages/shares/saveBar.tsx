import { useState } from 'preact/hooks';
import type { AllocationsAnswer } from '../../../shared/wire/allocationsAnswer.ts';
import { Actions } from '../../controls/actions.tsx';
import { Button } from '../../controls/button.tsx';
import { useText } from '../../controls/useText.ts';
import { ProblemBar } from '../shared/keyed/problemBar.tsx';
import { redo, toSave, undo, unreadable } from './model/shareSheet.ts';
import { type HeldSheet, saveShares } from './saveShares.ts';
import type { SharesApi } from './sharesApi.ts';
import { sharesText } from './text.ts';

interface SaveBarProps {
  api: SharesApi;
  year: number;
  held: HeldSheet;
  saved: AllocationsAnswer['saved'];
  /** Reads who saved last. */
  onSaved: () => Promise<void>;
}

const minuteOf = (at: string): string => at.slice(0, 16).replace('T', ' ');

/** What is not saved yet, and the way to save it or take it back. */
export function SaveBar({ api, year, held, saved, onSaved }: SaveBarProps) {
  const { text } = useText(sharesText);
  const [saving, setSaving] = useState(false);
  const [said, setSaid] = useState('');
  const [problem, setProblem] = useState<unknown>(null);
  const sheet = held.now();
  const [changed, faults] = [toSave(sheet).length, unreadable(sheet).length];
  const save = () => {
    setSaving(true);
    setProblem(null);
    setSaid('');
    saveShares(api, year, held)
      .then(async ({ count, meanwhile }) => {
        const others = meanwhile ? text.meanwhile(meanwhile.by, minuteOf(meanwhile.at)) : '';
        setSaid(`${count > 0 ? text.saved(count) : ''}${others}`);
        await onSaved();
      })
      .catch(setProblem)
      .finally(() => setSaving(false));
  };
  return (
    <section class="save-bar no-print" aria-label={text.bar}>
      {problem !== null && <ProblemBar problem={problem} again={save} />}
      <p role="status">
        {saving ? text.saving : changed > 0 ? text.changed(changed) : said || text.nothingChanged}
        {faults > 0 && <span class="bad">{text.faults(faults)}</span>}
        {changed > 0 && said !== '' && <span>{said}</span>}
        {saved && <span class="quiet">{text.savedBy(saved.by, minuteOf(saved.at))}</span>}
      </p>
      <Actions>
        <Button look="subtle" disabled={sheet.past.length === 0} onClick={() => held.change(undo)}>
          {text.undo}
        </Button>
        <Button look="subtle" disabled={sheet.future.length === 0} onClick={() => held.change(redo)}>
          {text.redo}
        </Button>
        <Button look="primary" disabled={changed === 0} waiting={saving} onClick={save}>
          {text.save}
        </Button>
      </Actions>
    </section>
  );
}
