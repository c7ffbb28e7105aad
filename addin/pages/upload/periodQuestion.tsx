import { periodWords } from '../../../shared/calendar/periodWords.ts';
import type { CellValue } from '../../../shared/row/row.ts';
import type { WorkbookProposal } from '../../../shared/wire/workbookProposal.ts';
import { Select } from '../../controls/select.tsx';
import { useText } from '../../controls/useText.ts';
import { short } from './arrangements.ts';
import type { PeriodGroup } from './periodGroups.ts';
import { placeOf } from './places.ts';
import { uploadText } from './text.ts';

interface PeriodQuestionProps {
  item: PeriodGroup;
  proposal: WorkbookProposal;
  shown: (field: string) => CellValue;
  onChange: (field: string, value: CellValue) => void;
}

/** The period of many reports, asked once; each can be said to be of another. */
export function PeriodQuestion({ item, proposal, shown, onChange }: PeriodQuestionProps) {
  const { text, language } = useText(uploadText);
  const { sheet, reports } = item;
  const options = (reports[0]?.periods ?? []).map((value) => ({ value, name: periodWords(value, language) }));
  return (
    <>
      <p class="question-what">{text.periodOfAll(sheet, reports.length)}</p>
      <Select
        label={text.period}
        value={String(shown('period') ?? '')}
        options={[...options, { value: '', name: text.leaveAllOut }]}
        onChange={(period) => onChange('period', period)}
      />
      <details class="period-rows">
        <summary>{text.rowByRow}</summary>
        {reports.map((report) => (
          <Select
            key={report.id}
            label={`${placeOf(report, text)} ${report.arrangement} ${short(proposal.arrangements[report.arrangement]?.text ?? '')}`}
            value={String(shown(report.id) ?? '')}
            options={[...options, { value: '', name: text.leaveOut }]}
            onChange={(period) => onChange(report.id, period)}
          />
        ))}
      </details>
    </>
  );
}
