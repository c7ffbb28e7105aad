import { useId, useState } from 'preact/hooks';
import { isSame } from '../../../../shared/taskList/isSame.ts';
import type { ListSettings } from '../../../../shared/taskList/listSettings.ts';
import { ApiProblem } from '../../../api/problem.ts';
import { Button } from '../../../controls/button.tsx';
import { Option } from '../../../controls/option.tsx';
import { useText } from '../../../controls/useText.ts';
import { ProblemBar } from '../../shared/keyed/problemBar.tsx';
import type { ListsApi, VersionedSettings } from '../listsApi.ts';
import { OverdueDialog } from '../overdueDialog.tsx';
import { faultsOf, formOf, settingsOf, type NumberName, type SettingsForm } from './form.ts';
import './settings.css';
import { settingsText } from './text.ts';

interface SettingsTabProps {
  api: ListsApi;
  year: number;
  /** `null` where no list of the year is published. */
  looked: VersionedSettings | null;
  /** Reads the settings again: they were saved, or somebody else has changed them. */
  onAgain: () => void;
}

const ways: readonly ListSettings['dueOnHoliday'][] = ['keep', 'offHolidays', 'nextWorkingDay'];

/** Clocks of a published list: holidays, lock, lights, answers, and whom to ask. */
export function SettingsTab({ looked, ...props }: SettingsTabProps) {
  const { text } = useText(settingsText);
  /** The version that was saved here: the form is made anew of it. */
  const [saved, setSaved] = useState<number | null>(null);
  if (looked === null) return <p class="quiet">{text.none}</p>;
  // What somebody else has saved meanwhile is shown, and what was typed on the settings before is not.
  return (
    <SettingsOf
      key={looked.version}
      {...{ ...props, looked, isSaved: saved === looked.version, onSaved: setSaved }}
    />
  );
}

interface SettingsOfProps extends SettingsTabProps {
  looked: VersionedSettings;
  isSaved: boolean;
  onSaved: (version: number) => void;
}

function SettingsOf({ api, year, looked, isSaved, onSaved, onAgain }: SettingsOfProps) {
  const { text } = useText(settingsText);
  const [form, setForm] = useState(() => formOf(looked.settings));
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<unknown>(null);
  const choice = useId();
  const change = (some: Partial<SettingsForm>) => setForm((before) => ({ ...before, ...some }));
  const next = settingsOf(form, looked.settings);
  const isChanged = !isSame(next, looked.settings);
  const faults = faultsOf(form);

  async function save(overdue: number | null = null): Promise<void> {
    setBusy(true);
    setRefused(null);
    try {
      const { version } = await api.changeSettings(year, next, looked.version, overdue);
      onSaved(version);
      onAgain();
    } catch (thrown) {
      setRefused(thrown);
    } finally {
      setBusy(false);
    }
  }
  const code = refused instanceof ApiProblem ? refused.code : null;
  const number = (name: NumberName) => (
    <NumberField
      {...text.numbers[name]}
      value={form[name]}
      fault={faults.includes(name) ? text.fault(name) : null}
      onInput={(typed) => change({ [name]: typed })}
    />
  );
  return (
    <form
      class="clock-settings"
      onSubmit={(event) => {
        event.preventDefault();
        if (isChanged && faults.length === 0 && !busy) void save();
      }}
      onKeyDown={(event) => {
        // A form of several fields without a button of the browser's own is not sent by Enter.
        const field = event.target;
        const typed = field instanceof HTMLInputElement && !['radio', 'checkbox'].includes(field.type);
        if (event.key === 'Enter' && typed && !event.isComposing) event.currentTarget.requestSubmit();
      }}
    >
      <fieldset>
        <legend>{text.holidays}</legend>
        {ways.map((way) => (
          <Option
            key={way}
            choice={choice}
            checked={form.dueOnHoliday === way}
            onChange={() => change({ dueOnHoliday: way })}
          >
            {text.dueOnHoliday[way]}
          </Option>
        ))}
        {form.dueOnHoliday !== 'keep' && (
          <Option checked={form.moveWeeks} onChange={(moveWeeks) => change({ moveWeeks })}>
            {text.moveWeeks}
          </Option>
        )}
        {looked.holidaysUnknown.length > 0 && <p class="late">{text.unknown(looked.holidaysUnknown)}</p>}
      </fieldset>
      <fieldset>
        <legend>{text.lights}</legend>
        {number('blueDays')}
        {number('paceMargin')}
        <p class="quiet">{text.lightsHint}</p>
      </fieldset>
      <fieldset>
        <legend>{text.returned}</legend>
        {number('answerWithinWorkingDays')}
      </fieldset>
      <fieldset>
        <legend>{text.lock}</legend>
        {number('lockDaysAfterDue')}
        <label class="setting wide">
          <span>{text.contact}</span>
          <input
            type="text"
            maxLength={200}
            value={form.contact}
            onInput={(event) => change({ contact: event.currentTarget.value })}
          />
        </label>
      </fieldset>
      {refused !== null && code !== 'overdue-at-once' && (
        <ProblemBar
          problem={refused}
          again={code === 'changed-meanwhile' ? onAgain : () => void save()}
          {...(code === 'changed-meanwhile' ? { againName: text.again } : {})}
        />
      )}
      <div class="settings-acts">
        <Button look="primary" disabled={!isChanged || faults.length > 0 || busy} onClick={() => void save()}>
          {text.save}
        </Button>
        <span role="status" class="quiet">
          {busy ? text.saving : isChanged ? text.changed : isSaved ? text.saved : text.same}
        </span>
      </div>
      {refused instanceof ApiProblem && code === 'overdue-at-once' && (
        <OverdueDialog
          problem={refused}
          onConfirm={() => void save(refused.known)}
          onClose={() => setRefused(null)}
        />
      )}
    </form>
  );
}

interface NumberFieldProps {
  before: string;
  after: string;
  value: string;
  fault: string | null;
  onInput: (typed: string) => void;
}

/** A number within the words that say what it is. */
function NumberField({ before, after, value, fault, onInput }: NumberFieldProps) {
  const told = useId();
  return (
    <div class="setting">
      <label>
        <span>{before}</span>
        <input
          inputMode="numeric"
          value={value}
          aria-invalid={fault !== null}
          aria-describedby={fault === null ? undefined : told}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
        <span>{after}</span>
      </label>
      {fault !== null && (
        <span id={told} class="late" role="status">
          {fault}
        </span>
      )}
    </div>
  );
}
