import { useState } from 'preact/hooks';
import type { BulletinPreset } from '../../../shared/bulletin/content.ts';
import { presetNames } from '../../../shared/bulletin/presetNames.ts';
import { addDays } from '../../../shared/calendar/days.ts';
import { periodWords } from '../../../shared/calendar/periodWords.ts';
import { daysOfSpan } from '../../../shared/calendar/spans.ts';
import { Actions } from '../../controls/actions.tsx';
import { Button } from '../../controls/button.tsx';
import { DateInput } from '../../controls/dateInput.tsx';
import { Dialog } from '../../controls/dialog.tsx';
import { Select } from '../../controls/select.tsx';
import { useText } from '../../controls/useText.ts';
import { ProblemBar } from '../shared/keyed/problemBar.tsx';
import type { BulletinsApi } from './bulletinsApi.ts';
import { lastComplete, periodsOf, presets } from './model/presets.ts';
import { bulletinsText } from './text.ts';

interface DraftDialogProps {
  api: BulletinsApi;
  year: number;
  today: string;
  onDrafted: (id: string) => void;
  onClose: () => void;
}

/** Which days a new bulletin tells of: the last week that is over, unless another span is chosen. */
export function DraftDialog({ api, year, today, onDrafted, onClose }: DraftDialogProps) {
  const { text, language } = useText(bulletinsText);
  const words = text.drafting;
  const [preset, setPreset] = useState<BulletinPreset>('weekly');
  const [period, setPeriod] = useState(() => lastComplete('weekly', year, today));
  const [days, setDays] = useState(() => daysOf(lastComplete('weekly', year, today)));
  const [fault, setFault] = useState<string | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const [waiting, setWaiting] = useState(false);
  const choose = (next: BulletinPreset) => {
    setPreset(next);
    setFault(null);
    if (next === 'span') setDays(daysOf(period));
    else setPeriod(lastComplete(next, year, today));
  };
  const isFree = preset === 'span';
  const end = isFree ? days.to : daysOf(period).to;
  const make = () => {
    setProblem(null);
    if (isFree && (days.from === '' || days.to === '' || days.from > days.to)) {
      setFault(words.wrongDays);
      return;
    }
    setWaiting(true);
    api
      .draft({ year, preset, ...(isFree ? days : { period }) })
      .then(({ bulletin }) => onDrafted(bulletin.id), setProblem)
      .finally(() => setWaiting(false));
  };
  const day = (name: 'from' | 'to') => (
    <DateInput
      label={words[name]}
      value={days[name]}
      fault={name === 'to' ? fault : null}
      onInput={(value) => {
        setDays({ ...days, [name]: value });
        setFault(null);
      }}
    />
  );
  return (
    <Dialog class="ask" labelledBy="draft-heading" onClose={onClose}>
      {(close) => (
        <>
          <h2 id="draft-heading">{words.heading}</h2>
          <Select
            label={words.preset}
            value={preset}
            options={presets.map((value) => ({ value, name: presetNames[value][language] }))}
            onChange={(value) => choose(presets.find((each) => each === value) ?? 'weekly')}
          />
          {isFree ? (
            <div class="days">
              {day('from')}
              {day('to')}
            </div>
          ) : (
            <Select
              label={words.period}
              value={period}
              options={periodsOf(preset, year, today).map((value) => ({
                value,
                name: periodWords(value, language),
              }))}
              onChange={setPeriod}
            />
          )}
          <p class="quiet">{words.hint}</p>
          {end >= today && <p class="late">{words.running}</p>}
          {problem !== null && <ProblemBar problem={problem} />}
          <Actions>
            <Button onClick={close}>{words.leave}</Button>
            <Button look="primary" waiting={waiting} onClick={make}>
              {words.make}
            </Button>
          </Actions>
        </>
      )}
    </Dialog>
  );
}

/** First and last day of a period. */
function daysOf(period: string): { from: string; to: string } {
  const span = daysOfSpan(period);
  return span ? { from: span.from, to: addDays(span.before, -1) } : { from: '', to: '' };
}
