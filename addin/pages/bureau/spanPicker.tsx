import { periodWords } from '../../../shared/calendar/periodWords.ts';
import { daysOfSpan, type SpanKind, spanOn, spansOf, stepSpan } from '../../../shared/calendar/spans.ts';
import { Button } from '../../controls/button.tsx';
import { Kinds } from '../../controls/kinds.tsx';
import { Select } from '../../controls/select.tsx';
import { useText } from '../../controls/useText.ts';
import { bureauText } from './text.ts';

const kinds: readonly SpanKind[] = ['week', 'month', 'quarter'];

interface SpanPickerProps {
  span: string;
  year: number;
  today: string;
  onChange: (span: string) => void;
}

/** Any week, month or quarter: by arrows, or from a list. */
export function SpanPicker({ span, year, today, onChange }: SpanPickerProps) {
  const { text, language } = useText(bureauText);
  const days = daysOfSpan(span);
  const kind = days?.kind ?? 'week';
  const all = spansOf(kind, year);
  // Of a kind, the span that holds today where it is looked at, else the one that begins where this one does.
  const inKind = (other: SpanKind) =>
    spanOn(other, days && !(days.from <= today && today < days.before) ? days.from : today);
  return (
    <div class="span-picker" role="group" aria-label={text.span}>
      <Kinds
        label={text.kindLabel}
        chosen={kind}
        kinds={kinds.map((id) => ({ id, name: text.kinds[id] }))}
        onChange={(next) => onChange(inKind(next))}
      />
      <Button label={text.earlier} onClick={() => onChange(stepSpan(span, -1))}>
        ‹
      </Button>
      <Select
        label={text.span}
        value={span}
        options={(all.includes(span) ? all : [span, ...all]).map((id) => ({
          value: id,
          name: periodWords(id, language),
        }))}
        onChange={onChange}
      />
      <Button label={text.later} onClick={() => onChange(stepSpan(span, 1))}>
        ›
      </Button>
      {span !== spanOn(kind, today) && (
        <Button look="subtle" onClick={() => onChange(spanOn(kind, today))}>
          {text.now}
        </Button>
      )}
    </div>
  );
}
