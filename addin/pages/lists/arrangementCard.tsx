import type { Arrangement } from '../../../shared/taskList/taskList.ts';
import type { ArrangementMatch } from '../../../shared/wire/comparison.ts';
import { useText } from '../../controls/useText.ts';
import { DiagnosticList } from './diagnosticList.tsx';
import { Marked } from './marked.tsx';
import { deadlineEntry, sentenceMarks } from './model/marks.ts';
import type { ArrangementView } from './model/readingView.ts';
import { segmentsOf } from './model/segments.ts';
import { listsText } from './text.ts';

interface ArrangementCardProps {
  view: ArrangementView;
  /** The same with what has been decided of it. */
  decided: Arrangement;
  /** How it stands to the stored list; `null` where nothing is stored. */
  match: ArrangementMatch | null;
}

/** One arrangement: its sentence as printed, what was read and decided of it beside it, and what is to be said of it. */
export function ArrangementCard({ view, decided, match }: ArrangementCardProps) {
  const { text } = useText(listsText);
  const { place, arrangement, diagnostics } = view;
  const entry = deadlineEntry(decided, diagnostics);
  return (
    <article class="arrangement" id={`at-${place}`} tabIndex={-1} aria-label={place}>
      <div class="arrangement-head">
        <h4>{place}</h4>
        <span class="printed">{text.printed(arrangement.printedNumber)}</span>
        {match && match.confidence !== 'exact' && (
          <span class={`tag ${match.confidence}`}>{text.confidence[match.confidence]}</span>
        )}
        {match?.code && match.code !== place && <span class="tag">→ {match.code}</span>}
      </div>
      <div class="arrangement-text">
        <p class="sentence">
          <Marked segments={segmentsOf(decided.textAsPrinted, sentenceMarks(decided, diagnostics))} />
        </p>
        {entry && (
          <p class="entry">
            <b>{text.entry}</b> <Marked segments={segmentsOf(entry.text, entry.marks)} />
          </p>
        )}
        <DiagnosticList diagnostics={diagnostics} />
      </div>
      <Facts arrangement={decided} />
    </article>
  );
}

function Facts({ arrangement }: { arrangement: Arrangement }) {
  const { text } = useText(listsText);
  // Where nobody has decided so, they are those of the task.
  const units = arrangement.leftOpen?.units?.decided ?? [];
  return (
    <ul class="facts" aria-label={text.facts}>
      {units.length > 0 && (
        <li class="units">
          <b>{text.units}</b>
          <span lang="zh-Hans">{units.join('、')}</span>
        </li>
      )}
      {arrangement.schedules.map((schedule, index) => (
        <li key={index} class={schedule.kind === 'undated' ? 'schedule undated' : 'schedule'}>
          <b>{text.factNames.schedule}</b>
          <span>
            {text.schedule(schedule)}
            {schedule.source && <small>{text.from(schedule.source.text)}</small>}
          </span>
        </li>
      ))}
      {arrangement.indicators.map((indicator) => (
        <li key={indicator.id} class={indicator.id === 'done' ? 'indicator done' : 'indicator'}>
          <b>{text.factNames.indicator}</b>
          <span>
            {text.indicator(indicator)}
            {indicator.id !== 'done' && <small>{text.mode[indicator.mode]}</small>}
          </span>
        </li>
      ))}
    </ul>
  );
}
