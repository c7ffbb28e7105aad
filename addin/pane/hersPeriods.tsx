import { periodWords } from '../../shared/calendar/periodWords.ts';
import { Select } from '../controls/select.tsx';
import { useText } from '../controls/useText.ts';
import { hersText } from './hersText.ts';

/** Of each kind of overwritten row the period that it stands for. */
export function Periods<Kind extends string>({
  isSync = false,
  periods,
  onChange,
}: {
  isSync?: boolean;
  periods: readonly { kind: Kind; candidates: readonly string[]; period: string }[];
  onChange: (kind: Kind, period: string) => void;
}) {
  const { text, language } = useText(hersText);
  return (
    <>
      {periods.map(({ kind, candidates, period }) => (
        <Select
          key={kind}
          label={kind === 'once' ? text.period.once : isSync ? text.period.sync : text.period.asked}
          value={period}
          options={candidates.map((each) => ({ value: each, name: periodWords(each, language) }))}
          onChange={(chosen) => onChange(kind, chosen)}
        />
      ))}
    </>
  );
}
