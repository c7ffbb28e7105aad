import type { ActAnswer } from '../../../../shared/wire/actAnswer.ts';
import { ApiProblem } from '../../../api/problem.ts';
import { Button } from '../../../controls/button.tsx';
import { Message } from '../../../controls/message.tsx';
import { ProgressBar } from '../../../controls/progressBar.tsx';
import { useText } from '../../../controls/useText.ts';
import { ProblemBar } from '../keyed/problemBar.tsx';
import './acts.css';
import { undoOf } from './offered.ts';
import { actsText } from './text.ts';
import type { Acts } from './useActs.ts';

/** So many rows of an answer are shown; the others are counted. */
const mostRows = 200;

interface ActPanelProps {
  acts: Acts;
  /** Names an obligation by its key. */
  nameOf: (key: string) => string;
  /** Reads anew what is listed, where an act by filter found another number. */
  onFresh?: () => void;
}

/** How far an act on many is; what became of it, row by row, and the way to take it back. */
export function ActPanel({ acts, nameOf, onFresh }: ActPanelProps) {
  const { text, language } = useText(actsText);
  const { running, last } = acts;
  if (running) {
    const { act, done, total, problem } = running;
    if (problem === null)
      return (
        <div class="act-panel" role="status">
          <p>{text.working(text.acts[act], done, total)}</p>
          <ProgressBar done={done} total={total} label={text.acts[act]} />
        </div>
      );
    const refused = problem instanceof ApiProblem && !problem.retryable && problem.status < 500;
    return (
      <div class="act-panel">
        <ProblemBar
          problem={problem}
          again={
            refused
              ? () => {
                  acts.dismiss();
                  onFresh?.();
                }
              : acts.goOn
          }
          againName={refused ? (onFresh ? text.fresh : text.dismiss) : text.again}
        />
        {done > 0 && <p>{text.halfway(done, total)}</p>}
      </div>
    );
  }
  if (!last) return null;
  const applied = last.outcomes.filter(({ outcome }) => outcome === 'applied');
  const others = last.outcomes
    .filter(({ outcome }) => outcome !== 'applied')
    .sort((one, other) => one.outcome.localeCompare(other.outcome));
  const undo = undoOf[last.act];
  return (
    <div class="act-panel">
      <Message
        intent={last.refused > 0 ? 'warning' : 'success'}
        dismiss={{ label: text.dismiss, onClick: acts.dismiss }}
        actions={
          undo &&
          applied.length > 0 && (
            <Button
              small
              onClick={() => acts.run(undo, { items: applied.map(({ key }) => ({ key, change: null })) })}
            >
              {text.undo(text.acts[undo])}
            </Button>
          )
        }
      >
        {text.result(text.acts[last.act], last.applied, last.unchanged, last.refused)}
        {last.count === 1 && `：${nameOf(last.outcomes[0]!.key)}`}
        {last.count === 1 && others[0]?.[language] && ` ${others[0][language]}`}
      </Message>
      {last.count > 1 && (
        <details class="act-rows" open={others.length > 0}>
          <summary>{text.rows}</summary>
          <Rows rows={[...others, ...applied]} nameOf={nameOf} />
        </details>
      )}
    </div>
  );
}

function Rows({ rows, nameOf }: { rows: ActAnswer['outcomes']; nameOf: (key: string) => string }) {
  const { text, language } = useText(actsText);
  return (
    <ol tabIndex={0} aria-label={text.rows}>
      {rows.slice(0, mostRows).map((row) => (
        <li key={row.key}>
          <span class={row.outcome === 'refused' ? 'bad' : 'quiet'}>{text.outcomes[row.outcome]}</span>{' '}
          {nameOf(row.key)}
          {row[language] && <span class="act-why">{row[language]}</span>}
        </li>
      ))}
      {rows.length > mostRows && <li class="quiet">{text.rest(rows.length - mostRows)}</li>}
    </ol>
  );
}
