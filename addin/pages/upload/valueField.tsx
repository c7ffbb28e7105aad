import { fieldNames } from '../../../shared/row/fieldNames.ts';
import type { CellValue, RowField } from '../../../shared/row/row.ts';
import { statusesOf } from '../../../shared/rules/context.ts';
import type { WorkbookReport } from '../../../shared/wire/workbookProposal.ts';
import { Select } from '../../controls/select.tsx';
import { useText } from '../../controls/useText.ts';
import { short } from './arrangements.ts';
import { uploadText } from './text.ts';

interface ValueFieldProps {
  field: RowField;
  report: WorkbookReport;
  why: string;
  value: CellValue;
  onChange: (value: CellValue) => void;
}

/** A value as she would put it: a status by choice, the others as they are written. */
export function ValueField({ field, report, why, value, onChange }: ValueFieldProps) {
  const { text, language } = useText(uploadText);
  const counted = field === 'count' && report.indicator !== 'done' ? report.indicatorLabel : '';
  const label = text.valueOf(fieldNames[field][language], counted);
  const emptied = report.questions.find((each) => each.about === field && each.why === 'emptied');
  if (emptied !== undefined) {
    const stored = emptied.proposal || report.changes.find((each) => each.field === field)?.before;
    return (
      <Labelled why={why}>
        <Select
          label={label}
          value={value === '' ? 'clear' : 'keep'}
          options={[
            { value: 'clear', name: text.clear },
            { value: 'keep', name: text.keepStored(short(String(stored ?? ''))) },
          ]}
          // `null` leaves what is stored, whatever that is by then.
          onChange={(chosen) => onChange(chosen === 'clear' ? '' : null)}
        />
      </Labelled>
    );
  }
  if (field === 'status') {
    const options = statusesOf(report).map((status) => ({ value: status as string, name: status as string }));
    return (
      <Labelled why={why}>
        <Select
          label={label}
          value={String(value ?? '')}
          options={[...options, { value: '', name: text.leaveEmpty }]}
          onChange={onChange}
        />
      </Labelled>
    );
  }
  return (
    <Labelled why={why}>
      <label class="tz-select">
        <span>{label}</span>
        <input
          {...(field === 'completedOn' ? { type: 'date' as const } : { type: 'text' as const })}
          inputMode={field === 'count' ? 'numeric' : 'text'}
          placeholder={text.leaveEmpty}
          value={String(value ?? '')}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
      </label>
    </Labelled>
  );
}

function Labelled({ why, children }: { why: string; children: preact.ComponentChildren }) {
  return (
    <div class="question-field">
      {children}
      {why !== '' && <span class="quiet">{why}</span>}
    </div>
  );
}
