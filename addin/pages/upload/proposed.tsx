import type { CellValue } from '../../../shared/row/row.ts';
import type { ReportAnswer, SheetAnswer } from '../../../shared/wire/workbookAnswers.ts';
import type { WorkbookProposal } from '../../../shared/wire/workbookProposal.ts';
import { Button } from '../../controls/button.tsx';
import { useText } from '../../controls/useText.ts';
import { ProblemBar } from '../shared/keyed/problemBar.tsx';
import { isNews, readyOf, type Drafted, type Item } from './items.ts';
import { Columns } from './columns.tsx';
import { OtherRows } from './otherRows.tsx';
import { Questions } from './questions.tsx';
import { ReportTable } from './reportTable.tsx';
import { uploadText } from './text.ts';
import { Unread } from './unread.tsx';

interface ProposedProps {
  proposal: WorkbookProposal;
  items: readonly Item[];
  drafted: Drafted;
  busy: string | null;
  problem: unknown;
  again: (() => void) | undefined;
  onDraft: (name: string, value: CellValue) => void;
  onConfirm: () => void;
  onSaid: (said: ReportAnswer) => void;
  onSaidOfSheet: (said: SheetAnswer) => void;
  onAnother: () => void;
  onSend: () => void;
}

/** What a file would report: in numbers, what is asked, line by line, and what stays unread. */
export function Proposed(props: ProposedProps) {
  const {
    proposal,
    items,
    drafted,
    busy,
    problem,
    again,
    onDraft,
    onConfirm,
    onSaid,
    onSaidOfSheet,
    onAnother,
    onSend,
  } = props;
  const { text } = useText(uploadText);
  const ready = readyOf(proposal);
  const news = ready.filter(isNews);
  const same = ready.filter((report) => !isNews(report));
  const left = proposal.reports.filter(({ state }) => state === 'leftOut');
  const drafts = news.filter(({ outcome }) => outcome === 'invalid').length;
  const fresh = news.filter(({ isStored, outcome }) => !isStored && outcome !== 'invalid').length;
  const waiting = proposal.reports.filter(({ state }) => state === 'asked').length;
  const leaveOut = {
    onSaidOfSheet,
    onLeaveOut: (report: { id: string }, isLeftOut: boolean) => onSaid({ id: report.id, isLeftOut }),
  };
  return (
    <>
      <section class="card result" aria-busy={busy !== null}>
        <h2 tabIndex={-1} class="result-head">
          {text.result}
        </h2>
        <p class="file-name">{proposal.file.name}</p>
        {ready.length + waiting === 0 ? (
          <p>{text.nothing}</p>
        ) : (
          <p class="numbers">
            {text.numbers(fresh, news.length - fresh - drafts, same.length, drafts)}
            {waiting > 0 && text.waiting(waiting)}
          </p>
        )}
        <p class="quiet">{rememberedWords(proposal, text)}</p>
        {problem !== null && <ProblemBar problem={problem} again={again} />}
        <div class="upload-acts">
          {(news.length > 0 || waiting === 0) && (
            <Button
              look={items.some(({ kind }) => kind !== 'explain') ? 'outline' : 'primary'}
              waiting={busy !== null}
              disabled={news.length === 0}
              onClick={onSend}
            >
              {busy ?? (news.length === 0 ? text.sendNothing : text.send(news.length))}
            </Button>
          )}
          <Button onClick={onAnother}>{text.another}</Button>
        </div>
      </section>
      {items.length > 0 && (
        <Questions {...{ proposal, items, drafted, onDraft, onConfirm }} busy={busy !== null} />
      )}
      {news.length > 0 && (
        <section class="card">
          <h2>{text.table}</h2>
          <p class="quiet">{text.blanks}</p>
          <ReportTable {...{ proposal, ...leaveOut }} reports={news} label={text.table} />
        </section>
      )}
      <Folded {...{ proposal, ...leaveOut }} reports={same} title={text.sameOnes(same.length)} />
      <Folded {...{ proposal, ...leaveOut }} reports={left} title={text.leftOnes(left.length)} />
      <Columns proposal={proposal} onSaid={onSaidOfSheet} />
      <OtherRows proposal={proposal} onSaid={onSaidOfSheet} />
      <Unread proposal={proposal} isOpen={ready.length + waiting === 0} />
    </>
  );
}

function rememberedWords({ file, remembered }: WorkbookProposal, text: (typeof uploadText)['zh']): string {
  if (file.wasSent) return text.wasSent;
  if (remembered === null) return '';
  return remembered.isSameShape ? text.remembered(remembered.on) : text.changedShape(remembered.on);
}

type FoldedProps = Parameters<typeof ReportTable>[0] extends infer P
  ? Omit<P, 'label'> & { title: string }
  : never;

function Folded({ title, ...table }: FoldedProps) {
  if (table.reports.length === 0) return null;
  return (
    <details class="card">
      <summary>{title}</summary>
      <ReportTable {...table} label={title} />
    </details>
  );
}
