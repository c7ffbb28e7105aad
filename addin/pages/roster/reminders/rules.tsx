import { Option } from '../../../controls/option.tsx';
import { Select } from '../../../controls/select.tsx';
import { useText } from '../../../controls/useText.ts';
import type { RemindersDraft } from './draft.ts';
import { remindersText } from './text.ts';

interface RulesProps {
  draft: RemindersDraft;
  onChange: (what: Partial<RemindersDraft>) => void;
}

const soonDays = [0, 1, 2, 3, 5];
const digests = [0, 3, 5, 10, 19];
const overdueWays = ['daily', 'weekly', 'never'] as const;

/** Numbers to choose among, the one that stands included. */
const among = (numbers: readonly number[], standing: number): number[] =>
  [...new Set([...numbers, standing])].toSorted((a, b) => a - b);

/** Whether reminders are sent, of what, and when for all at once. */
export function Rules({ draft, onChange }: RulesProps) {
  const { text } = useText(remindersText);
  const { enabled, soonWorkingDays, overdue, digestAbove } = draft;
  return (
    <>
      <Option checked={enabled} onChange={(checked) => onChange({ enabled: checked })}>
        {text.enabled}
      </Option>
      <div class="filters">
        <Select
          label={text.soon}
          value={String(soonWorkingDays)}
          options={among(soonDays, soonWorkingDays).map((days) => ({
            value: String(days),
            name: text.soonDays(days),
          }))}
          onChange={(days) => onChange({ soonWorkingDays: Number(days) })}
        />
        <Select
          label={text.overdue}
          value={overdue}
          options={overdueWays.map((way) => ({ value: way, name: text.overdueWays[way] }))}
          onChange={(way) => onChange({ overdue: way as RemindersDraft['overdue'] })}
        />
        <Select
          label={text.digest}
          value={String(digestAbove)}
          options={among(digests, digestAbove).map((units) => ({
            value: String(units),
            name: text.digestAbove(units),
          }))}
          onChange={(units) => onChange({ digestAbove: Number(units) })}
        />
      </div>
    </>
  );
}
