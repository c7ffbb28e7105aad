import { periodWords } from '../../../shared/calendar/periodWords.ts';
import type { CellValue, RowField } from '../../../shared/row/row.ts';
import { sentenceFor } from '../../../shared/rules/sentences.ts';
import type { WorkbookProposal } from '../../../shared/wire/workbookProposal.ts';
import { Button } from '../../controls/button.tsx';
import { Option } from '../../controls/option.tsx';
import { Select } from '../../controls/select.tsx';
import { useText } from '../../controls/useText.ts';
import { fieldsToMend, isPeriodAsked, isValue, shownIn, type Drafted, type Item } from './items.ts';
import { short } from './arrangements.ts';
import { MatchPicker } from './matchPicker.tsx';
import { PeriodQuestion } from './periodQuestion.tsx';
import { reasonText } from './reasons.ts';
import { letterOf, placeOf, whereIn } from './places.ts';
import { uploadText } from './text.ts';
import { ValueField } from './valueField.tsx';

interface QuestionsProps {
  proposal: WorkbookProposal;
  items: readonly Item[];
  drafted: Drafted;
  onDraft: (name: string, value: CellValue) => void;
  onConfirm: () => void;
  busy: boolean;
}

/** All that is asked of a file on one screen: what is likeliest is chosen, and one act confirms all. */
export function Questions({ proposal, items, drafted, onDraft, onConfirm, busy }: QuestionsProps) {
  const { text } = useText(uploadText);
  return (
    <section class="card questions" aria-labelledby="questions-head">
      <h2 id="questions-head">{text.askedCount(items.length)}</h2>
      <p class="quiet">{text.askedIntro}</p>
      <ol>
        {items.map((item) => (
          <li key={item.id}>
            <Question
              item={item}
              proposal={proposal}
              shown={(field) => shownIn(item, field, drafted)}
              onChange={(field, value) => onDraft(`${item.id}/${field}`, value)}
            />
          </li>
        ))}
      </ol>
      <Button look="primary" waiting={busy} onClick={onConfirm}>
        {busy ? text.checking : text.confirmAll(items.length)}
      </Button>
    </section>
  );
}

interface QuestionProps {
  item: Item;
  proposal: WorkbookProposal;
  shown: (field: string) => CellValue;
  onChange: (field: string, value: CellValue) => void;
}

function Question(props: QuestionProps) {
  switch (props.item.kind) {
    case 'column':
      return <ColumnQuestion {...props} item={props.item} />;
    case 'match':
      return <MatchQuestion {...props} item={props.item} />;
    case 'period':
      return <PeriodQuestion {...props} item={props.item} />;
    case 'report':
      return <ReportQuestion {...props} item={props.item} />;
    case 'explain':
      return <ExplainQuestion {...props} item={props.item} />;
  }
}

type Of<K extends Item['kind']> = Omit<QuestionProps, 'item'> & { item: Extract<Item, { kind: K }> };

function ColumnQuestion({ item, shown, onChange }: Of<'column'>) {
  const { text } = useText(uploadText);
  const { text: reasons } = useText(reasonText);
  const { column, heading } = item.column;
  const roles = Object.entries(reasons.roles).map(([value, name]) => ({ value, name }));
  return (
    <Select
      label={text.columnIs(item.sheet, heading.trim() || text.noHeading(letterOf(column)))}
      value={String(shown('role'))}
      options={roles}
      onChange={(role) => onChange('role', role)}
    />
  );
}

function MatchQuestion({ item, proposal, shown, onChange }: Of<'match'>) {
  const { text } = useText(uploadText);
  const { text: reasons } = useText(reasonText);
  const { row, text: words, candidates, why } = item.match;
  return (
    <>
      <p class="question-what">
        {whereIn(proposal, item.sheet, text.row(row + 1), text)}：{words}
        <Why why={why} reasons={reasons.ask} />
      </p>
      <MatchPicker
        arrangements={proposal.arrangements}
        candidates={candidates}
        value={String(shown('code') ?? '')}
        onChange={(code) => onChange('code', code)}
      />
    </>
  );
}

function Why({ why, reasons }: { why: string | null; reasons: Partial<Record<string, string>> }) {
  const said = why === null ? undefined : reasons[why];
  return said === undefined ? null : <span class="quiet">（{said}）</span>;
}

function ReportQuestion({ item, proposal, shown, onChange }: Of<'report'>) {
  const { text, language } = useText(uploadText);
  const { text: reasons } = useText(reasonText);
  const { report } = item;
  const isLeftOut = shown('leftOut') === true;
  const asked = report.questions.filter(({ about }) => isValue(about));
  const [first] = report.questions;
  return (
    <>
      <p class="question-what">
        {whereIn(proposal, item.sheet, placeOf(report, text), text)}：{report.arrangement}{' '}
        {short(proposal.arrangements[report.arrangement]?.text ?? '')}
        {report.indicator !== 'done' && <span class="quiet"> {report.indicatorLabel}</span>}
        {item.isTwice && <Why why="match-twice" reasons={reasons.ask} />}
        {!item.isTwice && asked.length === 0 && <Why why={first?.why ?? null} reasons={reasons.ask} />}
      </p>
      {typeof report.values.note === 'string' && (
        <p class="question-what quiet">{text.saidThere(report.values.note)}</p>
      )}
      <div class="question-fields">
        {isPeriodAsked(item) && (
          <Select
            label={text.period}
            value={String(shown('period') ?? '')}
            options={report.periods.map((value) => ({ value, name: periodWords(value, language) }))}
            onChange={(period) => onChange('period', period)}
          />
        )}
        {asked.map(({ about, why }) => (
          <ValueField
            key={about}
            field={about as RowField}
            report={report}
            why={reasons.ask[why as keyof typeof reasons.ask] ?? ''}
            value={shown(about)}
            onChange={(value) => onChange(about, value)}
          />
        ))}
        <Option checked={isLeftOut} onChange={(checked) => onChange('leftOut', checked)}>
          {text.leaveOut}
        </Option>
      </div>
    </>
  );
}

function ExplainQuestion({ item, proposal, shown, onChange }: Of<'explain'>) {
  const { text, language } = useText(uploadText);
  const { report } = item;
  return (
    <>
      <p class="question-what">
        {whereIn(proposal, item.sheet, placeOf(report, text), text)}：{report.arrangement}{' '}
        {report.indicator !== 'done' && `${report.indicatorLabel} `}
        {report.findings.map((finding) => sentenceFor(finding, language)).join(' ')}
        <span class="quiet">{text.explain}</span>
      </p>
      <div class="question-fields">
        {fieldsToMend(report).map((field) => (
          <ValueField
            key={field}
            field={field}
            report={report}
            why=""
            value={shown(field)}
            onChange={(value) => onChange(field, value)}
          />
        ))}
      </div>
    </>
  );
}
