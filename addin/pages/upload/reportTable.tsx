import { Fragment } from 'preact';
import { useState } from 'preact/hooks';
import { periodWords } from '../../../shared/calendar/periodWords.ts';
import { fieldNames } from '../../../shared/row/fieldNames.ts';
import { rowFields, type CellValue } from '../../../shared/row/row.ts';
import { sentenceFor } from '../../../shared/rules/sentences.ts';
import type { WorkbookProposal, WorkbookReport } from '../../../shared/wire/workbookProposal.ts';
import type { SheetAnswer } from '../../../shared/wire/workbookAnswers.ts';
import { LinkButton } from '../../controls/linkButton.tsx';
import { useText } from '../../controls/useText.ts';
import { TableFrame } from '../shared/tables/tableFrame.tsx';
import { ChangeLink, ChangeMatch } from './changeMatch.tsx';
import { placeOf, whereIn } from './places.ts';
import { uploadText } from './text.ts';

interface ReportTableProps {
  proposal: WorkbookProposal;
  reports: readonly WorkbookReport[];
  label: string;
  onLeaveOut: (report: WorkbookReport, isLeftOut: boolean) => void;
  onSaidOfSheet: (said: SheetAnswer) => void;
}

/** What a file reports, line by line; on a narrow screen each line is a card. */
export function ReportTable({ proposal, reports, label, onLeaveOut, onSaidOfSheet }: ReportTableProps) {
  const { text, language } = useText(uploadText);
  const [open, setOpen] = useState<string | null>(null);
  return (
    <TableFrame label={label}>
      <table class="upload-table" aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{text.place}</th>
            <th scope="col">{text.what}</th>
            <th scope="col">{text.period}</th>
            <th scope="col">{text.values}</th>
            <th scope="col">{text.against}</th>
            <th scope="col" class="no-print">
              <span class="hidden">{text.leaveOut}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {reports.map((report) => {
            const place = placeOf(report, text);
            const sheet = proposal.sheets[report.sheet]?.name ?? '';
            const isLeftOut = report.state === 'leftOut';
            const match = proposal.sheets[report.sheet]?.matches.find(
              // What is gathered from many rows is of a heading or of the title.
              ({ row, code }) => (report.row === null || row === report.row) && code === report.arrangement,
            );
            return (
              <Fragment key={report.id}>
                <tr>
                  <td class="place">{whereIn(proposal, sheet, place, text)}</td>
                  <td class="what">
                    <span class="code">{report.arrangement}</span>
                    {proposal.arrangements[report.arrangement]?.text}
                    {report.indicator !== 'done' && <span class="quiet"> {report.indicatorLabel}</span>}
                    {match !== undefined && !isLeftOut && open !== report.id && (
                      <ChangeLink
                        match={match}
                        of={`${report.arrangement} ${place}`}
                        onOpen={() => setOpen(report.id)}
                      />
                    )}
                  </td>
                  <td class="period">{report.period !== null && periodWords(report.period, language)}</td>
                  <td class="values">
                    <Values report={report} />
                  </td>
                  <td class="against">
                    <Against report={report} />
                  </td>
                  <td class="act no-print">
                    <LinkButton
                      label={isLeftOut ? text.takeBack : text.leaveOutThis(`${report.arrangement} ${place}`)}
                      onClick={() => onLeaveOut(report, !isLeftOut)}
                    >
                      {isLeftOut ? text.takeBack : text.leaveOut}
                    </LinkButton>
                  </td>
                </tr>
                {match !== undefined && open === report.id && (
                  <tr class="change-row over no-print">
                    <td colSpan={6}>
                      <ChangeMatch
                        {...{ proposal, sheet, match, onSaid: onSaidOfSheet }}
                        onClose={() => setOpen(null)}
                      />
                    </td>
                  </tr>
                )}
              </Fragment>
            );
          })}
        </tbody>
      </table>
    </TableFrame>
  );
}

function Values({ report }: { report: WorkbookReport }) {
  const { language } = useText(uploadText);
  return (
    <dl>
      {rowFields.map((field) => {
        const value = report.values[field];
        if (value === undefined || value === null || value === '') return null;
        const unit = field === 'count' && report.indicator !== 'done' ? report.unitOfMeasure : '';
        return (
          <div key={field}>
            <dt>{fieldNames[field][language]}</dt>
            <dd>
              {String(value)}
              {unit}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

function Against({ report }: { report: WorkbookReport }) {
  const { text, language } = useText(uploadText);
  const shown = (value: CellValue): string =>
    value === null || value === '' ? text.emptyValue : String(value);
  const { outcome, isStored, changes, findings, state } = report;
  if (state === 'leftOut') return null;
  if (outcome === 'locked') return <span class="bad">{text.isLocked}</span>;
  return (
    <>
      {outcome === 'invalid' && (
        <p class="warn">
          {text.isDraft}
          {findings.map((finding) => sentenceFor(finding, language)).join(language === 'zh' ? '' : ' ')}
        </p>
      )}
      {outcome === 'unchanged' ? (
        <span class="quiet">{text.isSame}</span>
      ) : isStored ? (
        <ul>
          {changes.map(({ field, before, after }) => (
            <li key={field}>{text.changed(fieldNames[field][language], shown(before), shown(after))}</li>
          ))}
        </ul>
      ) : (
        <span>{text.isNew}</span>
      )}
    </>
  );
}
